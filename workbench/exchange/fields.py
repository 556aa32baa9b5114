"""Keys and values of a YAML file read with one small reader per key; everything that is wrong is said at once."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from workbench.faults import Fault
from workbench.i18n import _
from workbench.model import nearest
from workbench.yamlfile import At, Document

Choice = TypeVar("Choice", bound=StrEnum)
Readers = Mapping[str, Callable[[Any], Any]]


class Unfit(Exception):  # noqa: N818 - said once, to the section that holds the value
    """A value that is not what its key asks for; carries what was expected."""


class Fields:
    """Reads sections of a document and collects what is wrong with them."""

    def __init__(self, document: Document, whole: str) -> None:
        """`whole` is what the document as such is called in a message."""
        self._document = document
        self._whole = whole
        self.faults = [Fault(line, _("“{key}” is given twice").format(key=at[-1])) for at, line in document.repeated]

    def section(self, at: At, data: Any, readers: Readers, expected: str) -> dict[str, Any]:
        """The values under the keys that are known; everything else becomes a fault."""
        if not isinstance(data, dict):
            self.fault(at, expected)
            return {}
        given = {}
        for key, value in data.items():
            if key not in readers:
                names = ", ".join(nearest(str(key), readers) or readers)
                unknown = _("“{key}” is not known; expected: {names}").format(key=key, names=names)
                self.faults.append(Fault(self._document.line((*at, key)), unknown))
            elif value is not None:
                try:
                    given[key] = readers[key](value)
                except Unfit as unfit:
                    self.fault((*at, key), str(unfit))
        return given

    def fault(self, at: At, expected: str) -> None:
        """Note that what stands here is not what was expected."""
        name = " > ".join(str(step + 1 if isinstance(step, int) else step) for step in at) or self._whole
        text = _("{name} should be {expected}").format(name=name, expected=expected)
        self.faults.append(Fault(self._document.line(at), text))


def text(value: Any) -> str:
    """A text without space around it."""
    if not isinstance(value, str):
        raise Unfit(_("a text"))
    return value.strip()


def choice(value: Any, choices: type[Choice]) -> Choice:
    """One of an enumeration's values."""
    try:
        return choices(value)
    except ValueError:
        raise Unfit(_("one of {names}").format(names=", ".join(choices))) from None
