"""What became of the files of an import, one by one."""

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from workbench.i18n import _, ngettext
from workbench.terminal import safe
from workbench.tui.sources.bringing import Became, left_said
from workbench.tui.sources.form import FORM, Form
from workbench.workflow.import_ import told

FEW = 3
"""Files that were here already, told of by name."""


def in_full(became: Sequence[Became], left: int) -> Text:
    """Refused files first, each with its sentence; then what is here now, and how many files still wait."""
    lines = []
    for one in became:
        if (error := one.refused) is not None:
            name = "" if one.file.name in error.message else f"{one.file.name}: "
            lines.append(Text(safe(f"! {name}{error.message} {error.hint or ''}".strip()), "bold"))
    lines += [Text(safe(f"✓ {told(one.file, one.stored)}")) for one in became if one.fresh]
    here = [one for one in became if one.refused is None and not one.fresh]
    if len(here) > FEW:
        lines.append(
            Text("= " + ngettext("{n} was here already", "{n} were here already", len(here)).format(n=len(here)) + ".")
        )
    else:
        lines += [Text(safe(f"= {told(one.file, one.stored)}")) for one in here]
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
    if left:
        lines += [Text(), Text(left_said(left))]
    return Text("\n").join(lines)


class OutcomeForm(Form[None]):
    """Shows what became of each file."""

    DEFAULT_CSS = """
    OutcomeForm VerticalScroll { height: auto; max-height: 16; }
    """
    KEYS = (FORM[1],)

    def __init__(self, became: Sequence[Became], left: int) -> None:
        super().__init__()
        self._became, self._left = became, left

    def heading(self) -> str:
        return _("The last import")

    def fields(self) -> ComposeResult:
        with VerticalScroll():
            nothing = Text(_("Nothing was imported in this sitting."))
            yield Static(in_full(self._became, self._left) if self._became else nothing)
