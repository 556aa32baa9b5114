"""Findings in and out as a text file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.errors import WorkbenchError
from workbench.exchange import FindingEntry, FindingsFile, findings_yaml
from workbench.faults import Fault, refusal
from workbench.i18n import _
from workbench.model import Finding, FindingKind
from workbench.store import (
    Store,
    add_finding,
    change_finding,
    finding_first_written,
    finding_like,
    municipalities,
)
from workbench.workflow.findings import Names, Part

Key = tuple[str | None, FindingKind, str, str]
"""What tells findings apart: municipality, kind, code and label."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What bringing in a file of findings did."""

    added: int
    changed: int
    """There already by municipality, kind, code and label, and told differently by the file."""
    same: int
    reworded: tuple[str, ...]
    """Labels of those that read otherwise in the project by now: they are left as they are."""


def import_findings(store: Store, file: FindingsFile) -> Imported:
    """Bring in what a file holds, all of it or nothing; the same file once more adds nothing.

    Raises InvalidFileError, listing the line of everything that names what is not there.
    """
    told = _told(store, file)
    added = changed = same = 0
    reworded = []
    with store.command("findings import") as command:
        for key, row in told.items():
            if id := finding_like(command, *key):
                before = command.events
                change_finding(command, id, **row)
                differs = command.events > before
                changed, same = changed + differs, same + (not differs)
            elif finding_first_written(command, *key):
                reworded.append(row["label"])
            else:
                add_finding(command, municipality=key[0], kind=key[1], **row)
                added += 1
    return Imported(added, changed, same, tuple(reworded))


def exported(store: Store, found: Sequence[Finding]) -> str:
    """These findings as a file that import_findings understands."""
    names = {one.id: one.name for one in municipalities(store)}
    return findings_yaml(
        FindingEntry(
            municipality=names[one.municipality] if one.municipality else None,
            kind=one.kind,
            code=one.code,
            label=one.label,
            body=one.body,
            codes=one.codes,
            sources=one.sources,
            success_criterion=one.success_criterion,
            owner=one.owner,
        )
        for one in found
    )


def _told(store: Store, file: FindingsFile) -> dict[Key, dict[str, Any]]:
    """Every entry with its names looked up. Raises InvalidFileError with all that were not found."""
    names, faults = Names(store), list[Fault]()
    told: dict[Key, dict[str, Any]] = {}
    lines: dict[Key, int] = {}
    for entry in file.entries:
        missed = len(faults)

        def looked_up(part: Part, look: Callable[[], str], entry: FindingEntry = entry) -> str:
            try:
                return look()
            except WorkbenchError as error:
                faults.append(Fault(file.line(entry, *part), f"{error.message} {error.hint}".strip()))
                return ""

        where, row = names.row(entry, looked_up)
        key = (where, entry.kind, row["code"], row["label"])
        if len(faults) == missed and key in told:
            said = _("this finding stands on line {n} already").format(n=lines[key])
            faults.append(Fault(file.line(entry, "label"), said))
        told[key] = row
        lines[key] = file.line(entry, "label")
    if faults:
        raise refusal(file.origin, faults)
    return told
