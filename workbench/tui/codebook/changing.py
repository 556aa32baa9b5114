"""Changing a code from the screen: each change makes a new version of the project's codebook, and says which."""

from collections.abc import Callable

from workbench.i18n import _
from workbench.store import Store
from workbench.tui.codebook.form import Said
from workbench.tui.codebook.outline import At
from workbench.tui.desk import Desk
from workbench.workflow.codebook_edit import NewVersion, add_example, advice, edit_code


def edited(desk: Desk, at: At, said: Said) -> str:
    """Say anew what a code is. Raises WorkbenchError as `edit_code`."""
    return _new_version(
        desk,
        lambda store: edit_code(
            store, *at, names=said.names, definition=said.definition, include=said.include, exclude=said.exclude
        ),
    )


def exemplified(desk: Desk, at: At, text: str) -> str:
    """Add a passage to a code's examples. Raises WorkbenchError as `add_example`."""
    return _new_version(desk, lambda store: add_example(store, *at, text))


def _new_version(desk: Desk, change: Callable[[Store], NewVersion | None]) -> str:
    """Make a change, and say which version the project codes by now and what to think of."""

    def made(store: Store) -> str:
        done = change(store)
        if done is None:
            return _("Nothing to change.")
        said = _("The project codes by {codebook} {version} now.")
        return " ".join([said.format(codebook=done.new.id, version=done.new.version), *advice(done)])

    said = desk.do(made)
    desk.read_codes()
    return said
