"""Files brought in, each in a transaction of its own: what was stored before a stop or a refusal stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import _, ngettext
from workbench.store import Store
from workbench.terminal import safe
from workbench.tui import job
from workbench.tui.sources.draft import Order
from workbench.workflow.import_ import Imported, import_file, told


@dataclass(frozen=True, slots=True)
class Became:
    """A file and the sources it became, or why it was refused."""

    file: Path
    stored: Sequence[Imported] = ()
    refused: WorkbenchError | None = None

    @property
    def fresh(self) -> list[Imported]:
        return [one for one in self.stored if not one.duplicate]


def bring_in(store: Store, orders: Sequence[Order], became: list[Became], say: job.Say) -> str:
    """Import each file and keep what became of it in `became`, which is true after a stop, too."""
    for number, one in enumerate(orders, 1):
        name = safe(one.file.name)
        say(_("Importing {n} of {all}: {file} (esc stops)").format(n=number, all=len(orders), file=name))
        try:
            became.append(Became(one.file, import_file(store, one.file, one.given)))
        except WorkbenchError as error:
            became.append(Became(one.file, refused=error))
    return summary(became)


def summary(became: Sequence[Became]) -> str:
    """In a sentence; where it is one file, all there is to say of it."""
    if len(became) == 1 and became[0].refused is None:
        return told(became[0].file, became[0].stored)
    kept = sum(len(one.fresh) for one in became)
    said = ngettext("{n} source was stored.", "{n} sources were stored.", kept).format(n=kept)
    if here := sum(len(one.stored) - len(one.fresh) for one in became):
        said += " " + ngettext("{n} was here already", "{n} were here already", here).format(n=here) + "."
    if refused := [one for one in became if one.refused is not None]:
        n = len(refused)
        said += " " + ngettext("{n} file was refused", "{n} files were refused", n).format(n=n) + "."
    return said


def left_said(n: int) -> str:
    """That some files are not in the project yet, and how to go on."""
    return ngettext("{n} file waits: i goes on.", "{n} files wait: i goes on.", n).format(n=n)
