"""A project as large as one gets: two hundred sources with twenty thousand codings, one source of them enormous."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.corpus import Coded, Interview, codings, interview, interviews
from workbench.codebook import load
from workbench.model import Place, Transcript, Turn
from workbench.store import (
    Store,
    add_codebook,
    add_coding,
    add_municipality,
    add_source,
    new_settings,
    source,
    sources,
    stored_codes,
)
from workbench.workflow.suggest import suggest

CODEBOOK = "kui-fire-fokusomraader"
PERSON = "Koder"
SOURCES, CODINGS = 200, 20_000
TURNS, LARGE_CODINGS = 20_000, 6_000
"""Of the enormous source, which is one of the sources; its codings are some of the codings."""
LARGE = "stor"
SECONDS = 4.2
"""A turn of the enormous source."""


def enormous(turns: int) -> Transcript:
    """A transcript of so many turns: the interviews of the corpus, one after the other."""
    parts: list[str] = []
    made: list[Turn] = []
    at, number = 0, 1000
    while len(made) < turns:
        one = interview(number).transcript
        for turn in one.turns[: turns - len(made)]:
            said = turn.place.of(one.text)
            made.append(Turn(turn.speaker, Place(at, at + len(said)), len(made) * SECONDS))
            parts.append(said)
            at += len(said) + 1
        number += 1
    text = "\n".join(parts)
    return Transcript(LARGE, text, tuple(made), one.profile, text.encode())


def places(transcript: Transcript, count: int) -> list[Place]:
    """So many places to code, of 20 to 400 signs, each within what one person says, none twice."""
    random, found = Random(7), dict[Place, None]()
    answers = [turn.place for turn in transcript.turns if turn.speaker != "Interviewer"]
    while len(found) < count:
        turn = random.choice(answers)
        start = turn.start + random.randrange(max(1, len(turn) // 2))
        found[Place(start, min(turn.end, start + random.randrange(20, 400)))] = None
    return list(found)


def make(root: Path, *, sources_: int = SOURCES, turns: int = TURNS, suggestions: int = 40) -> None:
    """Make the project in this folder; the enormous source and so many others have suggestions."""
    made, large = interviews(sources_ - 1), enormous(turns)
    few = LARGE_CODINGS * turns // TURNS
    coded = codings(made, max((CODINGS - LARGE_CODINGS) * sources_ // SOURCES, 1))
    with Store.create(root, new_settings("Stort projekt"), person=PERSON) as store:
        with store.command("init") as command:
            add_codebook(command, load(CODEBOOK))
        with store.command("municipalities add") as command:
            known = {name: add_municipality(command, name) for name in dict.fromkeys(one.municipality for one in made)}
        revisions = []
        for transcript, municipality in [
            *((one.transcript, one.municipality) for one in made),
            (large, made[0].municipality),
        ]:
            with store.command("import") as command:
                id = add_source(command, transcript, name=transcript.name, municipality=known[municipality])
            revisions.append(source(store, id).revision)
        suggest(store, sorted(sources(store), key=lambda one: one.name != LARGE)[: suggestions + 1])
        _code(store, revisions, made, coded, large, places(large, few))


def _code(
    store: Store,
    revisions: Sequence[str],
    made: Sequence[Interview],
    coded: Sequence[Coded],
    large: Transcript,
    in_large: Sequence[Place],
) -> None:
    codes = [one for one in stored_codes(store) if one.area != one.code]
    texts = [*(one.transcript.text for one in made), large.text]
    several = [(one.interview, one.place, one.code) for one in coded]
    several += [(len(made), place, number % len(codes)) for number, place in enumerate(in_large)]
    with store.command("code") as command:
        for of, place, code in several:
            add_coding(command, revision=revisions[of], place=place, words=place.of(texts[of]), code=codes[code])
