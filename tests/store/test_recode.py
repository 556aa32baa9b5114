"""A coding gets another code, with everything that hangs on it."""

import pytest

from tests.store.test_undo import accept
from workbench.store import Source, Store, check, passages, quotes, recode, redo, stored_codes, undo


def state(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """What stands about codings."""
    return {
        name: sorted((tuple(row.values()) for row in store.query(sql)), key=repr)
        for name, sql in {
            "coding": "SELECT k.code, c.start, c.end, c.layer, c.valence, c.doubt, c.codebook_version, c.suggestion"
            " FROM coding c JOIN code k ON k.id = c.code ORDER BY c.start, k.code",
            "decision": "SELECT d.passage, k.code, d.verdict, x.code AS coded FROM decision d"
            " JOIN code k ON k.id = d.code LEFT JOIN coding c ON c.id = d.coding LEFT JOIN code x ON x.id = c.code",
            "quote": "SELECT k.code, q.starred FROM quote q JOIN coding c ON c.id = q.coding"
            " JOIN code k ON k.id = c.code",
            "memo": "SELECT m.body, k.code FROM memo m JOIN coding c ON c.id = m.target JOIN code k ON k.id = c.code",
        }.items()
    }


@pytest.fixture
def guide(store: Store) -> str:
    return next(one.uuid for one in stored_codes(store) if one.code == "guide")


def mark(store: Store, coding: str, name: str) -> None:
    """A starred quote of a coding, and a memo on it."""
    with store.command("quotes star") as command:
        quote = {"id": f"quote-{name}", "coding": coding, "starred": 1, "edited": None, "approved_by": "",
                 "attribution": ""}  # fmt: skip
        command.add("quote", quote)
        command.add(
            "memo",
            {"id": f"memo-{name}", "person": "Maja", "target_type": "coding", "target": coding, "body": name},
        )


def test_decisions_quotes_and_memos_follow(store: Store, talk: Source, guide: str) -> None:
    accept(store, talk, 2, "plan")
    [old] = quotes(store)
    mark(store, old.id, "a")
    before = state(store)
    with store.command("codebooks migrate") as command:
        assert recode(command, old.id, guide) != old.id
    after = state(store)
    [was] = before["coding"]
    assert after["coding"] == [("guide", *was[1:])]
    assert [row[-1] for row in after["decision"]] == ["guide"]
    assert [row[1] for row in after["decision"]] == [row[1] for row in before["decision"]], "the answer was to plan"
    assert (after["quote"], after["memo"]) == ([("guide", 1)], [("a", "guide")])
    assert check(store).faults == ()
    undo(store)
    assert state(store) == before
    redo(store)
    assert state(store) == after


def test_what_is_there_already_stays_as_it_is(store: Store, talk: Source, guide: str) -> None:
    accept(store, talk, 2, "plan")
    accept(store, talk, 2, "guide")
    old, there = sorted(quotes(store), key=lambda one: one.code != "plan")
    mark(store, old.id, "a")
    mark(store, there.id, "b")
    before = state(store)
    with store.command("codebooks migrate") as command:
        assert recode(command, old.id, guide) == there.id
    after = state(store)
    assert after["coding"] == [row for row in before["coding"] if row[0] == "guide"]
    assert (after["quote"], sorted(after["memo"])) == ([("guide", 1)], [("a", "guide"), ("b", "guide")])
    assert check(store).faults == ()
    undo(store)
    assert state(store) == before


def test_a_coding_that_is_not_there(store: Store, talk: Source, guide: str) -> None:
    assert passages(store, talk.revision)
    with pytest.raises(KeyError), store.command("codebooks migrate") as command:
        recode(command, "nej", guide)
