"""Writing a municipality's report: files, what is kept, and what its writer is told."""

from dataclasses import replace
from typing import Any

import pytest
from docx import Document

from tests.reports.field import BARRIER, STAFF, add, code, kvistsund, municipality, star
from workbench.errors import ProtectedError, UsageError, WorkbenchError
from workbench.model import SourceKind, Transcription
from workbench.reports import FULL, HOUSE, SHORT
from workbench.store import Municipality, Store, municipalities
from workbench.workflow.report import Wanted, report_name, write_report


def of(store: Store, id: str) -> Municipality:
    return next(one for one in municipalities(store) if one.id == id)


EVERY = ("docx", "html", "md", "pdf")


def english(*formats: str) -> Wanted:
    return Wanted("en", formats=formats or EVERY)


def test_every_format_and_again_only_what_changed(store: Store) -> None:
    where = of(store, kvistsund(store))
    folder = store.root / "reports"
    files = tuple(folder / f"practice-report-kvistsund.{form}" for form in EVERY)

    first = write_report(store, where, english())
    bytes_written = [file.read_bytes() for file in files]
    again = write_report(store, where, english())

    assert (first.files, first.kept, first.changed) == (files, (), None)
    assert (again.files, again.kept, again.warnings) == (files, (), first.warnings)
    assert again.changed is not None
    assert (again.changed.quotes, again.changed.lines, again.changed.by_hand) == ((), (), ())
    assert [file.read_bytes() for file in files] == bytes_written
    code(store, add(store, where.id, "fg2", [("S1", "Ny viden.")], STAFF), 1, "plan", BARRIER)
    changed = write_report(store, where, english("md"))
    assert (changed.files, changed.kept) == ((files[2],), (folder / "practice-report-kvistsund (1).md",))
    assert changed.kept[0].read_bytes() == bytes_written[2]


def test_prose_written_in_word_is_in_every_format_afterwards(store: Store) -> None:
    where = of(store, kvistsund(store))
    [file] = write_report(store, where, english("docx")).files
    typed = Document(str(file))
    hint = next(
        one for one in typed.element.body.iter(f"{W}p") if text_of(one).startswith("[Write the conclusion about")
    )
    for run in list(hint.iter(f"{W}t")):
        run.text = "Planen skal være én." if run is next(hint.iter(f"{W}t")) else ""
    typed.save(str(file))
    worked_in = file.read_bytes()

    written = write_report(store, where, english())

    assert written.kept == (file.with_name("practice-report-kvistsund (1).docx"),)
    assert written.kept[0].read_bytes() == worked_in
    for one in written.files[1:3]:
        assert one.read_text(encoding="utf-8").count("Planen skal være én.") == 1
    assert "Planen skal være én." in [text_of(one) for one in Document(str(file)).element.body.iter(f"{W}p")]


def text_of(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_figures_as_files(store: Store) -> None:
    where = of(store, kvistsund(store))

    files = write_report(store, where, Wanted("en", formats=("md",), figures=True)).files

    assert [one.name for one in files[1:]] == [
        "practice-report-kvistsund-bars-areas.svg",
        "practice-report-kvistsund-bars-areas.png",
        "practice-report-kvistsund-perspectives.svg",
        "practice-report-kvistsund-perspectives.png",
    ]


def test_editions_have_files_of_their_own(store: Store) -> None:
    where = of(store, kvistsund(store))

    names = [
        write_report(store, where, Wanted(language, outline, ("md",), internal)).files[0].name
        for language, outline, internal in (("da", SHORT, False), ("da", FULL, False), ("en", FULL, True))
    ]

    assert names == [
        "praksisrapport-kvistsund.md",
        "praksisrapport-kvistsund-fuld.md",
        "practice-report-kvistsund-full-internal.md",
    ]


def test_a_chosen_quote_that_may_not_be_quoted_stops_the_report(store: Store) -> None:
    where = municipality(store)
    group = add(store, where, "fg1", [("S1", "Det må I ikke skrive.")], STAFF, consent=frozenset())
    id = code(store, group, 1, "plan", BARRIER)
    star(store, id)

    with pytest.raises(ProtectedError) as refused:
        write_report(store, of(store, where), english())

    assert refused.value.exit_code == 3
    assert refused.value.message == (
        f"Chosen quotes may not be printed: the consent does not cover quoting ({id[:8]})."
    )
    assert list((store.root / "reports").iterdir()) == []


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

    assert write_report(store, of(store, where), english("md")).warnings == (
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

    assert write_report(store, of(store, where), english("md")).warnings == (
        "No codings are counted yet: the report holds the knowledge base and the method only.",
        "1 passage of 1 is undecided: the report says that it is preliminary.",
    )


def test_refusals_write_nothing(store: Store) -> None:
    where = of(store, municipality(store))

    with pytest.raises(WorkbenchError) as nothing:
        write_report(store, where, english())
    with pytest.raises(UsageError) as form:
        write_report(store, where, english("txt"))
    with pytest.raises(UsageError) as language:
        write_report(store, where, Wanted("fr"))

    assert [refused.value.message for refused in (nothing, form, language)] == [
        "There is nothing from Kvistsund yet: no source to report on.",
        "A report is written as docx, html, md, pdf, not as “txt”.",
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
    document = Document(str(HOUSE))
    document.paragraphs[0].text = "{{ title }}: {{ municipality }}"
    document.save(str(store.root / "own.docx"))
    store.settings = replace(store.settings, report_template="own.docx")

    [file] = write_report(store, where, english("docx")).files

    assert Document(str(file)).paragraphs[0].text == "Practice report: Kvistsund"
