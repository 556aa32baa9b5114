"""Bytes become text in one form, or are refused: no letter is ever guessed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import InvalidFileError
from workbench.exchange import decode
from workbench.exchange.decode import decoded


@pytest.mark.parametrize(
    "raw",
    [
        "Blåbærgrød\nØ".encode(),
        "Blåbærgrød\r\nØ".encode(),
        "Blåbærgrød\rØ".encode(),
        codecs.BOM_UTF8 + "Blåbærgrød\nØ".encode(),
        codecs.BOM_UTF16_LE + "Blåbærgrød\nØ".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Blåbærgrød\r\nØ".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "Blåbærgrød\nØ".encode("utf-32-le"),
        codecs.BOM_UTF32_BE + "Blåbærgrød\nØ".encode("utf-32-be"),
        "Bla\N{COMBINING RING ABOVE}bærgrød\nØ".encode(),
    ],
)
def test_every_way_to_write_the_same_words_is_one_text(raw: bytes) -> None:
    assert decoded(raw, "fg1.txt") == "Blåbærgrød\nØ"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "fg1.txt is empty."),
        (codecs.BOM_UTF8, "fg1.txt is empty."),
        (b" \r\n\t\n", "fg1.txt is empty."),
        (b"PK\x03\x04\x00\x00", "fg1.txt is not a text file."),
        (b"\x89PNG\r\n\x00\xff", "fg1.txt is not a text file."),
        (
            "Ung: Ja, på måde.\n\nUng: Nå, på ".encode() + b"\xe6" + "relset, hvor der også er én.".encode(),
            "fg1.txt, line 3: a character that is damaged; the rest of the file is UTF-8.",
        ),
        (
            "Ung: på\nUng: Nå, v�relset.".encode(),
            "fg1.txt, line 2: a letter was lost here before the file came to us (�).",
        ),
        (codecs.BOM_UTF16_LE + b"H\x00e", "fg1.txt is not a text file."),
    ],
)
def test_what_is_no_text_is_refused_with_its_name_and_line(raw: bytes, message: str) -> None:
    with pytest.raises(InvalidFileError) as refused:
        decoded(raw, "fg1.txt")
    assert refused.value.message == message


def test_a_recording_is_refused_by_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 1_000_000)
    with pytest.raises(InvalidFileError) as refused:
        decoded(b"a" * 1_000_001, "tale.wav")
    assert refused.value.message == "tale.wav holds more than 1 million bytes; a transcript never does."
    assert refused.value.hint == "Import the transcript itself, not a recording or an archive."


def test_a_file_name_cannot_give_orders_to_the_terminal() -> None:
    with pytest.raises(InvalidFileError) as refused:
        decoded(b"", "\x1b]0;x\x07\u202e.md")
    assert refused.value.message == "␛]0;x␇\ufffd.md is empty."


@given(st.binary(max_size=60))
def test_no_letter_is_replaced(raw: bytes) -> None:
    try:
        text = decoded(raw, "x")
    except InvalidFileError:
        return
    assert "\ufffd" not in text


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t\x1b", exclude_characters="\ufffd"),
        min_size=1,
    )
)
def test_text_once_read_is_read_the_same_again(words: str) -> None:
    try:
        text = decoded(words.encode(), "x")
    except InvalidFileError:
        assert not words.removeprefix("\ufeff").strip()
        return
    assert "\r" not in text
    assert text.startswith("\ufeff") or decoded(text.encode(), "x") == text
