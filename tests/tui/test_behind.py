"""What goes on behind the person gives way to them, and is as Python has it when the screen is left."""

import gc
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.conftest import settled, sitting, told
from workbench.tui import behind
from workbench.tui.behind import AWAY, FEW, HANDED_OVER, RESTED, Behind


class Ring:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.it = self


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    one = Clock()
    monkeypatch.setattr(behind, "monotonic", one)
    return one


@pytest.fixture
def resting(clock: Clock) -> Iterator[Behind]:
    one = Behind()
    gc.collect()
    one.begin()
    yield one
    one.end()


def gone(ring: Ring) -> weakref.ref[Ring]:
    return weakref.ref(ring)


def many() -> list[list[int]]:
    return [[] for _number in range(FEW + 1)]


def test_nothing_is_swept_while_somebody_types(resting: Behind, clock: Clock) -> None:
    known, kept = gone(Ring()), many()
    clock.now = 5.0
    resting.disturbed()
    clock.now += RESTED / 2
    resting.sweep()
    assert known() is not None
    clock.now += RESTED
    resting.sweep()
    assert (known(), len(kept)) == (None, FEW + 1)


def test_what_outlived_a_sweep_goes_when_nobody_is_there(resting: Behind, clock: Clock) -> None:
    ring, kept = Ring(), many()
    known = gone(ring)
    clock.now = RESTED + 0.01
    resting.sweep()
    del ring
    resting.sweep()
    assert known() is not None
    clock.now = AWAY + 0.01
    resting.sweep()
    assert (known(), len(kept)) == (None, FEW + 1)


def test_what_was_loaded_is_laid_aside_and_swept_with_everything(
    resting: Behind, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(behind, "MANY", FEW)
    known, kept = gone(Ring()), many()
    before = gc.get_freeze_count()
    clock.now = RESTED + 0.01
    resting.sweep()
    assert known() is not None
    assert gc.get_freeze_count() - before > FEW
    clock.now = AWAY + 0.01
    resting.sweep()
    assert (known(), len(kept)) == (None, FEW + 1)


def test_what_was_laid_aside_does_not_grow_without_end(resting: Behind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(behind, "MANY", FEW)
    monkeypatch.setattr(behind, "MOST", FEW)
    known, kept = gone(Ring()), many()
    resting.sweep()
    assert known() is not None
    kept += many()
    resting.disturbed()
    resting.sweep()
    assert (known(), len(kept)) == (None, 2 * FEW + 2)


def test_everything_is_not_swept_again_and_again_while_a_long_job_runs(resting: Behind, clock: Clock) -> None:
    kept = many()
    clock.now = AWAY + 0.01
    resting.sweep()
    resting.sweep()
    known, more = gone(Ring()), many()
    resting.sweep()
    ring = Ring()
    late, still_more = gone(ring), many()
    resting.sweep()
    del ring
    resting.sweep()
    assert (known(), late() is not None, len(kept + more + still_more)) == (None, True, 3 * FEW + 3)
    clock.now *= 2
    resting.sweep()
    assert late() is None


def test_all_is_left_as_it_was(project: Path) -> None:
    seen = []

    async def story() -> None:
        async with sitting(project, screen="overview") as (_app, pilot):
            await settled(pilot)
            seen.append((gc.isenabled(), sys.getswitchinterval()))

    usual = sys.getswitchinterval()
    told(story)
    assert seen == [(False, HANDED_OVER)]
    assert (gc.isenabled(), gc.get_freeze_count(), sys.getswitchinterval()) == (True, 0, usual)


def test_a_key_is_a_disturbance(project: Path, clock: Clock) -> None:
    idle = []

    async def story() -> None:
        async with sitting(project, screen="overview") as (app, pilot):
            clock.now = 50.0
            idle.append(app._behind.idle)
            await pilot.press("down")
            idle.append(app._behind.idle)
            await settled(pilot)

    told(story)
    assert idle == [50.0, 0.0]
