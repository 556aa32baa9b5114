"""What the engine makes of people's decisions."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from tests.suggest.test_engine import BOOK, CHAT, DOUBLED, GUIDED
from workbench.model import LabelledPassage
from workbench.suggest import Engine

SAID = "Bilen holdt altid derhenne ved hækken, når jeg kom ud fra timen."
LIKE = "Så holdt bilen derhenne ved hækken igen, da timen var slut."
TEXTS = (SAID, LIKE, GUIDED, DOUBLED, CHAT)
CODED = LabelledPassage(SAID, frozenset({"guide"}))
REJECTED = LabelledPassage(GUIDED, frozenset(), rejected=frozenset({"guide"}))
EMPTY = LabelledPassage(DOUBLED, frozenset(), no_code=True)


@pytest.fixture(scope="module")
def start() -> Engine:
    return Engine.learn(BOOK, texts=TEXTS)


def full(labelled: Sequence[LabelledPassage], text: str) -> dict[str, float]:
    """Confidences after full learning."""
    return Engine.learn(BOOK, labelled, TEXTS).confidences([text])[0]


def test_an_accept_moves_a_similar_passage_up(start: Engine) -> None:
    before = start.confidences([LIKE])[0]
    for after in (full([CODED], LIKE), start.learned([CODED]).confidences([LIKE])[0]):
        assert after["guide"] > 1.5 * before["guide"]
        assert after["plan"] == pytest.approx(before["plan"], abs=0.01)
        assert after["plan.dobbelt"] == pytest.approx(before["plan.dobbelt"], abs=0.01)


def test_three_accepts_are_enough_to_suggest(start: Engine) -> None:
    said = (SAID, "Bilen holdt ved hækken.", "Da timen var slut, stod bilen der igen.")
    assert start.suggest([LIKE]) == [()]
    (found,) = Engine.learn(BOOK, [LabelledPassage(one, frozenset({"guide"})) for one in said], TEXTS).suggest([LIKE])[
        0
    ]
    assert (found.code, found.keyword) == ("guide", "")
    assert {each.text for each in found.evidence} <= {"holdt", "bilen", "derhenne", "hækken", "timen"}


def test_a_sub_codes_accept_counts_for_its_area(start: Engine) -> None:
    before = start.confidences([LIKE])[0]
    after = full([LabelledPassage(SAID, frozenset({"plan.dobbelt"}))], LIKE)
    assert after["plan.dobbelt"] > 1.5 * before["plan.dobbelt"]
    assert after["plan"] > 1.5 * before["plan"]


def test_a_reject_moves_down_its_own_code_only(start: Engine) -> None:
    before, after = start.confidences([GUIDED])[0], start.learned([REJECTED]).confidences([GUIDED])[0]
    assert after["guide"] < before["guide"] / 2
    assert after == {**before, "guide": after["guide"]}


def test_a_reject_where_a_code_of_the_same_area_fits(start: Engine) -> None:
    moved = LabelledPassage(DOUBLED, frozenset({"plan"}), rejected=frozenset({"plan.dobbelt"}))
    before, after = start.confidences([DOUBLED])[0], start.learned([moved]).confidences([DOUBLED])[0]
    assert after["plan"] > before["plan"]
    assert after["plan.dobbelt"] < before["plan.dobbelt"] / 2


def test_a_code_that_was_not_set_fits_a_little_less(start: Engine) -> None:
    before = start.confidences([GUIDED])[0]["guide"]
    coded = start.learned([LabelledPassage(GUIDED, frozenset({"plan"}))]).confidences([GUIDED])[0]["guide"]
    rejected = start.learned([REJECTED]).confidences([GUIDED])[0]["guide"]
    assert rejected < coded < before


def test_what_nobody_touched_is_no_negative(start: Engine) -> None:
    before = start.confidences([GUIDED])[0]
    assert start.learned([LabelledPassage(GUIDED, frozenset(), untouched=frozenset({"guide"}))]) is start
    shown = LabelledPassage(GUIDED, frozenset({"plan"}), untouched=frozenset({"guide"}))
    after = start.learned([shown]).confidences([GUIDED])[0]
    assert after["plan"] > before["plan"]
    assert after["guide"] == before["guide"]
    assert full([shown], GUIDED)["guide"] > full([LabelledPassage(GUIDED, frozenset({"plan"}))], GUIDED)["guide"]


def test_no_code_is_a_negative_for_every_code(start: Engine) -> None:
    before = start.confidences([DOUBLED])[0]
    for after in (full([EMPTY], DOUBLED), start.learned([EMPTY]).confidences([DOUBLED])[0]):
        assert {code: after[code] < before[code] for code in before} == dict.fromkeys(before, True)


def test_the_order_of_decisions_does_not_matter() -> None:
    said = [Engine.learn(BOOK, order, TEXTS).confidences(TEXTS) for order in permutations([CODED, REJECTED, EMPTY])]
    for other in said[1:]:
        assert other == [pytest.approx(each, abs=1e-9) for each in said[0]]


def test_learning_one_by_one_comes_near_to_learning_at_once(start: Engine) -> None:
    decisions = [CODED, REJECTED, EMPTY]
    one_by_one = start
    for each in decisions:
        one_by_one = one_by_one.learned([each])
    together = start.learned(decisions)
    at_once = Engine.learn(BOOK, decisions, TEXTS)
    before = start.confidences(TEXTS)
    assert together.confidences(TEXTS) == [pytest.approx(each, abs=0.01) for each in one_by_one.confidences(TEXTS)]
    for was, near, end in zip(before, one_by_one.confidences(TEXTS), at_once.confidences(TEXTS), strict=True):
        for code in was:
            assert near[code] == pytest.approx(end[code], abs=0.1), code
            assert abs(near[code] - end[code]) <= max(0.02, abs(was[code] - end[code])), code


def test_learning_one_by_one_is_counted_and_leaves_the_old_engine_alone(start: Engine) -> None:
    first = start.confidences([LIKE])
    more = start.learned([CODED]).learned([EMPTY])
    assert (start.provenance["labelled"], more.provenance["labelled"]) == (0, 2)
    assert start.confidences([LIKE]) == first
    assert more.confidences([LIKE])[0]["guide"] > first[0]["guide"]


def test_codes_of_another_codebook_are_passed_over(start: Engine) -> None:
    strange = frozenset({"fremmed.kode"})
    assert start.learned([LabelledPassage(DOUBLED, strange, rejected=strange, untouched=strange)]) is start
    beside = start.learned([LabelledPassage(SAID, strange | {"guide"}, rejected=strange, untouched=strange)])
    assert beside.confidences(TEXTS) == start.learned([CODED]).confidences(TEXTS)


def test_decisions_move_confidences_and_not_what_is_sure_enough(start: Engine) -> None:
    decisions = [LabelledPassage(f"{GUIDED} {at}", frozenset(), no_code=True) for at in range(12)]
    after = Engine.learn(BOOK, decisions, TEXTS)
    assert [one.threshold for one in after._alone] == [one.threshold for one in start._alone]
    assert [(one.slope, one.shift) for one in after._alone] != [(one.slope, one.shift) for one in start._alone]
