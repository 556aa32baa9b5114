"""The demo, as somebody who has just cloned the house runs it."""

import json
import zipfile
from collections import Counter
from pathlib import Path

from tests.walks.conftest import run
from workbench.model import FindingKind
from workbench.store import Store, check, findings, journeys, municipalities, progress, quotes, sources, suggestions
from workbench.workflow.demo import LEFT
from workbench.workflow.findings import behind

MUNICIPALITIES = ("braendlyng", "graaskaer", "havrevig", "kvistsund", "ravnstroem", "tjoernefjord")


def test_it_says_what_it_made(made: Path) -> None:
    answer = json.loads((made / "answer.json").read_text(encoding="utf-8"))
    assert answer["folder"] == "demo"
    told = {row["municipality"]: row for row in answer["municipalities"]}
    assert {name: (row["sources"], row["passages"]) for name, row in told.items()} == {
        "Brændlyng": (16, 179),
        "Gråskær": (13, 286),
        "Havrevig": (11, 205),
        "Kvistsund": (16, 180),
        "Ravnstrøm": (13, 240),
        "Tjørnefjord": (11, 231),
    }
    for row in told.values():
        assert 0 < row["accepted"] <= row["suggestions"]
        assert row["statements"] >= 80


def test_six_reports_and_the_catalogue_that_word_can_open(made: Path) -> None:
    files = sorted(file.name for file in (made / "demo" / "reports").iterdir())
    names = ("catalogue", *(f"practice-report-{name}" for name in MUNICIPALITIES))
    assert files == [f"{name}.{ending}" for name in names for ending in ("docx", "html", "md", "pdf")]
    for file in (made / "demo" / "reports").glob("*.docx"):
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
            assert "word/document.xml" in archive.namelist()


def test_the_reports_differ_as_the_material_does(made: Path) -> None:
    """What a municipality talks most of, and whether that helps or hinders, is what its material was written for."""
    with Store.open(made / "demo", person="Maja") as store:
        every = quotes(store, counted=True)
    told = {quote.municipality for quote in every}
    leaning = {
        (one, area): sum((quote.valence == "enabler") - (quote.valence == "barrier") for quote in said)
        for one in told
        for area in ("indgang", "plan", "guide", "sammen")
        if (said := [quote for quote in every if quote.municipality == one and quote.code.split(".")[0] == area])
    }
    assert leaning["Tjørnefjord", "plan"] > 0 > leaning["Kvistsund", "plan"]
    assert leaning["Gråskær", "guide"] > 0 > leaning["Ravnstrøm", "guide"]
    assert leaning["Ravnstrøm", "sammen"] > leaning["Tjørnefjord", "sammen"]
    assert {
        one: Counter(quote.code for quote in every if quote.municipality == one).most_common(1)[0][0] for one in told
    } == {
        "Brændlyng": "indgang.koordinering",
        "Gråskær": "indgang.afgraensning",
        "Havrevig": "indgang.ansvar",
        "Kvistsund": "sammen.ledelse",
        "Ravnstrøm": "indgang",
        "Tjørnefjord": "sammen.ledelse",
    }


def test_every_finding_rests_on_what_is_coded(made: Path) -> None:
    """The demo's reports say nothing that nobody said, and have a headline for every focus area."""
    with Store.open(made / "demo", person="Maja") as store:
        found = findings(store)
        rests_on = behind(store, found)
        places = [one.id for one in municipalities(store)]
    assert [one.label for one in found if rests_on[one.id].statements < 4 or rests_on[one.id].sources < 2] == []
    assert Counter((one.municipality, one.area) for one in found if one.kind is FindingKind.FINDING) == {
        (place, area): 1 for place in (*places, None) for area in ("indgang", "plan", "guide", "sammen")
    }
    asked = Counter(one.municipality for one in found if one.kind is FindingKind.RECOMMENDATION)
    assert [asked[place] for place in (*places, None)] == [5, 5, 5, 5, 5, 5, 1]


def test_all_but_one_source_is_coded_and_all_of_it_holds(made: Path) -> None:
    with Store.open(made / "demo", person="Maja") as store:
        undone = {one.name for one in sources(store) if progress(store, one.revision).left}
        assert undone == {LEFT}
        assert LEFT not in {quote.source for quote in quotes(store)}
        assert sum(bool(suggestions(store, one.revision)) for one in sources(store)) > 40
        assert len(journeys(store)) == 10
        assert check(store).faults == ()


def test_a_second_demo_leaves_the_first_alone(made: Path) -> None:
    before = (made / "demo" / "project.db").stat().st_mtime_ns
    done = run(made, "demo")
    assert done.returncode == 0
    assert "demo-2" in done.stdout
    assert (made / "demo-2" / "project.db").exists()
    assert (made / "demo" / "project.db").stat().st_mtime_ns == before
    for typed in ("review", "coverage", "quotes --code guide --role youth", "search ungeguide", "report --all"):
        assert f"workbench -p demo-2 {typed}" in done.stdout


def test_what_it_says_to_type_next_works(made: Path) -> None:
    for typed in (
        ["coverage"],
        ["quotes", "--code", "guide", "--role", "youth"],
        ["search", "ungeguide"],
        ["report", "--all"],
        ["check"],
        ["log"],
        ["review", "--list", LEFT],
    ):
        done = run(made, "-p", "demo", *typed)
        assert (done.returncode, bool(done.stdout)) == (0, True), (typed, done.stderr)
