"""Gold codings: what a person found in a sample transcript by reading it."""

from dataclasses import dataclass
from pathlib import Path

from workbench.errors import InvalidFileError
from workbench.exchange.jsonl import objects
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

    Raises InvalidFileError, naming the line, when a quote is not in its turn.
    """
    codings = []
    for number, value in objects(file, ("turn", "quote", "code", "valence")):
        turn = transcript.turns[value["turn"] - 1] if 0 < value["turn"] <= len(transcript.turns) else None
        start = transcript.text.find(value["quote"], turn.place.start, turn.place.end) if turn else -1
        if start < 0:
            raise InvalidFileError(
                _("{file}, line {line}: {fault}").format(
                    file=file.name, line=number, fault=_("turn {turn} does not say this").format(turn=value["turn"])
                )
            )
        place = Place(start, start + len(value["quote"]))
        codings.append(GoldCoding(place, value["code"], Valence(value["valence"])))
    return codings
