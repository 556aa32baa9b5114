"""The passage that is being decided: what is suggested there, what has an answer, what one is about to say of it."""

from dataclasses import dataclass, replace

from workbench.errors import WorkbenchError
from workbench.i18n import _, ngettext
from workbench.store import Shown
from workbench.tui.coding import PLAIN, Marks
from workbench.workflow.explain import Explained
from workbench.workflow.order import At
from workbench.workflow.review import Item


@dataclass(frozen=True, slots=True)
class Case:
    """All that the screen shows of a passage, and all that a key needs to know there."""

    item: Item
    answered: frozenset[str] = frozenset()
    """Codes that need no answer here any more."""
    hidden: bool = False
    """Whether what is suggested may not be seen yet."""
    read: bool = True
    """Whether its source was read for suggestions at all."""
    chosen: int = 0
    """The suggestion (from 0) that more is told about."""
    marks: Marks = PLAIN
    """What the next coding says beside its code."""
    explained: tuple[Explained, ...] | None = None
    """What else speaks for each suggestion; None as long as nobody has worked it out."""

    @property
    def at(self) -> At:
        """Which passage it is."""
        return self.item.passage.revision, self.item.passage.number

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What is suggested here; also while it is hidden."""
        return self.item.shown

    @property
    def in_sight(self) -> tuple[Shown, ...]:
        """What is suggested here, as far as it may be seen: all of it or nothing."""
        return () if self.hidden else self.shown

    @property
    def suggests(self) -> tuple[At, tuple[str, ...]]:
        """What is suggested where: reasons that were worked out belong to nothing else."""
        return self.at, tuple(one.suggestion.code for one in self.shown)

    @property
    def unanswered(self) -> list[int]:
        """Which suggestions (from 0) have no answer yet."""
        return [at for at, one in enumerate(self.shown) if one.suggestion.code not in self.answered]

    def choosing(self, at: int) -> "Case":
        """With another suggestion (from 0) chosen: after the last comes the first."""
        return replace(self, chosen=at % len(self.shown)) if self.in_sight else self

    def turned(self, name: str) -> "Case":
        """With another valence, strength or doubt of the next coding."""
        return replace(self, marks=self.marks.turned(name))

    def suggestion(self, number: int) -> Shown:
        """The suggestion of this number, from 1. Raises WorkbenchError where there is none, or none may be seen."""
        self._check_in_sight()
        if number <= len(self.shown):
            return self.shown[number - 1]
        if not self.shown:
            raise WorkbenchError(_("Nothing is suggested here; c sets a code."))
        said = ngettext("There is only {n} suggestion here.", "There are only {n} suggestions here.", len(self.shown))
        raise WorkbenchError(said.format(n=len(self.shown)))

    def to_reject(self, *, only: bool) -> list[Shown]:
        """Every suggestion that has no answer yet, or `only` the chosen one. Raises WorkbenchError for none."""
        self._check_in_sight()
        found = [self.shown[at] for at in self.unanswered if not only or at == self.chosen]
        if not found:
            raise WorkbenchError(_("There is nothing to reject here; n says that no code fits."))
        return found

    def _check_in_sight(self) -> None:
        if self.hidden:
            raise WorkbenchError(_("Suggestions are hidden: decide with c or n first, or show them with B."))
