"""Suggestions follow decisions behind one's back, with a store of their own."""

import json
from pathlib import Path

import pytest

from tests.conftest import transcript
from tests.workflow.test_learn import SAID, code, everything, perm
from workbench.errors import WorkbenchError
from workbench.store import Source, Store, add_source, passages, source, undo
from workbench.workflow.follow import Follower
from workbench.workflow.suggest import suggest

__all__ = ["perm"]


@pytest.fixture
def read_already(store: Store, perm: Source) -> Source:
    """The interview with suggestions as they are before anybody decided anything."""
    suggest(store, [perm])
    return perm


def learned(store: Store) -> int:
    """From how many passages the suggestions there are were learned."""
    found = json.loads(store.query("SELECT provenance FROM suggestion_run")[0]["provenance"])
    return int(found["labelled"])


def test_suggestions_follow_a_decision_and_what_is_taken_back(store: Store, read_already: Source) -> None:
    follower = Follower(store.root, store.person)
    first, second, _third = passages(store, read_already.revision)
    before = everything(store, read_already)
    follower.settle()
    code(store, read_already, first, "guide")
    follower.decided(read_already, first)
    follower.settle()
    after = everything(store, read_already)
    assert (after[second.number] != before.get(second.number), learned(store)) == (True, 1)
    undo(store)
    follower.anew()
    follower.decided(read_already, first)
    follower.settle()
    follower.decided(read_already, second)
    follower.settle()
    assert (everything(store, read_already), learned(store)) == (before, 0)
    follower.close()


def test_it_says_why_it_cannot_and_nobody_waits(
    store: Store, perm: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_EMBEDDINGS", str(tmp_path / "nowhere"))
    follower = Follower(store.root, store.person)
    follower.decided(perm, passages(store, perm.revision)[0])
    follower.settle()
    assert isinstance(follower.trouble, WorkbenchError)
    follower.close()


def test_in_a_long_source_what_comes_next_is_read_anew_first(store: Store, perm: Source) -> None:
    with store.command("import") as command:
        turns = [("Ung", SAID[3]) for _ in range(80)]
        long = source(
            store, add_source(command, transcript(*turns, name="lang"), name="lang", municipality=perm.municipality)
        )
    suggest(store, [long])
    before = everything(store, long)
    follower = Follower(store.root, store.person)
    follower.settle()
    tenth = passages(store, long.revision)[19]
    run = store.query("SELECT id FROM suggestion_run")
    code(store, long, tenth, "guide")
    follower.decided(long, tenth)
    follower.settle()
    after = everything(store, long)
    changed = [number for number in range(1, 81) if after.get(number) != before.get(number)]
    assert (min(changed), max(changed)) == (10, 60)
    assert store.query("SELECT id FROM suggestion_run") == run
    follower.close()


def test_what_was_told_in_a_hurry_is_all_learned_and_suggested_from(store: Store, read_already: Source) -> None:
    follower = Follower(store.root, store.person)
    first, second, third = passages(store, read_already.revision)
    follower.settle()
    for one in (first, second, third):
        code(store, read_already, one, "guide")
    for one in (first, second, third):
        follower.decided(read_already, one)
    follower.settle()
    assert learned(store) == 3
    follower.close()
