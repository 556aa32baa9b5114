"""What every screen has: the desk, a title line, a notice, a key bar, and a way to show itself anew."""

import sys
import traceback
from abc import abstractmethod
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import ScreenResume
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from workbench.errors import WorkbenchError
from workbench.i18n import _, language
from workbench.tui import job
from workbench.tui.actions import Action
from workbench.tui.bands import Bands
from workbench.tui.desk import Desk
from workbench.tui.widgets.keybar import KeyBar
from workbench.tui.widgets.notice import Notice
from workbench.tui.widgets.title import TitleLine

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class DeskScreen(Screen[None]):
    """A screen of the workbench. A subclass says its scope and title, composes its body and fills it in `fill`.

    Its module declares all that can be done on it, in its panes too, as `ACTIONS`.
    """

    DEFAULT_CSS = """
    DeskScreen > #foot { dock: bottom; height: auto; }
    """
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Whoever has the focus paints itself; Textual would paint the whole screen."""
    SCOPE: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (160, "-wide")]  # noqa: RUF012 — as Textual declares it

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Bands()
        self._seen = (-1, "")
        """The desk's number of changes, and the language spoken, when this was filled last."""
        self.working = False
        """Whether long work that began here goes on; `escape` stops it."""
        self._stop = Event()

    @property
    def workbench(self) -> "WorkbenchApp":
        return cast("WorkbenchApp", self.app)

    @property
    def desk(self) -> Desk:
        return self.workbench.desk

    @abstractmethod
    def title_said(self) -> str:
        """Where one is, in the language spoken now."""

    def body(self) -> ComposeResult:
        """The widgets between title and notice."""
        yield from ()

    def fill(self) -> None:
        """Show what the store holds now."""

    def here(self) -> tuple[str, int] | None:
        """The source (id) and the place in code points that is looked at; None where the transcript knows best."""
        return None

    def actions(self) -> Iterator[Action]:
        """What can be done here now: the focused pane's own, then the screen's."""
        every: tuple[Action, ...] = sys.modules[type(self).__module__].ACTIONS
        for scope in dict.fromkeys((getattr(self.focused, "SCOPE", ""), self.SCOPE)):
            yield from (one for one in every if one.scope == scope)

    def compose(self) -> ComposeResult:
        yield TitleLine()
        yield from self.body()
        with Vertical(id="foot"):
            yield Notice()
            yield KeyBar()

    def on_screen_resume(self, event: ScreenResume) -> None:
        self.show_anew()

    def on_screen_suspend(self) -> None:
        if not self.working and self.workbench.screen is self.workbench.place:
            self.say("")  # what was done here is no news when one comes back

    def on_descendant_focus(self) -> None:
        self.show_keys()

    def show_anew(self, *, always: bool = False) -> None:
        """Fill the screen when something was changed, or another language is spoken, since it was filled last."""
        before, now = self._seen, (self.desk.changes, language())
        if always or before != now:
            self._seen = now
            try:
                self.fill()
            except WorkbenchError as error:
                self.tell(error)
        self.show_title()
        if always or before[1] != now[1]:
            self.show_keys()

    def show_title(self) -> None:
        """Say where one is."""
        self.query_one(TitleLine).say(self.title_said())

    def footer(self) -> list[Action]:
        """The few actions worth a place in the footer now, five at most."""
        return [one for one in self.actions() if one.footer][:5]

    def show_keys(self) -> None:
        """Show the keys of the footer."""
        self.query_one(KeyBar).show([*self.footer(), *self.workbench.footer()], dict(self.workbench.keys))

    def say(self, sentence: str, *, error: bool = False) -> None:
        """One sentence in the notice."""
        self.query_one(Notice).say(sentence, error=error)

    def tell(self, error: BaseException) -> None:
        """What was refused, and what to do; or that something is wrong with the workbench."""
        said = f"{error.message} {error.hint or ''}".strip() if isinstance(error, WorkbenchError) else fault(error)
        self.say(said, error=True)

    def attempt(self, change: Callable[[], str]) -> bool:
        """Make a change and say what was done, or why it was refused; whether it was made."""
        try:
            said = change()
        except WorkbenchError as error:
            self.tell(error)
            return False
        self.show_anew()
        self.say(said)
        return True

    def work(self, doing: job.Job) -> None:
        """Begin long work, in a thread and with a store of its own; it ends with a sentence, whatever happens."""
        if self.working:
            self.say(_("One thing at a time: esc stops what is being done."), error=True)
            return
        self.working, self._stop = True, Event()
        self.run_worker(
            partial(job.run, doing, self.desk.root, self.desk.person, self.post_message, self._stop),
            thread=True,
            group="work",
            exit_on_error=False,
        )

    def stop_work(self) -> bool:
        """Ask the work that goes on here to stop at its next step; whether there was any."""
        if not self.working:
            return False
        self._stop.set()
        self.say(_("Stopping …"))
        return True

    def on_progressed(self, message: job.Progressed) -> None:
        if self.working:
            self.say(message.sentence)

    def on_ended(self, message: job.Ended) -> None:
        """The work is over: what it did is shown, and said on whichever screen is open by now."""
        self.working = False
        self.desk.changed()
        place = self.workbench.place
        place.show_anew()
        if message.error is None:
            place.say(message.sentence)
        else:
            place.tell(message.error)

    def action_undo(self) -> None:
        self.attempt(self.desk.undo)

    def action_redo(self) -> None:
        self.attempt(self.desk.redo)

    def empty_said(self) -> str:
        """What stands where there is nothing yet."""
        return _("There is nothing here yet. F6 brings transcripts in.")


def fault(error: BaseException) -> str:
    """A fault in the workbench itself, in a sentence that can be reported: no words of anybody's are in it."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return _("A fault in the workbench itself: {kind} at {file}:{line}.").format(
        kind=type(error).__name__, file=Path(where.filename).name, line=where.lineno
    )
