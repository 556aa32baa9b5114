"""Poor codebooks and strange passages: the engine answers, if only with silence."""

from dataclasses import replace

import pytest

from tests.suggest.test_engine import BOOK, CHAT, DOUBLE, DOUBLED, GUIDE, GUIDED, PLAN, codes
from workbench.codebook import Code, Codebook
from workbench.model import LabelledPassage
from workbench.suggest import Engine

EMPTY = Codebook("tom", "1.0.0", {"da": "Tom"}, ())
STRANGE = {
    "a word": ("plan", ["plan"]),
    "an unknown word": ("xqz", []),
    "stop words": ("og at det er så der ikke", []),
    "line ends": ("\n\r\n\t", []),
    "signs": ("?! ... – § %", []),
    "pictures": ("🙂🙂🏳️‍🌈", []),
    "a word without end": ("a" * 2000, []),
    "one word, again and again": ("plan " * 10_000, ["plan"]),
    "ten thousand words": (f"{DOUBLED} " * 900, ["plan.dobbelt"]),
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.learn(BOOK)


@pytest.mark.parametrize("kind", STRANGE)
def test_a_strange_passage(engine: Engine, kind: str) -> None:
    text, expected = STRANGE[kind]
    found = engine.suggest([text])[0]
    assert codes(found) == expected
    assert [each.place.of(text) for one in found for each in one.evidence] == [
        each.text for one in found for each in one.evidence
    ]


def test_control_characters_are_no_words(engine: Engine) -> None:
    written = f"\x00\x1b[31m{GUIDED[:3]}\x07 {GUIDED[4:]}\u202e"
    plain, strange = engine.suggest([GUIDED, written])
    assert codes(strange) == codes(plain) == ["guide"]
    assert [each.place.of(written) for each in strange[0].evidence] == [each.text for each in plain[0].evidence]


def test_a_strange_passage_changes_nothing_for_its_neighbours(engine: Engine) -> None:
    among = [text for text, _ in STRANGE.values()]
    assert engine.confidences([GUIDED, *among, DOUBLED])[:: len(among) + 1] == engine.confidences([GUIDED, DOUBLED])


def test_no_passages(engine: Engine) -> None:
    assert (engine.suggest([]), engine.suggest([], questions=[]), engine.confidences([])) == ([], [], [])
    assert engine.learned([]) is engine


def test_a_codebook_without_codes() -> None:
    engine = Engine.learn(EMPTY, [LabelledPassage(CHAT, frozenset(), no_code=True)], [CHAT])
    for one in (engine, engine.learned([LabelledPassage(DOUBLED, frozenset({"plan"}))])):
        assert one.suggest([DOUBLED, ""]) == one.suggest([DOUBLED, ""], questions=["", DOUBLED]) == [(), ()]
        assert one.confidences([DOUBLED, ""]) == [{}, {}]


def test_a_codebook_of_one_code() -> None:
    alone = Engine.learn(replace(EMPTY, codes=(GUIDE,)))
    assert [codes(found) for found in alone.suggest([GUIDED, CHAT])] == [["guide"], []]


def test_a_code_without_examples_beside_those_that_have_some() -> None:
    bare = Code("guide", GUIDE.names, GUIDE.definition, keywords=GUIDE.keywords)
    engine = Engine.learn(replace(EMPTY, codes=(PLAN, DOUBLE, bare)))
    found = engine.suggest(["Hun er min kontaktperson, en slags mentor.", DOUBLED, CHAT])
    assert [codes(each) for each in found] == [["guide"], ["plan.dobbelt"], []]


def test_a_codebook_without_examples_still_knows_which_code_is_nearer() -> None:
    bare = tuple(Code(c.id, c.names, c.definition, c.parent, keywords=c.keywords) for c in (PLAN, GUIDE))
    engine = Engine.learn(replace(EMPTY, codes=bare))
    plan, guide, chat = engine.confidences(["Der er en plan.", "Hun er min kontaktperson.", CHAT])
    assert plan["plan"] > plan["guide"]
    assert guide["guide"] > guide["plan"]
    assert max(chat.values()) < min(plan["plan"], guide["guide"])
    assert engine.suggest([CHAT]) == [()]


def test_a_code_of_nothing_but_a_name() -> None:
    bare = Codebook("navn", "1.0.0", {"da": "Navn"}, (Code("a", {"da": "A"}, ""),))
    assert Engine.learn(bare).suggest([DOUBLED, CHAT]) == [(), ()]
