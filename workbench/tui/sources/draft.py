"""What somebody said of files that are not in the project yet: it waits until they are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.errors import UsageError
from workbench.exchange import Asked
from workbench.model import SourceKind
from workbench.workflow.import_ import Given


@dataclass(frozen=True, slots=True)
class Answers:
    """What is said once, for every file that does not say it itself; the month as it was typed."""

    municipality: str = ""
    kind: SourceKind | None = None
    month: str = ""
    consent: frozenset[str] = frozenset()

    def given(self) -> Given:
        """As the import takes it. Raises UsageError for a month that is none."""
        return Given(self.municipality, self.kind, self.month, self.consent)

    def given_so_far(self) -> Given:
        """While somebody is still typing the month."""
        try:
            return self.given()
        except UsageError:
            return replace(self, month="").given()


@dataclass(frozen=True, slots=True)
class Draft:
    """An import that was begun: the path, its files with what was said of each, and the answers for all of them."""

    typed: str = ""
    files: tuple[tuple[Path, Asked], ...] = ()
    answers: Answers = field(default_factory=Answers)

    def without(self, done: Collection[Path]) -> "Draft":
        """Of the files that are still to be imported; nothing is said of others that may come."""
        left = tuple(one for one in self.files if one[0] not in done)
        return replace(self, files=left) if left else Draft(self.typed)


@dataclass(frozen=True, slots=True)
class Order:
    """A file to bring in, and what is said of it besides its own words."""

    file: Path
    given: Given


@dataclass(frozen=True, slots=True)
class Said:
    """How an import was left: what was said of the files, and the orders to bring them in, if that was meant."""

    draft: Draft
    orders: Sequence[Order] = ()
