"""Labelled passages to measure on: loose rows, a whole author's talks, and the gold codings of the samples."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from workbench.codebook import Codebook
from workbench.danish import passages
from workbench.exchange import GoldCoding, read, read_gold, transcript_files
from workbench.model import Place, TalkRole, Transcript

HOUSE = Path(__file__).parents[2]
OVERLAP = 15
"""Code points that a passage and a gold coding share, unless half of the coding is less."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage and the codes that fit."""

    text: str
    codes: frozenset[str]
    """With the areas of sub-codes."""
    kind: str = ""
    talk: str = ""
    """The running talk it is from; empty where it stands alone."""
    question: str = ""
    municipality: str = ""


def with_areas(codebook: Codebook, codes: Iterable[str], where: str) -> frozenset[str]:
    """The codes and their areas. Raises SystemExit, naming the place, when the codebook has one of them not."""
    found = set(codes)
    if unknown := found - {code.id for code in codebook.codes}:
        raise SystemExit(f"{where}: the codebook has no code {', '.join(sorted(unknown))}")
    return frozenset(found | {codebook.code(code).area for code in found})


def rows(file: Path, codebook: Codebook) -> list[Labelled]:
    """The rows of a JSON Lines file: `text`; `codes`, or `labels` for areas alone; `kind`, `talk` and `question`."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        held = json.loads(line)
        codes = with_areas(codebook, held.get("codes", held.get("labels", [])), f"{file}:{number}")
        found.append(
            Labelled(held["text"], codes, held.get("kind", ""), held.get("talk", ""), held.get("question", ""))
        )
    return found


def gold(codebook: Codebook) -> list[Labelled]:
    """What respondents say in the sample transcripts, passage by passage, with the codes of the gold codings."""
    found: list[Labelled] = []
    for file in transcript_files(HOUSE / "transcripts"):
        codings_file = file.parent / f"{file.stem}.gold.jsonl"
        if codings_file.is_file():
            transcripts = read(file).transcripts
            for transcript, codings in zip(transcripts, read_gold(codings_file, transcripts), strict=True):
                found.extend(_said(transcript, codings, codebook, f"{file.parent.name}/{transcript.name}"))
    return found


def talks(material: Sequence[Labelled]) -> list[list[Labelled]]:
    """The passages of each talk in order; those that stand alone together."""
    return [list(several) for _, several in groupby(material, key=lambda one: one.talk)]


def _said(transcript: Transcript, codings: Sequence[GoldCoding], codebook: Codebook, talk: str) -> Iterable[Labelled]:
    asking = {one.label for one in transcript.profile.speakers if one.talk_role is TalkRole.INTERVIEWER}
    question = ""
    for passage in passages(transcript.text, transcript.turns):
        turn = transcript.turns[passage.turn]
        if turn.speaker in asking:
            question = turn.place.of(transcript.text)
            continue
        codes = {one.code for one in codings if _shared(one.place, passage.place)}
        yield Labelled(
            passage.place.of(transcript.text),
            with_areas(codebook, codes, talk),
            talk=talk,
            question=question,
            municipality=transcript.profile.municipality,
        )


def _shared(coding: Place, passage: Place) -> bool:
    shared = min(coding.end, passage.end) - max(coding.start, passage.start)
    return shared > 0 and (shared >= OVERLAP or 2 * shared >= coding.end - coding.start)
