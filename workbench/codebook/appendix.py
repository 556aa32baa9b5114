"""A codebook as a table for people: the appendix of a report or a dissertation."""

import csv
import io

from workbench.codebook.codes import Codebook

COLUMNS = ("code", "name_da", "name_en", "definition", "include", "exclude", "keywords")
_OBEYED = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins like this for a formula."""


def appendix(codebook: Codebook) -> str:
    """The codes in use as CSV, in the order of the codebook; several entries of a cell stand on lines of their own."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for code in codebook.codes:
        if code.retired:
            continue
        exclude = (f"{one.text} → {one.use}" if one.use else one.text for one in code.exclude)
        cells = (
            code.id,
            code.names.get("da", ""),
            code.names.get("en", ""),
            code.definition,
            "\n".join(code.include),
            "\n".join(exclude),
            ", ".join(code.keywords),
        )
        writer.writerow(map(inert, cells))
    return out.getvalue()


def inert(cell: str) -> str:
    """The cell so that no spreadsheet runs it: a codebook may come from anybody."""
    return f"'{cell}" if cell.startswith(_OBEYED) else cell
