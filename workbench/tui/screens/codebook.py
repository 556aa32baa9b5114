"""Codebook: what each code is about and how it fares; changed, given an example, put on a digit, looked over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from workbench.codebook import Code, Codebook
from workbench.coverage import coverage
from workbench.errors import WorkbenchError
from workbench.i18n import N_, _, language, ngettext
from workbench.store import Store, current_codebooks
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings
from workbench.tui.job import Ended, Say
from workbench.tui.screens.base import DeskScreen, fault
from workbench.tui.widgets import codeform
from workbench.tui.widgets.ask import AskScreen
from workbench.tui.widgets.choose import Choice, ChooseScreen
from workbench.tui.widgets.codeform import CodeForm, Said
from workbench.tui.widgets.codepage import Fare, Use, book_page, code_page
from workbench.tui.widgets.page import Page
from workbench.tui.widgets.pin import PinScreen, pinned_on
from workbench.tui.widgets.reading import Read, read
from workbench.workflow.codebook_edit import NewVersion, add_example, advice, edit_code
from workbench.workflow.codebooks import lint_named
from workbench.workflow.quality import Counts, measured

ACTIONS = (
    Action("codebook.quotes", ("enter",), N_("Its quotes"), footer=True),
    Action("codebook.edit", ("e",), N_("Edit"), N_("Makes a new version of the project's codebook."), footer=True,
           verbs=("codebooks edit",)),
    Action("codebook.example", ("n",), N_("New example"), N_("A passage that the code fits."), footer=True,
           verbs=("codebooks example",)),
    Action("codebook.pin", ("p",), N_("Put on a digit"), N_("That digit sets the code in the transcript."),
           footer=True),
    Action("codebook.lint", ("l",), N_("What could be better"), N_("Looks the project's codebooks over."), footer=True),
    Action("codebook.find", ("slash",), N_("Find a code")),
    *codeform.ACTIONS,
)  # fmt: skip

At = tuple[str, str]
"""A codebook's id, and a code's; that is empty for the codebook itself."""

Change = Callable[[Store], NewVersion | None]
"""The workflow's call."""


@dataclass(frozen=True, slots=True)
class Facts:
    """How the codes fare in this project."""

    uses: dict[At, Use]
    """A focus area's with those of its codes."""
    answers: dict[str, Counts]
    """What this person said to the suggestions of each code."""
    silenced: frozenset[str]


def facts(store: Store) -> Facts:
    """How the codes fare in a project."""
    known = measured(store)
    return Facts(dict(_used(store)), {one.code: one.whole for one in known.codes}, frozenset(known.silenced))


def _used(store: Store) -> Iterator[tuple[At, Use]]:
    for book in current_codebooks(store):
        here: dict[str, list[tuple[str, int]]] = {}
        for row in coverage(store, by="code", codebook=book.id).rows:
            for one in row.cells:
                if one.statements:
                    for code in {one.column, book.code(one.column).area}:
                        here.setdefault(code, []).append((row.municipality.id, one.statements))
        for code, told in here.items():
            yield (book.id, code), Use(sum(n for _where, n in told), len({where for where, _n in told}))


class CodeTree(Tree[At], inherit_bindings=False):
    """Codebooks, their focus areas and their codes; what `enter` does is the screen's own affair."""

    JUMP = "c"
    TITLE = N_("Codes")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", show=False),
        Binding("down,j", "cursor_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
        Binding("left,minus", "fold", show=False),
        Binding("right,plus", "unfold", show=False),
        Binding("space", "toggle_node", show=False),
    ]

    def action_fold(self) -> None:
        """Fold the codes of what is chosen away, or go to what it belongs to."""
        node = self.cursor_node
        if node is not None and node.is_expanded and node.children:
            node.collapse()
        elif node is not None and node.parent is not None and node.parent is not self.root:
            self.move_cursor(node.parent)

    def action_unfold(self) -> None:
        if self.cursor_node is not None:
            self.cursor_node.expand()


class CodeDetail(Page):
    """The chosen code."""

    JUMP = "d"
    TITLE = N_("What the code says")


class CodebookScreen(DeskScreen):
    """The codebooks that the project codes by."""

    DEFAULT_CSS = """
    CodebookScreen #body { layout: horizontal; height: 1fr; }
    CodebookScreen CodeTree {
        width: 2fr; max-width: 70; height: 1fr; padding: 0 1; background: $background; scrollbar-size-vertical: 1;
        overflow-x: hidden;
    }
    CodebookScreen CodeTree:focus { background-tint: transparent; }
    CodebookScreen CodeDetail { width: 3fr; padding: 0 0 0 2; }
    CodebookScreen.-narrow #body { layout: vertical; }
    CodebookScreen.-narrow CodeTree { width: 100%; max-width: 100%; height: 2fr; }
    CodebookScreen.-narrow CodeDetail { width: 100%; height: 3fr; padding: 0 0 0 1; }
    """
    SCOPE = "codebook"
    BINDINGS = bindings(ACTIONS[: -len(codeform.ACTIONS)])

    def __init__(self) -> None:
        super().__init__()
        self.chosen: At = ("", "")
        self._at: dict[At, TreeNode[At]] = {}
        self._facts = Facts({}, {}, frozenset())
        self._found: list[tuple[At, str]] | None = None
        """What lint found and nobody has seen yet: where, and what it says."""

    def title_said(self) -> str:
        return _("Codebook")

    def body(self) -> ComposeResult:
        with Container(id="body"):
            tree = CodeTree("")
            tree.show_root, tree.guide_depth, tree.auto_expand = False, 2, False
            yield tree
            yield CodeDetail()

    def fill(self) -> None:
        self.desk.read_codes()
        self._show_tree()
        self._show_page()
        read(self, self.desk.changes, facts)

    def on_read(self, message: Read) -> None:
        """How the codes fare is known."""
        if message.asked != self.desk.changes:
            self.fill()
        elif isinstance(message.found, Facts):
            self._facts = message.found
            for (id, code), node in self._at.items():
                if code and (book := self._book(id)) and code in book:
                    node.set_label(self._label(book, book.code(code)))
            self._show_page()
        elif message.error is not None:
            error = message.error
            self.tell(error) if isinstance(error, WorkbenchError) else self.say(fault(error), error=True)

    @property
    def code(self) -> tuple[Codebook, Code] | None:
        """The code that the keys are about."""
        book = self._book(self.chosen[0])
        return (book, book.code(self.chosen[1])) if book and self.chosen[1] in book else None

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[At]) -> None:
        if event.node.data is not None and event.node.data != self.chosen:
            self.chosen = event.node.data
            self._show_page()

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and isinstance(event.widget, CodeTree):
            self.action_quotes()

    def action_quotes(self) -> None:
        if self.code:
            self.workbench.open_quotes(code=self.chosen[1])

    def action_edit(self) -> None:
        if (chosen := self.code) is None:
            self._choose_a_code()
            return
        book, code = chosen

        def take(said: Said) -> str:
            return self._kept(
                lambda store: edit_code(
                    store, book.id, code.id,
                    names=said.names, definition=said.definition, include=said.include, exclude=said.exclude,
                )
            )  # fmt: skip

        self.workbench.push_screen(CodeForm(code, take), self._done)

    def action_example(self) -> None:
        if (chosen := self.code) is None:
            self._choose_a_code()
            return
        book, code = chosen

        def take(text: str) -> str:
            return self._kept(lambda store: add_example(store, book.id, code.id, text))

        heading = _("A passage that “{code}” fits").format(code=code.name(language()))
        hint = _("An example goes wherever the codebook goes: see that it points to nobody.")
        self.workbench.push_screen(AskScreen(heading, take, hint=hint), self._done)

    def action_pin(self) -> None:
        if (chosen := self.code) is None:
            self._choose_a_code()
            return
        _book, code = chosen
        if not code.usable:
            self.say(_("“{code}” cannot be set, so it needs no digit.").format(code=code.name(language())), error=True)
            return

        def pin(digit: int | None) -> None:
            if digit is None:
                return
            pinned = pinned_on(self.workbench.last.pinned, code.id, digit)
            self.workbench.last = self.workbench.last.at(pinned=pinned)
            self.show_anew(always=True)
            name = code.name(language())
            if code.id in pinned:
                self.say(_("{digit} sets “{code}” in the transcript.").format(
                    digit=pinned.index(code.id) + 1, code=name))  # fmt: skip
            else:
                self.say(_("“{code}” is on no digit.").format(code=name))

        names = [self.desk.name(one) for one in self.workbench.last.pinned]
        self.workbench.push_screen(PinScreen(code.name(language()), names), pin)

    def action_lint(self) -> None:
        def look(store: Store, say: Say) -> str:
            say(_("Looking the codebooks over …"))
            found = [
                ((one.name.partition(" ")[0], each.code), each.text)
                for one in lint_named(store, ())
                for each in one.findings
            ]
            self._found = found
            return ngettext("{n} thing could be better.", "{n} things could be better.", len(found)).format(
                n=len(found)
            ) if found else _("Nothing to mend.")  # fmt: skip

        self.work(look)

    def on_ended(self, message: Ended) -> None:
        """The look over is over: show what it found, and go to the code that is chosen from it."""
        found, self._found = self._found or [], None
        if not found or not self.is_current:
            return

        def go(number: int | None) -> None:
            if number is not None:
                self._go(found[number][0])

        choices = [Choice(text, code or book) for (book, code), text in found]
        self.workbench.push_screen(ChooseScreen(_("What could be better"), choices), go)

    def action_find(self) -> None:
        every = [(book.id, code.id) for book in self.desk.codebooks for code in book.codes]

        def go(number: int | None) -> None:
            if number is not None:
                self._go(every[number])

        choices = [Choice(self.desk.name(code), code) for _book, code in every]
        self.workbench.push_screen(ChooseScreen(_("Find a code"), choices), go)

    def _kept(self, change: Change) -> str:
        """Make a new version, and say which it is and what to think of."""

        def kept(store: Store) -> str:
            done = change(store)
            if done is None:
                return _("Nothing to change.")
            said = _("The project codes by {codebook} {version} now.")
            return " ".join([said.format(codebook=done.new.id, version=done.new.version), *advice(done)])

        return self.desk.do(kept)

    def _done(self, said: str | None) -> None:
        if said:
            self.show_anew()
            self.say(said)

    def _choose_a_code(self) -> None:
        self.say(_("Choose a code first."), error=True)

    def _book(self, id: str) -> Codebook | None:
        return next((one for one in self.desk.codebooks if one.id == id), None)

    def _show_tree(self) -> None:
        tree = self.query_one(CodeTree)
        folded = {at for at, node in self._at.items() if not node.is_expanded and node.children}
        tree.clear()
        self._at = {}
        for book in self.desk.codebooks:
            root = self._node(tree.root, (book.id, ""), self._book_label(book), folded)
            for area in book.areas:
                under = self._node(root, (book.id, area.id), self._label(book, area), folded)
                for code in book.children(area.id):
                    at = (book.id, code.id)
                    self._at[at] = under.add_leaf(self._label(book, code), data=at)
        if self.chosen not in self._at:
            self.chosen = next((at for at in self._at if at[1]), ("", ""))
        if self.chosen in self._at:
            tree.call_after_refresh(tree.move_cursor, self._at[self.chosen])

    def _node(self, parent: TreeNode[At], at: At, label: Text, folded: set[At]) -> TreeNode[At]:
        node = self._at[at] = parent.add(label, data=at, expand=at not in folded)
        return node

    def _book_label(self, book: Codebook) -> Text:
        return Text(safe(book.name(language())), "bold")

    def _label(self, book: Codebook, code: Code) -> Text:
        digit = self._digit(code.id)
        label = Text(safe(code.name(language())), "strike" if code.retired else "")
        if use := self._facts.uses.get((book.id, code.id)):
            label.append(f"  {use.statements}", "italic")
        return label.append(f"  ‹{digit}›", "bold") if digit else label

    def _digit(self, code: str) -> int:
        pinned = self.workbench.last.pinned
        return pinned.index(code) + 1 if code in pinned else 0

    def _show_page(self) -> None:
        page = self.query_one(CodeDetail)
        book, chosen = self._book(self.chosen[0]), self.code
        if book is None:
            page.show(Content(_("The project has no codebook.")))
            return
        if chosen is None:
            page.show(book_page(book, {code: use for (of, code), use in self._facts.uses.items() if of == book.id}))
        else:
            code = chosen[1]
            fare = Fare(
                use=self._facts.uses.get(self.chosen, Use()),
                answers=self._facts.answers.get(code.id, Counts()),
                silenced=code.id in self._facts.silenced,
                pinned=self._digit(code.id),
            )
            page.show(code_page(code, fare, self.desk.name))

    def _go(self, at: At) -> None:
        """Choose a code, its focus area unfolded."""
        node = self._at.get(at) or self._at.get((at[0], ""))
        if node is not None:
            if node.parent is not None:
                node.parent.expand()
            tree = self.query_one(CodeTree)
            tree.call_after_refresh(tree.move_cursor, node)
            tree.focus()
