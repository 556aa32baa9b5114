"""Blocks as writers get them: nothing empty, no heading level skipped, prose in paragraphs and lists."""

from dataclasses import replace

from tests.reports.formats.sample import sample
from workbench.reports.document import Block, Box, Bullets, Heading, Place, Prose, Run, Section, Shape, Table, Words
from workbench.reports.formats.flow import Item, Listing, Paragraph, Part, parts


def flowing(*blocks: Block) -> tuple[Item, ...]:
    document = replace(sample(), sections=(Section("areas", "Én plan", blocks, new_page=True),))
    found = parts(document)
    assert [replace(part, items=()) for part in found] == [Part("Én plan", (), new_page=True)][: len(found)]
    return found[0].items if found else ()


def test_a_section_without_content_is_left_out() -> None:
    empty = (Heading("Intet"), Place("a", "Skriv her."), Bullets(()), Table((), (), ()), Box("Anbefalinger", ()))

    assert flowing(*empty) == ()


def test_headings_that_nothing_stands_under_are_left_out() -> None:
    found = flowing(
        Heading("Tom"),
        Heading("Også tom", 3),
        Place("a", "Skriv her."),
        Heading("Fuld"),
        Heading("Nederst", 3),
        Words("Sagt."),
        Heading("Sidst", 3),
    )

    assert found == (Heading("Fuld"), Heading("Nederst", 3), Words("Sagt."))


def test_no_level_is_skipped() -> None:
    found = flowing(
        Heading("Dybt", 3),
        Words("a"),
        Heading("Dybere", 3),
        Words("b"),
        Heading("Op", 2),
        Words("c"),
    )

    assert [item.level for item in found if isinstance(item, Heading)] == [2, 3, 2]


def test_headings_that_people_wrote_stand_below_the_one_around_them() -> None:
    written = tuple(Prose((Run(text),), shape) for text, shape in (("a", Shape.HEADING), ("b", Shape.BODY)))
    said = Paragraph((Run("b"),))

    assert flowing(Place("p", "", written + written)) == (Heading("a"), said, Heading("a"), said)
    assert flowing(Heading("x"), Heading("y", 3), Place("p", "", written)) == (
        Heading("x"),
        Heading("y", 3),
        Heading("a", 4),
        said,
    )


def test_prose_becomes_paragraphs_and_lists() -> None:
    bold = Run("fed", bold=True)
    written = (
        Prose((Run("Det "), Run("hele"), bold, Run(""), bold)),
        Prose((Run(" \t"),)),
        Prose((Run("et"),), Shape.BULLET),
        Prose((bold,), Shape.BULLET),
        Prose((Run("først"),), Shape.NUMBER),
    )

    assert flowing(Place("p", "", written), Bullets(("to",))) == (
        Paragraph((Run("Det hele"), Run("fedfed", bold=True))),
        Listing(((Run("et"),), (bold,))),
        Listing(((Run("først"),),), numbered=True),
        Listing(((Run("to"),),)),
    )
