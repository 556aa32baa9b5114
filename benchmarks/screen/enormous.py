"""One source of twenty thousand turns, and places to code all over it."""

from random import Random

from benchmarks.corpus import interview
from workbench.model import Place, Transcript, Turn

TURNS, LARGE_CODINGS = 20_000, 6_000
LARGE = "stor"
"""Its name in the large project, where it is one of the sources and its codings are some of the codings."""
SECONDS = 4.2
"""A turn."""


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
