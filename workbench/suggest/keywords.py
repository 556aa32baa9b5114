"""The codebook's keywords, looked for in passages.

A keyword is a lemma or a phrase. A trailing `*` on a word stands for any ending, also of a compound: `støtte*`
is met by `støttede` and by `bostøtte`. A phrase is met when its words follow each other, as lemmas or as written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench import danish
from workbench.codebook import Codebook
from workbench.suggest.reading import Reading

MOST_HITS = 3
"""More hits than this say no more."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A keyword that was met."""

    code: int
    """The code's index in the codebook."""
    keyword: str
    """As written in the codebook."""
    words: range
    """Indices of the words that met it."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word of a keyword: a stem with an open ending, or a word in any of its forms."""

    stem: str
    written: str
    lemma: str

    def met_by(self, written: str, lemma: str) -> bool:
        """Whether a word of a passage, in lower case and with its lemma, meets this."""
        if not self.stem:
            return self.lemma == lemma or self.written == written
        begins = written.startswith(self.stem) or lemma.startswith(self.stem)
        return begins or danish.last_part_begins(written, self.stem)


_Phrase = tuple[int, str, tuple[_Piece, ...]]
"""Code index, keyword as written, its words."""


@dataclass(frozen=True)
class Keywords:
    """All keywords of a codebook, made ready to look for: by the word they begin with, else by an open ending."""

    by_word: Mapping[str, Sequence[_Phrase]]
    open_ended: Sequence[_Phrase]
    _begun: dict[tuple[str, str], list[_Phrase]] = field(default_factory=dict, repr=False, compare=False)
    """What each word seen so far may begin: words repeat, so most are looked up once."""

    @classmethod
    def of(cls, codebook: Codebook) -> "Keywords":
        """The keywords of every code that is in use."""
        by_word: dict[str, list[_Phrase]] = {}
        open_ended: list[_Phrase] = []
        for index, code in enumerate(codebook.codes):
            for keyword in () if code.retired else code.keywords:
                if not (pieces := _pieces(keyword)):
                    continue
                phrase = index, keyword, pieces
                if pieces[0].stem:
                    open_ended.append(phrase)
                else:
                    for form in {pieces[0].written, pieces[0].lemma}:
                        by_word.setdefault(form, []).append(phrase)
        return cls(by_word, open_ended)

    def hits(self, reading: Reading) -> Iterator[Hit]:
        """The keywords met in a passage, in the order of its words."""
        words = [(word.text.casefold(), lemma) for word, lemma in zip(reading.words, reading.lemmas, strict=True)]
        for at, word in enumerate(words):
            for code, keyword, pieces in self._beginning(word):
                end = at + len(pieces)
                rest = words[at + 1 : end]
                if end <= len(words) and all(p.met_by(*w) for p, w in zip(pieces[1:], rest, strict=True)):
                    yield Hit(code, keyword, range(at, end))

    def _beginning(self, word: tuple[str, str]) -> list[_Phrase]:
        found = self._begun.get(word)
        if found is None:
            candidates = [*self.by_word.get(word[0], ()), *self.by_word.get(word[1], ()), *self.open_ended]
            # A form and its lemma may lead to the same keyword.
            once = {(code, keyword): (code, keyword, pieces) for code, keyword, pieces in candidates}
            found = [phrase for phrase in once.values() if phrase[2][0].met_by(*word)]
            self._begun[word] = found
        return found


def _pieces(keyword: str) -> tuple[_Piece, ...]:
    pieces = []
    for word in keyword.casefold().split():
        if word.endswith("*") and len(word) > 1:
            pieces.append(_Piece(word[:-1], "", ""))
        elif read := danish.tokens(word):
            pieces.extend(_Piece("", token.text, danish.lemma(token.text)) for token in read)
    return tuple(pieces)
