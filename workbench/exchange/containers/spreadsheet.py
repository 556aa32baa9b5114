"""Tables from spreadsheets: .xlsx by way of openpyxl, .csv and .tsv by the standard library."""

import csv
import io
from typing import Any

from workbench.errors import InvalidFileError
from workbench.exchange.containers.archive import Archive
from workbench.exchange.containers.markup import refuse_declarations
from workbench.exchange.decode import Decoded, cleaned
from workbench.exchange.page import Kind, Page, Table
from workbench.i18n import _
from workbench.terminal import safe

_MAX_CELLS = 2_000_000
_MAX_LETTERS = 50_000_000
"""In one sheet: a file can name one long text in a million cells."""


def spreadsheet(archive: Archive, origin: str) -> Page:
    """The sheets of a workbook, values only: no formula is worked out. Raises InvalidFileError when it is damaged."""
    from openpyxl import load_workbook

    for name in archive.names():
        refuse_declarations(archive.read(name), origin)
    try:
        book = load_workbook(io.BytesIO(archive.whole()), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # a sheet can claim to be wider than it is
        tables = tuple(_sheet(sheet.iter_rows(values_only=True), origin) for sheet in book.worksheets)
        book.close()
    except InvalidFileError:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part provokes
        raise InvalidFileError(
            _("{file} is damaged or cut off.").format(file=safe(origin)),
            hint=_("Get the file again, or open it in its program and save it anew."),
        ) from error
    return Page(Kind.SPREADSHEET, (), tuple(table for table in tables if table))


def comma_table(read: Decoded, origin: str) -> Page:
    """The rows of a .csv or .tsv file; whichever of `;` `,` and tab the first line has most of parts the cells."""
    first = read.text.lstrip("\n").partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        rows = _sheet(csv.reader(io.StringIO(read.text, newline=""), delimiter=delimiter, strict=True), origin)
    except csv.Error as error:
        raise InvalidFileError(
            _("{file} is no table ({reason}).").format(file=safe(origin), reason=safe(str(error))),
            hint=_("Save it from the spreadsheet once more, as .xlsx or .csv."),
        ) from error
    return Page(Kind.COMMA_TABLE, (), (rows,), (), read.encoding, read.certain)


def _sheet(rows: Any, origin: str) -> Table:
    """Rows of text without the empty ones at the end and between. Raises InvalidFileError when they are too many."""
    table: list[tuple[str, ...]] = []
    cells = letters = 0
    for row in rows:
        filled = tuple(_text(cell) for cell in row)
        cells, letters = cells + max(1, len(filled)), letters + sum(map(len, filled))
        if cells > _MAX_CELLS or letters > _MAX_LETTERS:
            raise InvalidFileError(
                _("{file} holds a table larger than anybody fills in.").format(file=safe(origin)),
                hint=_("Save the filled rows and columns alone, and import that."),
            )
        if any(filled):
            table.append(filled)
    return tuple(table)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cleaned(str(cell)).strip()
