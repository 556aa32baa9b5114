"""Municipalities from a YAML list, as they come with the sample material."""

from pathlib import Path
from typing import Any

from workbench.exchange.decode import decoded
from workbench.exchange.files import content
from workbench.faults import Fault, refusal
from workbench.i18n import _
from workbench.yamlfile import UnreadableError
from workbench.yamlfile import read as read_yaml

_TEXTS = ("name", "code", "region", "organisation_form")


def read_municipalities(file: Path) -> list[dict[str, Any]]:
    """The municipalities of a file, each with the keys that `add_municipality` takes.

    Raises InvalidFileError, naming the line, for an entry without a name or with a key that is not known.
    """
    try:
        document = read_yaml(decoded(content(file), file.name))
    except UnreadableError as unreadable:
        raise refusal(file.name, [unreadable.fault]) from unreadable
    found = []
    for index, entry in enumerate(document.data if isinstance(document.data, list) else [document.data]):
        known = {*_TEXTS, "size", "prioritised_themes"}
        if not isinstance(entry, dict) or not entry.get("name") or entry.keys() - known:
            expected = _("expected a municipality with {names}").format(names=", ".join(sorted(known)))
            raise refusal(file.name, [Fault(document.line((index,)), expected)])
        one: dict[str, Any] = {key: entry[key] for key in _TEXTS if entry.get(key)}
        if str(entry.get("size", "")).isdecimal():
            one["size"] = int(entry["size"])
        one["prioritised_themes"] = tuple(entry.get("prioritised_themes") or ())
        found.append(one)
    return found
