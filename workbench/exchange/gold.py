"""Gold codings: what a person found in a sample transcript by reading it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.exchange.jsonl import fault, objects, text
from workbench.i18n import _
from workbench.model import Place, Transcript, Valence


@dataclass(frozen=True, slots=True)
class GoldCoding:
    """One coding, at a place of the transcript's text."""

    place: Place
    code: str
    valence: Valence


def read_gold(file: Path, transcripts: Sequence[Transcript]) -> list[list[GoldCoding]]:
    """The gold codings in NAME.gold.jsonl (`turn` from 1, exact `quote`, `code`, `valence`), for each transcript.

    Where a file holds several sources, as a survey does, a line names its own in `source`. Raises InvalidFileError,
    naming the line, when a quote is not in its turn, a source is not there or a valence is none.
    """
    codings: dict[str, list[GoldCoding]] = {one.name: [] for one in transcripts}
    named = {one.name: one for one in transcripts}
    for line, value in objects(file, ("turn", "quote", "code", "valence")):
        source = text(file, line, value, "source") if "source" in value else transcripts[0].name
        if source not in named:
            raise fault(file, line, _("there is no source {source}").format(source=source))
        coding = GoldCoding(
            _place(file, line, value, named[source]), text(file, line, value, "code"), _valence(file, line, value)
        )
        codings[source].append(coding)
    return list(codings.values())


def _place(file: Path, line: int, value: Mapping[str, Any], transcript: Transcript) -> Place:
    number, quote = value["turn"], text(file, line, value, "quote")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number <= len(transcript.turns):
        raise fault(file, line, _("there is no turn {turn}").format(turn=number))
    turn = transcript.turns[number - 1].place
    start = transcript.text.find(quote, turn.start, turn.end) if quote else -1
    if start < 0:
        raise fault(file, line, _("turn {turn} does not say this").format(turn=number))
    return Place(start, start + len(quote))


def _valence(file: Path, line: int, value: Mapping[str, Any]) -> Valence:
    try:
        return Valence(value["valence"])
    except ValueError:
        known = ", ".join(Valence)
        raise fault(file, line, _("“valence” should be one of {names}").format(names=known)) from None
