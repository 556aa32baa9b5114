"""The codebook that comes with the workbench: its examples are what suggestions start from."""

import re
from collections import Counter

import pytest

from workbench.codebook import Code, Codebook, axes, load

FALSE_FRIENDS = 30
"""At least as many passages use the codebook's words about something else."""


@pytest.fixture(scope="module")
def book() -> Codebook:
    return load("kui-fire-fokusomraader")


def test_four_areas_and_their_sub_codes(book: Codebook) -> None:
    assert {area.id: len(book.children(area.id)) for area in book.areas} == {
        "indgang": 6,
        "plan": 6,
        "guide": 6,
        "sammen": 7,
    }


def test_every_code_is_named_in_both_languages_and_says_what_it_leaves_out(book: Codebook) -> None:
    for code in book.codes:
        assert set(code.names) == {"da", "en"}, code.id
        assert code.include and code.keywords, code.id
        assert len(code.exclude) >= 3, code.id
        assert all(exclusion.use for exclusion in code.exclude), code.id
        assert all(keyword.strip("* ") for keyword in code.keywords), code.id


def test_enough_examples_each_as_long_as_a_passage(book: Codebook) -> None:
    for code in book.codes:
        assert len(code.examples) >= (8 if code.level == 1 else 6), code.id
        assert [text for text in code.examples if not 10 <= len(text.split()) <= 40] == []
    assert len(book.no_code_examples) >= 60
    assert [text for text in book.no_code_examples if not 8 <= len(text.split()) <= 35] == []


def test_no_example_is_given_twice(book: Codebook) -> None:
    every = Counter(text for code in book.codes for text in code.examples) + Counter(book.no_code_examples)
    assert [text for text, times in every.items() if times > 1] == []


def meets(code: Code, text: str) -> bool:
    """Whether a keyword stands in the text as written: no lemmas, so this counts too few."""
    ends = {True: "", False: r"\b"}
    return any(
        re.search(rf"\b{re.escape(word.rstrip('*'))}{ends[word.endswith('*')]}", text, re.IGNORECASE)
        for word in code.keywords
    )


def test_most_examples_use_none_of_their_code_s_keywords(book: Codebook) -> None:
    told = [(code, text) for code in book.codes for text in code.examples]
    assert sum(meets(code, text) for code, text in told) < len(told) / 4


def test_false_friends_come_after_their_heading(book: Codebook) -> None:
    after = book.yaml.split("# Falske venner", 1)[1]
    assert len(re.findall(r"^- ", after, re.MULTILINE)) >= FALSE_FRIENDS


def test_axes_hold_what_a_coding_can_carry(book: Codebook) -> None:
    from workbench.model import Valence

    assert {id: [value.id for value in axis.values] for id, axis in axes(book).items()} == {
        "valence": ["description", "barrier", "enabler", "recommendation"],
        "perspective": ["youth", "relative", "staff", "leader", "politician", "external"],
        "strength": ["1", "2", "3"],
    }
    assert [value.id for value in axes(book)["valence"].values] == [str(valence) for valence in Valence]
    assert "burde" in axes(book)["valence"].value("recommendation").cues


def test_the_identity_of_a_code_is_the_same_everywhere(book: Codebook) -> None:
    assert (book.id, book.version) == ("kui-fire-fokusomraader", "0.2.0")
    assert book.uuid("plan.dobbelt") == "b79b91d9-0ea6-51c0-b5ce-64dea2e6c6bf"
    assert len({book.uuid(code.id) for code in book.codes}) == 29
