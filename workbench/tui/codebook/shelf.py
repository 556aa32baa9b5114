"""The codebooks with what is known of their codes: what the list and the page of the codebook's screen show."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual.content import Content

from workbench.codebook import Code, Codebook
from workbench.i18n import _, language
from workbench.tui.codebook.facts import Facts
from workbench.tui.codebook.line import code_line
from workbench.tui.codebook.outline import At, Entry
from workbench.tui.codebook.page import book_page, code_page, statements, statements_said


@dataclass(frozen=True, slots=True)
class Shelf:
    """The project's codebooks as one person has them."""

    books: Sequence[Codebook] = ()
    facts: Facts = field(default_factory=Facts)
    pinned: Sequence[str] = ()
    """Codes on the digit keys, from 1."""

    def book(self, id: str) -> Codebook | None:
        """The codebook with this id; None where the project has none such."""
        return next((one for one in self.books if one.id == id), None)

    def code(self, at: At) -> Code | None:
        """The code there; None for a codebook, and where there is no such code."""
        book = self.book(at[0])
        return book.code(at[1]) if book is not None and at[1] in book else None

    def digit(self, code: str) -> int:
        """The digit that sets a code (id); 0 when none does."""
        return self.pinned.index(code) + 1 if code in self.pinned else 0

    def line(self, entry: Entry, width: int, muted: Style, *, folded: bool) -> Iterable[Segment]:
        """An entry's line in the list."""
        book, code = self.book(entry.at[0]), self.code(entry.at)
        if book is None:
            return ()
        if code is None:
            n = statements(book, self.facts.uses)
            return code_line(
                entry, book.name(language()), width, muted,
                folded=folded, count=statements_said(n) if n else "", digit=0, retired=False,
            )  # fmt: skip
        used = self.facts.uses.get(entry.at)
        return code_line(
            entry, code.name(language()), width, muted,
            folded=folded, count=str(used.statements) if used else "", digit=self.digit(code.id), retired=code.retired,
        )  # fmt: skip

    def page(self, at: At, name: Callable[[str], str]) -> Content:
        """What stands beside the list; `name` says what another code is called."""
        book, code = self.book(at[0]), self.code(at)
        if book is None:
            return Content(_("The project has no codebook."))
        if code is None:
            return book_page(book, self.facts.uses)
        return code_page(code, self.facts.of(at, self.digit(code.id)), name)
