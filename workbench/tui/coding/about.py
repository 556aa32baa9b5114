"""What is to be said beside the text: the codings at the cursor, what is suggested there, what was noted."""

from collections.abc import Callable, Iterable, Mapping

from workbench.model import Coding
from workbench.store import Target, TargetType
from workbench.tui.coding.marks import Marks
from workbench.tui.coding.material import OpenSource
from workbench.tui.coding.offer import Offer
from workbench.tui.transcript import Mark
from workbench.tui.widgets.beside import CodedHere, SuggestedHere

UNKNOWN = Mark("•", 1)
"""Before a code that is in no codebook any more."""


def coded_here(
    opened: OpenSource, here: Iterable[Coding], marks: Mapping[str, Mark], name: Callable[[str], str], *, hand: str
) -> list[CodedHere]:
    """Codings with what was noted on them; `hand` is the id of the one that keys change."""
    return [
        CodedHere(
            *marks.get(one.code, UNKNOWN),
            name(one.code),
            Marks.of(one).said,
            [each.body for each in opened.memos.get(Target(TargetType.CODING, one.id), ())],
            at_hand=one.id == hand,
        )
        for one in here
    ]


def suggested_here(offer: Offer, name: Callable[[str], str]) -> list[SuggestedHere]:
    """Suggestions in words."""
    return [
        SuggestedHere(
            name(one.suggestion.code),
            one.suggestion.level,
            one.suggestion.code in offer.answered,
            at_hand=one is offer.at_hand,
            why=offer.why.get(one.suggestion.code),
        )
        for one in offer.shown
    ]


def noted_here(opened: OpenSource, passage: int | None) -> list[str]:
    """Memos on a passage and on the whole source."""
    targets = dict.fromkeys((opened.target(None, passage), opened.target(None, None)))
    return [each.body for target in targets for each in opened.memos.get(target, ())]
