"""Suggestions made by hand, so that a test knows what is suggested."""

from workbench.model import Evidence, Place, Suggestion
from workbench.store import Source, Store, passages, replace_suggestions, stored_codes

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
