"""A report edited and saved in LibreOffice, by real key presses: prose is read back whole, and nothing else differs.

Needs the Debian packages libreoffice-writer-nogui and python3-uno.
"""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.reports.paper import CLOSING, CONCLUSION, HINT, OPENING, body, bold, document, italic, report
from workbench.reports import Comparison, ReadPlace, compare, prose_of
from workbench.reports.comparison import HandChange, LineChange, QuoteChange, WrittenPlace
from workbench.reports.document import Bullets, Picture, Run, Shape, Words
from workbench.reports.figures import BarRow, Bars

PYTHON = "/usr/bin/python3"
"""Debian's, which has LibreOffice's package."""
SCRIPT = Path(__file__).with_name("writer_at_work.py")
Edit = Callable[..., bytes]
EMPTY = ReadPlace()
BEGUN = {
    CONCLUSION: (
        body("Planen er ", bold("kendt"), ", men ", italic("få"), " har set den."),
        body("ét skema", shape=Shape.BULLET),
        body("én indgang", shape=Shape.BULLET),
    )
}
OTHERS = tuple(Words(f"Linje nummer {number} af de mange, som værkstedet selv har skrevet.") for number in range(400))
FIGURE = Picture(
    "bars-plan", Bars((BarRow("Én plan", 2, 1),), "Barriere", "Fremmer", "udsagn"), "Udsagn.", "Én plan: 2 barrierer"
)


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Opens a file, does these steps, saves it as Word does, and gives its content."""

    def edit(content: bytes, *steps: list[Any]) -> bytes:
        source, target = tmp_path / "før.docx", tmp_path / "efter.docx"
        source.write_bytes(content)
        done = subprocess.run([PYTHON, SCRIPT, source, target, json.dumps(steps)], capture_output=True, timeout=120)
        assert done.returncode == 0, done.stderr.decode()
        return target.read_bytes()

    return edit


def test_saved_without_an_edit_nothing_differs(edited: Edit) -> None:
    written = {OPENING: (body(Run("Både og", bold=True, italic=True)),), **BEGUN}
    made = report(document(written=written, more=(*OTHERS, Bullets(("et", "to")), FIGURE)).numbered())

    saved = edited(made)

    assert prose_of(saved) == prose_of(made)
    assert compare(saved, made) == Comparison(
        fingerprinted=True,
        places=(WrittenPlace(OPENING, 2, ()), WrittenPlace(CONCLUSION, 12, ())),
        empty=(CLOSING,),
    )


def test_three_places_worked_in(edited: Edit) -> None:
    saved = edited(
        report(document(written=BEGUN)),
        # Written over, with what people do: a bold line, a list, a heading further down.
        ["find", "[Skriv hovedbudskabet her.]", "over"], ["type", "Kvistsund er på vej."], ["press", "InsertPara"],
        ["press", "Bold"], ["type", "Men"], ["press", "Bold"], ["type", " det haster."], ["press", "InsertPara"],
        ["press", "DefaultBullet"], ["type", "ét skema"], ["press", "InsertPara"], ["type", "én indgang"],
        ["press", "InsertPara"], ["press", "DefaultBullet"], ["press", "DefaultNumbering"], ["type", "spørg"],
        # Typed at the start, in the middle and at the end of what stood there, with a paragraph before and after.
        ["find", "Planen er", "before"], ["type", "Først. "], ["press", "InsertPara"],
        ["find", "én indgang", "after"],
        ["find", "har set den.", "after"], ["type", " Endnu."], ["press", "InsertPara"], ["type", "Og så mere."],
        # Typed after the hint, which is left standing, and below it.
        ["find", "[Skriv forbehold her.]", "after"], ["type", " Få svar."], ["press", "InsertPara"],
        ["type", "Kun to kilder."],
    )  # fmt: skip

    assert prose_of(saved) == {
        OPENING: ReadPlace((
            body("Kvistsund er på vej."), body(bold("Men"), " det haster."), body("ét skema", shape=Shape.BULLET),
            body("én indgang", shape=Shape.BULLET), body("spørg", shape=Shape.NUMBER),
        )),
        CONCLUSION: ReadPlace((
            body("Først."),
            body("Planen er ", bold("kendt"), ", men ", italic("få"), " har set den. Endnu."),
            body("Og så mere."),
            body("ét skema", shape=Shape.BULLET), body("én indgang", shape=Shape.BULLET),
        )),
        CLOSING: ReadPlace((body("Få svar."), body("Kun to kilder."))),
    }  # fmt: skip
    assert compare(saved, report()).same


def test_the_next_report_keeps_it_and_is_worked_in_again(edited: Edit) -> None:
    first = edited(report(), ["find", f"[{HINT}]", "over"], ["type", "Vores ord."])
    kept = {id: place.prose for id, place in prose_of(first).items()}

    second = edited(
        report(document(written=kept)), ["find", "Vores ord.", "after"], ["press", "InsertPara"], ["type", "Nye ord."]
    )

    assert prose_of(second) == {
        OPENING: EMPTY, CONCLUSION: ReadPlace((body("Vores ord."), body("Nye ord."))), CLOSING: EMPTY,
    }  # fmt: skip


def test_the_paragraphs_that_mark_a_place_merged_with_what_is_written(edited: Edit) -> None:
    saved = edited(
        report(document(written=BEGUN)),
        ["find", "Planen er", "before"], ["press", "SwBackspace"], ["type", "Kort: "],
        ["find", "én indgang", "after"], ["delete", 1],
    )  # fmt: skip

    found = prose_of(saved)[CONCLUSION].prose

    assert [one.text for one in found] == ["Kort: Planen er kendt, men få har set den.", "ét skema", "én indgang"]


def test_what_cannot_be_carried_over_is_named(edited: Edit) -> None:
    saved = edited(
        report(),
        ["find", f"[{HINT}]", "over"],
        ["type", "Se tabellen."],
        ["press", "InsertPara"],
        ["table"],
        ["type", "Tal"],
    )

    found = prose_of(saved)[CONCLUSION]

    assert found == ReadPlace((body("Se tabellen."),), ("a table that begins “Tal”",))


def test_tracked_changes_are_taken_as_accepted(edited: Edit) -> None:
    saved = edited(
        report(document(written=BEGUN)),
        ["press", "TrackChanges"], ["find", "har set den", "over"], ["type", "kender den"],
    )  # fmt: skip

    found = prose_of(saved)[CONCLUSION]

    assert found.prose[0].text == "Planen er kendt, men få kender den."
    assert found.left_behind == ("tracked changes (taken as accepted)",)


def test_edits_outside_the_places_are_told(edited: Edit) -> None:
    saved = edited(
        report(),
        ["find", "3 udsagn, 1 kilde", "after"], ["type", " (se bilag)"],
        ["find", "det to steder", "over"], ["type", "alt to steder"],
        ["find", "Tallene tæller udsagn.", "after"], ["press", "InsertPara"], ["type", "Vores note."],
    )  # fmt: skip

    assert compare(saved, report(document(n=4))) == Comparison(
        fingerprinted=True,
        quotes=(QuoteChange("aaaa1111", "Vi skriver alt to steder.", "Vi skriver det to steder.", by_hand=True),),
        lines=(
            LineChange(("Resumé", "Én plan", "Bygger på"), "3 udsagn", "4 udsagn"),
            LineChange(("Én plan",), "", "4 udsagn, 1 kilde"),
            LineChange(("Én plan", "Hovedpointer", "Ét skema"), "Bygger på: 3 udsagn", "Bygger på: 4 udsagn"),
        ),
        by_hand=(
            HandChange(("Én plan",), "3 udsagn, 1 kilde (se bilag)", ""),
            HandChange(("Metode",), "Vores note.", ""),
        ),
        empty=(OPENING, CONCLUSION, CLOSING),
    )
