"""Danish is complete: every message in the code is translated, none is left over, all fields are kept."""

import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from workbench import i18n

PACKAGE = Path(i18n.__file__).parent
KEYWORDS = {"_": None, "ngettext": (1, 2)}


@pytest.fixture(scope="module")
def messages() -> set[str | tuple[str, str]]:
    """Every message in the code; those with a plural as a pair."""
    found = extract_from_dir(PACKAGE, keywords=KEYWORDS)
    return {message if isinstance(message, str) else (message[0], message[1]) for _, _, message, *_ in found}


@pytest.fixture(scope="module")
def danish() -> Catalog:
    """The Danish catalogue."""
    with (i18n.LOCALE / "da" / "LC_MESSAGES" / "workbench.po").open("rb") as file:
        return read_po(file, locale="da")


def entries(catalogue: Catalog) -> dict[str | tuple[str, str], tuple[str, ...]]:
    """From message to its translations."""
    return {
        (one.id if isinstance(one.id, str) else (one.id[0], one.id[1])): (
            (one.string,) if isinstance(one.string, str) else tuple(one.string)
        )
        for one in catalogue
        if one.id
    }


def fields(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_is_translated(messages: set[str | tuple[str, str]], danish: Catalog) -> None:
    known = entries(danish)
    missing = {message for message in messages if not known.get(message) or not all(known[message])}
    assert missing == set(), "run: make messages, and translate"


def test_nothing_is_left_over(messages: set[str | tuple[str, str]], danish: Catalog) -> None:
    click_says = {message for message in entries(danish) if danish.get(_first(message)).context == "click"}
    ours = {message for message in entries(danish) if not _of_click(danish, message)}
    assert ours - messages - click_says == set()


def test_nothing_is_fuzzy(danish: Catalog) -> None:
    assert [one.id for one in danish if one.id and one.fuzzy] == []


def test_fields_are_kept(danish: Catalog) -> None:
    for message, translations in entries(danish).items():
        wanted = fields(message if isinstance(message, str) else message[1])
        for translation in translations:
            assert fields(translation) == wanted, message


def _first(message: str | tuple[str, str]) -> str:
    return message if isinstance(message, str) else message[0]


def _of_click(danish: Catalog, message: str | tuple[str, str]) -> bool:
    found = danish.get(_first(message))
    return found is not None and any(comment == "click" for comment in found.user_comments)
