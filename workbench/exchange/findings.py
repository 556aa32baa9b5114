"""Findings and recommendations as a text file: what a house writes in an editor, and gets back.

municipalities:
  Kvistsund:
  - code: plan
    label: Planen skrives to steder
    body: ...
    codes: [plan.dobbelt, plan.system]
    sources: [fokusgruppe-medarbejdere]
  - kind: recommendation
    ...
across:
- code: guide
  label: ...
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.exchange.decode import decoded
from workbench.exchange.fields import Fields, Readers, Unfit, choice, text
from workbench.exchange.files import content
from workbench.faults import Fault, refusal
from workbench.i18n import _
from workbench.model import FindingKind
from workbench.terminal import safe
from workbench.yamlfile import At, Document, UnreadableError
from workbench.yamlfile import read as read_yaml

WIDTH = 100
"""Characters of a line in a file we write."""


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding as somebody wrote it down: municipality, codes and sources are what was typed."""

    municipality: str | None
    """None for one across municipalities."""
    kind: FindingKind
    code: str
    label: str
    body: str = ""
    codes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    success_criterion: str = ""
    owner: str = ""
    at: At = ()
    """Where it stands in its file."""


@dataclass(frozen=True, slots=True)
class FindingsFile:
    """What a file of findings holds, and on which lines."""

    origin: str
    entries: tuple[FindingEntry, ...]
    document: Document

    def line(self, entry: FindingEntry, *part: str | int) -> int:
        """The line of a part of an entry: of its code by `"code"`, of its second source by `"sources", 1`."""
        return self.document.line((*entry.at, *part))


def read_findings(file: Path) -> FindingsFile:
    """The findings in this YAML file.

    Raises NotFoundError when it is not there, InvalidFileError, listing file and line of every fault, when it is none.
    """
    try:
        reader = _Reader(read_yaml(decoded(content(file), file.name)))
    except UnreadableError as unreadable:
        raise refusal(file.name, [unreadable.fault]) from unreadable
    entries = tuple(reader.entries())
    if reader.faults:
        raise refusal(file.name, reader.faults)
    return FindingsFile(file.name, entries, reader.document)


class _Reader:
    """Reads the entries and collects what is wrong with them, so that everything is said at once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._fields = Fields(document, _("the file"))

    @property
    def faults(self) -> list[Fault]:
        return self._fields.faults

    def entries(self) -> Iterable[FindingEntry]:
        expected = _("“municipalities:” with a list for each municipality, or “across:” with one for all of them")
        given = self._fields.section((), self.document.data, {"municipalities": _section, "across": _list}, expected)
        for name, listed in given.get("municipalities", {}).items():
            if isinstance(listed, list):
                yield from self._listed(name, listed, ("municipalities", name))
            elif listed is not None:
                self._fields.fault(("municipalities", name), _("a list of findings"))
        yield from self._listed(None, given.get("across", []), ("across",))

    def _listed(self, municipality: str | None, listed: list[Any], at: At) -> Iterable[FindingEntry]:
        expected = _("a finding with at least a code and a label")
        for index, data in enumerate(listed):
            given = self._fields.section((*at, index), data, _KEYS, expected)
            if isinstance(data, dict) and not all(data.get(key) and given.get(key, key) for key in ("code", "label")):
                self._fields.fault((*at, index), expected)
            elif {"code", "label"} <= given.keys():  # else what stands there was no text, which is said already
                yield FindingEntry(municipality, **{"kind": FindingKind.FINDING, **given}, at=(*at, index))


def _section(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unfit(_("the municipalities, each with a list of findings"))
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Unfit(_("a list of findings"))
    return value


def _several(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(one.strip() for one in value)
    raise Unfit(_("a list of texts"))


_KEYS: Readers = {
    "kind": lambda value: choice(value, FindingKind),
    "code": text,
    "label": text,
    "body": text,
    "codes": _several,
    "sources": _several,
    "success_criterion": text,
    "owner": text,
}


def findings_yaml(entries: Iterable[FindingEntry]) -> str:
    """The file that read_findings reads these entries from again, to the letter."""
    municipalities: dict[str, list[dict[str, Any]]] = {}
    across: list[dict[str, Any]] = []
    for entry in entries:
        listed = across if entry.municipality is None else municipalities.setdefault(entry.municipality, [])
        listed.append(_record(entry))
    return _dumped({key: value for key, value in (("municipalities", municipalities), ("across", across)) if value})


class _Short(list[str]):
    """A list written on one line."""


def _record(entry: FindingEntry) -> dict[str, Any]:
    """The keys that say something, in the order in which one reads them."""
    told = {
        "kind": entry.kind.value if entry.kind is not FindingKind.FINDING else "",
        "code": entry.code,
        "label": entry.label,
        "body": entry.body,
        "codes": _Short(entry.codes),
        "sources": _Short(entry.sources),
        "success_criterion": entry.success_criterion,
        "owner": entry.owner,
    }
    return {key: value for key, value in told.items() if value}


def _dumped(data: dict[str, Any]) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Paragraphs as blocks, lists of names on one line, and what an editor cannot show escaped."""

    def words(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = '"' if _hidden(value) else "|" if "\n" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    def short(dumper: yaml.SafeDumper, value: list[str]) -> yaml.SequenceNode:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)

    Dumper.add_representer(str, words)
    Dumper.add_representer(_Short, short)
    written: str = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    # Only texts in quotation marks hold such letters, and there an escape means the same.
    return "".join(f"\\u{ord(letter):04x}" if letter != "\n" and _hidden(letter) else letter for letter in written)


def _hidden(words: str) -> bool:
    """Whether an editor would not show these words as they are, or a reader would not take them."""
    return "\ufffd" in words or any(safe(line) != line for line in words.split("\n"))
