"""What transcription programs write as JSON: pieces of talk with their times.

Whisper, faster-whisper, whisperX and aTrain write `segments` with `start`, `end` and `text`, and `speaker` where
somebody told the voices apart; whisper.cpp writes `transcription` with `offsets` in milliseconds.
"""

import json
import re
from typing import Any

from workbench.errors import InvalidFileError
from workbench.exchange.decode import Decoded, cleaned, refuse_many
from workbench.exchange.page import Kind, Page, Said
from workbench.i18n import _
from workbench.terminal import safe

_BEGINS = re.compile(r"\s*(?:\{\s*\"|\[\s*\{)")
_ENDLESS = 1e9


def json_page(read: Decoded, origin: str) -> Page | None:
    """The pieces in this JSON; None when it is none, for it may be a text that begins with a bracket.

    Raises InvalidFileError, naming the piece, for JSON that is no transcript, or a damaged one.
    """
    try:
        data = json.loads(read.text)
    except (ValueError, RecursionError) as error:
        if _BEGINS.match(read.text):
            raise InvalidFileError(
                _("{file} is JSON that is damaged or cut off ({reason}).").format(
                    file=safe(origin), reason=safe(str(error))
                ),
                hint=_("Get the file again from the program that wrote it."),
            ) from error
        return None
    found = _listed(data)
    if found is None:
        raise InvalidFileError(
            _("{file} is JSON without pieces of talk; expected a list “segments” with start, end and text.").format(
                file=safe(origin)
            ),
            hint=_("Import the JSON that Whisper, WhisperX or aTrain wrote, or the transcript as text."),
        )
    refuse_many(len(found), origin)
    pieces = tuple(
        piece for number, one in enumerate(found, 1) if (piece := _piece(one, number, origin)).text or piece.label
    )
    return Page(Kind.JSON, (), (), pieces, read.encoding, read.certain)


def _listed(data: Any) -> list[Any] | None:
    if isinstance(data, dict):
        data = data.get("segments", data.get("transcription"))
    return data if isinstance(data, list) and data else None


def _piece(one: Any, number: int, origin: str) -> Said:
    if not isinstance(one, dict) or not isinstance(one.get("text"), str):
        raise InvalidFileError(
            _("{file}: piece {n} has no text.").format(file=safe(origin), n=number),
            hint=_("Get the file again from the program that wrote it."),
        )
    speaker = one.get("speaker")
    label = " ".join(speaker.split()) if isinstance(speaker, str) else ""
    offsets = one.get("offsets")
    if isinstance(offsets, dict):
        start, end = (_time(offsets.get(key), 1000) for key in ("from", "to"))
    else:
        start, end = _time(one.get("start")), _time(one.get("end"))
    return Said(label, cleaned(" ".join(one["text"].split())), start, end)


def _time(value: Any, unit: int = 1) -> float | None:
    """Seconds, or nothing for what is no time: a piece keeps its words even when its time is lost."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _ENDLESS:
        return None
    return round(value / unit, 3)
