"""Danish is complete: every message in the code is translated, none is left over, every field is kept."""

import string
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from workbench import i18n

Message = str | tuple[str, str]
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}


def spoken_by(package: Path) -> set[Message]:
    """Every message in a package's code; those with a plural as a pair."""
    found = extract_from_dir(package, keywords=KEYWORDS)
    return {message if isinstance(message, str) else (message[0], message[1]) for _, _, message, *_ in found}


def danish(domain: str) -> dict[Message, tuple[str, ...]]:
    """A Danish catalogue: from message to its translations."""
    catalogue = _read(domain)
    return {
        (one.id if isinstance(one.id, str) else (one.id[0], one.id[1])): (
            (one.string,) if isinstance(one.string, str) else tuple(one.string or ())
        )
        for one in catalogue
        if one.id
    }


def _read(domain: str) -> Catalog:
    with (i18n.LOCALE / "da" / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale="da")


def fields(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_is_translated_and_none_is_left_over() -> None:
    spoken = spoken_by(Path(i18n.__file__).parent)
    translated = danish(i18n.DOMAIN)
    assert {message for message in spoken if not all(translated.get(message, ("",)))} == set(), "run: make messages"
    assert translated.keys() - spoken == set()


def test_what_click_says_is_what_we_translate() -> None:
    assert danish(i18n.CLICK).keys() - spoken_by(Path(click.__file__).parent) == set()


@pytest.mark.parametrize("domain", [i18n.DOMAIN, i18n.CLICK])
def test_nothing_is_fuzzy_and_every_field_is_kept(domain: str) -> None:
    assert [one.id for one in _read(domain) if one.id and one.fuzzy] == []
    changed = {
        message: translation
        for message, translations in danish(domain).items()
        for translation in translations
        if fields(translation) != fields(message if isinstance(message, str) else message[1])
    }
    assert changed == {}
