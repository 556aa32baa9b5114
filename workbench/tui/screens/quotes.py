"""Quotes: found by code, place and voice, read in their context, then starred, lightly edited, approved and copied."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import Store
from workbench.tui import quotes as parts
from workbench.tui.actions import bindings
from workbench.tui.codebook import ExampleForm, exemplified
from workbench.tui.job import Say
from workbench.tui.quotes import FindingQuotes, LightEditScreen
from workbench.workflow.quote_marking import refuse_unquotable
from workbench.workflow.quotes import MarkedQuote

ACTIONS = (*parts.ACTIONS, *parts.LIGHT_EDIT)


class QuotesScreen(FindingQuotes):
    """The quotes of the project, or those that are asked for."""

    DEFAULT_CSS = """
    QuotesScreen #body { layout: horizontal; height: 1fr; }
    QuotesScreen QuoteList { width: 1fr; }
    QuotesScreen QuoteDetail { width: 1fr; }
    QuotesScreen.-wide QuoteList { width: 4fr; }
    QuotesScreen.-wide QuoteDetail { width: 3fr; }
    QuotesScreen.-narrow #body { layout: vertical; }
    QuotesScreen.-narrow QuoteList { width: 100%; height: 2fr; }
    QuotesScreen.-narrow QuoteDetail { width: 100%; height: 3fr; }
    """
    SCOPE = "quotes"
    BINDINGS = bindings(parts.ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self._edits: dict[str, str] = {}
        self._examples: dict[str, str] = {}
        """Edits and examples that were begun and left, by quote."""

    def on_entries_opened(self) -> None:
        self.action_open()

    def action_star(self) -> None:
        self._mark(parts.star_or_unstar)

    def action_approve(self) -> None:
        self._mark(parts.approve_or_unapprove)

    def action_edit(self) -> None:
        if one := self._quotable():
            id, said = one.quote.id, " ".join(one.quote.text.split())
            form = LightEditScreen(
                said,
                self._edits.get(id, one.text),
                lambda text: self.desk.do(lambda store: parts.keep_edit(store, one, text)),
            )
            self.workbench.push_screen(form, form.left(self._edits, id, one.text, self._marked))

    def action_copy(self) -> None:
        if one := self._quotable():
            self.workbench.copy_to_clipboard(one.attributed)
            said = _("Copied, with whom it is by: {role}.").format(role=one.by)
            self.say(said if one.mark.approved_by else said + " " + _("It is not approved yet."))

    def action_example(self) -> None:
        if one := self._quotable():
            id, at = one.quote.id, (one.quote.codebook, one.quote.code)
            form = ExampleForm(
                self.desk.name(one.quote.code),
                self._examples.get(id, one.text),
                lambda text: exemplified(self.desk, at, text),
            )
            self.workbench.push_screen(form, form.left(self._examples, id, one.text, self._marked))

    def action_open(self) -> None:
        if one := self.chosen:
            self.workbench.open_source(one.quote.source_id, one.quote.place.start)

    def action_write(self) -> None:
        found = self.found

        def write(store: Store, say: Say) -> str:
            say(_("Writing …"))
            return parts.write_table(store, found)

        if found:
            self.work(write)

    def _quotable(self) -> MarkedQuote | None:
        """The chosen quote; where it may not be quoted, it is said why."""
        one = self.chosen
        try:
            refuse_unquotable([one] if one else [])
        except WorkbenchError as error:
            self.tell(error)
            return None
        return one

    def _mark(self, change: Callable[[Store, MarkedQuote], str]) -> None:
        if one := self.chosen:
            with self._marks_only():
                self.attempt(lambda: self.desk.do(lambda store: change(store, one)))

    def _marked(self, said: str) -> None:
        """Something was done about the chosen quote alone."""
        with self._marks_only():
            self.show_anew()
        self.say(said)

    @contextmanager
    def _marks_only(self) -> Iterator[None]:
        """While nothing but the marks of the chosen quote changes."""
        self.only_marked = True
        try:
            yield
        finally:
            self.only_marked = False
