"""A YAML file as plain data in which every value knows its line.

Codebooks and metadata come from colleagues and mail attachments, so nothing in one is trusted: the parser's events are
read one by one, no object is ever constructed, and aliases that would grow the data past bounds are refused.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, TypeAlias

from workbench.faults import Fault
from workbench.i18n import _

At: TypeAlias = tuple[str | int, ...]
"""From the root to a value: keys and 0-based positions."""

MAX_CHARACTERS = 4_000_000
MAX_VALUES = 100_000
MAX_DEPTH = 20
"""A codebook needs seven levels, metadata three; more is a mistake or an attack."""

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML refuses: found here first, because its parsers disagree on how to say where."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, and where."""

    data: Any
    """Dicts, lists, str, bool and None."""
    lines: dict[At, int]
    """1-based; a mapping's line is the one its first key stands on."""
    repeated: tuple[tuple[At, int], ...] = ()
    """Keys given twice, each with the line of its second time. The second value is the one kept."""

    def line(self, at: At) -> int:
        """The line of the value there, else of the nearest value around it."""
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at, 1)


class UnreadableError(Exception):
    """The text is no YAML that can be read; carries the one fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.text)
        self.fault = fault


def read(text: str) -> Document:
    """The text's only document. Raises UnreadableError."""
    import yaml

    if not text.strip("\ufeff \t\r\n"):
        raise UnreadableError(Fault(1, _("the file is empty")))
    if bad := _NO_TEXT.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise UnreadableError(Fault(line, _("a control character; this is no text file")))
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(Fault(1, _("the file is too large ({n} characters)").format(n=len(text))))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder()
    try:
        for event in yaml.parse(text.removeprefix("\ufeff"), Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(_syntax_fault(text, error)) from error
    if not builder.started:
        raise UnreadableError(Fault(1, _("the file holds nothing but comments")))
    return Document(builder.root, builder.lines, tuple(builder.repeated))


def _syntax_fault(text: str, error: Any) -> Fault:
    """The parser's complaint, with a word of help for what people do most often."""
    mark = error.problem_mark or error.context_mark
    lines = text.rstrip().split("\n")
    # What was opened and never closed is noticed past the last line.
    line = min(mark.line + 1, len(lines)) if mark else 1
    written = lines[line - 1]
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return Fault(line, _("a tab at the start of the line; indent with spaces"))
    column = mark.column + 1 if mark else 1
    if "mapping values are not allowed" in (error.problem or ""):
        said = _("column {column}: a colon inside a text; put the text in quotation marks")
        return Fault(line, said.format(column=column))
    said = _("column {column}: this is no YAML ({reason})")
    return Fault(line, said.format(column=column, reason=error.problem or error.context))


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read."""

    value: Any
    at: At
    anchor: str | None
    key: str | None = None
    """In a mapping: the key whose value comes next."""


class _Builder:
    """Makes data out of parser events, with the line of each value."""

    def __init__(self) -> None:
        self.root: Any = None
        self.started = False
        self.lines: dict[At, int] = {}
        self.repeated: list[tuple[At, int]] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, Any] = {}
        self._values = 0

    def take(self, event: Any) -> None:
        """Raises UnreadableError when the event is one that plain data cannot hold."""
        import yaml

        line = event.start_mark.line + 1
        if getattr(event, "tag", None) not in (None, "!"):
            raise UnreadableError(Fault(line, _("the tag {tag}; only plain values are read").format(tag=event.tag)))
        match event:
            case yaml.DocumentStartEvent() if self.started:
                raise UnreadableError(Fault(line, _("a second document; one file holds one")))
            case yaml.ScalarEvent():
                self._put(_plain(event), line, event.anchor)
            case yaml.MappingStartEvent():
                self._begin({}, line, event.anchor)
            case yaml.SequenceStartEvent():
                self._begin([], line, event.anchor)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._alias(event.anchor, line)

    def _alias(self, anchor: str | None, line: int) -> None:
        if anchor is None or anchor not in self._anchors:
            raise UnreadableError(Fault(line, _("*{name} stands for nothing written before it").format(name=anchor)))
        self._repeat(self._anchors[anchor], line)

    def _repeat(self, value: Any, line: int) -> None:
        """The value once more, each part counted: ten aliases of ten aliases soon fill a memory."""
        if isinstance(value, dict):
            self._begin({}, line, None)
            for key, part in value.items():
                self._put(key, line, None)
                self._repeat(part, line)
            self._end()
        elif isinstance(value, list):
            self._begin([], line, None)
            for part in value:
                self._repeat(part, line)
            self._end()
        else:
            self._put(value, line, None)

    def _begin(self, value: Any, line: int, anchor: str | None) -> None:
        if self._open and isinstance(self._open[-1].value, dict) and self._open[-1].key is None:
            raise UnreadableError(Fault(line, _("a list or section stands where a key was expected")))
        if len(self._open) >= MAX_DEPTH:
            raise UnreadableError(Fault(line, _("nested more than {n} levels deep").format(n=MAX_DEPTH)))
        at = self._attach(value, line)
        self._open.append(_Open(value, at, anchor))

    def _end(self) -> None:
        closed = self._open.pop()
        if closed.anchor:  # known only from here on, so that nothing can hold itself
            self._anchors[closed.anchor] = closed.value

    def _put(self, value: str | bool | None, line: int, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = value
        around = self._open[-1] if self._open else None
        if around is not None and isinstance(around.value, dict) and around.key is None:
            around.key = _as_key(value)
            if around.key in around.value:
                self.repeated.append(((*around.at, around.key), line))
            return
        self._attach(value, line)

    def _attach(self, value: Any, line: int) -> At:
        self._values += 1
        if self._values > MAX_VALUES:
            raise UnreadableError(Fault(line, _("more than {n} values").format(n=MAX_VALUES)))
        if not self._open:
            self.root, self.started = value, True
            self.lines[()] = line
            return ()
        around = self._open[-1]
        at: At
        if isinstance(around.value, dict):
            assert around.key is not None
            at = (*around.at, around.key)
            around.value[around.key] = value
            around.key = None
        else:
            at = (*around.at, len(around.value))
            around.value.append(value)
        self.lines[at] = line
        return at


def _as_key(value: str | bool | None) -> str:
    return value if isinstance(value, str) else str(value).lower()


def _plain(event: Any) -> str | bool | None:
    """Codebooks and metadata are made of words: `no`, `18` and `1.0` are text, only true, false and nothing are not."""
    text = unicodedata.normalize("NFC", event.value)
    if event.style not in (None, ""):
        return text
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    return None if text in ("", "~", "null") else text
