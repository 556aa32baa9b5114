"""The quotes that are shown as a table, among the project's reports."""

from collections.abc import Sequence

from workbench.i18n import _, ngettext
from workbench.store import Store
from workbench.workflow.quote_sheet import write_sheet
from workbench.workflow.quotes import MarkedQuote


def write_table(store: Store, chosen: Sequence[MarkedQuote]) -> str:
    """Write those that may be quoted, for Excel, and say where they are. Raises WorkbenchError as `write_sheet`."""
    written = write_sheet(store.root / "reports" / (_("quotes") + ".xlsx"), chosen, workbook=True)
    said = ngettext("Wrote {file} with {n} quote.", "Wrote {file} with {n} quotes.", written.quotes)
    told = [said.format(file=f"reports/{written.file.name}", n=written.quotes)]
    if written.left_out:
        told.append(
            ngettext("{n} may not be quoted and is left out.", "{n} may not be quoted and are left out.",
                     written.left_out).format(n=written.left_out)
        )  # fmt: skip
    if written.kept is not None:
        told.append(_("The earlier file is kept as {file}.").format(file=written.kept.name))
    return " ".join(told)
