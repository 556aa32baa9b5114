"""A focus area that only holds sub-codes: it is never suggested itself, and still an answer to level 1."""

import pytest

from workbench.codebook import load, parse
from workbench.suggest import Engine
from workbench.suggest.choice import chosen
from workbench.suggest.rows import codebook_rows

BOOK = """
id: proeve
version: 0.1.0
name: {da: Prøve}
codes:
- id: uden
  name: {da: Uden for kommunen}
  definition: Parter uden for kommunen.
  folder: true
  codes:
  - id: uden.mester
    name: {da: Mester}
    definition: Virksomheder.
    keywords: [mester, virksomhed*, praktik*]
    examples: [Mester gav mig en chance., Jeg er i praktik hos en virksomhed., Virksomheden ringede selv.]
  - id: uden.laege
    name: {da: Læge}
    definition: Psykiatri og læger.
    keywords: [læge*, psykiatri*, udred*]
    examples: [Lægen skrev en henvisning., Vi venter på psykiatrien., Udredningen tog et år.]
- id: plan
  name: {da: Plan}
  definition: Planen.
  keywords: [plan*]
  examples: [Der er fire planer., Planen ligger i skuffen., Jeg har aldrig set planen.]
"""
SAID = ["Psykiatrien og lægen ville udrede mig.", "Planen var en anden plan.", "Vil du have kaffe?"]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.learn(parse(BOOK))


def test_its_sub_codes_are_suggested_and_it_never_is(engine: Engine) -> None:
    found = engine.suggest(SAID)
    assert [[one.code for one in each] for each in found] == [["uden.laege"], ["plan"], []]


def test_level_1_answers_with_it(engine: Engine) -> None:
    areas, codes = engine.suggest(SAID, level=1), engine.suggest(SAID, level=2)
    assert [[one.code for one in each] for each in areas] == [["uden"], ["plan"], []]
    assert [[one.code for one in each] for each in codes] == [["uden.laege"], [], []]
    assert areas[0][0].confidence >= codes[0][0].confidence


def test_it_never_stands_alone_where_no_sub_code_is_sure_enough() -> None:
    book = load("praksiskatalog-temaer")
    folders = {code.id for code in book.codes if code.folder}
    said = [text for code in book.codes for text in code.examples]
    found = Engine.learn(book).suggest(said)
    assert folders.isdisjoint(one.code for each in found for one in each)
    assert sum(bool(each) for each in found) > len(said) / 2


@pytest.mark.parametrize(("level", "wanted"), [(None, []), (1, ["uden"]), (2, [])])
def test_it_is_no_answer_where_only_it_is_sure_enough(level: int | None, wanted: list[str]) -> None:
    book = parse(BOOK)
    sure = [0.9 if code.folder else 0.1 for code in book.codes]
    found = chosen(book, sure, [0.5] * len(sure), level, 3)
    assert [book.codes[index].id for index in found] == wanted


def test_what_it_is_about_is_learned_from_its_sub_codes() -> None:
    book = parse(BOOK)
    assert "Parter uden for kommunen." not in [row.text for row in codebook_rows(book)]
    assert {frozenset(row.positive) for row in codebook_rows(book) if "uden" in row.positive} == {
        frozenset({"uden", "uden.mester"}),
        frozenset({"uden", "uden.laege"}),
    }
