"""Danish and English: English message ids in the code, catalogues in workbench/locale.

The language belongs to the process. It is also handed to the standard library's gettext, because click takes
its own words ("Usage", "No such option") from there: they have a catalogue of their own.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LANGUAGES = ("da", "en")
DOMAIN = "workbench"
CLICK = "click"
LOCALE = Path(__file__).parent / "locale"

_language = "en"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak this language from now on. Raises ValueError when it is not one of LANGUAGES."""
    global _language, _catalogue
    if language not in LANGUAGES:
        raise ValueError(language)
    _language = language
    # Without an installation there are no compiled catalogues; English is better than nothing.
    _catalogue = gettext.translation(DOMAIN, LOCALE, languages=[language], fallback=True)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(CLICK, str(LOCALE))
    gettext.textdomain(CLICK)


def language() -> str:
    """The language spoken now."""
    return _language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language for a while: a report's language is its own setting."""
    before = _language
    use(language)
    try:
        yield
    finally:
        use(before)


def _(message: str) -> str:
    """The message in the language spoken now."""
    return _catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 — gettext's name for a message that is translated where it is shown
    """Marks a message for the catalogues and leaves it as it is."""
    return message


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message in the form its number asks for."""
    return _catalogue.ngettext(singular, plural, n)
