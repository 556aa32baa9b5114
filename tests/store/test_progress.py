"""How far a person has come."""

from tests.store.test_undo import accept, someone_else
from workbench.store import Progress, Source, Store, last_reviewed, mark_seen, progress, undecided, undo


def test_everybody_comes_their_own_way(store: Store, talk: Source) -> None:
    assert (progress(store, talk.revision), undecided(store, talk.revision)) == (Progress(3, 0), [2, 3, 5])
    assert last_reviewed(store) is None
    accept(store, talk, 1)
    assert (progress(store, talk.revision), undecided(store, talk.revision)) == (Progress(3, 1), [2, 5])
    assert progress(store, talk.revision).left == 2
    assert last_reviewed(store) == talk.revision
    with someone_else(store, "Peter") as peter:
        assert undecided(peter, talk.revision) == [2, 3, 5]
        assert last_reviewed(peter) is None


def test_a_passage_without_a_code_is_dealt_with_too(store: Store, talk: Source) -> None:
    with store.command("no-code") as command:
        mark_seen(command, talk.revision, 3, no_code=True)
    assert undecided(store, talk.revision) == [2, 5]
    undo(store)
    assert undecided(store, talk.revision) == [2, 3, 5]
