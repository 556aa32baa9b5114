"""Which lemmas are at hand, and how to get better ones.

A trained model reads a word in its sentence ("vi arbejder" against "en medarbejder"), so suggestions take its
lemmas when `da_core_news_sm` is installed. Search never does: an index has to be the same on every machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from typing import Any

from workbench.danish import table
from workbench.danish.lemmas import lemma
from workbench.danish.spellings import spoken
from workbench.danish.tokens import Token, tokens

MODEL = "da_core_news_sm"
_UNUSED = ("parser", "ner", "senter")


class LemmaSource(StrEnum):
    """Where lemmas for suggestions come from, best first."""

    MODEL = "model"
    TABLE = "table"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Lemmas:
    """The lemma source that is active, for `workbench doctor` and a suggestion run's record."""

    source: LemmaSource
    version: str
    """Of the package behind it; empty when there is none."""
    problem: str = ""
    """Why an installed model is not used, in its own words; empty when all is well."""

    @property
    def better(self) -> str:
        """The command that gets a better source; empty when this is the best."""
        return {
            LemmaSource.MODEL: "",
            LemmaSource.TABLE: f"python -m spacy download {MODEL}",
            LemmaSource.NONE: "python -m pip install spacy-lookups-data",
        }[self.source]


def ready() -> Lemmas:
    """The source of lemmas on this machine. Loads the model when one is installed, to know that it works."""
    problem = ""
    if find_spec(MODEL) is not None:
        model, problem = _model()
        if model is not None:
            return Lemmas(LemmaSource.MODEL, table.version_of(MODEL))
    if held := table.installed():
        return Lemmas(LemmaSource.TABLE, held, problem)
    return Lemmas(LemmaSource.NONE, "", problem)


def read(texts: Sequence[str]) -> Iterator[list[tuple[Token, str]]]:
    """The words of each text with their lemmas, spoken spellings joined, for suggestions.

    Lemmas come from the best source at hand; our own rows (`overrides.tsv`) go before a model's.
    """
    model = _model()[0] if find_spec(MODEL) is not None else None
    if model is None:
        for text in texts:
            yield [(word, lemma(word.text)) for word in spoken(tokens(text))]
        return
    own = table.overrides()
    for text, document in zip(texts, model.pipe(texts), strict=True):
        tagged = {token.idx: (token.text, token.lemma_) for token in document}
        yield [(word, own.get(word.text.casefold()) or _of(word, tagged)) for word in spoken(tokens(text))]


def _of(word: Token, tagged: dict[int, tuple[str, str]]) -> str:
    """The model's lemma where its token is ours, else the table's."""
    text, found = tagged.get(word.start, ("", ""))
    return found.casefold() if found and text == word.text else lemma(word.text)


@cache
def _model() -> tuple[Any, str]:
    """The loaded model, or nothing and the reason why it cannot be loaded."""
    try:
        import spacy

        model = spacy.load(MODEL, exclude=_UNUSED)
    except (ImportError, OSError, ValueError, TypeError, AttributeError) as error:
        return None, str(error).splitlines()[0] if str(error) else type(error).__name__
    return model, ""
