"""Where a codebook's keywords are met."""

import pytest

from workbench.codebook import Code, Codebook
from workbench.suggest.keywords import Keywords
from workbench.suggest.reading import readings

WORDS = ("plan", "støtte*", "på tværs", "min vejleder", "skrive ind", "Uno-Ung", "*", "")
BOOK = Codebook("ord", "1.0.0", {"da": "Ord"}, (Code("a", {"da": "A"}, "Alt.", keywords=WORDS),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Planerne ligger her.", [("plan", [0])]),
        ("Uddannelsesplanen ligger her.", []),
        ("De støttede os, og bostøtten kom.", [("støtte*", [1]), ("støtte*", [4])]),
        ("Vi går PÅ TVÆRS af det.", [("på tværs", [2, 3])]),
        ("på den tværs", []),
        ("Min vejleders hund.", [("min vejleder", [0, 1])]),
        ("Jeg skrev ind.", [("skrive ind", [1, 2])]),
        ("Det står i Uno-Ung", [("Uno-Ung", [3])]),
        ("på", []),
        ("", []),
    ],
)
def test_keywords_met(text: str, expected: list[tuple[str, list[int]]]) -> None:
    hits = Keywords.of(BOOK).hits(readings([text])[0])
    assert [(hit.keyword, list(hit.words)) for hit in hits] == expected
