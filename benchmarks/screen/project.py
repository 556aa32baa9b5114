"""A project as large as one gets: two hundred sources with twenty thousand codings, one source of them enormous."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import Coded, Interview, codings, interviews
from benchmarks.screen.enormous import LARGE, LARGE_CODINGS, TURNS, enormous, places
from benchmarks.screen.whole import PERSON
from workbench.codebook import load
from workbench.model import Place, Transcript
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
SOURCES, CODINGS = 200, 20_000


def make(root: Path, *, count: int = SOURCES, turns: int = TURNS, suggestions: int = 40) -> None:
    """Make the project in this folder; the enormous source and so many others have suggestions."""
    made, large = interviews(count - 1), enormous(turns)
    few = LARGE_CODINGS * turns // TURNS
    coded = codings(made, max((CODINGS - LARGE_CODINGS) * count // SOURCES, 1))
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
