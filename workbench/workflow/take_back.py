"""Taking back everything of one's own down to a command: one undo after the other, each a command of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbench.errors import NotFoundError, WorkbenchError
from workbench.i18n import _
from workbench.store import NOT_UNDOABLE, Done, Store, above, entry, undo
from workbench.workflow.deeds import deed, verb


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How far it went."""

    done: tuple[Done, ...]
    wanted: int
    """How many had to be taken back."""
    refused: WorkbenchError | None = None
    """What stood in the way of the next one."""

    def said(self, store: Store) -> str:
        """In a sentence, or two where something stood in the way."""
        if len(self.done) == 1 and self.refused is None:
            return _("Took back: {what}").format(what=deed(store, self.done[0]))
        told = _("Took back {n} of {wanted}.").format(n=len(self.done), wanted=self.wanted)
        return f"{told} {self.refused.message} {self.refused.hint}".strip() if self.refused else told


def to_take_back(store: Store, command: str) -> int:
    """How many commands of this person's are taken back, this one the last of them.

    Raises NotFoundError where there is no such command, WorkbenchError where this person cannot take it back here.
    """
    if number := above(store, command):
        return number
    one = entry(store, command)
    if one is None:
        raise NotFoundError(
            _("There is no command {id} in the history.").format(id=command),
            hint=_("See them with: workbench log --json"),
        )
    if one.undone:
        raise WorkbenchError(_("“{verb}” is taken back already.").format(verb=verb(one.verb)))
    if one.verb in NOT_UNDOABLE:
        raise WorkbenchError(_("“{verb}” cannot be taken back.").format(verb=verb(one.verb)))
    if one.person != store.person:
        raise WorkbenchError(
            _("“{verb}” was done by {person}: only they can take it back.").format(
                verb=verb(one.verb), person=one.person
            )
        )
    raise WorkbenchError(
        _("“{verb}” was done on another computer: it is taken back there.").format(verb=verb(one.verb))
    )


def take_back_to(store: Store, command: str, *, progress: Callable[[int], None] = lambda n: None) -> TakenBack:
    """Undo one's own commands, newest first, until this one is undone or something stands in the way.

    Calls `progress` with the number of each before it is undone. Raises as `to_take_back`.
    """
    wanted = to_take_back(store, command)
    done: list[Done] = []
    while above(store, command):
        progress(len(done) + 1)
        try:
            one = undo(store)
        except WorkbenchError as error:
            return TakenBack(tuple(done), wanted, error)
        if one is None:
            break
        done.append(one)
    return TakenBack(tuple(done), wanted)


def matching(doers: Iterable[tuple[str, str]], typed: str) -> list[tuple[str, str]]:
    """Of these (person, verb), those that hold every word typed: in the name, or in the deed as it is said."""
    words = typed.casefold().split()
    return [
        (person, name)
        for person, name in doers
        if all(word in f"{person} {verb(name)} {name}".casefold() for word in words)
    ]
