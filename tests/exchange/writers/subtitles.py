"""Subtitles, noScribe's html and Whisper's JSON: talk in short pieces with their times."""

import html
import json
from collections.abc import Callable
from typing import Any

from tests.exchange.writers.talk import Talk, clock, cut


def subtitles() -> dict[str, tuple[str, Callable[[Talk], str]]]:
    """Every writer by its name, with the ending of its files."""
    return {
        "teams-vtt": ("vtt", teams_vtt),
        "teams-vtt-old": ("vtt", lambda talk: teams_vtt(talk, padded=False)),
        "zoom-vtt": ("vtt", zoom_vtt),
        "stacked-vtt": ("vtt", stacked_vtt),
        "noscribe-vtt": ("vtt", noscribe_vtt),
        "srt": ("srt", srt),
        "srt-voice": ("srt", lambda talk: srt(talk, voice=True)),
        "noscribe-html": ("html", noscribe_html),
        "whisperx-json": ("json", whisperx_json),
        "atrain-json": ("json", atrain_json),
    }


def _dot(seconds: float | None) -> str:
    return clock(seconds or 0, mark=".")


def _loose(seconds: float | None) -> str:
    """Without leading zeros, as older exports have it: `0:0:3.970`."""
    hour, minute, rest = _dot(seconds).split(":")
    whole, _mark, fraction = rest.partition(".")
    return f"{int(hour)}:{int(minute)}:{int(whole)}.{fraction}"


def teams_vtt(talk: Talk, *, padded: bool = True) -> str:
    """`<v Lis Holm>…</v>`, with an id above every cue."""
    time = _dot if padded else _loose
    cues = [
        f"b6e0c4f2-0000-4000-8000-000000000001/{number}-0\n{time(piece.start)} --> {time(piece.end)}\n"
        f"<v {piece.label}>{html.escape(piece.text, quote=False)}</v>"
        for number, piece in enumerate((piece for one in talk for piece in cut(one)), 1)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def zoom_vtt(talk: Talk) -> str:
    """The name inside the text, and only where somebody begins."""
    cues: list[str] = []
    for one in talk:
        for number, piece in enumerate(cut(one, 20)):
            named = f"{piece.label}: {piece.text}" if number == 0 else piece.text
            cues.append(f"{len(cues) + 1}\n{_dot(piece.start)} --> {_dot(piece.end)}\n{named}")
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def stacked_vtt(talk: Talk) -> str:
    """`(Lis Holm)` on a line above what she says."""
    cues = [
        f"{_dot(piece.start)} --> {_dot(piece.end)}\n({piece.label})\n{piece.text}"
        for one in talk
        for piece in cut(one, 20)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def noscribe_vtt(talk: Talk) -> str:
    """A title, a note, and voices that are never closed."""
    cues = [
        f"{number}\n{_dot(piece.start)} --> {_dot(piece.end)}\n<v {piece.label}>{html.escape(piece.text, quote=False)}"
        for number, piece in enumerate((piece for one in talk for piece in cut(one)), 1)
    ]
    note = "NOTE\nTranscribed with noScribe vers. 0.7\nAudio file: optagelse.m4a\n"
    return "WEBVTT optagelse\n\n" + note + "\n" + "\n\n".join(cues) + "\n"


def srt(talk: Talk, *, voice: bool = False) -> str:
    """Numbered cues with a decimal comma."""
    cues: list[str] = []
    for piece in (piece for one in talk for piece in cut(one)):
        times = f"{clock(piece.start or 0, mark=',')} --> {clock(piece.end or 0, mark=',')}"
        said = f"<v {piece.label}>{piece.text}" if voice else f"{piece.label}: {piece.text}"
        cues.append(f"{len(cues) + 1}\n{times}\n{said}")
    return "\n\n".join(cues) + "\n"


def noscribe_html(talk: Talk) -> str:
    """Paragraphs of anchors that carry milliseconds and speaker; a name is written where a turn begins."""
    paragraphs = []
    for one in talk:
        anchors = []
        for number, piece in enumerate(cut(one)):
            name = f"ts_{round((piece.start or 0) * 1000)}_{round((piece.end or 0) * 1000)}_{html.escape(one.label)}"
            text = html.escape(piece.text, quote=False)
            time = f'<span style="color: #78909C" >[{clock(piece.start or 0)}]</span> '
            anchors.append(f'<a name="{name}" >{f"{html.escape(one.label)}: {time}" if number == 0 else " "}{text}</a>')
        paragraphs.append(f"<p >{''.join(anchors)}</p>")
    head = '<html><head><meta charset="UTF-8" /><meta name="audio_source" content="./optagelse.m4a" /></head><body>'
    made = "Transcribed with noScribe vers. 0.7<br />(Language: da)"
    title = f'<p style="font-weight: 600">optagelse</p><p><span>{made}</span></p>'
    return f"{head}\n{title}\n" + "\n".join(paragraphs) + "\n</body></html>\n"


def whisperx_json(talk: Talk) -> str:
    """Segments with words, and the speaker on each."""
    segments: list[dict[str, Any]] = [
        {
            "start": piece.start,
            "end": piece.end,
            "text": f" {piece.text}",
            "words": [{"word": word, "score": 0.9} for word in piece.text.split()],
            "speaker": piece.label,
        }
        for one in talk
        for piece in cut(one)
    ]
    return json.dumps({"segments": segments, "language": "da"}, ensure_ascii=False)


def atrain_json(talk: Talk) -> str:
    """A bare list of segments."""
    segments = [
        {"id": number, "start": piece.start, "end": piece.end, "text": piece.text, "speaker": piece.label}
        for number, piece in enumerate((piece for one in talk for piece in cut(one)), 1)
    ]
    return json.dumps({"segments": segments}, ensure_ascii=False, indent=1)
