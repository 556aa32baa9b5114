"""What the benchmark of suggestions measures, on results made by hand."""

from dataclasses import astuple
from math import isnan, nan
from pathlib import Path

import pytest

from benchmarks.suggesting.curve import FIGURES, Point, falls, labelled, picture
from benchmarks.suggesting.material import HOUSE, Labelled, gold, rows, talks
from benchmarks.suggesting.measures import Areas, Kind, Subs, areas, calibration_error, kinds, subs
from benchmarks.suggesting.methods import Result
from benchmarks.suggesting.parts import figure, table, verdicts
from workbench.codebook import load
from workbench.model import LabelledPassage

KUI = load("kui-fire-fokusomraader")
AREAS = ("plan", "guide")
MATERIAL = [
    Labelled("a", frozenset({"plan", "plan.dobbelt"}), "plain"),
    Labelled("b", frozenset({"guide"}), "plain"),
    Labelled("c", frozenset({"plan", "guide"}), "multi"),
    Labelled("d", frozenset(), "chat"),
]
RESULT = Result(
    [
        {"plan": 0.9, "guide": 0.1, "plan.dobbelt": 0.6, "plan.system": 0.3, "plan.deling": 0.2, "guide.rolle": 0.1},
        {"plan": 0.7, "guide": 0.4, "plan.dobbelt": 0.1, "plan.system": 0.1, "plan.deling": 0.1, "guide.rolle": 0.1},
        {"plan": 0.8, "guide": 0.2, "plan.dobbelt": 0.0, "plan.system": 0.0, "plan.deling": 0.0, "guide.rolle": 0.0},
        {"plan": 0.2, "guide": 0.6, "plan.dobbelt": 0.0, "plan.system": 0.0, "plan.deling": 0.0, "guide.rolle": 0.5},
    ],
    [frozenset({"plan"}), frozenset({"guide"}), frozenset({"plan"}), frozenset({"guide"})],
    [("plan.dobbelt",), ("guide", "plan.system"), ("plan",), ("guide.rolle",)],
)


def test_figures_of_areas() -> None:
    found = areas(MATERIAL, RESULT, AREAS)
    shown = [0.9, 0, 0, 0.4, 0.8, 0, 0, 0.6]
    true = [1, 0, 0, 1, 1, 1, 0, 0]
    bins = [abs(0 - 1), abs(0.4 - 1), abs(0.6 - 0), abs(0.8 - 1), abs(0.9 - 1)]
    assert len(shown) == len(true)
    expected = Areas(
        macro_f1=(2 * 2 / 4 + 2 * 1 / 4) / 2,
        p_at_1=2 / 3,
        macro_ap=(1 + (1 / 2 + 2 / 3) / 2) / 2,
        ece=sum(bins) / 8,
        ece_all=(0.1 + abs(0.4 - 1) + 0.7 + 0.2 + abs(0.4 - 1) + 0.6 + 0.1) / 8,
        wrong=1.0,
    )
    assert astuple(found) == pytest.approx(astuple(expected))


def test_figures_of_sub_codes() -> None:
    assert subs(MATERIAL, RESULT) == Subs(shown=1.0, first_three=1.0, right=3 / 5, right_area=3 / 5)


def test_figures_of_kinds() -> None:
    found = kinds(MATERIAL, RESULT, AREAS)
    assert list(found) == ["plain", "multi", "chat"]
    assert (found["plain"].passages, found["plain"].p_at_1, isnan(found["plain"].wrong)) == (2, 0.5, True)
    assert (found["chat"].passages, isnan(found["chat"].p_at_1), found["chat"].wrong) == (1, True, 1.0)


@pytest.mark.parametrize(
    ("pairs", "error"),
    [
        ([(0.0, False), (1.0, True)], 0.0),
        ([(1.0, False), (0.0, True)], 1.0),
        ([(0.25, True)] + [(0.25, False)] * 3, 0.0),
        ([(0.21, True), (0.29, False)], 0.25),
        ([(0.05, False), (0.15, False)], 0.1),
    ],
)
def test_calibration_error(pairs: list[tuple[float, bool]], error: float) -> None:
    assert calibration_error(pairs) == pytest.approx(error)


def test_the_gold_is_every_respondents_passage_with_its_question_and_municipality() -> None:
    found = gold(KUI)
    assert {one.municipality for one in found} == {
        "Kvistsund", "Brændlyng", "Ravnstrøm", "Havrevig", "Tjørnefjord", "Gråskær",
    }  # fmt: skip
    assert len({one.talk for one in found}) == len(talks(found))
    doubled = next(one for one in found if "Og vi snakkede måske et kvarter" in one.text)
    assert (doubled.talk, sorted(doubled.codes)) == ("graaskaer/lyddagbog", ["plan", "plan.dobbelt"])
    assert all(code.split(".")[0] in one.codes for one in found for code in one.codes)


def test_rows_name_codes_of_the_codebook(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"text": "a", "labels": ["plan"], "kind": "plain"}\n{"text": "b", "codes": ["guide.rolle"]}\n')
    assert rows(file, KUI) == [
        Labelled("a", frozenset({"plan"}), "plain"),
        Labelled("b", frozenset({"guide", "guide.rolle"})),
    ]
    file.write_text('{"text": "a", "labels": ["plan"]}\n{"text": "b", "labels": ["vaek"]}\n')
    with pytest.raises(SystemExit, match=r"rows\.jsonl:2: the codebook has no code vaek"):
        rows(file, KUI)


def test_what_is_learned_names_the_narrowest_codes() -> None:
    assert [labelled(one) for one in MATERIAL[:1] + MATERIAL[3:]] == [
        LabelledPassage("a", frozenset({"plan.dobbelt"})),
        LabelledPassage("d", frozenset(), no_code=True),
    ]


def test_a_fall_is_told() -> None:
    first, last = (0.5, 0.6, 0.7, 0.8, 0.9, 0.9), (0.6, 0.597, 0.694, 0.8, 1.0, 0.9)
    points = [Point(0, 0, first), Point(1, 50, last)]
    assert falls(points) == [f"{FIGURES[2]} falls from 0.700 (0) to 0.694 (1)"]
    assert falls(points[::-1])[0].startswith(FIGURES[0])


def test_the_picture_is_the_same_every_time() -> None:
    points = [Point(known, 50.0 * known, (0.5, 0.6, 0.7, 0.7, 0.9, 0.4)) for known in (0, 1, 2, 4)]
    drawn = picture(points)
    assert drawn == picture(list(points))
    assert drawn.count("<circle") == 24
    assert [f">{name}</text>" in drawn for name in FIGURES] == [True] * 6
    assert (HOUSE / "benchmarks" / "suggestions.svg").read_text(encoding="utf-8").startswith(drawn[:60])


def test_aims_and_floors_are_told_of_what_is_there() -> None:
    level = Areas(0.8, 0.95, 0.9, 0.04, 0.03, 0.1)
    told = verdicts(level, {"nokw": Kind(3, 0.6, nan), "chat": Kind(3, nan, 0.0)})
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in told.splitlines()[2:]]
    assert lines == [
        ["macro-F1", "0.800", "≥ 0.85", "**not met**", "≥ 0.78", "met"],
        ["P@1", "0.950", "≥ 0.9", "met", "≥ 0.86", "met"],
        ["P@1 of nokw", "0.600", "≥ 0.8", "**not met**", "≥ 0.7", "**not met**"],
        ["chat coded", "0.000", "≤ 0", "met", "≤ 0", "met"],
        ["ECE", "0.040", "≤ 0.03", "**not met**", "≤ 0.05", "met"],
    ]


def test_nothing_to_measure_is_a_dash() -> None:
    assert (figure(nan), figure(0.12345)) == ("–", "0.123")
    assert table(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
