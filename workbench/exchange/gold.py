"""Gold codings: what a person found in a sample transcript by reading it."""

from dataclasses import dataclass
from pathlib import Path

from workbench.exchange.jsonl import fault, objects, text
from workbench.i18n import _
from workbench.model import Place, Transcript, Valence


@dataclass(frozen=True, slots=True)
class GoldCoding:
    """One coding, at a place of the transcript's text."""

    place: Place
    code: str
    valence: Valence


def read_gold(file: Path, transcript: Transcript) -> list[GoldCoding]:
    """The gold codings in NAME.gold.jsonl (`turn` from 1, exact `quote`, `code`, `valence`).

    Raises InvalidFileError, naming the line, when a quote is not in its turn or a valence is none.
    """
    codings = []
    for line, value in objects(file, ("turn", "quote", "code", "valence")):
        number, quote = value["turn"], text(file, line, value, "quote")
        if not isinstance(number, int) or isinstance(number, bool) or not 0 < number <= len(transcript.turns):
            raise fault(file, line, _("there is no turn {turn}").format(turn=number))
        turn = transcript.turns[number - 1].place
        start = transcript.text.find(quote, turn.start, turn.end) if quote else -1
        if start < 0:
            raise fault(file, line, _("turn {turn} does not say this").format(turn=number))
        try:
            valence = Valence(value["valence"])
        except ValueError:
            known = ", ".join(Valence)
            raise fault(file, line, _("“valence” should be one of {names}").format(names=known)) from None
        codings.append(GoldCoding(Place(start, start + len(quote)), text(file, line, value, "code"), valence))
    return codings
