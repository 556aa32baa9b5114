"""Tables as spreadsheets save them."""

import csv
import io
from collections.abc import Sequence

Rows = Sequence[Sequence[str]]


def csv_table(rows: Rows) -> bytes:
    """As a Danish Excel saves .csv: semicolons, quotes where needed, a byte order mark."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=";").writerows(rows)
    return buffer.getvalue().encode("utf-8-sig")


def xlsx(rows: Rows) -> bytes:
    """A workbook of one sheet; what begins with `=` is a formula that was never worked out."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
