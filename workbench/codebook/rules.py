"""What must hold between the parts of a codebook beyond its schema: ids are unique, references exist."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.faults import Fault, quoted
from workbench.i18n import _
from workbench.model import nearest
from workbench.yamlfile import At, Document


def rule_faults(document: Document) -> list[Fault]:
    """Ids given twice, misplaced sub-codes, and references that lead nowhere.

    The document must have passed its schema.
    """
    placed = list(_codes(document.data))
    first: dict[str, int] = {}
    faults: list[Fault] = []
    for at, code, _area in placed:
        line = document.line((*at, "id"))
        if code["id"] in first:
            faults.append(
                Fault(
                    line,
                    _("the id {id} is given twice, first on line {line}").format(
                        id=quoted(code["id"]), line=first[code["id"]]
                    ),
                )
            )
        first.setdefault(code["id"], line)
    by_id = {code["id"]: code for _at, code, _area in placed}
    for at, code, area in placed:
        faults.extend(_own_faults(document, at, code, area))
        faults.extend(_folder_faults(document, at, code))
        faults.extend(_reference_faults(document, at, code, by_id))
    faults.extend(_axis_faults(document, by_id))
    return faults


def _codes(data: Any) -> Iterator[tuple[At, dict[str, Any], str]]:
    """Every code with where it stands and the id of its focus area."""
    for number, area in enumerate(data["codes"]):
        yield ("codes", number), area, ""
        for below, code in enumerate(area.get("codes", ())):
            yield ("codes", number, "codes", below), code, area["id"]


def _own_faults(document: Document, at: At, code: Mapping[str, Any], area: str) -> Iterator[Fault]:
    if area and not code["id"].startswith(area + "."):
        yield Fault(
            document.line((*at, "id")),
            _("code {id}: a sub-code's id begins with its focus area's, '{area}.'").format(
                id=quoted(code["id"]), area=area
            ),
        )
    if "replaced_by" in code and not code.get("retired"):
        yield Fault(
            document.line((*at, "replaced_by")),
            _("code {id} is replaced by another, but is not retired").format(id=quoted(code["id"])),
        )


def _folder_faults(document: Document, at: At, code: Mapping[str, Any]) -> Iterator[Fault]:
    if not code.get("folder"):
        return
    named = quoted(code["id"])
    if not code.get("codes"):
        yield Fault(
            document.line((*at, "folder")),
            _("code {id} is a folder, but holds no codes; give it some, or take 'folder' away").format(id=named),
        )
    for key in ("keywords", "examples"):
        if code.get(key):
            said = _("code {id} is a folder and never suggested: move its {key} to its codes")
            yield Fault(document.line((*at, key)), said.format(id=named, key=key))


def _axis_faults(document: Document, by_id: Mapping[str, Any]) -> Iterator[Fault]:
    for id, axis in document.data.get("axes", {}).items():
        for number, code in enumerate(axis.get("applies_to", ())):
            if code not in by_id:
                yield Fault(
                    document.line(("axes", id, "applies_to", number)),
                    _("axis {axis} applies to {code}, which is not here").format(axis=quoted(id), code=quoted(code))
                    + _meant(code, by_id),
                )


def _reference_faults(
    document: Document, at: At, code: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]
) -> Iterator[Fault]:
    """A reference into another codebook is not followed: that book may not be here."""
    named = quoted(code["id"])
    new = code.get("replaced_by")
    if new is not None:
        line = document.line((*at, "replaced_by"))
        if new not in by_id:
            yield Fault(
                line,
                _("code {id} is replaced by {new}, which is not here").format(id=named, new=quoted(new))
                + _meant(new, by_id),
            )
        elif by_id[new].get("retired"):
            yield Fault(
                line,
                _("code {id} is replaced by {new}, which is itself retired").format(id=named, new=quoted(new)),
            )
        elif by_id[new].get("folder"):
            yield Fault(
                line,
                _("code {id} is replaced by {new}, which is a folder; name one of its codes").format(
                    id=named, new=quoted(new)
                ),
            )
    for number, exclusion in enumerate(code.get("exclude", ())):
        use = exclusion.get("use", "")
        if not use or ":" in use:
            continue
        line = document.line((*at, "exclude", number, "use"))
        if use not in by_id:
            yield Fault(
                line,
                _("code {id} points to {use}, which is not here").format(id=named, use=quoted(use))
                + _meant(use, by_id),
            )
        elif use == code["id"]:
            yield Fault(line, _("code {id} points to itself").format(id=named))


def _meant(word: str, ids: Mapping[str, Any]) -> str:
    near = nearest(word, ids, limit=1)
    return _("; did you mean {near}?").format(near=quoted(near[0])) if near else ""
