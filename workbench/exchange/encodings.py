"""Which encoding bytes are written in, for files from any machine a transcript was typed on.

A detector trained on the world's languages takes Danish in cp1252 for Baltic and Danish on an old Macintosh for
Turkish. Here the question is narrower: which of four one-byte encodings makes Danish of these bytes?
"""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ONE_BYTE = ("cp1252", "latin-1", "mac_roman", "cp850")
"""In order of likelihood: where two read the bytes alike, the first is named."""
_BEGINNING = 65_536
"""Bytes looked at for zeros."""
_TELLING = 1_000_000
"""Bytes that are weighed; more would tell no more."""
_ENOUGH = 10_000
"""Letters, of lines that can tell encodings apart, that are scored: some hundred Danish ones."""
_DANISH = frozenset("æøåÆØÅ")
_NEIGHBOURS = frozenset("éèêëüöäáóíúñçÉÜÖÄ´")
"""Letters of names and loan words, and the accent people type for an apostrophe."""
_MARKS_OF_SPEECH = frozenset("“”„‘’–—…«»•§°€½·\u00a0")
_INSIDE_A_WORD = re.compile(r"[a-zæøå.,!?][ÆØÅÉÜÖÄ](?![A-ZÆØÅ])|[ÆØÅ][A-ZÆØÅ][a-zæøå]")
_BETWEEN_WORDS = re.compile(r"(?<=[a-zæøåA-ZÆØÅ])[‘“„«–—…°§½•·](?=[a-zæøå])|(?<=\s)[’”](?=\w{3})|…[a-zæøå]")
_FOREIGN = re.compile(r"[^\x09\x0a\x0d\x20-\x7eæøåÆØÅéèêëüöäáóíúñçÉÜÖÄ´“”„‘’–—…«»•§°€½·\u00a0]")
_CONTROLS = re.compile(r"[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f]")
"""No key types them: tabs, line ends, and the bells and escapes of a terminal's log are not among them."""
_MOST_CONTROLS = 0.02
"""The share of them in text that is still text."""
_MULTIBYTE = re.compile(rb"[\xc3\xc5][\x80-\xbf]|[\xe2][\x80-\x84][\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, and whether the bytes themselves prove it."""

    encoding: str
    certain: bool


def encoding_of(raw: bytes) -> Guess | None:
    """The encoding of these bytes; None when no text encoding fits, or when it is UTF-8 with damaged places."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return Guess(name, certain=True)
    if b"\0" in raw[:_BEGINNING]:
        return _two_bytes(raw[:_BEGINNING])
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(raw)
    return Guess("utf-8", certain=True)


def is_writing(text: str) -> bool:
    """Whether this is writing at all, and not the bytes of something else that happen to decode."""
    beginning = text[:_TELLING]
    return len(_CONTROLS.findall(beginning)) <= _MOST_CONTROLS * len(beginning)


def danish_score(text: str) -> float:
    """How much the letters beyond ASCII look like Danish speech: Danish letters for it, other signs against it."""
    danish = sum(letter in _DANISH for letter in text)
    near = sum(letter in _NEIGHBOURS for letter in text)
    speech = sum(letter in _MARKS_OF_SPEECH for letter in text)
    foreign = len(_FOREIGN.findall(text))
    misplaced = len(_INSIDE_A_WORD.findall(text)) + len(_BETWEEN_WORDS.findall(text))
    return danish + 0.3 * speech + 0.1 * near - 1.5 * foreign - 2.5 * misplaced


def _two_bytes(beginning: bytes) -> Guess | None:
    """UTF-16 without a mark: nearly every second byte of European text is zero, always on the same side."""
    even, odd = beginning[::2].count(0), beginning[1::2].count(0)
    half = len(beginning) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return Guess("utf-16-le", certain=False)
    if even > 0.4 * half and odd < 0.05 * half:
        return Guess("utf-16-be", certain=False)
    return None


def _one_byte(raw: bytes) -> Guess | None:
    """The encoding that makes the best Danish. Only lines with bytes beyond ASCII can tell the four apart."""
    telling = b"\n".join(line for line in re.split(rb"[\r\n]+", raw) if not line.isascii())[:_TELLING]
    pairs = 2 * len(_MULTIBYTE.findall(telling))
    if pairs > len(re.findall(rb"[\x80-\xff]", telling)) / 2:
        return None  # mostly sound UTF-8: another encoding would turn every other letter into two
    scored = []
    for position, name in enumerate(_ONE_BYTE):
        try:
            text = telling.decode(name)
        except UnicodeDecodeError:
            continue
        scored.append((danish_score(text[:_ENOUGH]), -position, name))
    return Guess(max(scored)[2], certain=False)
