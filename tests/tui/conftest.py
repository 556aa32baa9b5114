"""What tests of the screen stand on: a small coded project, the demo, and a sitting at either of them.

Each test gets a copy of its own; both projects are made once.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerError

from tests.conftest import CODEBOOK, TALK, transcript
from tests.workflow.made import suggest_by_hand
from workbench.codebook import parse
from workbench.model import Valence
from workbench.store import (
    Store,
    StoredCode,
    add_codebook,
    add_municipality,
    add_source,
    history,
    new_settings,
    passages,
    sources,
    stored_codes,
    suggestions,
)
from workbench.tui.app import WorkbenchApp
from workbench.tui.last import last_file, remember, remembered
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.notice import Notice
from workbench.workflow.decide import accept, no_code, reject, set_code
from workbench.workflow.demo import demo

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (200, 50)
"""The three sizes that every screen is made for."""
SIZES = (SMALL, MIDDLE, LARGE)

FG2 = (
    ("Interviewer", "Hvad virker hos jer?"),
    ("Sagsbehandler", "Vi mødes hver torsdag. Så ved alle, hvad de andre gør."),
    ("Ung", "Min kontaktperson ringer hver uge."),
)
TALKS = (
    ("Interviewer", "Fortæl om dit forløb."),
    ("Ung", "Jeg har fortalt min historie tolv gange."),
    ("Ung", "Til sidst holdt jeg op med at komme."),
)


@pytest.fixture(scope="session")
def _small_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two municipalities, three sources, of which Maja has coded one wholly and one in part; Peter one passage.

    Odderby has a source that nobody has coded and nothing was suggested for.
    """
    with pytest.MonkeyPatch.context() as away:
        away.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        root = tmp_path_factory.mktemp("small") / "projekt"
        settings = new_settings("Projekt", suggest_while_reviewing=False)
        with Store.create(root, settings, person="Maja") as store:
            _fill(store)
        with Store.open(root, person="Peter") as store:
            fg1 = next(one for one in sources(store) if one.name == "fg1")
            said = passages(store, fg1.revision)
            set_code(store, fg1, said[0].place, _code(store, "plan"), valence=Valence.BARRIER)
    return root


def _fill(store: Store) -> None:
    with store.command("init") as command:
        add_codebook(command, parse(CODEBOOK))
    with store.command("municipalities add") as command:
        kvistsund = add_municipality(command, "Kvistsund", code="991", prioritised_themes=("guide",))
        odderby = add_municipality(command, "Odderby", code="992")
    for name, talk, municipality in (("fg1", TALK, kvistsund), ("fg2", FG2, kvistsund), ("snak", TALKS, odderby)):
        with store.command("import") as command:
            add_source(command, transcript(*talk, name=name), name=name, municipality=municipality)
    fg1, fg2, _snak = sources(store)
    suggest_by_hand(store, fg1)
    suggest_by_hand(store, fg2, {2: (("plan", 0.55, "torsdag"),), 3: (("guide", 0.8, "kontaktperson"),)})
    shown = suggestions(store, fg1.revision)
    two, three, five = passages(store, fg1.revision)
    accept(store, two, shown[2][0], _code(store, "plan.dobbelt"), shown=shown[2], valence=Valence.BARRIER)
    reject(store, three, [(shown[3][0], _code(store, "plan"))], shown=shown[3])
    set_code(store, fg1, five.place, _code(store, "guide"), valence=Valence.ENABLER)
    no_code(store, passages(store, fg2.revision)[0], shown=suggestions(store, fg2.revision)[2])


def _code(store: Store, name: str) -> StoredCode:
    return next(one for one in stored_codes(store) if one.code == name)


@pytest.fixture(scope="session")
def _demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, made by Maja."""
    with pytest.MonkeyPatch.context() as away:
        away.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        root = tmp_path_factory.mktemp("demo") / "demo"
        demo(root, person="Maja")
    return root


@pytest.fixture
def project(_small_made: Path, tmp_path: Path) -> Path:
    """A copy of the small coded project: Maja's, on a machine where she has done nothing yet."""
    return shutil.copytree(_small_made, tmp_path / "projekt")


@pytest.fixture
def demo_project(_demo_made: Path, tmp_path: Path) -> Path:
    """A copy of the demo."""
    return shutil.copytree(_demo_made, tmp_path / "demo")


Sitting = tuple[WorkbenchApp, Pilot[None]]


@asynccontextmanager
async def sitting(
    root: Path, *, person: str = "Maja", size: tuple[int, int] = MIDDLE, **last: object
) -> AsyncIterator[Sitting]:
    """The app on a project and what presses its keys; `last` is where the person was last, as in `Last`."""
    if last:
        with Store.open(root, person=person) as store:
            file = last_file(store.settings.id, person)
        remember(file, remembered(file).at(**last))
    app = WorkbenchApp(root, person)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield app, pilot


async def settled(pilot: Pilot[None]) -> None:
    """When every worker is done, also one that was stopped, and what they said has been shown."""
    await pilot.pause()
    while isinstance(pilot.app, WorkbenchApp) and pilot.app.is_running and pilot.app.keys_wait:
        await pilot.pause()
    with suppress(WorkerError):
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    while any(one.working for one in pilot.app.screen_stack if isinstance(one, DeskScreen)):
        await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """These keys, one after the other; then when everything they set off is done."""
    await pilot.press(*keys)
    await settled(pilot)


def told(story: Callable[[], Awaitable[None]]) -> None:
    """Play a story written with `async def` to its end."""

    async def play() -> None:
        await story()

    asyncio.run(play())


def screen_text(app: WorkbenchApp) -> str:
    """What the open screen shows, line by line, without colours."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def notice(app: WorkbenchApp) -> str:
    """What the notice line of the place that is open says."""
    return str(app.place.query_one(Notice).render())


def commands(root: Path, *, since: int = 0, person: str = "Maja") -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """The commands of a project but for the first `since`, oldest first: verb, and each event's type and columns.

    Two lists that are equal say that two ways of doing something write the same history.
    """
    with Store.open(root, person=person) as store:
        entries = list(reversed(history(store, limit=100_000)))
    return [
        (one.verb, [(event.type, sorted({**(event.before or {}), **(event.after or {})})) for event in one.events])
        for one in entries[since:]
    ]
