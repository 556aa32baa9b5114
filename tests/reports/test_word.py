"""The Word file: the house's template, filled with text that stays text, the same bytes every time."""

import io

from docx import Document

from tests.reports.field import BARRIER, STAFF, WISH, add, code, kvistsund, municipality, write_finding
from workbench.model import FindingKind
from workbench.reports import FULL, docx, practice_document, practice_report
from workbench.reports import Document as Report
from workbench.reports.house import house
from workbench.reports.package import parts_of
from workbench.reports.word import HOUSE
from workbench.store import Store

HOSTILE = "{{ 7*7 }} {% raw %} {_{ }_} {# skjult #} <script>alert(1)</script> & æ 🙂 ]]>"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def report(store: Store, where: str) -> Report:
    return practice_document(practice_report(store, where, language="en"))


def words(content: bytes) -> list[str]:
    """Every paragraph that says something, those in tables among them, in the order of the file."""
    body = Document(io.BytesIO(content)).element.body
    every = ("".join(run.text or "" for run in one.iter(f"{W}t")) for one in body.iter(f"{W}p"))
    return [text for text in every if text]


def test_the_committed_template_is_what_its_maker_makes() -> None:
    assert parts_of(HOUSE.read_bytes()) == parts_of(house())


def test_the_template_says_nothing_in_any_language() -> None:
    assert [line for line in words(HOUSE.read_bytes()) if "{" not in line] == []


def test_whole(store: Store) -> None:
    where = municipality(store, themes=("plan",))
    group = add(store, where, "fg1", [("S1", "Vi skriver det to gange."), ("S2", "Lad os få ét skema.")], STAFF)
    first = code(store, group, 1, "plan.dobbelt", BARRIER)[:8]
    wish = code(store, group, 2, "plan", WISH)[:8]
    written = practice_report(store, where, language="en")
    assert written.cover.data_date is not None

    found = words(docx(practice_document(written)))

    assert found[:10] == [
        "projekt", "Practice report", "Kvistsund", "Status", "Preliminary: 0 of 2 passages dealt with", "Data as of",
        f"{written.cover.data_date:%-d %B %Y}", "Version", str(written.cover.version),
        "The numbers count statements, not shares. They show what was said and what it rests on, not how common it is.",
    ]  # fmt: skip
    assert found[10:-8] == [
        "Summary", "[Write the report's main message here, in a few lines.]",
        "The focus areas in short", "Focus area", "What the material shows", "Rests on",
        "One plan", "Most about: One plan, in general", "2 statements, 1 source: member of staff",
        "1 barrier, 1 recommendation",
        "Figure 1. Barriers and enablers by focus area, in statements",
        "Knowledge base", "Sources", "Material", "Number", "Period", "Focus groups", "1", "March 2026",
        "Who was heard", "Perspective", "People", "Member of staff", "fewer than 3",
        "Length of the talks: about 1 hour.",
        "What is missing", "Young people have not been heard.", "Leaders have not been heard.",
        "Nothing was said about: One youth guide.", "Few statements about: One plan.",
        "One plan",
        "2 statements, 1 source: member of staff · 1 barrier, 1 recommendation"
        " · asked for by the municipality beforehand",
        "[Write the conclusion about “One plan” here.]",
        "What the interviews show",
        "One plan, in general", "1 statement: member of staff · 1 recommendation",
        "Double documentation", "1 statement: member of staff · 1 barrier",
        "“Vi skriver det to gange.”", f"– Member of staff · {first}",
        "Recommendations", "One plan, in general",
        f"“Lad os få ét skema.” – Member of staff {wish}",
        "Rests on: 1 statement: member of staff",
        "All recommendations", "What the interviews ask for", "Recommendation", "Rests on", "Owner", "Next step",
        "One plan, in general", "One plan", "1 statement: member of staff",
        "Method",
    ]  # fmt: skip


def test_hostile_text_stays_text(store: Store) -> None:
    where = municipality(store, name=HOSTILE)
    group = add(store, where, "fg1", [("S1", f"{HOSTILE}\x1b[2J\ufffe\u202e")], STAFF)
    code(store, group, 1, "plan")
    write_finding(store, where, FindingKind.RECOMMENDATION, code="plan", label=HOSTILE, body="a\tb\x07c")

    found = words(docx(report(store, where)))

    assert f"“{HOSTILE}␛[2J\ufffd\ufffd”" in found
    assert found.count(HOSTILE) == 3  # on the cover, in the box, in the table of all
    assert found.count("a b␇c") == 1  # the short outline prints it in the box only


def test_the_same_project_gives_the_same_bytes(store: Store) -> None:
    where = kvistsund(store)

    assert docx(report(store, where)) == docx(report(store, where))


def test_properties_carry_the_title_the_language_the_edition_and_the_datas_date(store: Store) -> None:
    where = kvistsund(store)
    made = practice_report(store, where, language="en", outline=FULL, internal=True)
    told = Document(io.BytesIO(docx(practice_document(made)))).core_properties
    assert made.cover.data_date is not None
    dated = made.cover.data_date.replace(microsecond=0)

    assert (told.title, told.subject, told.language) == ("Practice report – Kvistsund", "Final", "en-GB")
    assert (told.author, told.last_modified_by, told.keywords) == ("", "", "practice full internal")
    assert told.created is not None
    assert (told.created.replace(tzinfo=None), told.modified) == (dated.replace(tzinfo=None), told.created)


def test_pictures_say_what_they_show(store: Store) -> None:
    content = docx(report(store, kvistsund(store)))
    body = Document(io.BytesIO(content)).element.body

    assert [one.get("descr") for one in body.iter("{*}docPr")] == [
        "One plan: 2 barriers and 1 enabler. One youth guide: 0 barriers and 2 enablers.",
        "Young person: One plan not shown, One youth guide not shown."
        " Member of staff: One plan not shown, One youth guide not shown."
        " Leader: One plan not shown, One youth guide not shown.",
    ]


def test_nothing_coded_leaves_no_empty_headings(store: Store) -> None:
    where = municipality(store)
    add(store, where, "fg1", [("S1", "Hej.")], STAFF)

    found = words(docx(report(store, where)))

    assert not {"Summary", "Recommendations", "All recommendations", "One plan"} & set(found)
    assert {"Knowledge base", "Method"} <= set(found)
