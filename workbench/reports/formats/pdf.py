"""A report as PDF: for archives (PDF/A-2a) and for screen readers (PDF/UA-1), set by Typst without system fonts."""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.reports import figures, house_styles
from workbench.reports.document import Document, Picture
from workbench.reports.formats.flow import parts

if TYPE_CHECKING:
    from typst import Fonts

_SOURCE = Path(__file__).parent / "report.typ"
_LONG = 8
"""Sections of a report that needs no list of contents."""


def pdf(document: Document) -> bytes:
    """The report as PDF; the same document gives the same bytes.

    Characters that no typeface here has become their name in brackets, or `�`. Raises WorkbenchError when Typst is not
    installed.
    """
    try:
        import typst
    except ImportError as error:
        raise WorkbenchError(
            _("PDF files need Typst, which is not installed."),
            hint=_("Install it with: pip install 'ungeindsats-workbench[pdf]'"),
        ) from error
    moment = (document.dated or datetime(1980, 1, 1, tzinfo=UTC)).astimezone(UTC)
    return typst.compile(
        _SOURCE.read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"report": _printable(json.dumps(_told(document), ensure_ascii=False), _named)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=moment.replace(microsecond=0),
    )


def _told(document: Document) -> dict[str, Any]:
    several = parts(document)
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "project": document.project,
        "status": document.status,
        "language": document.tag.split("-"),
        "facts": document.facts,
        "note": document.reading_note,
        "words": dict(document.words),
        "contents": len(several) > _LONG,
        "parts": [_plain(part, document.language) for part in several],
        "look": {name.lower(): getattr(house_styles, name) for name in ("INK", "ACCENT", "MUTED", "SHADE", "LINE")},
    }


def _plain(value: Any, language: str) -> Any:
    """The value as JSON has it, each dataclass with its kind."""
    if isinstance(value, Picture):
        drawn = figures.svg(value.figure, id=value.id, alt=value.alt, language=language).decode()
        # One for one: its lines were broken to fit.
        drawn = _printable(drawn, lambda _char: "\ufffd")
        return {"kind": "picture", "caption": value.caption, "alt": value.alt, "svg": drawn}
    if is_dataclass(value):
        told = {field.name: _plain(getattr(value, field.name), language) for field in fields(value)}
        return {"kind": type(value).__name__.lower(), **told}
    if isinstance(value, tuple):
        return [_plain(one, language) for one in value]
    return value.value if isinstance(value, Enum) else value


def _printable(text: str, stand_in: Callable[[str], str]) -> str:
    """The text with no character that the typefaces lack: PDF/A allows no empty boxes."""
    lacking = (char for char in set(text) if ord(char) not in _characters())
    return text.translate({ord(char): stand_in(char) for char in lacking})


def _named(char: str) -> str:
    """`[shrug]` for a sign that the typefaces lack: what it says is not lost."""
    return f"[{unicodedata.name(char).lower()}]" if unicodedata.category(char) in ("So", "Sk") else "\ufffd"


@cache
def _characters() -> frozenset[int]:
    """Every character that the typeface of last resort has, but those for private use."""
    from matplotlib.ft2font import FT2Font

    covered = FT2Font(str(_typefaces() / "DejaVuSans.ttf")).get_charmap()
    return frozenset(code for code in covered if unicodedata.category(chr(code)) not in ("Co", "Cn", "Cc"))


@cache
def _fonts() -> "Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[_typefaces()])


def _typefaces() -> Path:
    """The folder of those that figures are drawn with."""
    from matplotlib import get_data_path

    return Path(get_data_path(), "fonts", "ttf")
