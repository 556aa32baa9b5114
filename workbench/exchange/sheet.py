"""Tables for a spreadsheet, made so that no cell is ever run: a quote may begin with `=`.

The same rows are the same bytes: no clock gets in.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

from workbench.codebook.appendix import inert
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.terminal import safe

_LONGEST = 32_767
"""Characters a cell of a workbook holds."""
_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
"""Not allowed in XML, and no control characters either."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_CLOCK = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
Rows = Iterable[Sequence[object]]


def csv_bytes(heads: Sequence[str], rows: Rows) -> bytes:
    """The rows as CSV for a Danish or English spreadsheet: UTF-8 with its mark, semicolons.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([inert(_text(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(heads: Sequence[str], rows: Rows, *, title: str, widths: Sequence[int]) -> bytes:
    """The rows as a workbook with one sheet: every cell is text, heads stay in sight, long cells are wrapped.

    `widths` are the columns' in characters. Raises WorkbenchError for a text that no cell can hold.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    sheet.freeze_panes = "A2"
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate((heads, *rows), 1):
        for column, value in enumerate(row, 1):
            text = _text(value)
            if len(text) > _LONGEST:
                raise WorkbenchError(
                    _("A text of {n} characters does not fit into a cell of a workbook, which holds {most}.").format(
                        n=len(text), most=_LONGEST
                    ),
                    hint=_("Write it as CSV instead."),
                )
            cell = sheet.cell(number, column, text)
            cell.data_type = "s"  # openpyxl takes what begins with = for a formula
            cell.quotePrefix = True  # and a spreadsheet does, once somebody has edited the cell
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if number == 1:
                cell.font = Font(bold=True)
    packed = io.BytesIO()
    book.save(packed)
    return _without_clock(packed.getvalue())


def _without_clock(content: bytes) -> bytes:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            target.writestr(entry, _CLOCK.sub(b"", parts.read(part)))
    return packed.getvalue()


def _text(cell: object) -> str:
    """A cell on one line, with every character that cannot be printed as a visible symbol."""
    return safe(" ".join(str(cell).split())).translate(_NO_CHARACTERS)
