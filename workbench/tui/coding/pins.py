"""The codes on the digit keys: those pinned, then the focus areas, then what is used most."""

from collections.abc import Sequence

from workbench.store import StoredCode
from workbench.tui.widgets.pin import DIGITS

AREAS = 4
"""Focus areas that have a key before anything was pinned."""


def filled(pinned: Sequence[str], codes: Sequence[StoredCode], used: Sequence[str]) -> tuple[str, ...]:
    """A code for every digit, as far as there are codes.

    `pinned` keep their order: a key must not mean something else from one day to the next. `used` are codes that this
    person has set, the most used first.
    """
    usable = {one.code: one for one in codes if not one.folder}
    areas = [code for code, one in usable.items() if one.area == code][:AREAS]
    return tuple(code for code in dict.fromkeys((*pinned, *areas, *used)) if code in usable)[:DIGITS]
