"""Codebook: what each code is about and how it fares; changed, given an example, put on a digit, looked over."""

from collections.abc import Iterable
from dataclasses import replace

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Container

from workbench.codebook import Code
from workbench.i18n import N_, _, language, ngettext
from workbench.store import Store
from workbench.tui import codebook as parts
from workbench.tui.actions import bindings
from workbench.tui.codebook import NOWHERE, At, CodeForm, CodeTree, ExampleForm, Facts, Outline, Shelf, Typed
from workbench.tui.job import Ended, Say
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.choose import Choice, ChooseScreen
from workbench.tui.widgets.page import ReadingPage
from workbench.tui.widgets.pin import PinScreen, pinned_on
from workbench.tui.widgets.reading import Read, read
from workbench.workflow.codebooks import lint_named

ACTIONS = (*parts.ACTIONS, *parts.TREE, *parts.DIALOGUES)


class CodeDetail(ReadingPage):
    """The chosen code."""

    JUMP = "d"
    TITLE = N_("What the code says")


class CodebookScreen(DeskScreen):
    """The codebooks that the project codes by."""

    DEFAULT_CSS = """
    CodebookScreen #body { layout: horizontal; height: 1fr; }
    CodebookScreen CodeTree { width: 5fr; max-width: 70; }
    CodebookScreen CodeDetail { width: 7fr; }
    CodebookScreen.-narrow #body { layout: vertical; }
    CodebookScreen.-narrow CodeTree { width: 100%; max-width: 100%; height: 2fr; }
    CodebookScreen.-narrow CodeDetail { width: 100%; height: 3fr; }
    """
    SCOPE = "codebook"
    BINDINGS = bindings(parts.ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.chosen: At = NOWHERE
        self._shelf = Shelf()
        self._found: list[tuple[At, str]] = []
        """What lint found and nobody has seen yet: where, and what it says."""
        self._typed: dict[At, Typed] = {}
        self._examples: dict[At, str] = {}
        """What was typed in a form and left, by code."""

    def title_said(self) -> str:
        return _("Codebook")

    def body(self) -> ComposeResult:
        with Container(id="body"):
            yield CodeTree(self._line)
            yield CodeDetail()

    def fill(self) -> None:
        self._shelf = Shelf(self.desk.codebooks, self._shelf.facts, self.workbench.last.pinned)
        outline = Outline.of(self._shelf.books, self._tree.outline.folded)
        if self.chosen not in outline:
            self.chosen = next((one.at for one in outline.entries if one.at[1]), NOWHERE)
        self._tree.show(outline.reveal(self.chosen) if self.chosen in outline else outline, self.chosen)
        self._show_page()
        read(self, self.desk.changes, parts.facts)

    def on_read(self, message: Read) -> None:
        """How the codes fare is known."""
        if message.asked != self.desk.changes:
            self.fill()
        elif isinstance(message.found, Facts):
            self._shelf = replace(self._shelf, facts=message.found)
            self._tree.repaint()
            self._show_page()
        elif message.error is not None:
            self.tell(message.error)

    def on_entries_chosen(self) -> None:
        self.chosen = self._tree.at
        self._show_page()

    def on_entries_opened(self) -> None:
        self.action_quotes()

    def action_quotes(self) -> None:
        if self.code:
            self.workbench.open_quotes(code=self.chosen[1])

    def action_further(self) -> None:
        self.query_one(CodeDetail).go_round()

    def action_edit(self) -> None:
        if code := self._code_meant():
            at, fresh = self.chosen, Typed.of(code)
            form = CodeForm(code, self._typed.get(at, fresh), lambda said: parts.edited(self.desk, at, said))
            self.workbench.push_screen(form, form.left(self._typed, at, fresh, self._done))

    def action_example(self) -> None:
        if code := self._code_meant():
            at = self.chosen
            form = ExampleForm(
                code.name(language()), self._examples.get(at, ""), lambda text: parts.exemplified(self.desk, at, text)
            )
            self.workbench.push_screen(form, form.left(self._examples, at, "", self._done))

    def action_pin(self) -> None:
        if (code := self._code_meant()) is None:
            return
        name = code.name(language())
        if not code.usable:
            self.say(_("“{code}” cannot be set, so it needs no digit.").format(code=name), error=True)
            return

        def pin(digit: int | None) -> None:
            if digit is None:
                return
            pinned = pinned_on(self.workbench.last.pinned, code.id, digit)
            self.workbench.last = self.workbench.last.at(pinned=pinned)
            self._shelf = replace(self._shelf, pinned=pinned)
            self._tree.repaint()
            self._show_page()
            if on := self._shelf.digit(code.id):
                self.say(_("{digit} sets “{code}” in the transcript.").format(digit=on, code=name))
            else:
                self.say(_("“{code}” is on no digit.").format(code=name))

        names = [self.desk.name(one) for one in self.workbench.last.pinned]
        self.workbench.push_screen(PinScreen(name, names), pin)

    def action_lint(self) -> None:
        def look(store: Store, say: Say) -> str:
            say(_("Looking the codebooks over …"))
            found = [
                ((one.name.partition(" ")[0], each.code), each.text)
                for one in lint_named(store, ())
                for each in one.findings
            ]
            self._found = found
            n = len(found)
            if not found:
                return _("Nothing to mend.")
            return ngettext("{n} thing could be better.", "{n} things could be better.", n).format(n=n)

        self.work(look)

    def on_ended(self, message: Ended) -> None:
        """The look over is over: show what it found, and go to the code that is chosen from it."""
        found, self._found = self._found, []
        if found and self.is_current:
            choices = [Choice(text, code or book) for (book, code), text in found]
            self._go_to_one_of(_("What could be better"), choices, [at for at, _text in found])

    def action_find(self) -> None:
        every = [one.at for one in self._tree.outline.entries if one.at[1]]
        self._go_to_one_of(_("Find a code"), [Choice(self.desk.name(code), code) for _book, code in every], every)

    def _go_to_one_of(self, heading: str, choices: list[Choice], places: list[At]) -> None:
        def go(number: int | None) -> None:
            if number is not None:
                self._tree.go(places[number])
                self._tree.focus()

        self.workbench.push_screen(ChooseScreen(heading, choices), go)

    @property
    def code(self) -> Code | None:
        """The code that the keys are about."""
        return self._shelf.code(self.chosen)

    def _code_meant(self) -> Code | None:
        """That code; where a codebook is chosen instead, it is said that one must be."""
        if self.code is None:
            self.say(_("Choose a code first."), error=True)
        return self.code

    def _done(self, said: str) -> None:
        self.show_anew()
        self.say(said)

    @property
    def _tree(self) -> CodeTree:
        return self.query_one(CodeTree)

    def _line(self, number: int, width: int, muted: Style) -> Iterable[Segment]:
        outline = self._tree.outline
        entry = outline.shown[number]
        return self._shelf.line(entry, width, muted, folded=entry.at in outline.folded)

    def _show_page(self) -> None:
        self.query_one(CodeDetail).show(self._shelf.page(self.chosen, self.desk.name))
