"""The list of codes: what is folded away, and one code's line."""

from rich.style import Style

from tests.conftest import CODEBOOK
from workbench.codebook import parse
from workbench.tui.codebook import NOWHERE, Facts, Outline, Shelf
from workbench.tui.codebook.facts import Use

BOOK = parse(CODEBOOK)
TOP, PLAN, DOUBLE, GUIDE = (("proeve", code) for code in ("", "plan", "plan.dobbelt", "guide"))


def places(outline: Outline) -> list[tuple[str, str]]:
    return [one.at for one in outline.shown]


def test_everything_stands_in_its_order_until_it_is_folded() -> None:
    whole = Outline.of([BOOK])
    assert places(whole) == [TOP, PLAN, DOUBLE, GUIDE]
    assert [(one.depth, one.holds, one.under) for one in whole.shown] == [
        (0, True, NOWHERE), (1, True, TOP), (2, False, PLAN), (1, False, TOP),
    ]  # fmt: skip
    folded = whole.fold(PLAN)
    assert places(folded) == [TOP, PLAN, GUIDE]
    assert places(folded.fold(TOP)) == [TOP]
    assert places(folded.fold(TOP).unfold(TOP)) == [TOP, PLAN, GUIDE]
    assert folded.unfold(PLAN) == whole


def test_what_is_folded_away_is_revealed_with_all_above_it() -> None:
    away = Outline.of([BOOK]).fold(PLAN).fold(TOP)
    assert (away.place(DOUBLE), DOUBLE in away) == (None, True)
    assert places(away.reveal(GUIDE)) == [TOP, PLAN, GUIDE]
    assert away.reveal(DOUBLE).place(DOUBLE) == 2


def test_no_codebook_is_an_empty_list() -> None:
    assert (Outline().shown, Shelf().code(NOWHERE), NOWHERE in Outline()) == ((), None, False)


def test_a_line_is_as_wide_as_there_is_room_and_its_numbers_are_aligned() -> None:
    shelf = Shelf([BOOK], Facts({PLAN: Use(12, 2), DOUBLE: Use(7, 1)}), ("plan.dobbelt",))
    outline = Outline.of([BOOK]).fold(PLAN)
    lines = [shelf.line(one, 36, Style.null(), folded=one.at in outline.folded) for one in outline.entries]
    assert ["".join(segment.text for segment in line) for line in lines] == [
        "▾ Trial codebook   12 statements    ",
        "  ▸ One plan                  12    ",
        "      Double documentation     7 ‹1›",
        "    One youth guide                 ",
    ]
