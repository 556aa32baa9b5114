"""The passage and the talk around it as rows, with the words marked that carried what is suggested."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from textual.content import Content

from workbench.model import Place
from workbench.tui.review.case import Case
from workbench.tui.transcript import Document, Wrap
from workbench.workflow.review import Line

CONTEXT = 700
"""Code points of a turn that are context at most: the end of one before, the beginning of one after."""
BAR, INDENT = "▌ ", "  "


@lru_cache(maxsize=64)
def context_rows(line: Line, width: int, *, end: bool) -> tuple[Content, ...]:
    """A turn beside the passage, or as much of its `end` or beginning as anybody reads.

    From passage to passage most of them are the same.
    """
    text = line.text
    if len(text) > CONTEXT:
        text = f"… {text[-CONTEXT:].split(' ', 1)[-1]}" if end else f"{text[:CONTEXT].rsplit(' ', 1)[0]} …"
    document = Document(f"{line.speaker}: {text}" if line.speaker else text, ())
    wrap = Wrap(document, width - len(INDENT) - 1)
    style = "italic $muted" if line.interviewer else "$muted"
    rows = zip(wrap.starts, wrap.ends, strict=True)
    return tuple(Content.styled(INDENT + document.shown[start:end], style) for start, end in rows)


def passage_rows(one: Case, width: int) -> list[Content]:
    """The passage with a bar beside it; the words that carried suggestions marked, those of the chosen one most."""
    passage = one.item.passage
    lead = f"{passage.speaker}: " if passage.speaker else ""
    document = Document(lead + passage.text, ())
    carried = [
        (evidence.place.shifted(len(lead)), at == one.chosen)
        for at, each in enumerate(one.in_sight)
        for evidence in each.suggestion.evidence
    ]
    wrap = Wrap(document, width - len(BAR) - 1)
    edges = sorted({len(lead), *(edge for place, _chosen in carried for edge in (place.start, place.end))})
    rows = []
    for start, end in zip(wrap.starts, wrap.ends, strict=True):
        cuts = [start, *(edge for edge in edges if start < edge < end), end]
        parts = [(document.shown[a:b], _style(a, len(lead), carried)) for a, b in pairwise(cuts)]
        filled = " " * max(0, width - len(BAR) - document.cells(start, end))
        rows.append(Content.assemble((BAR, "$accent on $surface"), *parts, (filled, "on $surface")))
    return rows


def _style(at: int, lead: int, carried: Sequence[tuple[Place, bool]]) -> str:
    if at < lead:
        return "bold $primary on $surface"
    here = [chosen for place, chosen in carried if place.start <= at < place.end]
    if any(here):
        return "bold underline $foreground on $evidence"
    return "underline $foreground on $surface" if here else "$foreground on $surface"
