"""Danish and English: English message ids in the code, catalogues in workbench/locale.

The language belongs to the process; only `speaking` is a thread's own, so that a report in one language can be
written while somebody works in another. The process's is also handed to the standard library's gettext, because click
takes its own words ("Usage", "No such option") from there: they have a catalogue of their own.
"""

import gettext
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LANGUAGES = ("da", "en")
DOMAIN = "workbench"
CLICK = "click"
LOCALE = Path(__file__).parent / "locale"

_language = "en"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


class _Spoken(threading.local):
    """What a thread speaks for a while instead."""

    language: str | None = None
    catalogue: gettext.NullTranslations | None = None


_spoken = _Spoken()


def use(language: str) -> None:
    """Speak this language from now on. Raises ValueError when it is not one of LANGUAGES."""
    global _language, _catalogue
    if language not in LANGUAGES:
        raise ValueError(language)
    _language = language
    _catalogue = _translations(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(CLICK, str(LOCALE))
    gettext.textdomain(CLICK)


def language() -> str:
    """The language spoken now."""
    return _spoken.language or _language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language for a while, in this thread: a report's language is its own setting.

    Raises ValueError when it is not one of LANGUAGES.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    before = _spoken.language, _spoken.catalogue
    _spoken.language, _spoken.catalogue = language, _translations(language)
    try:
        yield
    finally:
        _spoken.language, _spoken.catalogue = before


def _translations(language: str) -> gettext.NullTranslations:
    # Without an installation there are no compiled catalogues; English is better than nothing.
    return gettext.translation(DOMAIN, LOCALE, languages=[language], fallback=True)


def _(message: str) -> str:
    """The message in the language spoken now."""
    return (_spoken.catalogue or _catalogue).gettext(message)


def N_(message: str) -> str:  # noqa: N802 — gettext's name for a message that is translated where it is shown
    """Marks a message for the catalogues and leaves it as it is."""
    return message


def translated(marked: str) -> str:
    """A message that `N_` marked, in the language spoken now."""
    return (_spoken.catalogue or _catalogue).gettext(marked)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message in the form its number asks for."""
    return (_spoken.catalogue or _catalogue).ngettext(singular, plural, n)
