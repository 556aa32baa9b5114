"""What became of the files of an import, one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from workbench.errors import WorkbenchError
from workbench.i18n import _, ngettext
from workbench.terminal import safe
from workbench.tui.sources.form import FORM, Form
from workbench.workflow.import_ import Imported, told


@dataclass(frozen=True, slots=True)
class Became:
    """A file and the sources it became, or why it was refused."""

    file: Path
    stored: Sequence[Imported] = ()
    refused: WorkbenchError | None = None

    @property
    def fresh(self) -> list[Imported]:
        return [one for one in self.stored if not one.duplicate]


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


def in_full(became: Sequence[Became]) -> Text:
    """Refused files first, each with its sentence; then what is here now."""
    lines = []
    for one in became:
        if (error := one.refused) is not None:
            name = "" if one.file.name in error.message else f"{one.file.name}: "
            lines.append(Text(safe(f"! {name}{error.message} {error.hint or ''}".strip()), "bold"))
    for one in became:
        if one.refused is None:
            mark = "✓" if one.fresh else "="
            lines.append(Text(safe(f"{mark} {told(one.file, one.stored)}")))
    silent = [each.source.name for one in became for each in one.fresh if not each.source.consent]
    if silent:
        n = len(silent)
        names = ", ".join(silent[:3]) + (", …" if n > 3 else "")
        said = ngettext(
            "{n} source states no consent, so nothing is suggested for it and nothing quoted from it: {names}",
            "{n} sources state no consent, so nothing is suggested for them and nothing quoted from them: {names}",
            n,
        ).format(n=n, names=names)
        lines += [Text(), Text(safe(said))]
    return Text("\n").join(lines)


class OutcomeForm(Form[None]):
    """Shows what became of each file."""

    DEFAULT_CSS = """
    OutcomeForm VerticalScroll { height: auto; max-height: 16; }
    """
    KEYS = (FORM[1],)

    def __init__(self, became: Sequence[Became]) -> None:
        super().__init__()
        self._became = became

    def heading(self) -> str:
        return _("The last import")

    def fields(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(in_full(self._became) if self._became else Text(_("Nothing was imported in this sitting.")))
