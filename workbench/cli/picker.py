"""Picking a code: a few letters of it, or the list of all there are. Nothing is set that was not confirmed."""

from collections.abc import Mapping, Sequence

from workbench.cli.keyboard import Keyboard
from workbench.cli.show import say
from workbench.i18n import _, language, ngettext
from workbench.store import StoredCode
from workbench.terminal import safe
from workbench.workflow.lookup import likely

_AT_ONCE = 9
"""Codes listed together: as many as there are digits."""


def pick(keyboard: Keyboard, codes: Sequence[StoredCode], explained: Mapping[str, str]) -> StoredCode | None:
    """Ask for a code; None when the person changed their mind.

    Only a whole id sets a code by itself; everything else is listed, and a number chooses. `codes` has the folders
    too: they are a way to their codes. `explained` goes from code to what it is about, so that a code is also found
    by what belongs to it.
    """
    usable = [one for one in codes if not one.folder]
    by_id = {one.code: one for one in usable}
    letters = keyboard.line(_("Code (a few letters of it, ? for all; Enter for none): "))
    while letters:
        if letters in by_id:
            return by_id[letters]
        themes = letters == "?"
        found = _themes(codes) if themes else likely(usable, letters, explained)
        if not found:
            say("    " + _("No code looks like “{letters}”; ? shows all.").format(letters=safe(letters)))
        _list(found)
        letters = keyboard.line(_("Number, or other letters (Enter for none): "))
        if letters.isdecimal() and 0 < int(letters) <= len(found[:_AT_ONCE]):
            chosen = found[int(letters) - 1]
            inside = [one for one in usable if one.area == chosen.code] if themes else [chosen]
            if len(inside) == 1:
                return inside[0]
            _list(inside)
            letters = keyboard.line(_("Number, or other letters (Enter for none): "))
            if letters.isdecimal() and 0 < int(letters) <= len(inside[:_AT_ONCE]):
                return inside[int(letters) - 1]
    return None


def _themes(codes: Sequence[StoredCode]) -> list[StoredCode]:
    return [one for one in codes if one.area == one.code]


def _list(found: Sequence[StoredCode]) -> None:
    for number, one in enumerate(found[:_AT_ONCE], 1):
        say(f"    {number}  {safe(one.name(language()))}  {one.code}")
    if (more := len(found) - _AT_ONCE) > 0:
        said = ngettext("… {n} more; type more letters.", "… {n} more; type more letters.", more)
        say("    " + said.format(n=more))
