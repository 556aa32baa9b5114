"""Danish as it is spoken and transcribed: words, base forms, compounds, sentences, passages."""

from workbench.danish.compounds import last_part_begins
from workbench.danish.lemmas import lemma, lemmas
from workbench.danish.model import Lemmas, LemmaSource, read, ready
from workbench.danish.parts import parts
from workbench.danish.passages import passages
from workbench.danish.sentences import sentences
from workbench.danish.spellings import spoken
from workbench.danish.stopwords import STOP_WORDS
from workbench.danish.tokens import Token, tokens

__all__ = [
    "STOP_WORDS",
    "LemmaSource",
    "Lemmas",
    "Token",
    "last_part_begins",
    "lemma",
    "lemmas",
    "parts",
    "passages",
    "read",
    "ready",
    "sentences",
    "spoken",
    "tokens",
]
