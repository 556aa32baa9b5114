"""Of very many decided passages a part is learned from: some of every code, the others from everywhere."""

from collections import Counter

from workbench.model import LabelledPassage
from workbench.suggest.enough import enough


def made(*codes: str) -> list[LabelledPassage]:
    return [LabelledPassage(str(at), frozenset(code.split())) for at, code in enumerate(codes)]


def test_few_are_all_learned_from() -> None:
    few = made("plan", "guide", "")
    assert enough(few, most=3, rare=1) == few


def test_what_is_rare_is_there_and_what_is_common_keeps_its_share() -> None:
    every = made(*["plan"] * 60, *["guide"] * 30, "trivsel", *["plan guide"] * 8, "trivsel")
    kept = enough(every, most=20, rare=2)
    assert [int(one.text) for one in kept] == [
        0,
        1,
        7,
        14,
        21,
        27,
        34,
        35,
        42,
        49,
        55,
        60,
        63,
        70,
        76,
        79,
        84,
        90,
        92,
        99,
    ]
    assert Counter(code for one in kept for code in one.codes) == {"plan": 12, "guide": 7, "trivsel": 2}


def test_more_rare_codes_than_there_is_room_for() -> None:
    every = made(*(f"kode{at % 7}" for at in range(70)))
    assert [one.text for one in enough(every, most=5, rare=3)] == ["0", "1", "21", "36", "42"]


def test_passages_without_a_code_are_spread_too() -> None:
    assert [one.text for one in enough(made(*[""] * 10), most=4)] == ["0", "2", "5", "7"]
