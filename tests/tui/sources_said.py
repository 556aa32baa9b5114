"""What the tests of the sources screen share: transcripts to bring in, and how to look at what became of them."""

import os
from collections.abc import Sequence
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.conftest import press, settled
from workbench.__main__ import main
from workbench.store import Store, sources, voices
from workbench.tui.app import WorkbenchApp
from workbench.tui.sources.path_field import PathField
from workbench.tui.widgets.notice import Notice
from workbench.tui.widgets.table import Table

TALK = (
    "S01: Hvordan går det med planen?\n\nS02: Vi skriver det samme to steder. Det tager en formiddag.\n\n"
    "S01: Og så?\n\nS02: Så skriver vi det igen.\n"
)
SAID = "---\nmunicipality: Odderby\nkind: focus_group\nmonth: 2026-02\nconsent: [quote]\n---\n"


def rows(app: WorkbenchApp, table: str = "Table") -> list[list[str]]:
    """What stands in a table of the dialogue that is open, or of the screen."""
    shown = (app.screen if app.screen.query(table) else app.place).query_one(table, Table)
    return [[cell.plain for cell in shown.get_row_at(row)] for row in range(shown.count)]


def said(app: WorkbenchApp) -> str:
    """What the form's notice says."""
    return str(app.screen.query_one(Notice).render())


def known(root: Path) -> list[tuple[object, ...]]:
    """Every source and who speaks in it, without ids."""
    with Store.open(root, person="Maja") as store:
        return [
            (
                one.name, one.title, one.municipality_name, one.kind, one.transcription, one.month, one.consent,
                one.lead_coder, one.turns, one.passages,
                [
                    (
                        voice.label, voice.talk_role, voice.turns, voice.elsewhere,
                        voice.participant
                        and (voice.participant.pseudonym, voice.participant.role, voice.participant.age_group),
                    )
                    for voice in voices(store, one.id)
                ],
            )
            for one in sources(store)
        ]  # fmt: skip


def typed(root: Path, *arguments: str) -> None:
    """The same on the command line."""
    assert main(["-p", str(root), *arguments]) == 0


def written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


async def read(app: WorkbenchApp, pilot: Pilot[None], path: Path | str) -> None:
    """Open the import and take this path."""
    await press(pilot, "i")
    app.screen.query_one(PathField).query_one(Input).value = str(path)
    await press(pilot, "enter")
    await settled(pilot)


async def drop(app: WorkbenchApp, pilot: Pilot[None], paths: Sequence[Path | str]) -> None:
    """Drop files on the terminal, as one that quotes their names pastes them."""
    await app.on_event(Paste(" ".join(f"'{path}'" for path in paths) + os.linesep))
    await settled(pilot)
