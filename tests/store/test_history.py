"""The log, the clock and the date a report carries."""

from datetime import UTC, datetime

from tests.store.test_undo import accept
from workbench.store import Source, Store, data_date, history
from workbench.store.clock import moment, tick


def test_the_newest_command_comes_first(store: Store, talk: Source) -> None:
    accept(store, talk)
    assert [(entry.verb, entry.person, len(entry.events), entry.undone) for entry in history(store)] == [
        ("accept", "Maja", 3, False),
        ("import", "Maja", 7, False),
        ("municipalities add", "Maja", 1, False),
        ("init", "Maja", 4, False),
    ]
    assert len(history(store, limit=2)) == 2


def test_events_hold_no_words(store: Store, talk: Source) -> None:
    accept(store, talk)
    told = " ".join(str(row) for row in store.query("SELECT * FROM event"))
    for said in ("samme to steder", "Sagsbehandler", "fg1-Ung", "aldrig set", "Lone"):
        assert said not in told


def test_the_data_date_is_the_newest_events(store: Store, talk: Source) -> None:
    newest = history(store, limit=1)[0].events[-1]
    assert data_date(store) == moment(newest.clock)


def test_the_clock_never_goes_back() -> None:
    now = 1_700_000_000_000
    first = tick(0, now)
    assert moment(first) == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert tick(first, now) == first + 1
    assert tick(first, now - 86_400_000) == first + 1
    assert moment(tick(first, now + 1)) > moment(first)
