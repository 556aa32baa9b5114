"""What a command was about, in a few words: for the log, undo and redo."""

from collections.abc import Sequence

from workbench.store import Event, Store, named


def subjects(store: Store, events: Sequence[Event]) -> str:
    """The sources, passages, codes and names that these events concern, each once."""
    said: dict[str, None] = {}
    for event in events:
        row = event.after if event.after is not None else event.before
        for subject in named(store, event.entity, event.key, row or {}):
            said[subject] = None
    return " · ".join(said)
