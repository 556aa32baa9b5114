"""Writing a municipality's report: files, what is kept, and what its writer is told."""

from dataclasses import replace

import pytest
from docx import Document

from tests.reports.field import BARRIER, STAFF, add, code, kvistsund, municipality
from workbench.errors import UsageError, WorkbenchError
from workbench.model import SourceKind, Transcription
from workbench.store import Municipality, Store, municipalities
from workbench.workflow.report import report_name, write_report


def of(store: Store, id: str) -> Municipality:
    return next(one for one in municipalities(store) if one.id == id)


def test_both_files_and_again_only_what_changed(store: Store) -> None:
    where = of(store, kvistsund(store))
    folder = store.root / "reports"
    files = tuple(folder / f"practice-report-kvistsund.{form}" for form in ("docx", "md"))

    first = write_report(store, where, language="en")
    bytes_written = [file.read_bytes() for file in files]
    again = write_report(store, where, language="en")

    assert (first.files, first.kept, first.warnings) == (files, (), ())
    assert again == first
    assert [file.read_bytes() for file in files] == bytes_written
    code(store, add(store, where.id, "fg2", [("S1", "Ny viden.")], STAFF), 1, "plan", BARRIER)
    changed = write_report(store, where, language="en", formats=("md",))
    assert (changed.files, changed.kept) == (files[1:], (folder / "practice-report-kvistsund (1).md",))
    assert changed.kept[0].read_bytes() == bytes_written[1]


def test_warnings(store: Store) -> None:
    where = municipality(store, themes=("guide",))
    said = [("S1", "Det må I ikke skrive."), ("S2", "Heller ikke det.")]
    silent = add(store, where, "fg1", said, STAFF, consent=frozenset())
    minutes = add(
        store, where, "referat", said[:1], STAFF, kind=SourceKind.MINUTES, transcription=Transcription.MINUTES
    )
    code(store, silent, 1, "plan", BARRIER)
    code(store, silent, 2, "plan", BARRIER)
    code(store, silent, 2, "plan", layer="Peter")
    code(store, minutes, 1, "plan", BARRIER)

    assert write_report(store, of(store, where), language="en", formats=["md"]).warnings == (
        "3 passages of 3 are undecided: the report says that it is preliminary.",
        "1 coding is not counted: it is not the lead coder's.",
        "One plan is thin: only one role group.",
        "One youth guide is thin, and the municipality asked for it: nothing was said.",
        "2 statements are counted but never quoted: the consent does not cover quoting.",
        "1 statement is counted but never quoted: it stands in minutes, not in somebody's own words.",
    )


def test_nothing_coded_is_said(store: Store) -> None:
    where = municipality(store)
    add(store, where, "fg1", [("S1", "Hej.")], STAFF)

    assert write_report(store, of(store, where), language="en", formats=["md"]).warnings == (
        "No codings are counted yet: the report holds the knowledge base and the method only.",
        "1 passage of 1 is undecided: the report says that it is preliminary.",
    )


def test_refusals_write_nothing(store: Store) -> None:
    where = of(store, municipality(store))

    with pytest.raises(WorkbenchError) as nothing:
        write_report(store, where, language="en")
    with pytest.raises(UsageError) as form:
        write_report(store, where, language="en", formats=["pdf"])
    with pytest.raises(UsageError) as language:
        write_report(store, where, language="fr")

    assert [refused.value.message for refused in (nothing, form, language)] == [
        "There is nothing from Kvistsund yet: no source to report on.",
        "A practice report is written as docx, md, not as “pdf”.",
        "Reports are written in da, en, not in “fr”.",
    ]
    assert list((store.root / "reports").iterdir()) == []


def test_municipalities_with_like_names_have_files_of_their_own(store: Store) -> None:
    first, second = (of(store, municipality(store, name, code)) for name, code in (("Åby", "101"), ("Aaby", "102")))
    third = of(store, municipality(store, "Kvistsund", "991"))

    assert [report_name(store, one, "en") for one in (first, second, third)] == [
        "practice-report-aaby-101",
        "practice-report-aaby-102",
        "practice-report-kvistsund",
    ]


def test_the_projects_own_template_lies_beside_it(store: Store) -> None:
    where = of(store, kvistsund(store))
    document = Document()
    document.add_paragraph("{{ title }}: {{ municipality }}")
    document.save(str(store.root / "own.docx"))
    store.settings = replace(store.settings, report_template="own.docx")

    [file] = write_report(store, where, language="en", formats=["docx"]).files

    assert [one.text for one in Document(str(file)).paragraphs] == ["Practice report: Kvistsund"]
