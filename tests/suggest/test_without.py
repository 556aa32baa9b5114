"""Codes that are to be left out: another may stand for them."""

from collections.abc import Sequence

import pytest

from tests.suggest.test_engine import BOOK, DOUBLED
from workbench.suggest import Engine
from workbench.suggest.choice import chosen


@pytest.mark.parametrize(
    ("without", "expected"),
    [
        ((), ["plan.dobbelt", "guide"]),
        (("plan.dobbelt",), ["plan", "guide"]),
        (("plan",), ["plan.dobbelt", "guide"]),
        (("plan", "plan.dobbelt"), ["guide"]),
        (("plan", "plan.dobbelt", "guide"), []),
    ],
)
def test_an_area_stands_for_a_code_left_out_and_a_code_for_an_area(without: Sequence[str], expected: list[str]) -> None:
    found = chosen(BOOK, [0.9, 0.8, 0.7], [0.5, 0.5, 0.5], None, 3, without)
    assert [BOOK.codes[index].id for index in found] == expected


def test_another_takes_the_free_place() -> None:
    assert [BOOK.codes[index].id for index in chosen(BOOK, [0.9, 0.8, 0.7], [0.5] * 3, None, 1, ("plan.dobbelt",))] == [
        "plan"
    ]


def test_the_engine_leaves_it_out() -> None:
    engine = Engine.learn(BOOK)
    assert [one.code for one in engine.suggest([DOUBLED])[0]] == ["plan.dobbelt"]
    assert [one.code for one in engine.suggest([DOUBLED], without=("plan.dobbelt",))[0]] == ["plan"]
