"""The light edit of a quote: readable, and still only what was said.

What an edit leaves out is marked `[…]`; what a person adds, or puts for other words, stands in [brackets]. Only
hesitations, repetitions, punctuation and capitals go without a mark. So a reader can tell every word of the speaker
from every other, and a slip of the editor's keyboard never becomes something that somebody said.
"""

import re
import unicodedata
from dataclasses import dataclass

from workbench.model.spoken import REPEATED, SIGN, WORD, Spoken, is_read, key

CUT = "[…]"
"""What stands where words were left out."""

_CUTS = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)")
_BRACKET = r"[\w'’-]{0,40}\[(?!…\])[^\[\]]*\][\w'’-]*"
"""With the letters it touches: in `guide[n]` somebody changed a word."""
_WRITTEN = re.compile(rf"(?P<cut>{re.escape(CUT)})|(?P<bracket>{_BRACKET})|(?P<word>{WORD})|(?P<sign>{SIGN})")
_NEGATIONS_TEXT = """
    ikke ikk ik aldrig ingen intet ingenting hverken næppe uden ej
    not no never none nothing nobody neither nor without hardly
"""
_NEGATIONS = frozenset(_NEGATIONS_TEXT.split())


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A difference without a mark: words left out, words put in, or words put in for others."""

    said: str
    written: str


@dataclass(frozen=True, slots=True)
class LightEdit:
    """An edit beside what was said."""

    text: str
    """As it is kept: on one line, every cut as `[…]`."""
    unmarked: tuple[Unmarked, ...]
    """What differs without a mark; empty in an edit that may be kept."""
    own: int
    """Words outside brackets: the speaker's."""
    added: int
    """Words in brackets: not the speaker's."""
    negations: tuple[str, ...]
    """Words such as `ikke` that are left out of a sentence of which something stays: it may mean the opposite now."""

    @property
    def unlike(self) -> bool:
        """Whether so much stands in brackets that these are no longer the speaker's words."""
        return self.added > self.own or not self.own


def light_edit(said: str, written: str) -> LightEdit:
    """Compare an edit with the words as said."""
    text = _tidied(written)
    spoken, edit = Spoken.of(said), _Edit.of(text)
    blocks = _in_common(spoken, edit)
    unmarked = () if _agrees(spoken, edit) else _changes(spoken, edit, blocks) or (Unmarked(said, text),)
    return LightEdit(
        text=text,
        unmarked=(*unmarked, *(Unmarked("", note) for note in edit.notes if not _touches(spoken, note))),
        own=len(edit.words),
        added=sum(_added(spoken, note) for note in edit.notes),
        negations=_negations_lost(spoken, blocks),
    )


def _tidied(text: str) -> str:
    """On one line, with every cut written alike and apart from the words around it."""
    line = _CUTS.sub(CUT, unicodedata.normalize("NFC", text))
    line = re.sub(r"(?<=[\w.,;:!?])(?=\[…\])|(?<=\[…\])(?=\w)", " ", line)
    return " ".join(line.split())


@dataclass(frozen=True, slots=True)
class _Edit:
    """What was written: words outside brackets, and before which of them a bracket stands."""

    words: tuple[str, ...]
    marks: tuple[bool, ...]
    """One more than words: the last is for what stands behind them."""
    notes: tuple[str, ...]
    """What stands in brackets, cuts left out."""

    @staticmethod
    def of(text: str) -> "_Edit":
        words: list[str] = []
        notes: list[str] = []
        marked = {}
        for match in _WRITTEN.finditer(text):
            if match["word"] or (match["sign"] and is_read(match["sign"])):
                words.append(match[0])
            elif match["bracket"]:
                notes.append(match[0])
                if re.search(WORD, match[0]):  # an empty bracket tells a reader nothing
                    marked[len(words)] = True
            elif match["cut"]:
                marked[len(words)] = True
        return _Edit(tuple(words), tuple(marked.get(gap, False) for gap in range(len(words) + 1)), tuple(notes))


def _agrees(spoken: Spoken, edit: _Edit) -> bool:
    """Whether the edit's words can be laid over what was said so that every gap is marked or may be silent.

    All ways of laying them are followed at once, as bits: a word said twice may be either.
    """
    reached = 1
    for word, marked in zip(edit.words, edit.marks, strict=False):
        reached = spoken.after_cut(reached) if marked else spoken.after_silence(reached)
        reached = (reached & spoken.where.get(key(word), 0)) << 1
    reached = spoken.after_cut(reached) if edit.marks[-1] else spoken.after_silence(reached)
    return bool(reached >> len(spoken.words) & 1)


def _added(spoken: Spoken, note: str) -> int:
    """How many words a bracket adds: none where it stands in what was said, or is only about a capital."""
    words = re.findall(WORD, re.sub(r"[\[\]]", "", note))
    return 0 if note.casefold() in spoken.notes else sum(key(word) not in spoken.where for word in words)


def _touches(spoken: Spoken, note: str) -> bool:
    """Whether the letters around a bracket are the beginning and the end of a word that was said."""
    before, after = (key(part.strip("-")) for part in re.split(r"\[.*\]", note))
    return any(word.startswith(before) and word.endswith(after) for word in spoken.words) or not (before or after)


def _in_common(spoken: Spoken, edit: _Edit) -> list[tuple[int, int, int]]:
    """Where the two have most words in common: place among what was said, place in the edit, number of words.

    The last is the end of both, with no words.
    """
    from rapidfuzz.distance import LCSseq

    same = LCSseq.editops(spoken.words, [key(word) for word in edit.words]).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in same]


def _changes(spoken: Spoken, edit: _Edit, blocks: list[tuple[int, int, int]]) -> tuple[Unmarked, ...]:
    """What differs without a mark between what the two have in common."""
    changes = []
    said_from = written_from = 0
    for said_to, written_to, size in blocks:
        put_in = edit.words[written_from:written_to]
        told = [at for at in range(said_from, said_to) if not spoken.silent >> at & 1]
        again = [spoken.words[at] for at in told] == list(spoken.words[max(0, said_from - len(told)) : said_from])
        silent = (again and len(told) <= REPEATED) or spoken.after_silence(1 << said_from) >> said_to & 1
        if silent or any(edit.marks[written_from : written_to + 1]):
            told = []
        if told or put_in:
            changes.append(Unmarked(" ".join(spoken.shown[at] for at in told), " ".join(put_in)))
        said_from, written_from = said_to + size, written_to + size
    return tuple(changes)


def _negations_lost(spoken: Spoken, blocks: list[tuple[int, int, int]]) -> tuple[str, ...]:
    """Negations that go from a sentence of which something stays; one said twice in a row is not lost."""
    kept = {at for start, _, size in blocks for at in range(start, start + size)}
    stays = {spoken.sentences[at] for at in kept}
    lost = {
        word: None
        for at, word in enumerate(spoken.words)
        if (word in _NEGATIONS or word.endswith("n't")) and at not in kept and spoken.sentences[at] in stays
        if word not in (spoken.words[at - 1] if at else "", *spoken.words[at + 1 : at + 2])
    }
    return tuple(lost)
