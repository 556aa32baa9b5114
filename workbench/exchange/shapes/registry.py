"""Every shape there is, what people call it, and which one fits a page."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.errors import UsageError
from workbench.exchange.page import Page, Said
from workbench.exchange.shapes import cues, headings, labels, pieces, plain, tables
from workbench.exchange.shapes.asked import Asked
from workbench.i18n import _
from workbench.model import nearest
from workbench.terminal import safe


@dataclass(frozen=True, slots=True)
class Shape:
    """A way of writing talk down."""

    id: str
    score: Callable[[Page, Asked], float]
    """0 to 1: how well a page fits."""
    read: Callable[[Page, Asked], list[Said]]
    programs: tuple[str, ...]
    """Who writes it; each of these names can be asked for as well."""
    in_pieces: bool = False
    """Whether one turn may come in several pieces, to be joined."""

    @property
    def label(self) -> str:
        """What it looks like, in the language spoken now."""
        return {
            "labels": _("speakers named at the start of lines"),
            "headings": _("speakers named on lines of their own, with a time"),
            "cues": _("subtitles"),
            "pieces": _("pieces of talk with their times"),
            "table": _("a table with a column of speakers"),
            "plain": _("paragraphs, with no speaker named"),
        }[self.id]


SHAPES = (
    Shape("cues", cues.score, cues.read, ("vtt", "srt", "zoom", "teams-vtt", "noscribe-vtt"), in_pieces=True),
    Shape("pieces", pieces.score, pieces.read, ("noscribe", "whisper", "whisperx", "json"), in_pieces=True),
    Shape("headings", headings.score, headings.read, ("teams", "otter", "happyscribe", "atrain"), in_pieces=True),
    Shape("table", tables.score, tables.read, ("tabel",)),
    Shape("labels", labels.score, labels.read, ("f4", "maxqda", "easytranscript", "noscribe-txt", "sonix", "word")),
    Shape("plain", plain.score, plain.read, ()),
)
NAMES = tuple(shape.id for shape in SHAPES)


def candidates(page: Page, asked: Asked) -> list[tuple[Shape, float]]:
    """The shapes this page may have, best first; only those that fit at all, and a certain one alone."""
    scored = []
    for shape in SHAPES:
        score = round(shape.score(page, asked), 2)
        if score == 1:
            return [(shape, score)]
        if score > 0:
            scored.append((shape, score))
    return sorted(scored, key=lambda one: -one[1])


def shape_named(name: str) -> Shape:
    """The shape with this name, or that a program of this name writes. Raises UsageError, naming the nearest."""
    known = {shape.id: shape for shape in SHAPES} | {one: shape for shape in SHAPES for one in shape.programs}
    if (found := known.get(name.casefold())) is not None:
        return found
    raise UsageError(
        _("There is no format “{name}”.").format(name=safe(name)),
        hint=_("Known: {names}.").format(names=", ".join(nearest(name, known) or sorted(known))),
    )
