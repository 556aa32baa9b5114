"""workbench quotes: filters, star, light edit, approve, copy, tables; what is refused, and what is warned of."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run
from workbench.store import Source, Store, quote_marks, quotes

TURNS = """
    1  Interviewer: Hvordan går det med planen?
    2  Sagsbehandler: Vi skriver det samme to steder. Det tager en hel formiddag.
  │ 3  Ung: Jeg har aldrig set den plan.
    4  Interviewer: Og hvem hjælper dig?
    5  Ung: Lone. Hun svarer altid, også om søndagen.
"""


@pytest.fixture
def ids(run: Run, store: Store, talk: Source, project: Path) -> list[str]:
    """Quotes of passages 2 (a caseworker), 3 and 5 (one young person), as their ids are shown."""
    run("code", "fg1", "2", "plan.dobbelt", "--valence", "barrier")
    run("code", "fg1", "3", "plan")
    run("code", "fg1", "5", "guide", "--valence", "enabler")
    return [one.id[:8] for one in quotes(store)]


def listed(run: Run, *filters: str) -> list[int]:
    """The passages of the quotes that these filters leave."""
    return [one["passage"] for one in run("quotes", *filters, "--json").json]


def test_filters(run: Run, ids: list[str]) -> None:
    run("quotes", "star", ids[0], ids[2])
    run("quotes", "approve", ids[2])
    for filters, found in (
        ([], [2, 3, 5]),
        (["--perspective", "youth"], [3, 5]),
        (["--perspective", "Medarbejder"], [2]),
        (["--text", "sted"], [2]),
        (["--text", "altid søndag"], [5]),
        (["--starred"], [2, 5]),
        (["--starred", "--unapproved"], [2]),
        (["--approved", "--code", "guide"], [5]),
        (["--approved", "--code", "plan"], []),
    ):
        assert (filters, listed(run, *filters)) == (filters, found)


def test_the_list_shows_what_was_done_with_a_quote(run: Run, ids: list[str]) -> None:
    run("quotes", "star", ids[1])
    run("quotes", "edit", ids[1], "Jeg har aldrig set den […]")
    run("quotes", "approve", ids[1])
    done = run("quotes", "--code", "plan")
    assert (done.code, done.err) == (0, "2 quotes.\n")
    assert done.out == (
        "Double documentation  plan.dobbelt – barrier · Caseworker\n"
        "    Vi skriver det samme to steder. Det tager en hel formiddag.\n"
        f"    Kvistsund · fg1 · 2 · {ids[0]} · quoted as Member of staff\n"
        "★ One plan  plan – description · Young person\n"
        "    Jeg har aldrig set den […]\n"
        f"    Kvistsund · fg1 · 3 · {ids[1]} · quoted as Young person · edited · approved by Maja\n"
    )


def test_a_quote_with_what_is_said_around_it(run: Run, ids: list[str]) -> None:
    run("quotes", "edit", ids[1], "Jeg har […] set den plan.")
    done = run("quotes", "show", ids[1][:6])
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "One plan  plan – description · Young person\n"
        "    “Jeg har […] set den plan.”\n"
        "    – Young person\n"
        "    As said: Jeg har aldrig set den plan.\n"
        f"{TURNS}\n"
        f"    Kvistsund · fg1 · 3 · {ids[1]} · quoted as Young person · edited\n"
    )
    assert TURNS in run("quotes", "--context", "--code", "plan", "--role", "youth").out.replace(
        "plan.\n", "plan.\n\n", 1
    )


def test_json_of_one_quote(run: Run, ids: list[str]) -> None:
    run("quotes", "star", *ids)
    answer = run("quotes", "show", "--json", ids[2]).json
    assert {key: answer[key] for key in ("starred", "edited", "approved_by", "by", "not_quoted", "same_person")} == {
        "starred": True,
        "edited": None,
        "approved_by": None,
        "by": "Young person",
        "not_quoted": None,
        "same_person": None,
    }
    assert [turn["number"] for turn in answer["context"]["before"]] == [2, 3, 4]
    assert answer["context"]["said"] == [
        {
            "number": 5,
            "speaker": "Ung",
            "talk_role": "respondent",
            "text": "Lone. Hun svarer altid, også om søndagen.",
        }
    ]
    assert answer["context"]["after"] == []


def test_star_and_back(run: Run, store: Store, ids: list[str]) -> None:
    done = run("quotes", "star", ids[0], ids[2])
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        f"★ {ids[0]}  Vi skriver det samme to steder. Det tager en hel formiddag.\n"
        f"★ {ids[2]}  Lone. Hun svarer altid, også om søndagen.\n"
    )
    assert run("quotes", "star", ids[0]).err == "Nothing to change.\n"
    assert run("undo").out == "Took back: starred a quote (fg1 · 2 · 5 · plan.dobbelt · guide)\n"
    assert quote_marks(store) == {}
    run("redo")
    done = run("quotes", "unstar", ids[0], "--json")
    assert [(one["id"][:8], one["starred"]) for one in done.json] == [(ids[0], False)]
    assert [id[:8] for id in quote_marks(store)] == [ids[2]]


def test_several_from_one_person(run: Run, ids: list[str]) -> None:
    run("code", "fg1", "5", "plan")
    [more] = [one["id"][:8] for one in run("quotes", "--json").json if (one["passage"], one["code"]) == (5, "plan")]
    run("quotes", "star", ids[0], ids[1])
    done = run("quotes", "star", more)
    assert done.err == "Kvistsund, One plan: 2 of 3 starred quotes come from the same person.\n"
    assert run("quotes", "--code", "plan").err == f"3 quotes.\n{done.err}"
    found = {one["passage"]: one["same_person"] for one in run("quotes", "--json", "--code", "plan").json}
    assert found == {2: None, 3: {"quotes": 2, "of": 3}, 5: {"quotes": 2, "of": 3}}


def test_a_light_edit(run: Run, ids: list[str]) -> None:
    run("quotes", "approve", ids[1])
    done = run("quotes", "edit", ids[1], "Jeg har [...] set [handleplanen].")
    assert (done.code, done.out) == (0, "“Jeg har […] set [handleplanen].”\n– Young person\n")
    assert done.err == (
        "“aldrig” is left out: see that it still means the same.\n"
        "It was approved in other words, and is not approved any more.\n"
    )
    assert run("quotes", "edit", ids[1], typed="Jeg har aldrig set den plan\n").err == ""
    assert run("quotes", "edit", ids[1], "Jeg har aldrig set den plan").err == "Nothing to change.\n"
    done = run("quotes", "edit", ids[1], "--clear", "--json")
    assert (done.json["edited"], done.json["text"], done.json["negations_left_out"]) == (
        None,
        "Jeg har aldrig set den plan.",
        [],
    )


def test_an_edit_that_is_none(run: Run, store: Store, ids: list[str]) -> None:
    done = run("quotes", "edit", ids[0], "Vi skriver alt tre steder […]")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Error: This says something else than was said, without a mark:\n"
        "  “det samme to” became “alt tre”\n"
        "Write […] where you leave something out, and put what you add or change in [brackets].\n"
    )
    assert run("quotes", "edit", ids[0], "x", "--clear").code == 2
    assert (run("quotes", "edit", ids[0]).code, quote_marks(store)) == (2, {})


def test_approval(run: Run, store: Store, ids: list[str]) -> None:
    done = run("quotes", "approve", ids[1], "--as", "Jonas")
    assert (done.code, done.out) == (0, f"  {ids[1]}  Jeg har aldrig set den plan. · approved by Jonas\n")
    assert run("quotes", "approve", ids[1]).err == "Nothing to change.\n"
    assert run("quotes", "unapprove", ids[1]).out == f"  {ids[1]}  Jeg har aldrig set den plan.\n"
    assert quote_marks(store) == {}


def test_copy_is_ready_to_paste(run: Run, ids: list[str]) -> None:
    run("quotes", "edit", ids[0], "Vi skriver det samme to steder. […]")
    run("quotes", "approve", ids[1])
    done = run("quotes", "copy", ids[1], ids[0])
    assert (done.code, done.err) == (0, "1 is not approved yet.\n")
    assert done.out == (
        "“Jeg har aldrig set den plan.”\n– Young person\n\n“Vi skriver det samme to steder. […]”\n– Member of staff\n"
    )
    assert run("quotes", "copy", ids[1], "--lang", "da").out == "“Jeg har aldrig set den plan.”\n– Ung\n"
    answer = run("quotes", "copy", ids[1], "--json").json
    assert [{**one, "id": one["id"][:8]} for one in answer] == [
        {
            "id": ids[1],
            "text": "Jeg har aldrig set den plan.",
            "by": "Young person",
            "copied": "“Jeg har aldrig set den plan.”\n– Young person",
        }
    ]


@pytest.mark.parametrize(
    ("change", "said", "mark"),
    [
        (["--consent", "suggest"], "may not be quoted: the consent for fg1 does not cover it.", "not for quoting"),
        (
            ["--transcription", "minutes"],
            "is from minutes (fg1): these are nobody's own words, and never quoted.",
            "from minutes, never quoted",
        ),
    ],
)
def test_what_may_not_be_quoted(
    run: Run, store: Store, ids: list[str], tmp_path: Path, change: list[str], said: str, mark: str
) -> None:
    run("quotes", "star", ids[0])
    run("sources", "edit", "fg1", *change)
    for typed in (["star", ids[1]], ["approve", ids[0]], ["copy", ids[0], ids[1]], ["edit", ids[0], "Vi […]"]):
        done = run("quotes", *typed)
        assert (typed, done.code, done.out) == (typed, 3, "")
        assert done.err.splitlines()[0] == f"Error: {typed[1]} {said}"
    table = tmp_path / "citater.csv"
    assert (run("quotes", "--csv", str(table)).code, table.exists()) == (3, False)
    assert f"Young person · {mark}\n" in run("quotes").out
    shown = run("quotes", "show", ids[1])
    assert shown.out.splitlines()[:2] == [
        f"One plan  plan – description · Young person · {mark}",
        "    As said: Jeg har aldrig set den plan.",
    ]
    assert "quoted as" not in shown.out
    run("quotes", "unapprove", ids[0])
    assert (run("quotes", "unstar", ids[0]).code, quote_marks(store)) == (0, {})


def test_filters_go_with_the_list_only(run: Run, ids: list[str]) -> None:
    done = run("quotes", "--code", "plan", "star", ids[0])
    assert (done.code, done.out) == (2, "")
    assert "Error: Filters belong to the list; star takes the ids of quotes." in done.err.splitlines()
    assert run("quotes", "start", ids[0]).err.splitlines()[1] == (
        "Error: There is no command “start”. Did you mean star, unstar?"
    )
    assert run("quotes", "star").code == 2
    assert run("quotes", "star", "nej!").code == 2
    assert run("quotes", "star", "0" * 36).code == 1


def test_tables_hold_what_may_be_quoted_and_run_nothing(run: Run, store: Store, ids: list[str], tmp_path: Path) -> None:
    source = tmp_path / "Kvistsund" / "fg2.md"
    source.parent.mkdir()
    source.write_text("---\nconsent: [quote]\n---\n**Ung:** =cmd|' /C calc'!A0 og <script> og én plan; “ja”.\n")
    assert run("import", str(source)).code == 0
    run("code", "fg2", "1", "plan")
    run("code", "fg2", "1", "guide", "--as", "Jonas")
    run("quotes", "star", ids[0])
    table, workbook = tmp_path / "ud" / "citater.csv", tmp_path / "citater.xlsx"
    done = run("quotes", "--code", "plan", "--csv", str(table), "--xlsx", str(workbook))
    assert (done.code, done.out) == (0, "")
    assert done.err == f"Wrote {table} with 3 quotes.\nWrote {workbook} with 3 quotes.\n"
    heads, *rows = csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";")
    assert heads == [
        "id", "municipality", "area", "code", "valence", "quote", "edited", "by", "starred", "approved_by",
    ]  # fmt: skip
    said = "Vi skriver det samme to steder. Det tager en hel formiddag."
    assert rows[0] == [
        ids[0], "Kvistsund", "plan", "plan.dobbelt", "barrier", said, "", "Member of staff", "yes", "",
    ]  # fmt: skip
    assert rows[-1][5:8] == ["'=cmd|' /C calc'!A0 og <script> og én plan; “ja”.", "", "Participant"]
    sheet = load_workbook(workbook).active
    assert sheet is not None
    assert (sheet["F4"].value, sheet["F4"].data_type) == (rows[-1][5][1:], "s")
    run("quotes", "--code", "plan", "--csv", str(table))
    assert [file.name for file in table.parent.iterdir()] == ["citater.csv"], "the same table is left alone"
    done = run("quotes", "--code", "guide", "--csv", str(table))
    assert done.err.splitlines()[1] == f"The earlier file is kept as {table.with_name('citater (1).csv')}."


def test_hostile_words_are_words(run: Run, store: Store, talk: Source, project: Path, tmp_path: Path) -> None:
    source = tmp_path / "Kvistsund" / "fg3.md"
    source.parent.mkdir()
    source.write_text(
        "---\nconsent: [quote]\n---\n**Ung:** =1 \x1b]52;c;eA==\x07 <script> {{ 7*7 }} \u202e og planen.\n"
    )
    run("import", str(source))
    run("code", "fg3", "1", "plan")
    [one] = quotes(store)
    run("quotes", "edit", one.id, "{{ 7*7 }} \x1b[31m […] og [\x07 =2] planen \u202e")
    run("quotes", "star", one.id)
    run("quotes", "approve", one.id, "--as", "Ma\x1bja")
    for typed in (["show", one.id], ["copy", one.id], ["unstar", one.id], ["star", one.id], [], ["--context"]):
        for more in ([], ["--json"]):
            done = run("quotes", *typed, *more)
            assert done.code == 0
            assert not {"\x1b", "\x07", "\u202e"} & {*done.out, *done.err}
    done = run("quotes", "edit", one.id, "Noget \x1b[31m helt andet")
    assert (done.code, "\x1b" in done.err) == (1, False)
