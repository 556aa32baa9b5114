"""The catalogue in words and as files: what is named where, and what whoever sends it is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.catalogue_field import NAMES, REGIONS, field_phase, wrote
from tests.reports.field import star
from workbench.errors import ProtectedError, UsageError
from workbench.model import Valence
from workbench.reports import markdown
from workbench.reports.catalogue import catalogue, catalogue_document
from workbench.reports.document import Document, Heading, Picture, Section, Table, Words
from workbench.reports.figures import Heatmap
from workbench.reports.template import SECTIONS
from workbench.store import Store, add_coding, passages, quotes, sources, stored_codes
from workbench.workflow.catalogue import catalogue_name, fresh_catalogue, write_catalogue
from workbench.workflow.report import Wanted


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Store]:
    store = field_phase(tmp_path / "projekt")
    yield store
    store.close()


def told(store: Store, codebook: str | None = None) -> Document:
    return catalogue_document(catalogue(store, language="en", codebook=codebook))


def section(document: Document, title: str) -> Section:
    return next(one for one in document.sections if one.title == title)


def words(document: Document, title: str) -> str:
    return " ".join(block.text for block in section(document, title).blocks if isinstance(block, Words))


def test_sections_in_the_order_of_the_template(field: Store) -> None:
    document = told(field)
    assert [(one.id, one.title) for one in document.sections] == [
        ("summary", "Introduction"),
        ("summary", "The municipalities that take part"),
        ("knowledge", "Knowledge base"),
        ("areas", "One entry point"),
        ("areas", "One plan"),
        ("areas", "One youth guide"),
        ("areas", "Coherent effort"),
        ("variation", "What works"),
        ("variation", "Differences between municipalities"),
        ("recommendations", "All recommendations"),
        ("method", "Method and limits"),
        ("appendices", "Appendix A: The codebook"),
    ]
    ids = [SECTIONS.index(one.id) for one in document.sections]
    assert ids == sorted(ids)
    assert (document.kind, document.edition, document.subtitle) == ("catalogue", "full", "")
    assert document.facts[1][0] == "Data as of"  # the template's data_date
    assert document.facts[3] == ("Municipalities", "5")


def test_a_municipality_is_named_in_two_tables_only(field: Store) -> None:
    wrote(field, "Ravnstrøm", "plan", "Ravnstrøm Kommune har én plan", "Ravnstrøms unge kender den.")
    wrote(field, "Kvistsund", "guide", "Guiden er kendt i Brændlyng")
    document = told(field)
    allowed = {"The municipalities that take part", "Knowledge base"}
    for one in document.sections:
        text = markdown(replace(document, sections=(one,), facts=()))
        named = [name for name in (*NAMES, *REGIONS) if name.casefold() in text.casefold()]
        assert not named or one.title in allowed, (one.title, named)
    (picture,) = (one for one in section(document, "Knowledge base").blocks if isinstance(one, Picture))
    assert isinstance(picture.figure, Heatmap)
    assert picture.figure.rows == ("Brændlyng", "Gråskær", "Havrevig", "Kvistsund", "Ravnstrøm")
    assert "[the municipality] har én plan" in words(document, "One plan")


def test_few_municipalities_are_not_counted_out(field: Store) -> None:
    document = told(field)
    assert "The theme is spoken about in few municipalities." in words(document, "Coherent effort")
    assert (
        "The theme is spoken about in 4 of 5 municipalities. Barriers are named in 3 of 5 municipalities. Enablers are"
        " named in 4 of 5 municipalities. It is heard under these forms of organisation: netværk, samlet enhed."
    ) in words(document, "One plan")
    (table,) = (block for block in section(document, "One plan").blocks if isinstance(block, Table))
    assert [(row[0].text, row[1].text) for row in table.rows] == [
        ("Double documentation", "3 of 5 municipalities"),
        ("One plan, in general", "3 of 5 municipalities"),
        ("Shared IT system", "A single municipality"),
    ]
    (table,) = (block for block in section(document, "One entry point").blocks if isinstance(block, Table))
    assert [(row[0].text, row[1].text) for row in table.rows] == [
        ("The municipality coordinates", "Several municipalities"),
        ("One entry point, in general", "Few municipalities"),
    ]


def test_a_theme_without_an_example_says_nothing_of_one(field: Store) -> None:
    heading = Heading("An example from one of the municipalities")
    assert heading not in section(told(field), "One plan").blocks
    wrote(field, "Havrevig", "plan", "Planen er kendt")
    assert heading in section(told(field), "One plan").blocks
    assert heading not in section(told(field), "One youth guide").blocks


def test_through_the_crosswalk(field: Store) -> None:
    document = told(field, "praksiskatalog-temaer")
    assert document.edition == "full praksiskatalog-temaer"
    assert [one.title for one in document.sections][-2:] == ["Appendix A: The codebook", "Appendix B: The crosswalk"]
    assert "Without a place there, and therefore in no chapter: The municipality coordinates (5)" not in words(
        document, "Introduction"
    )
    assert "Double documentation (6)" in words(document, "Method and limits")


def test_files_and_what_the_sender_is_told(field: Store) -> None:
    wrote(field, "Havrevig", "plan", "Planen er kendt")
    telling = next(quote.id[:8] for quote in quotes(field) if "Kvistsund" in quote.text)
    wanted = Wanted("en", formats=("md", "docx"))
    written = write_catalogue(field, wanted)
    assert [file.name for file in written.files] == ["catalogue.md", "catalogue.docx"]
    drafts = len(list(_quotations(told(field))))
    assert list(written.warnings) == [
        "One plan is thin: only one role group.",
        "9 statements are counted but never quoted: the consent does not cover quoting.",
        f"{drafts} of {drafts} quotes are not approved yet: workbench quotes approve ID.",
        "Without material, and therefore not in the catalogue: Tjørnefjord.",
        f"1 quote names a municipality or a region and is not used: workbench quotes edit ID ({telling}).",
        "1 example comes from a finding about one municipality: read whether it can be recognised.",
    ]
    first = [file.read_bytes() for file in written.files]
    again = write_catalogue(field, wanted)
    assert ([file.read_bytes() for file in again.files], again.kept) == (first, ())


def _quotations(document: Document) -> Iterator[str]:
    made = markdown(document)
    return (line for line in made.splitlines() if "“" in line and line.lstrip().startswith(">"))


def test_one_municipality_behind_a_theme_and_passages_left(field: Store) -> None:
    source = next(one for one in sources(field) if one.name == "gruppe-Kvistsund")
    undecided = passages(field, source.revision)[0]
    field.db.execute("DELETE FROM review_mark WHERE revision = ? AND passage = ?", [source.revision, undecided.number])
    for quote in quotes(field):
        if quote.area == "sammen" and quote.municipality == "Ravnstrøm":
            field.db.execute("DELETE FROM coding WHERE id = ?", [quote.id])
    warned = write_catalogue(field, Wanted("en", formats=("md",))).warnings
    assert "Coherent effort: everything comes from a single municipality." in warned
    assert warned[0] == "1 passage of 47 is undecided: the report says that it is preliminary."
    assert told(field).status == "Preliminary: 46 of 47 passages dealt with"


def test_a_chosen_quote_that_may_not_be_printed_stops_it(field: Store) -> None:
    held = next(quote for quote in quotes(field) if quote.municipality == "Gråskær")
    star(field, held.id)
    with pytest.raises(ProtectedError, match=f"does not cover quoting \\({held.id[:8]}\\)"):
        write_catalogue(field, Wanted("en", formats=("md",)))


def test_names_of_files_and_languages(field: Store) -> None:
    assert catalogue_name("en") == "catalogue"
    assert catalogue_name("en", "praksiskatalog-temaer") == "catalogue-praksiskatalog-temaer"
    assert fresh_catalogue(field, Wanted("en")) == told(field)
    with pytest.raises(UsageError, match="not in “fr”"):
        write_catalogue(field, Wanted("fr"))


def test_hostile_names_and_words_stay_text(field: Store) -> None:
    source = next(one for one in sources(field) if one.name == "gruppe-Ravnstrøm")
    code = next(one for one in stored_codes(field) if one.code == "plan.retning")
    passage = passages(field, source.revision)[0]
    with field.command("code") as command:
        add_coding(
            command,
            revision=source.revision,
            place=passage.place,
            words=passage.text,
            code=code,
            valence=Valence.BARRIER,
        )
    wrote(field, None, "plan", "{{ 7*7 }} <script>\x1b[31m", "a\u202eb")
    assert "{{ 7*7 }} <script>␛[31m" in words(told(field), "One plan")
