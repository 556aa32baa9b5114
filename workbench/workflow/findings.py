"""Findings and recommendations: writing them, changing them, and saying what is behind each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.errors import NotFoundError, UsageError, WorkbenchError
from workbench.exchange import FindingEntry
from workbench.i18n import _
from workbench.model import Finding, FindingKind, handle, in_paragraphs, nearest, one_line
from workbench.store import (
    Command,
    Quote,
    Source,
    Store,
    add_finding,
    change_finding,
    finding_first_written,
    finding_like,
    findings,
    quotes,
    remove_finding,
    sources,
    statements,
    stored_codes,
)
from workbench.workflow.lookup import find_municipality, pick_code

_TIDY: Mapping[str, Callable[[str], str]] = {
    "label": one_line,
    "body": in_paragraphs,
    "success_criterion": in_paragraphs,
    "owner": one_line,
}


@dataclass(frozen=True, slots=True)
class Behind:
    """What a finding rests on, as it is coded now in the layer that reports count."""

    statements: int
    sources: int


def find_finding(store: Store, typed: str) -> Finding:
    """The finding whose id begins like this. Raises NotFoundError, UsageError when several do."""
    wanted = typed.strip().casefold()
    found = [one for one in findings(store) if wanted and one.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            _("“{id}” could be {names}.").format(id=typed, names=", ".join(one.id for one in found)),
            hint=_("Write more of the id."),
        )
    raise NotFoundError(
        _("There is no finding “{id}” in this project.").format(id=typed),
        hint=_("See them with: workbench report findings"),
    )


def write_finding(store: Store, entry: FindingEntry) -> Finding:
    """Add a finding.

    Raises NotFoundError or UsageError for a name in it that stands for nothing or several things, WorkbenchError where
    one with its kind, code and label is there already.
    """
    where, row = Names(store).row(entry)
    _refuse_empty(row["label"])
    with store.command("findings add") as command:
        same = (where, entry.kind, row["code"], row["label"])
        _refuse_twice(command, *same)
        if older := finding_first_written(command, *same):
            raise WorkbenchError(
                _("{id} was first written with this label, and reads otherwise now.").format(id=older[:8]),
                hint=_("Change it with: workbench report findings edit {id}").format(id=older[:8]),
            )
        id = add_finding(command, municipality=where, kind=entry.kind, **row)
    return find_finding(store, id)


def edit_finding(store: Store, finding: Finding, changes: Mapping[str, Any]) -> bool:
    """Change what an entry says of a finding, all but its municipality; whether anything changed.

    `changes` has the names of a FindingEntry. Raises as write_finding does.
    """
    names = Names(store)
    columns = {key: _TIDY[key](value) if key in _TIDY else value for key, value in changes.items()}
    if "code" in columns:
        columns["code"] = names.code(columns["code"])
    if "codes" in columns:
        columns["codes"] = _each_once(map(names.code, columns["codes"]))
    if "sources" in columns:
        columns["sources"] = _each_once(names.source(finding.municipality, name) for name in columns["sources"])
    _refuse_empty(columns.get("label", finding.label))
    with store.command("findings edit") as command:
        change_finding(command, finding.id, **columns)
        if command.events and columns.keys() & {"label", "kind", "code"}:
            now = store.query("SELECT municipality, kind, code, label FROM finding WHERE id = ?", finding.id)[0]
            _refuse_twice(command, **{**now, "kind": FindingKind(now["kind"])}, but=finding.id)
        return command.events > 0


def take_away(store: Store, finding: Finding) -> None:
    """Remove a finding."""
    with store.command("findings remove") as command:
        remove_finding(command, finding.id)


def behind(store: Store, found: Sequence[Finding]) -> dict[str, Behind]:
    """By finding id, the statements coded with the codes it rests on, in its sources where it names any."""
    where = {one.municipality for one in found}
    only = next(iter(where)) if len(where) == 1 else None
    by_code: dict[str, list[Quote]] = {}
    for quote in quotes(store, municipality=only, counted=True) if found else ():
        for code in {quote.code, quote.area}:
            by_code.setdefault(code, []).append(quote)
    return {one.id: _behind(one, by_code) for one in found}


def _behind(finding: Finding, by_code: Mapping[str, Sequence[Quote]]) -> Behind:
    said = {
        quote.id: quote
        for code in finding.grounds
        for quote in by_code.get(code, ())
        if finding.municipality in (None, quote.municipality_id)
        and (not finding.source_ids or quote.source_id in finding.source_ids)
    }
    return Behind(statements(list(said.values())), len({quote.source_id for quote in said.values()}))


Part = tuple[str | int, ...]
"""A part of an entry: `("code",)`, or `("sources", 1)` for its second source; empty for the municipality it is of."""


def _at_once(part: Part, look: Callable[[], str]) -> str:
    return look()


class Names:
    """What the names in findings stand for; each list of names is read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._codes = stored_codes(store, folders=True)
        self._municipalities: dict[str, str] = {}
        self._sources: dict[str | None, list[Source]] = {}

    def row(
        self, entry: FindingEntry, looked_up: Callable[[Part, Callable[[], str]], str] = _at_once
    ) -> tuple[str | None, dict[str, Any]]:
        """The municipality's id, and what else add_finding takes.

        `looked_up` is given each part and how to find what it names; one that goes on after a miss answers "".
        """
        where = None
        if (named := entry.municipality) is not None:
            where = looked_up((), lambda: self.municipality(named))
        row: dict[str, Any] = {key: tidy(getattr(entry, key)) for key, tidy in _TIDY.items()}
        row["code"] = looked_up(("code",), lambda: self.code(entry.code))
        row["codes"] = _each_once(
            looked_up(("codes", index), lambda typed=typed: self.code(typed))  # type: ignore[misc]
            for index, typed in enumerate(entry.codes)
        )
        row["sources"] = _each_once(
            looked_up(("sources", index), lambda typed=typed: self.source(where, typed))  # type: ignore[misc]
            for index, typed in enumerate(entry.sources if where != "" else ())  # of nobody knows which municipality
        )
        return where, row

    def municipality(self, typed: str) -> str:
        """Its id. Raises NotFoundError."""
        if typed not in self._municipalities:
            self._municipalities[typed] = find_municipality(self._store, typed).id
        return self._municipalities[typed]

    def code(self, typed: str) -> str:
        """Its row's id. Raises NotFoundError, UsageError when it could be several."""
        return pick_code(self._codes, typed).uuid

    def source(self, municipality: str | None, typed: str) -> str:
        """The id of a source of this municipality; of any where None. Raises NotFoundError."""
        if municipality not in self._sources:
            self._sources[municipality] = sources(self._store, municipality=municipality)
        known = {one.name: one.id for one in self._sources[municipality]}
        if (found := known.get(typed) or known.get(handle(typed))) is not None:
            return found
        near = nearest(typed, known)
        said = _("There is no source “{name}” in this project.")
        if municipality is not None:
            said = _("There is no source “{name}” of this municipality.")
        raise NotFoundError(
            said.format(name=typed),
            hint=_("Did you mean {names}?").format(names=", ".join(near))
            if near
            else _("See them with: workbench sources"),
        )


def _each_once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _refuse_empty(label: str) -> None:
    if not label:
        raise UsageError(_("A finding needs a label: its headline in a few words."))


def _refuse_twice(
    command: Command, municipality: str | None, kind: FindingKind, code: str, label: str, but: str = ""
) -> None:
    """Two that read alike under one code could not be told apart, in a report or in a file."""
    there = finding_like(command, municipality, kind, code, label, but=but)
    if there:
        raise WorkbenchError(
            _("There is a {kind} with this label under the same code already: {id}.").format(
                kind=kind.label, id=there[:8]
            ),
            hint=_("Change it with: workbench report findings edit {id}").format(id=there[:8]),
        )
