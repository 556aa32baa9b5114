"""Pictures of the screen in plain text: every screen in three sizes, and a dozen dialogues and states in one.

They are kept beside this file, to be read in a diff; `python -m tests.tui.pictures` takes them anew.
"""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.tui.conftest import MIDDLE, SIZES, SMALL, Sitting, press, screen_text, settled, sitting
from workbench.store import Store, sources
from workbench.tui.last import Last
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.transcript import TranscriptScreen
from workbench.tui.ways import NAMES
from workbench.workflow.demo import LEFT

HERE = Path(__file__).parent
MOST = 40
"""More would not be read."""
OTHERWISE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d|\b[0-9a-f]{8}\b")
"""When something was done, and the id of a quote, are others each time."""
FILE = Path("ind", "samtale.txt")
"""What is brought in, in the home of whoever sits there."""
TALK = (
    "S01: Hvordan går det med planen?\n\nS02: Vi skriver det samme to steder. Det tager en hel formiddag.\n\n"
    "S01: Og hvem hjælper dig?\n\nS02: Min kontaktperson. Hun ringer altid tilbage, også om søndagen.\n"
)
PINNED = ("plan.dobbelt", "guide.relation", "indgang")


@dataclass(frozen=True, slots=True)
class Picture:
    """A state of the screen, and the keys that lead there from one of the seven screens."""

    name: str
    screen: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = MIDDLE
    source: str = ""
    """Name of the one that a transcript is shown of; else the first there is."""
    pinned: tuple[str, ...] = ()
    """Codes on the digits."""

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return HERE / f"{self.name}.txt"

    @property
    def stored(self) -> str:
        """As it was when it was taken last; nothing before that."""
        return self.file.read_text(encoding="utf-8") if self.file.exists() else ""


SCREENS = tuple(
    Picture(f"{name}-{width}x{height}", name, size=(width, height)) for name in NAMES for width, height in SIZES
)
STATES = (
    Picture("help", "transcript", ("question_mark",)),
    Picture("palette", "quotes", ("ctrl+p",)),
    Picture("go-to", "transcript", ("g",), SMALL),
    Picture("overview-sources", "overview", ("enter",)),
    Picture("overview-codes", "overview", ("right", "right", "right", "enter"), SMALL),
    Picture("transcript-search", "transcript", ("slash", *"plan")),
    Picture("transcript-beside", "transcript", ("tab", "i"), SMALL, source=LEFT),
    Picture("code-picker", "transcript", ("tab", "c", *"plan"), source=LEFT),
    Picture("memo", "transcript", ("tab", "m", *"Spørg igen, hvem der ringede."), SMALL, source=LEFT),
    Picture("blind", "review", ("B", "enter")),
    Picture("light-edit", "quotes", ("e", *["backspace"] * 6)),
    Picture("quotes-filter", "quotes", ("f", *"kvist")),
    Picture("code-form", "codebook", ("down", "e"), SMALL),
    Picture("pin", "codebook", ("down", "down", "p"), pinned=PINNED),
    Picture("import", "sources", ("i", *f"~/{FILE}", "enter")),
    Picture("new-municipality", "sources", ("i", *f"~/{FILE}", "enter", "ctrl+s")),
    Picture("source-form", "sources", ("e",), SMALL),
    Picture("speaker", "sources", ("s", "down", "enter")),
    Picture("undo-to", "quotes", ("s", "down", "s", "f7", "down", "U")),
)
PICTURES = (*SCREENS, *STATES)


@contextmanager
def at_home(home: Path) -> Iterator[None]:
    """A machine on which nothing was done yet, with a transcript to bring in; nothing on it takes time."""
    (home / FILE).parent.mkdir(parents=True)
    (home / FILE).write_text(TALK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as away:
        for variable in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            away.setenv(variable, str(home))
        away.setattr(TranscriptScreen, "WHY_AFTER", 0.001)
        away.setattr(ReviewScreen, "clock", staticmethod(lambda: 0.0))
        yield


@asynccontextmanager
async def shown(one: Picture, project: Path, language: str) -> AsyncIterator[Sitting]:
    """The state, for as long as it is looked at."""
    last = Last(screen=one.screen, source=source_id(project, one.source), language=language, pinned=one.pinned)
    async with sitting(project, size=one.size, **asdict(last)) as (app, pilot):
        await press(pilot, *one.keys)
        before = ""
        while (now := screen_text(app)) != before:  # what is read in the background comes a moment later
            before = now
            await settled(pilot)
        yield app, pilot


def source_id(project: Path, name: str) -> str:
    """The id of the source of this name, else of the first."""
    with Store.open(project, person="Maja") as store:
        known = sources(store)
    return next((one.id for one in known if one.name == name), known[0].id)


async def taken(one: Picture, project: Path) -> str:
    """The picture as the screen is now, in Danish."""
    async with shown(one, project, "da") as (app, _pilot):
        said = OTHERWISE.sub(lambda found: re.sub(r"\w", "·", found[0]), screen_text(app))
    return said.rstrip("\n") + "\n"
