"""Which quotes are shown, and that it is always the same ones."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Place, Transcription, Valence
from workbench.reports.choice import Candidate, Used, choose
from workbench.store import Quote


def candidate(
    start: int,
    person: str,
    *,
    words: int = 35,
    young: bool = False,
    starred: bool = False,
    approved: bool = False,
    strength: int | None = None,
    source: str = "fg1",
) -> Candidate:
    text = " ".join(["ord"] * words)
    quote = Quote(
        id=f"{source}-{start}-{person}", layer="Maja", code="plan", codebook="proeve", area="plan",
        valence=Valence.BARRIER, strength=strength, doubt=False, contrary=False, suggested=False, text=text,
        place=Place(start, start + 10), revision=f"r-{source}", turn=1, passage=start, seconds=None, source=source,
        source_id=source, municipality="Kvistsund", municipality_id="k", transcription=Transcription.VERBATIM,
        may_quote=True, speaker=person, participant=person, role="youth" if young else "caseworker", age_group=None,
    )  # fmt: skip
    return Candidate(quote, text, approved=approved, starred=starred, young=young)


def starts(chosen: tuple[Candidate, ...]) -> list[int]:
    return [one.quote.place.start for one in chosen]


def test_a_star_comes_first_then_approval_then_strength_then_length_then_place() -> None:
    every = [
        candidate(0, "A", words=80, starred=True),
        candidate(20, "B", words=80, strength=3),
        candidate(40, "C", words=34),
        candidate(60, "D", words=50),
        candidate(80, "E", words=50),
        candidate(100, "F", words=80, approved=True),
    ]

    assert starts(choose(every, 6, Used())) == [0, 100, 20, 40, 60, 80]


def test_nobody_speaks_twice_while_somebody_else_could() -> None:
    every = [candidate(0, "A"), candidate(20, "A"), candidate(40, "B", words=3)]

    assert starts(choose(every, 2, Used())) == [0, 40]
    assert starts(choose(every, 3, Used())) == [0, 40, 20]


def test_staff_and_young_people_take_turns() -> None:
    every = [
        candidate(0, "A"), candidate(20, "B"), candidate(40, "C", words=9, young=True, source="rejse a"),
        candidate(60, "D", words=9, young=True, source="rejse b"),
    ]  # fmt: skip

    assert starts(choose(every, 4, Used())) == [0, 40, 20, 60]


def test_another_source_goes_before_better_length() -> None:
    every = [candidate(0, "A"), candidate(20, "B"), candidate(40, "C", words=3, source="fg2")]

    assert starts(choose(every, 2, Used())) == [0, 40]


def test_the_same_words_are_shown_once() -> None:
    first = candidate(0, "A")
    overlapping = replace(first, quote=first.quote._replace(id="other", code="guide", place=Place(5, 15)))

    assert choose([first, overlapping], 2, Used()) == (first,)


@given(st.randoms())
def test_the_order_given_does_not_matter(random: Random) -> None:
    every = [candidate(n * 20, "ABC"[n % 3], words=20 + n, young=n % 2 == 0, source=f"s{n % 2}") for n in range(8)]
    shuffled = every[:]
    random.shuffle(shuffled)

    assert choose(shuffled, 5, Used()) == choose(every, 5, Used())
