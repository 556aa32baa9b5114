"""Files read before an import, in a thread: each as soon as it is read, so that stopping keeps those that were."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from textual.message import Message
from textual.widget import Widget

from workbench.exchange import Asked
from workbench.i18n import _, ngettext
from workbench.store import Store
from workbench.terminal import safe
from workbench.tui import job
from workbench.tui.desk import Desk
from workbench.tui.sources.batch import Batch, Seen
from workbench.workflow.preview import preview

Files = Sequence[tuple[Path, Asked]]
"""Files, and what was said of how to read each."""


class FileRead(Message):
    """A file, as it would be imported."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.seen = seen


class Heard(Message):
    """What a reading says."""

    def __init__(self, reading: "Reading", said: Message) -> None:
        super().__init__()
        self.reading, self.said = reading, said


class Reading:
    """A reading that goes on. One that was stopped is not listened to any more, whatever it still has under way."""

    def __init__(self, besides: Batch) -> None:
        self.besides = besides
        """The files that these come to."""
        self.read: list[Seen] = []
        self.stop = Event()

    @property
    def batch(self) -> Batch:
        return self.besides.joined(self.read)

    def begin(self, meant: Callable[[], Files], *, at: Desk, of: Widget) -> None:
        """Read these files in a thread; each is told to the widget as `Heard`."""

        def post(said: Message) -> None:
            of.post_message(Heard(self, said))

        def work() -> None:
            job.run(read_files(meant, post), at.root, at.person, post, self.stop)

        of.run_worker(work, thread=True, group="reading", exit_on_error=False)


def read_files(meant: Callable[[], Files], post: Callable[[Message], object]) -> job.Job:
    """The work of reading files, each told of by itself. `meant` raises WorkbenchError where there are none."""

    def read(store: Store, say: job.Say) -> str:
        files = meant()
        for number, (file, asked) in enumerate(files, 1):
            name = safe(file.name)
            say(_("Reading {n} of {all}: {file} (esc stops)").format(n=number, all=len(files), file=name))
            post(FileRead(Seen.of(preview(store, file, asked))))
        return ""

    return read


def stopped_said(n: int) -> str:
    """That somebody stopped it after so many files."""
    if not n:
        return _("Stopped. Nothing is stored.")
    return ngettext(
        "Stopped: {n} file was read. Nothing is stored.", "Stopped: {n} files were read. Nothing is stored.", n
    ).format(n=n)
