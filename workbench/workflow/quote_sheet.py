"""Quotes as a table for a spreadsheet: only those that may be quoted, with roles and never a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import ProtectedError
from workbench.exchange.sheet import csv_bytes, xlsx_bytes
from workbench.i18n import _
from workbench.reports import write_kept
from workbench.workflow.quotes import MarkedQuote

HEADS = ("id", "municipality", "area", "code", "valence", "quote", "edited", "by", "starred", "approved_by")
_WIDTHS = (10, 16, 14, 22, 16, 80, 8, 24, 8, 16)


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """What writing a table of quotes left on disk."""

    file: Path
    kept: Path | None
    """Where an earlier table that differs lies now."""
    quotes: int
    left_out: int
    """Those that may not be quoted."""


def write_sheet(file: Path, chosen: Sequence[MarkedQuote], *, workbook: bool) -> WrittenSheet:
    """Write quotes as CSV, or as a workbook; an earlier file that differs is kept beside it.

    Raises ProtectedError when none of them may be quoted, WorkbenchError when the file cannot be written.
    """
    told = [one for one in chosen if one.hindrance is None]
    if chosen and not told:
        raise ProtectedError(
            _("None of these may be quoted, so no table was written."),
            hint=_("See why with: workbench quotes"),
        )
    rows = [_row(one) for one in told]
    content = xlsx_bytes(HEADS, rows, title="quotes", widths=_WIDTHS) if workbook else csv_bytes(HEADS, rows)
    return WrittenSheet(file, write_kept(file, content), len(told), len(chosen) - len(told))


def _row(one: MarkedQuote) -> tuple[str, ...]:
    return (
        one.quote.id[:8],
        one.quote.municipality,
        one.quote.area,
        one.quote.code,
        one.quote.valence.value,
        one.text,
        "yes" if one.mark.edited else "",
        one.by,
        "yes" if one.mark.starred else "",
        one.mark.approved_by,
    )
