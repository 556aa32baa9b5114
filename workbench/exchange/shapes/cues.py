"""Subtitles, .vtt and .srt: cues with times, in which Teams, Zoom, noScribe and others name the speaker differently.

Teams writes `<v Lis Holm>…</v>`, noScribe leaves it unclosed, Zoom writes `Lis Holm: …` and leaves the name out while
she goes on, and some programs put `(Lis Holm)` on a line above. Plain Whisper names nobody.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.exchange.clock import CLOCK, seconds
from workbench.exchange.page import Page, Said
from workbench.exchange.shapes.asked import Asked
from workbench.exchange.shapes.known import known_labels

_TIMING = re.compile(rf"\s*({CLOCK}|\d{{1,5}}\.\d{{1,3}})\s*-->\s*({CLOCK}|\d{{1,5}}\.\d{{1,3}})(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,200})>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang|font)\b[^>]{0,200}>|<\d[\d:.]{0,20}>|\{\\an\d\}", re.I)
_PREFIX = re.compile(r"\s*([^\W\d_][^\n]{0,59}?):\s+(?=\S)")
_ID = re.compile(r"\d{1,6}|[0-9a-fA-F-]{8,40}/\d+-\d+")
_STACKED = re.compile(r"(?:-\s*)?\(([^()]{1,60}(?:\([^()]{1,60}\))?)\)")


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    end: float
    lines: tuple[str, ...]


def score(page: Page, asked: Asked) -> float:
    """Sure where the file says it is subtitles, or has a line with two times for every few lines."""
    lines = [line for line in page.lines if line.strip()]
    if not lines:
        return 0.0
    timings = sum("-->" in line and _TIMING.fullmatch(line) is not None for line in lines)
    if not timings:
        return 0.0
    return 1.0 if lines[0].lstrip().startswith("WEBVTT") else min(1.0, 4 * timings / len(lines))


def read(page: Page, asked: Asked) -> list[Said]:
    """The pieces of talk, one or more to a cue."""
    found = list(_cues(page.lines))
    text = "\n".join(line for cue in found for line in cue.lines)
    if pattern := asked.pattern():
        return list(_prefixed(found, pattern))
    if _VOICE.search(text):
        return list(_voiced(found))
    if _is_stacked(found):
        return list(_stacked(found))
    known = known_labels((_plain(cue.lines[0]) for cue in found if cue.lines), asked.labels)
    return list(_prefixed(found, _PREFIX, known))


def _cues(lines: Sequence[str]) -> Iterator[_Cue]:
    """Every block below a line with two times, up to an empty line. Headers, notes and numbers lie outside."""
    times: tuple[float, float] | None = None
    said: list[str] = []
    for line in (*lines, ""):
        match = _TIMING.fullmatch(line) if "-->" in line else None
        if match or not line.strip():
            if times and said:
                if match and _ID.fullmatch(said[-1].strip()):  # the next cue's, where the empty line is missing
                    said.pop()
                yield _Cue(*times, tuple(said))
            times, said = None, []
        if match:
            times = _seconds(match[1]), _seconds(match[2])
        elif times:
            said.append(line)


def _seconds(clock: str) -> float:
    return seconds(clock) if ":" in clock else float(clock)


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).split())


def _voiced(found: Sequence[_Cue]) -> Iterator[Said]:
    """`<v Name>` opens a voice, which goes on until the next one, within its cue."""
    for cue in found:
        text = "\n".join(cue.lines)
        parts = _VOICE.split(text)
        if words := _plain(parts[0]):
            yield Said("", words, cue.start, cue.end)
        for label, words in zip(parts[1::2], parts[2::2], strict=True):
            if words := _plain(words):
                yield Said(_plain(label), words, cue.start, cue.end)


def _prefixed(found: Sequence[_Cue], pattern: re.Pattern[str], known: dict[str, str] | None = None) -> Iterator[Said]:
    """`Name: …` opens a turn; a cue without a name goes on with the one before it."""
    label = ""
    for cue in found:
        words: list[str] = []
        for line in map(_plain, cue.lines):
            match = pattern.match(line)
            named = " ".join((match[1] or "").split()) if match else ""
            shown = known.get(named.casefold()) if known is not None else named
            if match and shown:
                if words:
                    yield Said(label, " ".join(words), cue.start, cue.end)
                label, words, line = shown, [], line[match.end() :]
            if line.strip():
                words.append(line.strip())
        if words:
            yield Said(label, " ".join(words), cue.start, cue.end)


def _is_stacked(found: Sequence[_Cue]) -> bool:
    """Whether names in brackets stand on lines of their own, with words below them, in every fifth cue or more."""
    named = sum(len(cue.lines) > 1 and _STACKED.fullmatch(cue.lines[0].strip()) is not None for cue in found)
    return named >= max(2, 0.2 * len(found))


def _stacked(found: Sequence[_Cue]) -> Iterator[Said]:
    """`(Lis Holm)` names who says the lines below it; `(griner)` with nothing below it is said itself."""
    label = ""
    for cue in found:
        words: list[str] = []
        named = False
        lines = [_plain(line) for line in cue.lines]
        for line, below in zip(lines, (*lines[1:], ""), strict=True):
            match = _STACKED.fullmatch(line)
            if match and below and not named:
                if words:
                    yield Said(label, " ".join(words), cue.start, cue.end)
                label, words, named = " ".join(match[1].split()), [], True
            elif text := line.removeprefix("- ").strip():
                words.append(text)
                named = False
        if words:
            yield Said(label, " ".join(words), cue.start, cue.end)
