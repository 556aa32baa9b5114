"""The terms of a passage, each with the word it came from; and what each word adds to a score."""

import numpy as np
import pytest

from tests.suggest.test_engine import BOOK, CHAT, DOUBLED, GUIDED
from workbench.suggest.evidence import Spoken
from workbench.suggest.meanings import meaning_terms
from workbench.suggest.prior import Prior
from workbench.suggest.reading import NEAR, Terms, letter_terms, pair_terms, readings, word_terms
from workbench.suggest.space import Space

SAID = "Hun ringede Lone til"


def paired(terms: Terms) -> list[tuple[int, str]]:
    return list(zip(*terms, strict=True))


def test_words_their_parts_and_neighbours() -> None:
    (read,) = readings(["Vi har netværksmøder"])
    assert paired(word_terms(read)) == [
        (0, "vi"),
        (1, "have"),
        (1, "vi have"),
        (2, "netværksmøde"),
        (2, "netværk"),
        (2, "møde"),
        (2, "have netværksmøde"),
    ]


def test_a_pair_comes_from_the_word_that_tells_more_and_of_equals_from_the_later() -> None:
    (read,) = readings([SAID])
    assert read.lemmas == ("hun", "ringe", "lone", "til")
    assert paired(pair_terms(read)) == [
        (1, "hun|ringe"),
        (2, "hun|lone"),
        (3, "hun|til"),
        (2, "lone|ringe"),
        (1, "ringe|til"),
        (2, "lone|til"),
    ]


def test_pairs_reach_no_further_than_that() -> None:
    (read,) = readings([" ".join(f"ord{at}" for at in range(NEAR + 2))])
    ends = [term.split("|") for _, term in paired(pair_terms(read))]
    assert max(abs(int(one[3:]) - int(other[3:])) for one, other in ends) == NEAR - 1
    assert len(ends) == sum(min(NEAR - 1, NEAR + 1 - at) for at in range(NEAR + 2))


def test_letters_within_words() -> None:
    (read,) = readings(["Øh ja"])
    assert paired(letter_terms(read)) == [
        *((0, gram) for gram in (" øh", "øh ", " øh ", " øh ")),
        *((1, gram) for gram in (" ja", "ja ", " ja ", " ja ")),
    ]


def test_fields_of_meaning_name_their_word() -> None:
    (read,) = readings([SAID])
    assert {word for word, _ in paired(meaning_terms(read))} == {1}


def test_a_space_of_terms_in_enough_passages() -> None:
    documents: list[Terms] = [([0, 1, 2], ["b", "a", "b"]), ([0, 1], ["a", "c"])]
    whole, common = Space.over(documents), Space.over(documents, least=2)
    assert (whole.columns, common.columns) == ({"b": 0, "a": 1, "c": 2}, {"a": 0})
    np.testing.assert_allclose(whole.idf, np.log([3 / 2, 3 / 3, 3 / 2]) + 1)
    assert whole.unseen == pytest.approx(np.log(3) + 1)
    counted = common.counted([([0, 1, 2], ["z", "a", "z"]), ([], []), ([4], ["y"])])
    assert (counted.columns.tolist(), counted.starts.tolist(), counted.width) == ([1, 0, 1, 2], [0, 3, 3, 4], 3)
    assert [part.tolist() for part in counted.of(2)] == [[2], [4]]


def test_a_term_nobody_knows_takes_its_share_of_a_row() -> None:
    space = Space.over([([0], ["a"])])
    rows = space.weighted(space.counted([([0], ["a"]), ([0, 1], ["a", "z"]), ([0], ["z"])])).toarray()
    alone, beside = space.idf[0], space.unseen
    np.testing.assert_allclose(rows[:, 0], [1, alone / np.hypot(alone, beside), 0])


def test_the_parts_of_the_words_are_the_whole_score() -> None:
    """But for what no keyword adds: a keyword that speaks against a code is no word's part."""
    known = Prior.taught(BOOK)
    texts = [DOUBLED, GUIDED, CHAT, "Ja, ja, ja: planer, planer og atter planer."]
    read = readings(texts)
    seen = known.features.see(read)
    scores = known.scores(seen) - known.offsets
    terms = known.features.terms
    for passage, reading in enumerate(read):
        spoken = Spoken.of(reading, seen, passage)
        for code in range(len(BOOK.codes)):
            hits = [hit for hit in seen.hits[passage] if hit.code == code]
            parts = spoken.parts(known.weights[spoken.columns, code], hits)
            met = float((seen.columns[passage, terms:] @ known.weights[terms:, code])[0])
            assert len(parts) == len(reading.words)
            assert parts.sum() == pytest.approx(scores[passage, code] - met + (max(met, 0) if hits else 0))
