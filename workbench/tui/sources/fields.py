"""The fields of a form: a line with a name, a choice among a few, a tick that is told by a sign."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Label, Select
from textual.widgets._select import SelectCurrent, SelectOverlay
from textual.widgets.select import NULL as NOTHING

from workbench.i18n import _
from workbench.model import CONSENT_SCOPES
from workbench.terminal import safe
from workbench.tui.widgets.table import Table


class Line(Input):
    """A line of text. What is typed never changes its size, so a key lays nothing out again."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)


class Offered(SelectOverlay):
    """What a choice opens."""

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        """Textual cannot turn a page of rows that are not laid out yet: there is none to turn then."""
        with suppress(KeyError):
            super()._move_page(direction)


class Choice(Select[str]):
    """One of a few; with `blank`, what stands where nothing is chosen."""

    def __init__(
        self, options: Iterable[tuple[str, str]], chosen: str = "", *, blank: str | None = None, id: str
    ) -> None:
        offered = [(Content(safe(label)), value) for label, value in options]
        super().__init__(
            offered,
            prompt=blank or "",
            allow_blank=blank is not None,
            value=chosen if chosen in {value for _label, value in offered} else NOTHING,
            compact=True,
            id=id,
        )

    def compose(self) -> ComposeResult:
        yield SelectCurrent(self.prompt)
        yield Offered(type_to_search=True).data_bind(compact=Select.compact)

    @property
    def chosen(self) -> str:
        """The value; empty where nothing is chosen."""
        return "" if self.value is NOTHING else str(self.value)

    def choose(self, value: str) -> None:
        self.value = value or NOTHING


class Tick(Checkbox):
    """Yes or no, told by a sign and not by a colour."""

    def __init__(self, label: str, value: bool, *, id: str) -> None:
        super().__init__(Content(label), value, compact=True, id=id)

    @property
    def _button(self) -> Content:
        return Content("[✓]" if self.value else "[ ]")


def fit(table: Table, most: int) -> None:
    """As high as its rows, up to so many lines."""
    table.styles.height = min(table.count + 1, most)


def line(name: str, *fields: Widget, hint: str | None = None) -> Horizontal:
    """A line of a form; `hint` is the id of what can be said behind it."""
    said = (Label("", id=hint, classes="hint", markup=False),) if hint else ()
    return Horizontal(Label(name, markup=False), *fields, *said, classes="line")


def consent_line(given: frozenset[str], *, hint: str | None = None) -> Horizontal:
    """A line with a tick for each thing a person can agree to."""
    ticks = (Tick(scope_said(scope), scope in given, id=scope) for scope in CONSENT_SCOPES)
    return line(_("Consent"), *ticks, hint=hint)


def scope_said(scope: str) -> str:
    """What somebody agreed to, in the language spoken now."""
    return {"quote": _("quoting"), "share": _("sharing"), "suggest": _("suggestions")}[scope]
