"""What is wrong with a file, in words: every fault with its line, said all at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from workbench.errors import InvalidFileError
from workbench.i18n import _, ngettext
from workbench.terminal import safe

SHOWN = 10
"""More faults than this are counted, not listed: they mostly follow from the first ones."""
_QUOTED = 40


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, and the line it is wrong on."""

    line: int
    text: str


def refusal(origin: str, faults: Iterable[Fault]) -> InvalidFileError:
    """The error that lists the faults, by line; one line of message for each."""
    every = sorted(set(faults))
    lines = [
        _("{file}, line {line}: {fault}").format(file=safe(origin), line=fault.line, fault=safe(fault.text))
        for fault in every[:SHOWN]
    ]
    more = len(every) - SHOWN
    if more > 0:
        lines.append(ngettext("… and {n} more fault", "… and {n} more faults", more).format(n=more))
    return InvalidFileError(
        "\n".join(lines), hint=_("Mend the file in a text editor and try again; nothing was changed.")
    )


def quoted(text: str) -> str:
    """The text in quotation marks, shortened to what a message can bear."""
    flat = " ".join(text.split())
    return f"'{flat if len(flat) <= _QUOTED else flat[: _QUOTED - 1] + '…'}'"


def found(value: Any) -> str:
    """What stands in the file, in words."""
    match value:
        case None:
            return _("nothing")
        case bool():
            return "true" if value else "false"
        case str():
            return quoted(value) if value.strip() else _("an empty text")
        case list():
            return _("a list") if value else _("an empty list")
        case _:
            return _("a section of keys")


def words(data: Any, at: tuple[str | int, ...]) -> str:
    """Where in the file, in words: `codes 2 'plan' > keywords 3`. Empty for the file as a whole."""
    steps: list[str] = []
    value = data
    for key in at:
        value = _inside(value, key)
        if isinstance(key, str):
            steps.append(key)
            continue
        steps[-1:] = [f"{steps[-1] if steps else ''} {key + 1}".strip()]
        name = _inside(value, "id")
        if isinstance(name, str) and name:
            steps[-1] += f" {quoted(name)}"
    return " > ".join(steps)


def _inside(value: Any, key: str | int) -> Any:
    if isinstance(key, str):
        return value.get(key) if isinstance(value, dict) else None
    return value[key] if isinstance(value, list) and key < len(value) else None
