"""Learning while a person decides: each decision at once for its own codes, everything anew behind their back.

What was learned in passing is forgotten with the sitting. The next full learning reads every decision from the
store, so the same decisions lead to the same engine, in whatever order they were made.
"""

from concurrent.futures import Future, ThreadPoolExecutor

from workbench.model import LabelledPassage
from workbench.store import SaidPassage, Source, Store, current_codebooks, labelled, labelled_passage
from workbench.suggest import Engine
from workbench.workflow.suggest import engine_for, project_texts, refresh

ANEW = 10
"""Decisions after which everything is learned anew, calibration with it."""


class Learner:
    """Engines for the project's codebooks that follow what a person decides. Close it when the sitting ends."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._engines = {codebook.id: engine_for(store, codebook) for codebook in current_codebooks(store)}
        self._taken: dict[tuple[str, str, int], LabelledPassage] = {}
        """What was learned in passing since the last full learning, by codebook, revision and passage."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="learning")
        self._anew: Future[dict[str, Engine]] | None = None
        self._behind: dict[tuple[str, str, int], LabelledPassage] = {}
        """What the full learning that is under way knows already."""

    def decided(self, source: Source, passage: SaidPassage) -> None:
        """Learn from what this person has now found in a passage, and suggest anew for its source.

        A decision that was taken back, or changed, cannot be unlearned in passing: then everything is learned anew.
        """
        self._swap()
        changed = False
        for codebook, engine in self._engines.items():
            at = (codebook, passage.revision, passage.number)
            found = labelled_passage(self._store, codebook, passage.revision, passage.number)
            if found == self._taken.get(at):
                continue
            if at in self._taken or found is None:
                changed = True
            else:
                self._engines[codebook] = engine.learned([found])
                self._taken[at] = found
        if changed or len(self._taken) >= ANEW:
            self.anew()
        if "suggest" in source.consent:
            for engine in self._engines.values():
                refresh(self._store, source, engine)

    def anew(self) -> None:
        """Begin to learn everything anew, unless that is under way."""
        if self._anew is None:
            texts = project_texts(self._store)
            known = {
                codebook: (engine.codebook, labelled(self._store, codebook))
                for codebook, engine in self._engines.items()
            }
            self._behind = dict(self._taken)
            self._anew = self._thread.submit(
                lambda: {id: Engine.learn(codebook, said, texts) for id, (codebook, said) in known.items()}
            )

    def settle(self) -> None:
        """Wait until what is under way is learned."""
        if self._anew is not None:
            self._anew.result()
        self._swap()

    def close(self) -> None:
        """Stop learning; nothing is lost, for decisions are in the store."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _swap(self) -> None:
        """Take the engines that were learned behind the person's back, with what was decided meanwhile."""
        if self._anew is None or not self._anew.done():
            return
        self._engines, self._anew = self._anew.result(), None
        since = {at: found for at, found in self._taken.items() if self._behind.get(at) != found}
        for (codebook, _revision, _number), found in since.items():
            self._engines[codebook] = self._engines[codebook].learned([found])
        self._taken = since
