"""Undo and redo of what changed many things at once: a worker does it, and the screen goes on meanwhile."""

from pathlib import Path

import pytest

from tests.conftest import CODEBOOK
from tests.tui.conftest import notice, press, sitting, told
from workbench.codebook import parse
from workbench.store import Store, add_codebook, add_municipality, municipalities, redoes, undoes
from workbench.tui import at_length
from workbench.tui.at_length import SOON


def add_many(root: Path) -> None:
    """One command of Maja's with more changes than are taken back within the time of a key."""
    with Store.open(root, person="Maja") as store, store.command("municipalities add") as command:
        for number in range(SOON + 1):
            add_municipality(command, f"By {number}")


def found(root: Path) -> tuple[int, int, int]:
    """Municipalities, and how many changes are taken back and put back next."""
    with Store.open(root, person="Maja") as store:
        return len(municipalities(store)), undoes(store), redoes(store)


def test_what_changed_many_things_is_taken_back_and_put_back_by_a_worker(project: Path) -> None:
    before = found(project)
    add_many(project)
    many = before[0] + SOON + 1

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            for key, said, left in (
                ("u", "Took back: ", (before[0], before[1], SOON + 1)),
                ("ctrl+r", "Put back: ", (many, SOON + 1, 0)),
            ):
                seen = app.desk.changes
                getattr(app, {"u": "action_undo", "ctrl+r": "action_redo"}[key])()
                assert app.place.working
                await press(pilot)
                assert not app.place.working
                assert notice(app).startswith(said)
                assert found(project) == left
                assert app.desk.changes > seen and app.desk.taken_back is not None
            await press(pilot, "u")
            assert notice(app).startswith("Took back: ")
            app.action_undo()
            assert not app.place.working  # a small one is taken back at once

    told(story)


def test_codes_are_read_anew_when_a_worker_took_them_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_length, "SOON", 0)
    with Store.open(project, person="Maja") as store, store.command("codebook add") as command:
        add_codebook(
            command, parse(CODEBOOK.replace("proeve", "mere").replace("plan", "rejse").replace("guide", "maal"))
        )

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            assert "rejse" in app.desk.by_code
            await press(pilot, "u")
            assert sorted(app.desk.by_code) == ["guide", "plan", "plan.dobbelt"]
            await press(pilot, "ctrl+r")
            assert "rejse" in app.desk.by_code

    told(story)
