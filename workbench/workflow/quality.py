"""Honest precision: how often a person agreed with what they were shown, and which codes had better keep silent."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.model import Level, Verdict
from workbench.store import Answer, Store, answers, stored_codes

MEASURED = 40
"""Fewest decisions that a share is measured from."""
NEWEST = 80
"""Decisions on a code that its silence rests on: old mistakes of the machine are forgiven."""
SILENT_BELOW = 0.30
"""A code that is agreed with less often than this costs more reading than it saves."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was said to some suggestions."""

    agreed: int = 0
    """Accepted or adjusted, in doubt or not."""
    in_doubt: int = 0
    """Those agreed with that want a second look."""
    rejected: int = 0
    untouched: int = 0
    """Shown in a passage that was dealt with, neither taken nor rejected."""

    @property
    def shown(self) -> int:
        return self.agreed + self.rejected + self.untouched

    @property
    def decisions(self) -> int:
        return self.agreed + self.rejected

    @property
    def share(self) -> float | None:
        """Agreed of decided, 0 to 1; None while that is not measured yet."""
        return self.agreed / self.decisions if self.decisions >= MEASURED else None


@dataclass(frozen=True, slots=True)
class CodeQuality:
    """What was said to the suggestions of one code, or of all."""

    code: str
    """Empty for all codes together."""
    whole: Counts
    bands: Mapping[Level, Counts]
    """By how sure the machine said it was; the surest first, each band there."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How good one person found what they were suggested."""

    whole: CodeQuality
    codes: tuple[CodeQuality, ...]
    """Codes that were shown at all, in the order of their codebooks; those no longer there last."""
    silenced: Mapping[str, Counts]
    """Codes that are not suggested to this person now, with the newest decisions that speak against each."""


def quality(facts: Sequence[Answer], *, order: Sequence[str] = (), always: Collection[str] = ()) -> Quality:
    """What these answers say, the oldest first. `order` are the codes as they are listed."""
    place = {code: index for index, code in enumerate(order)}
    codes = sorted({one.code for one in facts}, key=lambda code: (place.get(code, len(place)), code))
    return Quality(
        whole=_of("", facts),
        codes=tuple(_of(code, [one for one in facts if one.code == code]) for code in codes),
        silenced=silences(facts, always=always),
    )


def silences(facts: Sequence[Answer], *, always: Collection[str] = ()) -> dict[str, Counts]:
    """The codes to be silent about, and what was said to their newest suggestions; never one of `always`."""
    decided: dict[str, list[Answer]] = {}
    for one in facts:
        if one.verdict is not None and one.code not in always:
            decided.setdefault(one.code, []).append(one)
    newest = {code: counts(several[-NEWEST:]) for code, several in sorted(decided.items())}
    return {code: found for code, found in newest.items() if found.share is not None and found.share < SILENT_BELOW}


def counts(facts: Iterable[Answer]) -> Counts:
    """How often what was said."""
    said = [one.verdict for one in facts]
    return Counts(
        agreed=sum(verdict is not None and verdict.positive for verdict in said),
        in_doubt=said.count(Verdict.DOUBT),
        rejected=said.count(Verdict.REJECT),
        untouched=said.count(None),
    )


def measured(store: Store) -> Quality:
    """What this person's answers say."""
    order = [one.code for one in stored_codes(store, folders=True)]
    return quality(answers(store), order=order, always=store.settings.suggest_always)


def silenced(store: Store) -> dict[str, Counts]:
    """The codes that are not suggested to this person now, and what was said to their newest suggestions."""
    return silences(answers(store), always=store.settings.suggest_always)


def _of(code: str, facts: Sequence[Answer]) -> CodeQuality:
    bands = {level: counts(one for one in facts if Level.of(one.confidence) is level) for level in Level}
    return CodeQuality(code, counts(facts), bands)
