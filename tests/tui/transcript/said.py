"""Documents for tests, and an application that shows one."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from workbench.model import Passage, Place, Turn
from workbench.tui.themes import LIGHT
from workbench.tui.transcript import Coded, CursorMoved, Document, PlaceClicked, SelectionChanged, TranscriptView


def document(*said: tuple[str, str], asking: Sequence[str] = ("I",), every: float | None = 30.0) -> Document:
    """Turns of speaker and words, one every so many seconds."""
    turns, at = [], 0
    for number, (speaker, words) in enumerate(said):
        turns.append(Turn(speaker, Place(at, at + len(words)), None if every is None else number * every))
        at += len(words) + 1
    return Document("\n".join(words for _speaker, words in said), turns, asking=asking)


TALK = document(
    ("I", "Hvordan går det med planen?"),
    ("Aya", "Der er tre planer. De siger ikke det samme, og ingen har læst dem alle."),
    ("I", "Og hvem hjælper dig?"),
    ("Aya", "Min ungeguide. Hun ringer altid tilbage."),
    ("Bo", "Ja."),
)


def coded(words: str, code: str = "plan", *, mark: str = "P", hue: int = 2, id: str = "", among: str = "") -> Coded:
    """A coding of these words where they first stand."""
    at = (among or TALK.text).index(words)
    return Coded(id or f"{code} {at}", Place(at, at + len(words)), code, mark, hue)


class Shown(App[None]):
    """Shows a document and keeps what the view tells."""

    def __init__(
        self, document: Document = TALK, codings: Iterable[Coded] = (), passages: Iterable[Passage] = ()
    ) -> None:
        super().__init__()
        self.register_theme(LIGHT)
        self.theme = LIGHT.name
        self.given = document, list(codings), list(passages)
        self.told: list[Message] = []

    def compose(self) -> ComposeResult:
        yield TranscriptView()

    def on_mount(self) -> None:
        self.view.show(*self.given)
        self.view.focus()

    @property
    def view(self) -> TranscriptView:
        return self.query_one(TranscriptView)

    def on_cursor_moved(self, message: CursorMoved) -> None:
        self.told.append(message)

    def on_selection_changed(self, message: SelectionChanged) -> None:
        self.told.append(message)

    def on_place_clicked(self, message: PlaceClicked) -> None:
        self.told.append(message)


def walk(app: Shown, steps: Callable[[Pilot[None]], Awaitable[None]], size: tuple[int, int] = (60, 12)) -> None:
    """Run the application in a terminal of this size while the steps are walked."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(run())


def rows(view: TranscriptView) -> list[str]:
    """What stands on the screen, without the spaces at the end of a row."""
    return ["".join(segment.text for segment in view.render_line(y)).rstrip() for y in range(view.size.height)]
