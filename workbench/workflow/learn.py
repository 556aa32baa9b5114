"""Learning while a person decides: each decision at once for its own codes, everything anew behind their back.

What was learned in passing is forgotten with the sitting. The next full learning reads every decision from the
store, so the same decisions lead to the same engine, in whatever order they were made.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Thread

from workbench.codebook import Codebook
from workbench.errors import WorkbenchError
from workbench.model import LabelledPassage
from workbench.store import SaidPassage, Source, Store, current_codebooks, labelled, labelled_passage
from workbench.suggest import Engine
from workbench.suggest.embeddings import Embedder
from workbench.workflow.models import embedder
from workbench.workflow.quality import silenced
from workbench.workflow.suggest import project_texts, refresh

ANEW = 10
"""Decisions after which everything is learned anew, calibration with it."""

At = tuple[str, str, int]
"""A codebook, a revision and the number of a passage."""
WHOLE = 1_000
"""Passages of a source that is read whole when everything was learned anew; of a longer one what comes up next."""


class Learner:
    """Engines for the project's codebooks that follow what a person decides.

    It begins to learn when it is made, and until that is done decisions are remembered for it. Nothing of it needs to
    be waited for when a sitting ends: every decision is in the store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._codebooks = current_codebooks(store)
        self._model = embedder(store)
        self._silent = silenced(store)
        self._engines: dict[str, Engine] = {}
        self._taken: dict[At, LabelledPassage] = {}
        """What was found since the last full learning began or ended."""
        self._behind: dict[At, LabelledPassage] = {}
        """What of that the full learning under way knows already."""
        self._anew: _Lesson | None = None
        self._outdated = False
        """Something was taken back while the full learning was under way, which may have read it."""
        self._due: dict[str, tuple[Source, int]] = {}
        """Sources whose suggestions know less than the engines do, with the number of the passage decided last."""
        self._whole = False
        """Everything was learned anew since suggestions were made."""
        self.anew()

    def decided(self, source: Source, passage: SaidPassage, *, more: bool = False) -> None:
        """Learn from what this person has now found in a passage, and suggest anew for its source.

        At once for what comes up next in it; for all of it when everything was learned anew. With `more` decisions to
        be learned from already, suggestions wait for the last of them. A decision that was taken back, or changed,
        cannot be unlearned in passing: then everything is learned anew.
        """
        self._whole = self._swap() or self._whole
        changed = False
        for codebook in self._codebooks:
            at = (codebook.id, passage.revision, passage.number)
            found = labelled_passage(self._store, *at)
            if found == self._taken.get(at):
                continue
            if found is None or at in self._taken:
                changed = True
                self._taken.pop(at, None)
            if found is not None:
                self._taken[at] = found
                if codebook.id in self._engines and not changed:
                    self._engines[codebook.id] = self._engines[codebook.id].learned([found])
        if changed or (len(self._taken) >= ANEW and self._anew is None):
            self.anew()
        self._due[source.id] = source, passage.number
        if not more:
            self._suggest()

    def anew(self) -> None:
        """Begin to learn everything anew; once more afterwards, where that is under way."""
        if self._anew is not None:
            self._outdated = True
        else:
            said = {codebook.id: labelled(self._store, codebook.id) for codebook in self._codebooks}
            self._behind = dict(self._taken)
            self._anew = _Lesson(self._codebooks, said, project_texts(self._store), self._model)

    def settle(self) -> None:
        """Wait until what is under way is learned."""
        while self._anew is not None:
            self._anew.join()
            self._swap()

    def _suggest(self) -> None:
        for source, number in self._due.values():
            near = None if self._whole and source.passages <= WHOLE else number
            for engine in self._engines.values() if "suggest" in source.consent else ():
                refresh(self._store, source, engine, silent=self._silent, near=near)
        self._due.clear()
        self._whole = False

    def _swap(self) -> bool:
        """Take the engines that were learned behind the person's back, with what was decided meanwhile; if any."""
        if self._anew is None or self._anew.is_alive():
            return False
        self._engines, self._anew = self._anew.engines, None
        self._taken = {at: found for at, found in self._taken.items() if self._behind.get(at) != found}
        for (codebook, _revision, _number), found in self._taken.items():
            if codebook in self._engines:
                self._engines[codebook] = self._engines[codebook].learned([found])
        if self._outdated:
            self._outdated = False
            self.anew()
        return True


class _Lesson(Thread):
    """One full learning. A program that ends does not wait for it."""

    def __init__(
        self,
        codebooks: Sequence[Codebook],
        said: Mapping[str, Sequence[LabelledPassage]],
        texts: Sequence[str],
        model: Embedder | None,
    ) -> None:
        super().__init__(name="learning", daemon=True)
        self.engines: dict[str, Engine] = {}
        self._lesson = [(codebook, said[codebook.id], texts, model) for codebook in codebooks]
        self.start()

    def run(self) -> None:
        # A model that the library cannot open after all: `suggest` says so, and deciding goes on.
        with suppress(WorkbenchError):
            self.engines = {lesson[0].id: Engine.learn(*lesson) for lesson in self._lesson}
