"""How far somebody is in a sitting: what is left, and how fast it goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workbench.workflow.order import At
from workbench.workflow.pace import Pace


@dataclass(frozen=True, slots=True)
class Headway:
    """Counts of passages, those left for later included."""

    pace: Pace
    left_in: Mapping[str, int] = field(default_factory=dict)
    """Undecided passages by revision."""
    unread: frozenset[str] = frozenset()
    """Revisions that might be read for suggestions, and were not."""
    done: frozenset[At] = frozenset()
    """Passages decided in this sitting."""

    @property
    def left(self) -> int:
        """How many passages are undecided."""
        return sum(self.left_in.values())

    @property
    def unread_sources(self) -> int:
        """How many sources with undecided passages might be read for suggestions, and were not."""
        return sum(self.left_in.get(revision, 0) > 0 for revision in self.unread)

    @property
    def per_hour(self) -> int | None:
        """The pace of this sitting; None while there is none."""
        return self.pace.per_hour(len(self.done))

    def after_deciding(self, at: At, now: float) -> "Headway":
        """A passage was decided at this time of the clock."""
        return replace(self, pace=self.pace.decided(now), done=self.done | {at})

    def after_taking_back(self, at: At) -> "Headway":
        """What was decided of a passage was taken back."""
        return replace(self, done=self.done - {at})

    def after_putting_back(self, at: At) -> "Headway":
        """What was taken back was put back."""
        return replace(self, done=self.done | {at})

    def with_left(self, revision: str, left: int) -> "Headway":
        """With another count in one revision; revisions outside the sitting are not counted."""
        if self.left_in.get(revision, left) == left:
            return self
        return replace(self, left_in={**self.left_in, revision: left})
