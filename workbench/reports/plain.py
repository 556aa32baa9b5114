"""Text from transcripts made fit for a document: one line, and nothing that XML or a reader stumbles over."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from workbench.terminal import safe

T = TypeVar("T")

_BREAKS = dict.fromkeys(map(ord, "\n\r\t\x0b\x0c\x85\u2028\u2029"), " ")
_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
"""Not allowed in XML, and no control characters either."""


def plain(text: str) -> str:
    """The text with line breaks as spaces and every character that cannot be printed as a visible symbol."""
    return safe(text.replace("\r\n", "\n").translate(_BREAKS)).translate(_NO_CHARACTERS)


def all_plain(value: T) -> T:
    """The same value, with every text in it made plain, however deep it lies in tuples and dataclasses."""
    if isinstance(value, str):
        return cast(T, plain(value))
    if isinstance(value, tuple):
        return cast(T, tuple(all_plain(one) for one in value))
    if is_dataclass(value) and not isinstance(value, type):
        return cast(T, replace(value, **{field.name: all_plain(getattr(value, field.name)) for field in fields(value)}))
    return value
