"""The Word file: the house's template, filled with text that stays text, the same bytes every time."""

import io
from pathlib import Path

import pytest
from docx import Document

from tests.reports.field import BARRIER, STAFF, WISH, add, code, kvistsund, municipality, write_finding
from workbench.errors import InvalidFileError
from workbench.reports import PracticeReport, docx_bytes, practice_report, write_docx
from workbench.reports.house import house
from workbench.reports.package import parts_of
from workbench.reports.word import HOUSE
from workbench.store import Store

HOSTILE = "{{ 7*7 }} {% raw %} {_{ }_} {# skjult #} <script>alert(1)</script> & æ 🙂 ]]>"


def report(store: Store, where: str, language: str = "en") -> PracticeReport:
    return practice_report(store, where, language=language)


def words(content: bytes) -> list[str]:
    """Every paragraph, those in tables among them, in the order of the file."""
    body = Document(io.BytesIO(content)).element.body
    return ["".join(run.text or "" for run in one.iter(f"{W}t")) for one in body.iter(f"{W}p")]


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_committed_template_is_what_its_maker_makes() -> None:
    assert parts_of(HOUSE.read_bytes()) == parts_of(house())


def test_the_template_says_nothing_in_any_language() -> None:
    fixed = [line for line in words(HOUSE.read_bytes()) if line and "{" not in line]

    assert fixed == []


def test_whole(store: Store) -> None:
    where = municipality(store, themes=("plan",))
    group = add(store, where, "fg1", [("S1", "Vi skriver det to gange."), ("S2", "Lad os få ét skema.")], STAFF)
    first = code(store, group, 1, "plan.dobbelt", BARRIER)[:8]
    wish = code(store, group, 2, "plan", WISH)[:8]
    written = report(store, where)
    assert written.cover.data_date is not None

    found = [line for line in words(docx_bytes(written)) if line]

    assert found[:10] == [
        "projekt", "Practice report", "Kvistsund", "Status", "Preliminary: 0 of 2 passages dealt with", "Data as of",
        f"{written.cover.data_date:%-d %B %Y}", "Version", str(written.cover.version),
        "The numbers count statements, not shares. They show what was said and what it rests on, not how common it is.",
    ]  # fmt: skip
    assert found[10:-8] == [
        "Summary", "Focus area", "Rests on", "Barriers and enablers",
        "One plan", "2 statements, 1 source: member of staff", "Most about: One plan, in general", "■",
        "1 barrier, 1 recommendation",
        "■ barriers   □ enablers; one mark is one statement, or a share of the longest row",
        "Knowledge base", "Sources", "Material", "Number", "Period", "Focus groups", "1", "March 2026",
        "Who was heard", "Perspective", "People", "Member of staff", "fewer than 3",
        "Length of the talks: about 1 hour.",
        "What is missing", "Young people have not been heard.", "Leaders have not been heard.",
        "Nothing was said about: One youth guide.", "Few statements about: One plan.",
        "One plan", "2 statements, 1 source: member of staff · 1 barrier, 1 recommendation■",
        "The municipality asked for this theme beforehand.",
        "What the interviews show",
        "One plan, in general", "1 statement: member of staff · 1 recommendation",
        "Double documentation", "1 statement: member of staff · 1 barrier",
        "“Vi skriver det to gange.”", f"– Member of staff · {first}",
        "Recommendations", "One plan, in general",
        f"“Lad os få ét skema.” – Member of staff {wish}",
        "Rests on: 1 statement: member of staff",
        "All recommendations", "Recommendation", "Rests on", "Owner", "Next step",
        "One plan, in general", "One plan", f"“Lad os få ét skema.” {wish}", "1 statement: member of staff",
        "Method",
    ]  # fmt: skip


def test_hostile_text_stays_text(store: Store) -> None:
    where = municipality(store, name=HOSTILE)
    group = add(store, where, "fg1", [("S1", f"{HOSTILE}\x1b[2J\ufffe\u202e")], STAFF)
    code(store, group, 1, "plan")
    write_finding(store, where, "recommendation", code="plan", label=HOSTILE, body="a\nb\tc")

    found = words(docx_bytes(report(store, where)))

    assert f"“{HOSTILE}␛[2J\ufffd\ufffd”" in found
    assert found.count(HOSTILE) == 3  # on the cover, in the box, in the table of all
    assert found.count("a b c") == 2


def test_the_same_project_gives_the_same_bytes(store: Store) -> None:
    where = kvistsund(store)

    assert docx_bytes(report(store, where)) == docx_bytes(report(store, where))


def test_properties_carry_the_title_the_language_and_the_datas_date(store: Store) -> None:
    where = kvistsund(store)
    made = report(store, where)
    told = Document(io.BytesIO(docx_bytes(made))).core_properties
    assert made.cover.data_date is not None
    dated = made.cover.data_date.replace(microsecond=0)

    assert (told.title, told.subject, told.language) == ("Practice report – Kvistsund", "Final", "en-GB")
    assert (told.author, told.last_modified_by) == ("", "")
    assert told.created is not None
    assert (told.created.replace(tzinfo=None), told.modified) == (dated.replace(tzinfo=None), told.created)


def test_nothing_coded_leaves_no_empty_headings(store: Store) -> None:
    where = municipality(store)
    add(store, where, "fg1", [("S1", "Hej.")], STAFF)

    found = words(docx_bytes(report(store, where)))

    assert not {"Summary", "Recommendations", "All recommendations", "One plan"} & set(found)
    assert {"Knowledge base", "Method"} <= set(found)


def template(folder: Path, *paragraphs: str) -> Path:
    document = Document()
    for one in paragraphs:
        document.add_paragraph(one)
    file = folder / "own.docx"
    document.save(str(file))
    return file


def test_a_template_of_ones_own(store: Store, tmp_path: Path) -> None:
    own = template(tmp_path, "{{ municipality }}", "{%p for one in chapters %}", "{{ one.name }}", "{%p endfor %}")
    where = kvistsund(store)

    assert words(docx_bytes(report(store, where), own)) == ["Kvistsund", "One plan", "One youth guide"]


FAULTS = {
    "an unknown name": ("{{ kommune }}", "has a tag that cannot be filled: 'kommune' is undefined"),
    "a tag left open": ("{% for one in chapters %}", "has a tag that cannot be filled: "),
    "code that reaches out": ("{{ ''.__class__.__mro__ }}", "has a tag that cannot be filled: "),
}


@pytest.mark.parametrize(("tag", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_template_that_cannot_be_filled(store: Store, tmp_path: Path, tag: str, message: str) -> None:
    own = template(tmp_path, tag)
    target = tmp_path / "rapport.docx"

    with pytest.raises(InvalidFileError) as refused:
        write_docx(report(store, kvistsund(store)), target, own)

    assert f"{own} {message}" in refused.value.message
    assert not target.exists()


@pytest.mark.parametrize("content", [None, b"", b"not a zip", b"PK\x03\x04 half a zip"])
def test_a_template_that_is_no_word_file(store: Store, tmp_path: Path, content: bytes | None) -> None:
    own = tmp_path / "own.docx"
    if content is not None:
        own.write_bytes(content)

    with pytest.raises(InvalidFileError) as refused:
        docx_bytes(report(store, kvistsund(store)), own)

    assert refused.value.message.startswith(f"{own} cannot be used as a report template: ")
