"""The parts of the report, as Markdown."""

from collections.abc import Sequence
from math import isnan
from pathlib import Path

from benchmarks.suggesting.ablation import Worth
from benchmarks.suggesting.curve import FIGURES, Point, falls
from benchmarks.suggesting.material import Labelled, rows
from benchmarks.suggesting.measures import Areas, Kind, areas, kinds, subs
from benchmarks.suggesting.methods import Result, by_engine, by_keywords, by_likeness
from benchmarks.suggesting.speed import Cost
from workbench.codebook import Codebook
from workbench.suggest import Engine

AIMS = {"macro-F1": (0.85, 0.78), "P@1": (0.90, 0.86), "P@1 of nokw": (0.80, 0.70)}
"""At least: what is aimed at, and the floor."""
MOST = {"chat coded": (0.0, 0.0), "hard coded": (0.15, 0.30), "ECE": (0.03, 0.05)}
"""At most: the same."""


def figure(value: float) -> str:
    """Three digits; a dash where there was nothing to measure."""
    return "–" if isnan(value) else f"{value:.3f}"


def table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    every = [head, ["---"] * len(head), *lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in every) + "\n"


def verdicts(level: Areas, of: dict[str, Kind]) -> str:
    """Aims and floors beside what was measured."""
    found = {"macro-F1": level.macro_f1, "P@1": level.p_at_1, "ECE": level.ece}
    found |= {"P@1 of nokw": of["nokw"].p_at_1} if "nokw" in of else {}
    found |= {f"{kind} coded": of[kind].wrong for kind in ("chat", "hard") if kind in of}
    lines = []
    for name, (aim, floor) in (AIMS | MOST).items():
        if name in found:
            value, more = found[name], name in AIMS
            met = ["met" if (value >= goal if more else value <= goal) else "**not met**" for goal in (aim, floor)]
            sign = "≥" if more else "≤"
            lines.append([name, figure(value), f"{sign} {aim:g}", met[0], f"{sign} {floor:g}", met[1]])
    return table(["figure", "measured", "aim", "", "floor", ""], lines)


def rows_part(file: Path, codebook: Codebook, engine: Engine) -> str:
    """Passages that stand alone: three methods, kinds, aims and floors."""
    material = rows(file, codebook)
    ids = [area.id for area in codebook.areas]
    methods: dict[str, Result] = {
        "workbench": by_engine(engine, material),
        "keywords": by_keywords(codebook, material),
        "likeness": by_likeness(codebook, material),
    }
    levels = {name: areas(material, result, ids) for name, result in methods.items()}
    compared = [
        [name, *map(figure, (one.macro_f1, one.p_at_1, one.macro_ap, one.ece, one.ece_all, one.wrong))]
        for name, one in levels.items()
    ]
    each = {name: kinds(material, result, ids) for name, result in methods.items()}
    by_kind = [
        [
            kind,
            str(one.passages),
            *(figure(getattr(of[kind], name)) for of in each.values() for name in Kind.__slots__[1:]),
        ]
        for kind, one in each["workbench"].items()
    ]
    without = sum(not one.codes for one in material)
    return "\n".join(
        [
            f"## {file.name}: {len(material)} passages that stand alone, {without} without a code\n",
            table(["method", "macro-F1", "P@1", "macro AP", "ECE", "ECE of all", "wrongly coded"], compared),
            table(["kind", "passages", *(f"{name}: {what}" for name in methods for what in ("P@1", "wrong"))], by_kind),
            verdicts(levels["workbench"], each["workbench"]),
        ]
    )


def talk_part(title: str, material: Sequence[Labelled], codebook: Codebook, engine: Engine) -> str:
    """Running talk: areas and sub-codes, with the talk around each passage and without it."""
    ids = [area.id for area in codebook.areas]
    lines = []
    results = {
        "workbench, with the talk around": by_engine(engine, material, in_talk=True),
        "workbench, each passage alone": by_engine(engine, material),
        "keywords": by_keywords(codebook, material),
        "likeness": by_likeness(codebook, material),
    }
    for name, result in results.items():
        one = areas(material, result, ids)
        figures = [one.macro_f1, one.p_at_1, one.macro_ap, one.ece, one.ece_all, one.wrong]
        if result.codes:
            under = subs(material, result)
            figures += [under.shown, under.first_three, under.right, under.right_area]
        lines.append([name, *map(figure, figures), *["–"] * (10 - len(figures))])
    head = ["method", "macro-F1", "P@1", "macro AP", "ECE", "ECE of all", "wrongly coded"]
    head += ["sub-codes shown", "in first three", "shown: right", "shown: right area"]
    coded = sum(bool(one.codes) for one in material)
    return f"## {title}: {len(material)} passages, {coded} with a code\n\n{table(head, lines)}"


def curve_part(points: Sequence[Point], drawn: str) -> str:
    """The learning curve, and whether it falls."""
    lines = [[str(p.known), f"{p.passages:.0f}", *map(figure, p.figures)] for p in points]
    fallen = falls(points)
    told = f"It falls: {'; '.join(fallen)}." if fallen else "It never falls."
    shown = f"![The learning curve]({drawn})\n\n" if drawn else ""
    return f"""## Learning from other municipalities

The gold codings of so many municipalities are learned, and two others are asked about, with the talk around; the mean
of six orders, so that each municipality is asked about twice.

{table(["municipalities", "passages", *FIGURES], lines)}
{shown}{told}
"""


def ablation_part(blocks: Sequence[Worth], authors: Sequence[Worth], many: int, passages: int) -> str:
    """What terms and authors are worth."""

    def lines(several: Sequence[Worth]) -> list[list[str]]:
        return [[one.name, *map(figure, (one.areas, one.codes, one.gold_areas, one.gold_codes))] for one in several]

    head = ["areas, authors held out", "all codes", "areas, gold", "all codes, gold"]
    return f"""## What terms and authors are worth

Mean average precision of the ranking, each passage alone. {passages:,} reference passages by {many} authors, each held
out in turn in closed form; below, more and more authors, asked about the passages of the others (three orders).

{table(["terms", *head], lines(blocks))}
{table(["authors", *head], lines(authors))}"""


def speed_part(found: Sequence[Cost]) -> str:
    """Times and memory."""
    lines = []
    for one in found:
        digits = 2 if one.unit == "s" else 0
        peer = f"{one.peer:.2f} s" if one.peer else "–"
        ratio = f"{one.peer / one.taken:.1f} ×" if one.peer else "–"
        goal = f"≤ {one.goal:g} {one.unit}" if one.goal else "–"
        lines.append([one.work, f"{one.taken:.{digits}f} {one.unit}", peer, ratio, goal, one.met])
    return f"## Speed\n\n{table(['work', 'ours', 'peer', 'ratio', 'goal', 'met'], lines)}"
