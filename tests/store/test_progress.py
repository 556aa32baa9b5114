"""How far a person has come."""

from tests.store.test_undo import accept, someone_else
from workbench.store import (
    Progress,
    Source,
    Store,
    dealt_with,
    is_dealt_with,
    last_reviewed,
    mark_seen,
    progress,
    undecided,
    undo,
)


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


def test_how_many_are_dealt_with_counts_respondents_passages_only(store: Store, talk: Source) -> None:
    assert (dealt_with(store), is_dealt_with(store, talk.revision, 3)) == ({}, False)
    with store.command("no-code") as command:
        mark_seen(command, talk.revision, 3, no_code=True)
        mark_seen(command, talk.revision, 4, no_code=True)  # the interviewer's
    assert is_dealt_with(store, talk.revision, 3)
    assert dealt_with(store) == dealt_with(store, revision=talk.revision) == {talk.revision: 1}
    assert dealt_with(store, revision="another") == {}
    with someone_else(store, "Peter") as peter:
        assert (dealt_with(peter), is_dealt_with(peter, talk.revision, 3)) == ({}, False)
