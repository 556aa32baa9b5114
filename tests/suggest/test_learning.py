"""What the engine makes of people's decisions."""

from collections.abc import Sequence

import pytest

from tests.suggest.test_engine import BOOK, CHAT, DOUBLED, GUIDED
from workbench.model import LabelledPassage
from workbench.suggest import Engine

SAID = "Bilen holdt altid derhenne ved hækken, når jeg kom ud fra timen."
LIKE = "Så holdt bilen derhenne ved hækken igen, da timen var slut."


def confidences(labelled: Sequence[LabelledPassage], text: str) -> dict[str, float]:
    return Engine.learn(BOOK, labelled).confidences([text])[0]


@pytest.fixture(scope="module")
def before() -> dict[str, float]:
    return confidences([], LIKE)


def test_an_accept_moves_a_similar_passage_up(before: dict[str, float]) -> None:
    after = confidences([LabelledPassage(SAID, frozenset({"guide"}))], LIKE)
    assert after["guide"] > 3 * before["guide"]
    assert after["plan"] == pytest.approx(before["plan"], abs=0.05)


def test_a_sub_codes_accept_counts_for_its_area(before: dict[str, float]) -> None:
    after = confidences([LabelledPassage(SAID, frozenset({"plan.dobbelt"}))], LIKE)
    assert after["plan.dobbelt"] > 3 * before["plan.dobbelt"]
    assert after["plan"] > 3 * before["plan"]


def score_free(labelled: Sequence[LabelledPassage], text: str) -> dict[str, float]:
    """Confidences under unchanged calibration: one decision, learned by itself."""
    return Engine.learn(BOOK).learned(labelled).confidences([text])[0]


def test_a_reject_moves_down_its_own_code_only() -> None:
    start = score_free([], GUIDED)
    after = score_free([LabelledPassage(GUIDED, frozenset(), rejected=frozenset({"guide"}))], GUIDED)
    assert after["guide"] < start["guide"] - 0.1
    assert (after["plan"], after["plan.dobbelt"]) == (start["plan"], start["plan.dobbelt"])


def test_what_nobody_touched_is_no_negative() -> None:
    start = score_free([], GUIDED)
    assert score_free([LabelledPassage(GUIDED, frozenset())], GUIDED) == start
    after = score_free([LabelledPassage(GUIDED, frozenset({"plan"}))], GUIDED)
    assert after["guide"] == start["guide"]
    assert after["plan"] > start["plan"]


def test_no_code_is_a_negative_for_every_code() -> None:
    start = score_free([], DOUBLED)
    after = score_free([LabelledPassage(DOUBLED, frozenset(), no_code=True)], DOUBLED)
    assert after["plan"] < start["plan"]
    assert after["plan.dobbelt"] < start["plan.dobbelt"]
    assert after["guide"] <= start["guide"]


def test_learning_one_by_one_is_counted_and_leaves_the_old_engine_alone() -> None:
    engine = Engine.learn(BOOK)
    first = engine.confidences([LIKE])
    more = engine.learned([LabelledPassage(SAID, frozenset({"guide"}))])
    more = more.learned([LabelledPassage(CHAT, frozenset(), no_code=True)])
    assert (engine.provenance["labelled"], more.provenance["labelled"]) == (0, 2)
    assert engine.confidences([LIKE]) == first
    assert more.confidences([LIKE])[0]["guide"] > first[0]["guide"]


def test_codes_of_another_codebook_are_passed_over() -> None:
    start = score_free([], DOUBLED)
    assert score_free([LabelledPassage(DOUBLED, frozenset({"fremmed.kode"}))], DOUBLED) == start
