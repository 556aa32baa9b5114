"""What was said, taken apart for a light edit: word by word, and which of them may go without a mark."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

_LETTER = r"[^\W_][\w\u0300-\u036f]*"
WORD = rf"{_LETTER}(?:['’]{_LETTER}|(?<=\d)[.,:/](?=\d){_LETTER})*"
"""Hyphens are punctuation: `UU vejleder` is `UU-vejleder`."""
SIGN = r"[^\s\w]"
_SPOKEN = re.compile(rf"(?P<note>\[[^\[\]]*\]|\([^()]*\))|(?P<word>{WORD})|(?P<sign>{SIGN})")
_HESITATION = re.compile(r"ø+h+m*|ømh|æ+h+m*|e+h+m*|u+h+m+|u+m+|e+rm+|h+m+|m{2,}|m+h+m+|altså")
_BROKEN_OFF = re.compile(r"[-–](?=\s)")
_SENTENCE_END = frozenset(".!?\n")
_NOISES_TEXT = """
    pause pauser lang kort griner grin latter ler fniser sukker suk hoster host rømmer sig snøfter tavshed stilhed
    laughs laughter laughing sighs coughs silence
"""
_NOISES = frozenset(_NOISES_TEXT.split())
"""What transcribers note beside the words, in brackets: these notes are nobody's words."""
_MEANT = "%&@#*§"
"""Punctuation that is read aloud, and therefore counts as a word."""
REPEATED = 4
"""Most words of a repetition: people begin a sentence again, and rarely a longer one."""


@dataclass(frozen=True)
class Spoken:
    """What was said, word by word, and what of it may go without a mark."""

    shown: tuple[str, ...]
    """As it stands there."""
    words: tuple[str, ...]
    """As they are compared."""
    sentences: tuple[int, ...]
    """For each word the number of its sentence."""
    silent: int
    """Bits: the words that may go."""
    notes: frozenset[str]
    """Brackets that stand in it, as they are compared."""

    @staticmethod
    def of(text: str) -> "Spoken":
        line = unicodedata.normalize("NFC", text)
        shown: list[str] = []
        sentences: list[int] = []
        broken_off: set[int] = set()
        notes = set()
        sentence = 0
        for match in _SPOKEN.finditer(line):
            told = [match[0]] if match["word"] or (match["sign"] and is_read(match["sign"])) else []
            if note := match["note"]:
                notes.add(note.casefold())
                inside = re.findall(WORD, note)
                if not is_noise(note):
                    # [the guide's name] stands for words; (the guide) are words.
                    told = [note] if note.startswith("[") else inside
            shown += told
            sentences += [sentence] * len(told)
            sentence += match[0] in _SENTENCE_END
            if match["word"] and _BROKEN_OFF.match(line, match.end()):
                broken_off.add(len(shown) - 1)
        words = tuple(map(key, shown))
        silent = 0
        for number, word in enumerate(words):
            begun = number in broken_off and "".join(words[number + 1 : number + 2]).startswith(word)
            if begun or _HESITATION.fullmatch(word):
                silent |= 1 << number
        return Spoken(tuple(shown), words, tuple(sentences), silent, frozenset(notes))

    @cached_property
    def where(self) -> Mapping[str, int]:
        """From a word to where it stands, as bits."""
        found: dict[str, int] = {}
        for number, word in enumerate(self.words):
            found[word] = found.get(word, 0) | 1 << number
        return found

    @cached_property
    def repeats(self) -> Mapping[int, int]:
        """From a number of words to the places, as bits, where so many are said once more right after."""
        found = dict.fromkeys(range(1, REPEATED + 1), 0)
        end = len(self.words)
        told = [end] * (end + REPEATED)  # for each place the next word that may not go
        for place in reversed(range(end)):
            told[place] = told[place + 1] if self.silent >> place & 1 else place
        for start in range(end):
            for size in found:
                again = told[start + size]
                if self.words[start : start + size] == self.words[again : again + size]:
                    found[size] |= 1 << start
        return found

    def after_cut(self, reached: int) -> int:
        """Where one may be, from these places on, when words were left out with a mark."""
        return ((1 << len(self.words) + 1) - 1) & ~((reached & -reached) - 1) if reached else 0

    def after_silence(self, reached: int) -> int:
        """Where one may be, from these places on, when only what may go was left out."""
        single = self.silent | self.repeats[1]
        while True:
            begun = reached & single
            more = reached | ((single + begun) ^ single)  # the carry runs over all that may go in a row
            for size, starts in self.repeats.items():
                more |= (reached & starts) << size
            if more == reached:
                return reached
            reached = more


def is_noise(note: str) -> bool:
    """Whether what is noted beside the words only tells of noises: `[griner]`, `[lang pause]`, `[…]`."""
    return _NOISES.issuperset(map(str.casefold, re.findall(WORD, note)))


def key(word: str) -> str:
    return word.casefold().replace("’", "'")


def is_read(sign: str) -> bool:
    """Whether a character that belongs to no word says something: % and 🙂 do, a comma does not."""
    return sign in _MEANT or (unicodedata.category(sign)[0] == "S" and unicodedata.category(sign) != "Sk")
