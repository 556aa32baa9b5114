"""Long work in a thread of its own, with a store of its own: it says how far it is and can be stopped between steps.

It never touches a widget: what it has to say are messages to the screen that began it.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from textual.message import Message
from textual.worker import get_current_worker

from workbench.i18n import _
from workbench.store import Store

Say = Callable[[str], None]
"""Takes a sentence about how far the work is. Raises Stopped where the person asked it to stop."""
Job = Callable[[Store, Say], str]
"""The work; answers with a sentence about what was done. Calls its second argument before each step."""


class Stopped(Exception):  # noqa: N818 — no error: the person asked for it
    """The work was stopped between two steps; what was finished is stored."""


class Progressed(Message):
    """How far the work is."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, Progressed)


class Ended(Message):
    """The work is over: done, stopped, or failed with an error that was caught by nobody."""

    def __init__(self, sentence: str = "", error: BaseException | None = None) -> None:
        super().__init__()
        self.sentence = sentence
        self.error = error


def run(job: Job, root: Path, person: str, post: Callable[[Message], object], stop: Event) -> None:
    """Do the work, in the thread of the worker that runs now, until it is done or `stop` is set.

    The worker itself is cancelled only when the program ends: one that is cancelled before its thread begins would
    never say that it is over.
    """
    worker = get_current_worker()

    def say(sentence: str) -> None:
        if stop.is_set() or worker.is_cancelled:
            raise Stopped
        post(Progressed(sentence))

    try:
        with Store.open(root, person=person) as store:
            post(Ended(job(store, say)))
    except Stopped:
        post(Ended(_("Stopped. What was finished before is stored.")))
    except Exception as error:  # noqa: BLE001 — whatever goes wrong here is told on the screen and ends nothing
        post(Ended(error=error))
