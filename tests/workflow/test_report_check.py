"""Reports on disk against the project: what was changed in Word, what changed underneath, what is out of date."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.reports.field import BARRIER, STAFF, add, code, kvistsund, municipality
from workbench.errors import InvalidFileError, NotFoundError
from workbench.reports import FULL
from workbench.store import Municipality, Store, municipalities, quotes
from workbench.workflow.quote_marking import approve
from workbench.workflow.quotes import find_quotes
from workbench.workflow.report import Wanted, write_report
from workbench.workflow.report_check import compare_file, standings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def of(store: Store, id: str) -> Municipality:
    return next(one for one in municipalities(store) if one.id == id)


ENGLISH = Wanted("en", formats=("docx",))


def written(store: Store, where: str, wanted: Wanted = ENGLISH) -> Path:
    return write_report(store, of(store, where), wanted).files[0]


def text_of(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))


def type_over(file: Path, found: str, typed: str) -> None:
    """What somebody does in Word: put other words in the place of these."""
    document = Document(str(file))
    [paragraph, *_] = [one for one in document.element.body.iter(f"{W}p") if text_of(one).startswith(found)]
    first, *rest = paragraph.iter(f"{W}t")
    first.text = text_of(paragraph).replace(found, typed, 1)
    for one in rest:
        one.text = ""
    document.save(str(file))


def test_nothing_differs_from_a_report_just_written(store: Store) -> None:
    file = written(store, kvistsund(store))

    found = compare_file(store, file)

    assert found.fingerprinted
    assert found.same


def test_a_quote_changed_in_word_differs_from_the_approved_words(store: Store) -> None:
    where = kvistsund(store)
    [said] = [one for one in quotes(store) if one.text == "Guiden er den eneste, de unge ringer til."]
    approve(store, find_quotes(store, [said.id[:8]]))
    file = written(store, where)
    type_over(file, "“Guiden er den eneste", "“Ungeguiden er den eneste")

    [change] = compare_file(store, file).quotes

    assert (change.id, change.now, change.by_hand) == (said.id[:8], "Guiden er den eneste, de unge ringer til.", True)
    assert change.earlier == "Ungeguiden er den eneste, de unge ringer til."


def test_what_changed_underneath_and_what_somebody_wrote(store: Store) -> None:
    where = kvistsund(store)
    file = written(store, where)
    type_over(file, "[Write the conclusion about “One plan” here.]", "Planen skal være én.")
    type_over(file, "Knowledge base", "Knowledge base (ours)")
    code(store, add(store, where, "fg2", [("S1", "Ny viden om planen.")], STAFF), 1, "plan", BARRIER)

    found = compare_file(store, file)

    assert [(one.id, one.words) for one in found.places] == [("plan.conclusion", 4)]
    assert [one.found for one in found.by_hand] == ["Knowledge base (ours)"]
    assert (
        "5 statements, several sources: young person, caseworker, member of staff · 2 barriers, 1 enabler, "
        in " ".join(one.earlier for one in found.lines)
    )


def test_which_reports_are_out_of_date(store: Store) -> None:
    where, other = kvistsund(store), municipality(store, "Brændlyng", "992")
    group = add(store, other, "fg9", [("S1", "Vi har ét skema.")], STAFF)
    without = municipality(store, "Havrevig", "994")
    add(store, without, "fg8", [("S1", "Hej.")], STAFF)
    files = [written(store, where), written(store, other), written(store, where, Wanted("da", FULL, ("docx",)))]
    (files[0].parent / "mine egne noter.docx").write_bytes(b"ikke en rapport")

    before, missing = standings(store)
    code(store, group, 1, "plan", BARRIER)
    after, _missing = standings(store)

    assert [(one.file.name, one.about, one.stale) for one in before] == [
        ("practice-report-braendlyng.docx", "Brændlyng", False),
        ("practice-report-kvistsund.docx", "Kvistsund", False),
        ("praksisrapport-kvistsund-fuld.docx", "Kvistsund", False),
    ]
    assert [one.name for one in missing] == ["Havrevig"]
    assert [one.about for one in after if one.stale and one.about == "Brændlyng"] == ["Brændlyng"]


def test_files_that_are_no_report_of_this_project(store: Store, tmp_path: Path) -> None:
    kvistsund(store)
    other = tmp_path / "brev.docx"
    Document().save(str(other))
    broken = tmp_path / "halv.docx"
    broken.write_bytes(b"PK\x03\x04 halv")

    with pytest.raises(InvalidFileError) as foreign:
        compare_file(store, other)
    with pytest.raises(InvalidFileError):
        compare_file(store, broken)
    with pytest.raises(NotFoundError) as gone:
        compare_file(store, tmp_path / "væk.docx")

    assert foreign.value.message == f"{other} is no report of this project."
    assert gone.value.message == f"There is no file {tmp_path / 'væk.docx'}."
