"""Words and where they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.danish import Token, spoken, tokens
from workbench.model import Place


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Han går i 9. klasse, ikke?", ["Han", "går", "i", "9", "klasse", "ikke"]),
        ("Det er f.eks. UU-vejlederen, bl.a.", ["Det", "er", "f.eks", "UU-vejlederen", "bl.a"]),
        ("Uno-Ung og UU'en.Så", ["Uno-Ung", "og", "UU'en", "Så"]),
        ("cpr 130502-1234, kl. 12.30, 24/7", ["cpr", "130502-1234", "kl", "12.30", "24/7"]),
        ("Skriv til anne.b@rebild.dk.", ["Skriv", "til", "anne.b@rebild.dk"]),
        ("og/eller familie- og ungeafdelingen", ["og", "eller", "familie", "og", "ungeafdelingen"]),
        ("[pause] (griner) … – ?!", ["pause", "griner"]),
        ("Jonas' mor", ["Jonas", "mor"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_what_makes_a_word(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_token_knows_its_place_in_code_points() -> None:
    assert tokens("Åh 👍 nej") == [Token("Åh", 0, 2), Token("nej", 5, 8)]
    assert tokens("Åh 👍 nej")[1].place == Place(5, 8)


@given(st.text(alphabet="abåÆ1 .,-'@/:?_\n\u0301()…", max_size=60))
def test_every_token_is_what_stands_at_its_place(text: str) -> None:
    found = tokens(text)
    assert [token.place.of(text) for token in found] == [token.text for token in found]
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("på f g u lige nu", [("på", 0, 2), ("fgu", 3, 8), ("lige", 9, 13), ("nu", 14, 16)]),
        ("K U I og p p r", [("kui", 0, 5), ("og", 6, 8), ("ppr", 9, 14)]),
        ("unge guiden kom", [("ungeguiden", 0, 11), ("kom", 12, 15)]),
        ("min u u vejleder", [("min", 0, 3), ("uu-vejleder", 4, 16)]),
        ("de unge går i å", [("de", 0, 2), ("unge", 3, 7), ("går", 8, 11), ("i", 12, 13), ("å", 14, 15)]),
    ],
)
def test_spoken_spellings_are_joined(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert spoken(tokens(text)) == [Token(*each) for each in expected]
