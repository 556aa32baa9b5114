"""`check` finds what is not as it should be, and says where without saying what was said."""

import pytest

from tests.conftest import TALK
from tests.store.test_undo import accept
from workbench.store import Fault, Source, Store, check


def tamper(store: Store, sql: str, *parameters: object) -> None:
    """Change the database behind the workbench's back."""
    with store.write() as db:
        db.execute("PRAGMA defer_foreign_keys = ON")
        db.execute(sql, list(parameters))


def test_all_is_well(store: Store, talk: Source) -> None:
    accept(store, talk)
    report = check(store)
    assert report.faults == ()
    # 1 codebook, 3 codes, 1 municipality, 1 source, 2 participants, 3 speakers, 1 revision with 5 turns and
    # 5 passages, 1 coding, 1 decision, 1 review mark
    assert (report.events, report.rows) == (4 + 1 + 7 + 3, 25)


def test_a_row_without_history(store: Store, talk: Source) -> None:
    tamper(store, "INSERT INTO municipality (id, name) VALUES ('x', 'Ukendt')")
    assert [(fault.kind, fault.detail.split()[:2]) for fault in check(store).faults] == [
        ("unexplained", ["municipality", "x"])
    ]


def test_history_without_its_row(store: Store, talk: Source) -> None:
    id = accept(store, talk)
    tamper(store, "UPDATE decision SET coding = NULL")
    tamper(store, "DELETE FROM coding")
    kinds = {(fault.kind, fault.detail.split()[0]) for fault in check(store).faults}
    assert kinds == {("missing", "coding"), ("missing", "decision"), ("unexplained", "decision")}
    assert any(id in fault.detail for fault in check(store).faults)


def test_a_changed_text_is_found_and_not_shown(store: Store, talk: Source) -> None:
    accept(store, talk)
    tamper(store, "UPDATE text SET content = replace(content, 'samme', 'sjove')")
    faults = check(store).faults
    assert {fault.kind for fault in faults} >= {"text", "quote"}
    assert not any(said in fault.detail for fault in faults for _, said in TALK)


def test_a_changed_turn_is_found(store: Store, talk: Source) -> None:
    tamper(store, "UPDATE turn SET text = 'noget andet' WHERE number = 2")
    assert [(fault.kind, fault.detail.split()[2]) for fault in check(store).faults] == [
        ("missing", "2"),
        ("unexplained", "2"),
    ]


def test_a_changed_event_is_found(store: Store, talk: Source) -> None:
    tamper(store, "UPDATE event SET after = replace(after, 'Kvistsund', 'Kvistsand') WHERE entity = 'municipality'")
    assert {fault.kind for fault in check(store).faults} == {"missing", "unexplained"}


@pytest.mark.parametrize("entity", ["source", "speaker", "revision"])
def test_a_lost_event_is_found(store: Store, talk: Source, entity: str) -> None:
    tamper(store, "DELETE FROM event WHERE entity = ?", entity)
    assert check(store).faults != ()


def test_erased_words_still_replay(store: Store, talk: Source) -> None:
    accept(store, talk)
    tamper(store, "UPDATE text SET content = NULL, erased_at = '2027-01-01' WHERE hash = (SELECT text FROM revision)")
    tamper(store, "UPDATE turn SET text = ''")
    assert check(store).faults == ()


def test_a_dangling_reference_is_found(store: Store, talk: Source) -> None:
    store.db.execute("PRAGMA foreign_keys = OFF")
    tamper(store, "UPDATE source SET municipality = 'nowhere'")
    store.db.execute("PRAGMA foreign_keys = ON")
    assert Fault("reference", "source → municipality") in check(store).faults
