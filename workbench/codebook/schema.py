"""A file held against its JSON Schema, with the faults said in words a researcher can act on."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from workbench.faults import Fault, found, quoted, words
from workbench.i18n import _
from workbench.model import nearest
from workbench.yamlfile import At, Document

_FOLDER = Path(__file__).parent
_NUMBER, _SIGNED = "^[0-9]+$", "^-?[0-9]+$"


@cache
def _validator(name: str) -> Any:
    """The validator for a schema beside this module; made once, because that is the slow part."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads((_FOLDER / name).read_text(encoding="utf-8")))


def schema_faults(document: Document, name: str = "schema.json") -> list[Fault]:
    """Everything in the document that this schema does not allow."""
    faults = [
        Fault(line, _("{place}: this key is given twice").format(place=words(document.data, at)))
        for at, line in document.repeated
    ]
    for error in _validator(name).iter_errors(document.data):
        faults.extend(_said(document, tuple(error.absolute_path), error))
    return faults


def _said(document: Document, at: At, error: Any) -> Iterator[Fault]:
    """One complaint of the validator as faults: it knows no lines, and words things for programmers."""
    value, rule = error.instance, error.validator_value
    line = document.line(at)
    match error.validator:
        case "required":
            for key in rule:
                if key not in value:
                    owner = _owner(document.data, at)
                    yield Fault(line, _("{owner} has no {key}").format(owner=owner, key=key))
        case "additionalProperties":
            known = list(error.schema.get("properties", {}))
            for key in value:
                if key not in known:
                    yield Fault(document.line((*at, key)), _unknown(document.data, at, key, known))
        case "uniqueItems":
            for index, item in enumerate(value):
                if item in value[:index]:
                    yield Fault(
                        document.line((*at, index)),
                        _("{place}: {text} is given twice").format(place=words(document.data, at), text=found(item)),
                    )
        case _:
            yield Fault(
                line,
                _("{place}: found {found}, expected {expected}").format(
                    place=words(document.data, at) or _("the file"),
                    found=found(value),
                    expected=_expected(error, at),
                ),
            )


def _owner(data: Any, at: At) -> str:
    """Whose key is missing: the code by its id, where it has one."""
    if not at:
        return _("the file")
    value = data
    for key in at:
        value = value[key]
    name = value.get("id") if isinstance(value, dict) else None
    if at[-2:-1] == ("codes",) and isinstance(name, str) and name.strip():
        return _("code {name}").format(name=quoted(name))
    return words(data, at)


def _unknown(data: Any, at: At, key: str, known: list[str]) -> str:
    if key == "codes" and at[-2:-1] == ("codes",):
        return _("{place}: a codebook has two levels, so a sub-code has no codes of its own").format(
            place=words(data, at)
        )
    place = words(data, at)
    said = _("unknown key {key}").format(key=quoted(key))
    if near := nearest(key, known, limit=1):
        said = _("unknown key {key}; did you mean '{near}'?").format(key=quoted(key), near=near[0])
    return f"{place}: {said}" if place else said


def _expected(error: Any, at: At) -> str:
    """What should have stood there, from the rule that was broken."""
    key = next((step for step in reversed(at) if isinstance(step, str)), "")
    match error.validator:
        case "type" if error.validator_value == "string" and isinstance(error.instance, dict):
            return _("a text (one with a colon in it needs quotation marks)")
        case "type":
            return {
                "string": _("a text"),
                "array": _("a list"),
                "object": _("a section of keys"),
                "boolean": _("true or false"),
            }[error.validator_value]
        case "enum":
            return _("one of {values}").format(values=", ".join(error.validator_value))
        case "minItems":
            return _("at least one entry")
        case "maxItems":
            return _("at most {n} entries").format(n=error.validator_value)
        case "minProperties":
            return _("a name in da or en")
        case "pattern" if error.validator_value != r"\S":
            if error.validator_value in (_NUMBER, _SIGNED):
                return _("a whole number")
            if key == "version":
                return _("a version such as 0.1.0")
            if key == "use":
                return _("a code id, or codebook:code")
            return _("an id of small letters a-z, digits, - and _, beginning with a letter")
        case _:
            return _("a text")
