"""Writing memos: on the project, a source, a passage, a code, a coding."""

from workbench.errors import NotFoundError, UsageError, WorkbenchError
from workbench.i18n import _
from workbench.store import Memo, Store, Target, add_memo, change_memo, memos, remove_memo

SHOWN = 8
"""Signs of a memo's id that are shown: its last, for the first are the time it was written at."""


def write_memo(store: Store, target: Target, body: str) -> Memo:
    """Note something on a thing. Raises UsageError for a memo without words."""
    with store.command("memo add") as command:
        id = add_memo(command, target, _tidy(body))
    return find_memo(store, id)


def edit_memo(store: Store, memo: Memo, body: str) -> bool:
    """Give a memo of one's own other words; whether anything changed.

    Raises UsageError for no words, WorkbenchError for somebody else's memo.
    """
    _refuse_others(store, memo)
    with store.command("memo edit") as command:
        change_memo(command, memo.id, _tidy(body))
        return command.events > 0


def take_memo_away(store: Store, memo: Memo) -> None:
    """Remove a memo of one's own. Raises WorkbenchError for somebody else's."""
    _refuse_others(store, memo)
    with store.command("memo remove") as command:
        remove_memo(command, memo.id)


def find_memo(store: Store, typed: str) -> Memo:
    """The memo with this id, or whose id ends like this. Raises NotFoundError, UsageError when several do."""
    wanted = typed.strip().casefold()
    found = [one for one in memos(store) if wanted and one.id.endswith(wanted)]
    if len(found) > 1:
        raise UsageError(
            _("“{id}” could be {names}.").format(id=typed, names=", ".join(one.id for one in found)),
            hint=_("Write more of the id."),
        )
    if not found:
        raise NotFoundError(
            _("There is no memo “{id}” in this project.").format(id=typed),
            hint=_("See them with: workbench memo"),
        )
    return found[0]


def _tidy(body: str) -> str:
    """As written, without blank ends and trailing spaces."""
    tidy = "\n".join(line.rstrip() for line in body.strip().splitlines())
    if not tidy:
        raise UsageError(_("A memo needs words."))
    return tidy


def _refuse_others(store: Store, memo: Memo) -> None:
    if memo.person != store.person:
        raise WorkbenchError(
            _("{person} wrote this memo; only they change it.").format(person=memo.person),
            hint=_("Write one of your own beside it."),
        )
