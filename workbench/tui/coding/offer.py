"""What is suggested for the passage at the cursor, and which of it is at hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from workbench.model import Place
from workbench.store import Shown
from workbench.workflow.explain import Explained


@dataclass(frozen=True, slots=True)
class Offer:
    """The suggestions of a passage, best first; nothing where nobody but the interviewer speaks."""

    passage: int | None = None
    shown: Sequence[Shown] = ()
    answered: frozenset[str] = frozenset()
    """Codes that need no answer there any more."""
    at: int = 0
    """Which of what is shown is at hand."""
    why: Mapping[str, Explained] = field(default_factory=dict)
    """What speaks for each, by code, where that is known yet."""

    @property
    def codes(self) -> list[str]:
        return [one.suggestion.code for one in self.shown]

    @property
    def left(self) -> list[Shown]:
        """What has no answer yet."""
        return [one for one in self.shown if one.suggestion.code not in self.answered]

    @property
    def at_hand(self) -> Shown | None:
        """The one that is accepted and rejected."""
        return self.shown[self.at] if self.shown else None

    @property
    def evidence(self) -> Sequence[Place]:
        """The words that speak for the one at hand, counted from the beginning of the passage."""
        return [one.place for one in self.at_hand.suggestion.evidence] if self.at_hand else ()

    def after(self, before: Self) -> Self:
        """This offer, read after another: in the same passage the hand stays, unless a question is open again.

        Without one that is left, the first is at hand.
        """
        same, open_ = before.passage == self.passage, [self.shown.index(one) for one in self.left]
        again = [at for at in open_ if same and self.shown[at].suggestion.code in before.answered]
        stays = same and before.at in open_ and not again
        at = before.at if stays else (again or open_ or [0])[0]
        return replace(self, at=at, why=before.why if same and before.codes == self.codes else {})

    def next(self) -> Self | None:
        """The next one that has no answer at hand; None after the last."""
        further = (at for at, one in enumerate(self.shown) if at > self.at and one in self.left)
        at = next(further, None)
        return None if at is None else replace(self, at=at)
