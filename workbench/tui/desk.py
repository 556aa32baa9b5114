"""One person's sitting at a project: what every screen shares, and everything that changes it.

Nothing here knows the screen. Each change is one command of the store, the same that the command line makes, and
answers with a sentence that says what was done.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.codebook import Codebook
from workbench.i18n import _, language
from workbench.model import Place, Valence
from workbench.store import (
    Done,
    SaidPassage,
    Shown,
    Source,
    Store,
    StoredCode,
    current_codebooks,
    redo,
    stored_codes,
    undo,
)
from workbench.workflow import decide
from workbench.workflow.deeds import deed

if TYPE_CHECKING:
    from workbench.workflow.follow import Follower

CODEBOOKS = frozenset({"codebook", "code"})
"""Tables that say which codes there are."""


class Desk:
    """A project, the person at it, and the number of changes made in this sitting."""

    def __init__(self, root: Path, person: str) -> None:
        self.root = root
        self.person = person
        self.store = Store.open(root, person=person)
        self.changes = 0
        """Grows with each change; a screen that saw an earlier number shows itself anew."""
        self.taken_back: Done | None = None
        """What was taken back or put back last; None when there was nothing."""
        self._follower: Follower | None = None
        self.read_codes()

    def close(self) -> None:
        if self._follower is not None:
            self._follower.close()
        self.store.close()

    def read_codes(self) -> None:
        """Read the codes anew: after a codebook was added or edited."""
        self.codes: tuple[StoredCode, ...] = tuple(stored_codes(self.store, folders=True))
        self.by_code = {one.code: one for one in self.codes}

    @property
    def codebooks(self) -> list[Codebook]:
        """The current version of each, the project's first choice first."""
        return current_codebooks(self.store)

    def name(self, code: str) -> str:
        """A code's name in the language spoken now."""
        return self.by_code[code].name(language()) if code in self.by_code else code

    def definition(self, code: str) -> str:
        """A code's definition; empty for one that is not in a current codebook."""
        return next((book.code(code).definition for book in self.codebooks if code in book), "")

    def changed(self) -> None:
        """Something was changed, here or by a worker with a store of its own."""
        self.changes += 1

    def learn_anew(self) -> None:
        """A worker took decisions back: what follows them forgets those too."""
        if self._follower is not None:
            self._follower.anew()

    def learn(self) -> None:
        """Begin to follow decisions with suggestions, unless the project asks not to or it is done already.

        That goes on in another thread: the next passage has the new ones, the one that is looked at keeps its own.
        """
        from workbench.workflow.follow import Follower

        if self._follower is None and self.store.settings.suggest_while_reviewing:
            self._follower = Follower(self.root, self.person)

    def settle(self) -> None:
        """Wait until suggestions have followed every decision."""
        if self._follower is not None:
            self._follower.settle()

    @property
    def trouble(self) -> Exception | None:
        """Why suggestions do not follow, where they should and cannot."""
        return self._follower.trouble if self._follower is not None else None

    def accept(
        self,
        source: Source,
        passage: SaidPassage,
        one: Shown,
        *,
        shown: Sequence[Shown],
        valence: Valence = Valence.DESCRIPTION,
        strength: int | None = None,
        doubt: bool = False,
    ) -> str:
        """Make a suggestion this person's coding."""
        code = self.by_code[one.suggestion.code]
        decide.accept(
            self.store, passage, one, code, shown=shown, valence=valence, strength=strength, doubt=doubt
        )  # fmt: skip
        self._decided(source, passage)
        return self._coded(code, valence, doubt)

    def reject(self, source: Source, passage: SaidPassage, several: Sequence[Shown], *, shown: Sequence[Shown]) -> str:
        """Say that suggested codes do not fit a passage."""
        pairs = [(one, self.by_code[one.suggestion.code]) for one in several]
        decide.reject(self.store, passage, pairs, shown=shown)
        self._decided(source, passage)
        return _("✗ rejected: {codes}").format(codes=", ".join(code.name(language()) for _one, code in pairs))

    def no_code(self, source: Source, passage: SaidPassage, *, shown: Sequence[Shown], blind: bool = False) -> str:
        """Say that no code fits a passage."""
        decide.no_code(self.store, passage, shown=shown, blind=blind)
        self._decided(source, passage)
        return _("– no code here")

    def set_code(
        self,
        source: Source,
        place: Place,
        code: StoredCode,
        *,
        passage: SaidPassage | None = None,
        shown: Sequence[Shown] | None = None,
        valence: Valence = Valence.DESCRIPTION,
        strength: int | None = None,
        doubt: bool = False,
        contrary: bool = False,
        blind: bool = False,
    ) -> str:
        """Set a code on a place. Raises WorkbenchError where nobody but the interviewer speaks."""
        decide.set_code(
            self.store, source, place, code, shown=shown, valence=valence, strength=strength, doubt=doubt,
            contrary=contrary, blind=blind,
        )  # fmt: skip
        self._decided(source, passage)
        return self._coded(code, valence, doubt)

    def undo(self) -> str:
        """Take back this person's newest command; says what it was, or that there is nothing.

        Raises WorkbenchError when something later rests on it.
        """
        return self._undone(undo(self.store), _("Took back: {what}"), _("There is nothing of yours to take back."))

    def redo(self) -> str:
        """Put back what was taken back last."""
        return self._undone(redo(self.store), _("Put back: {what}"), _("There is nothing to put back."))

    def do(self, change: Callable[[Store], str]) -> str:
        """Any other change: the workflow's call, which answers with what was done."""
        said = change(self.store)
        self.changed()
        return said

    def turned(self, done: Done | None) -> None:
        """Something was taken back or put back, here or by a worker; nothing when there was nothing."""
        self.taken_back = done
        if done is None:
            return
        self.changed()
        if any(one.entity in CODEBOOKS for one in done.events):
            self.read_codes()
        self.learn_anew()

    def _undone(self, done: Done | None, said: str, nothing: str) -> str:
        self.turned(done)
        return nothing if done is None else said.format(what=deed(self.store, done))

    def _decided(self, source: Source, passage: SaidPassage | None) -> None:
        self.changed()
        if self._follower is not None and passage is not None:
            self._follower.decided(source, passage)

    def _coded(self, code: StoredCode, valence: Valence, doubt: bool) -> str:
        return f"✓ {code.name(language())} – {valence.label}{' ?' if doubt else ''}"
