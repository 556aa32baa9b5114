"""After any sequence of commands: undoing all restores the beginning, redoing restores the end, check agrees."""

import itertools
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CODEBOOK
from tests.store.deeds import DEEDS, bring_in, municipality
from workbench.codebook import parse
from workbench.store import Store, add_codebook, check, new_settings, redo, undo
from workbench.store.rows import KEYS, PARTS

_CODEBOOK = parse(CODEBOOK)


def live_state(store: Store) -> dict[str, list[Any]]:
    """Every row that people can see, without the numbers that only this copy knows."""
    state = {}
    for table in (*KEYS, *PARTS):
        rows = [{k: v for k, v in row.items() if (table, k) != ("turn", "id")} for row in store.db.query(
            f'SELECT * FROM "{table}"'
        )]  # fmt: skip
        state[table] = sorted(rows, key=repr)
    # The index is a cache, but one that must come and go with its turns.
    state["search"] = store.query("SELECT count(*) AS n FROM turn_search")
    return state


@given(
    seed=st.integers(0, 2**32), deeds=st.lists(st.sampled_from(DEEDS), min_size=1, max_size=30), back=st.integers(1, 30)
)
def test_undo_all_redo_all(seed: int, deeds: list[Any], back: int) -> None:
    random = Random(seed)
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder, "p"), new_settings("p"), person="Maja") as store,
    ):
        with store.command("init") as command:
            add_codebook(command, _CODEBOOK)
        beginning = live_state(store)
        for deed in (municipality, bring_in, *deeds):
            deed(store, random)
        end = live_state(store)
        assert check(store).faults == ()

        undone = sum(1 for _ in itertools.takewhile(lambda done: done is not None, iter(lambda: undo(store), 0)))
        assert live_state(store) == beginning
        assert check(store).faults == ()
        redone = sum(1 for _ in itertools.takewhile(lambda done: done is not None, iter(lambda: redo(store), 0)))
        assert redone == undone
        assert live_state(store) == end
        assert check(store).faults == ()

        # Some way back, then something new: what was undone can no longer be redone.
        steps = min(back, undone)
        for _ in range(steps):
            undo(store)
        before = live_state(store)
        with store.command("municipalities add") as command:
            command.add("municipality", {"id": "new", "name": "Ny"})
        assert redo(store) is None
        undo(store)
        assert live_state(store) == before
        assert check(store).faults == ()
