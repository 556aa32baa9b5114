"""Following decisions in a thread of its own, with a store of its own: whoever decides waits for nothing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from workbench.store import SaidPassage, Source, Store
from workbench.workflow.learn import Learner

Step = Callable[[Learner], None]


class Follower:
    """A learner that works behind the person's back. Nothing it was told is lost when it ends: it is in the store."""

    def __init__(self, root: Path, person: str) -> None:
        self.trouble: Exception | None = None
        """Why nothing is learned, where that is so."""
        self._told = SimpleQueue[Step | None]()
        self._decisions = 0
        """How many it was told."""
        self._learned = 0
        """From how many of them it has begun to learn. Each of the two is counted in one thread only."""
        self._closed = False
        self._thread = Thread(target=self._follow, args=(root, person), name="following", daemon=True)
        self._thread.start()

    def decided(self, source: Source, passage: SaidPassage) -> None:
        """Something was decided about a passage, or taken back there."""
        self._decisions += 1
        self._told.put(partial(self._learn, source=source, passage=passage))

    def anew(self) -> None:
        """Something was taken back: what was learned from it is to be forgotten."""
        self._told.put(Learner.anew)

    def settle(self) -> None:
        """Wait until all that it was told so far is learned and suggested from."""
        settled = Event()
        for step in (Learner.settle, lambda _learner: settled.set()):
            self._told.put(step)
        while self._thread.is_alive() and not settled.wait(0.05):
            pass

    def close(self) -> None:
        """End after the step under way; nobody needs to wait for it."""
        self._closed = True
        self._told.put(None)

    def _learn(self, learner: Learner, source: Source, passage: SaidPassage) -> None:
        self._learned += 1
        learner.decided(source, passage, more=self._decisions > self._learned)

    def _follow(self, root: Path, person: str) -> None:
        try:
            with Store.open(root, person=person) as store:
                learner = Learner(store)
                while (step := self._told.get()) is not None and not self._closed:
                    step(learner)
        except Exception as error:  # noqa: BLE001 — deciding goes on without it; whoever sits here is told why
            self.trouble = error
