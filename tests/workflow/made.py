"""Suggestions and answers made by hand, so that a test knows what is suggested and what was said to it."""

from tests.conftest import transcript
from workbench.model import Evidence, Place, Suggestion, Verdict
from workbench.store import (
    Source,
    Store,
    add_source,
    decide,
    mark_seen,
    passages,
    replace_suggestions,
    source,
    stored_codes,
)

SUGGESTED = {
    2: (("plan.dobbelt", 0.9, "to steder"), ("guide", 0.3, "formiddag")),
    3: (("plan", 0.6, "plan"),),
}
"""Codes for passages of TALK, with confidence and the words that carried them."""


def suggest_by_hand(
    store: Store,
    source: Source,
    made: dict[int, tuple[tuple[str, float, str], ...]] | None = None,
    *,
    codebook: str = "proeve",
) -> None:
    """Store these suggestions, as if the engine had made them."""
    said = {one.number: one.text for one in passages(store, source.revision)}
    replace_suggestions(
        store,
        revision=source.revision,
        codebook=codebook,
        provenance={},
        made={
            number: [_suggestion(said[number], *one) for one in several]
            for number, several in (SUGGESTED if made is None else made).items()
        },
        codes={one.code: one for one in stored_codes(store)},
    )


def _suggestion(text: str, code: str, confidence: float, words: str) -> Suggestion:
    start = text.index(words)
    return Suggestion(code, confidence, (Evidence(Place(start, start + len(words)), words, 1.0),))


def answer_many(store: Store, municipality: str, name: str, code: str, said: str, confidence: float = 0.6) -> Source:
    """A source with a passage per letter of `said`, each shown this code: a accepts, x rejects, - leaves it."""
    with store.command("import") as command:
        turns = [("Ung", f"Det var nummer {number}.") for number in range(len(said))]
        id = add_source(command, transcript(*turns, name=name), name=name, municipality=municipality)
    made, chosen = source(store, id), next(one for one in stored_codes(store) if one.code == code)
    with store.command("reject") as command:
        for passage, letter in zip(passages(store, made.revision), said, strict=True):
            if letter != "-":
                verdict = {"a": Verdict.ACCEPT, "x": Verdict.REJECT}[letter]
                decide(command, passage, chosen, verdict, confidence=confidence)
            mark_seen(command, made.revision, passage.number, shown=[(code, confidence)])
    return made
