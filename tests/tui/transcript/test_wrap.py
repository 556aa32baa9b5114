"""Rows: they hold the whole text, are narrow enough, and every place is found again."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.transcript.said import TALK, document
from tests.tui.transcript.test_document import HOSTILE
from workbench.tui.transcript import Document, Wrap


def shown(document: Document, width: int) -> list[str]:
    wrap = Wrap(document, width)
    return [document.shown[start:end] for start, end in zip(wrap.starts, wrap.ends, strict=True)]


def test_rows_break_at_spaces() -> None:
    assert shown(TALK, 24) == [
        "Hvordan går det med", "planen?", "Der er tre planer. De", "siger ikke det samme, og",
        "ingen har læst dem alle.", "Og hvem hjælper dig?", "Min ungeguide. Hun", "ringer altid tilbage.", "Ja.",
    ]  # fmt: skip


def test_a_long_word_breaks_where_the_row_ends() -> None:
    found = document(("A", "Ungdomsuddannelsesvejlederen svarer"), ("A", ""), ("A", "ja"))
    assert shown(found, 12) == ["Ungdomsuddan", "nelsesvejled", "eren svarer", "", "ja"]


def test_wide_signs_take_two_columns() -> None:
    assert shown(document(("A", "日本語のテキスト og 😅😅😅😅")), 9) == ["日本語の", "テキスト", "og", "😅😅😅😅"]


def test_a_turn_of_thirty_thousand_words() -> None:
    found = document(("A", "ord og mere " * 10_000 + "slut"))
    wrap = Wrap(found, 60)
    assert len(wrap) == 2001
    assert (wrap.starts[2000], wrap.ends[2000]) == (120_000, 120_004)
    assert wrap.row_at(119_999) == 1999


def test_a_column_past_the_end_of_a_row_is_its_last_stop() -> None:
    found = document(("A", "abcdefgh ij"))
    wrap = Wrap(found, 4)
    assert shown(found, 4) == ["abcd", "efgh", "ij"]
    assert [wrap.offset(row, 99) for row in range(3)] == [3, 8, 11]
    assert [wrap.last(row) for row in range(3)] == [3, 8, 11]


@given(st.lists(HOSTILE, min_size=1, max_size=4), st.integers(2, 30))
def test_rows_hold_the_text_and_every_place_is_found_again(said: list[str], width: int) -> None:
    found = document(*(("A", words) for words in said))
    wrap = Wrap(found, width)
    held = ["" for _turn in said]
    for row in range(len(wrap)):
        start, end, owner = wrap.starts[row], wrap.ends[row], wrap.owners[row]
        last = row + 1 == len(wrap) or wrap.owners[row + 1] != owner
        held[owner] += found.text[start : end if last else wrap.starts[row + 1]]
        assert last or found.text[end : wrap.starts[row + 1]] in {"", " "}
        assert found.cells(start, end) <= width or found.next(start) >= end
        at = start
        while at < end:
            assert (wrap.row_at(at), wrap.offset(row, wrap.column(at))) == (row, at)
            at = found.next(at)
    assert held == said
