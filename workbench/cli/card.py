"""A passage as it is shown for review: in its context, with what is suggested and why.

Never colour alone: the passage has a bar beside it, the words that carried a code are underlined and repeated, and
how sure a suggestion is stands in words.
"""

import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence

import click

from workbench.i18n import _, language
from workbench.model import Level, Place, Valence
from workbench.store import Shown, StoredCode
from workbench.terminal import safe
from workbench.workflow.explain import Explained
from workbench.workflow.grounds import grounds, reason
from workbench.workflow.review import Item, Line

_CONTEXT = 240
"""Code points of a turn shown as context; the end of the one before, the beginning of the one after."""
_WIDEST = 100
"""Columns; longer lines are hard to read."""
_AROUND = 5
"""Lines that stay free: above the card the answer to the key before, below it a blank one, the keys and the prompt."""
_KEPT = 3
"""Lines of context that go before what the codebook and others say, where the terminal is low."""
_INDENT = " " * 5


def width() -> int:
    """Columns of text."""
    return min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)


def card(one: Item, codes: Mapping[str, StoredCode], explained: Sequence[Explained]) -> str:
    """The passage, what is around it, and what is suggested for it, in no more lines than the terminal has.

    `explained` tells for each suggestion what else speaks for it.
    """
    head = click.style(_head(one), bold=True)
    passage = _passage(one)
    before = [row for line in one.before for row in _context(line, end=True)]
    after = [row for line in one.after for row in _context(line, end=False)]
    room = most = None
    if sys.stdout.isatty():
        room = shutil.get_terminal_size().lines - 1 - len(passage) - 3 - _AROUND  # the head, three blank lines
        most = max(0, room - len(_suggestions(one, codes, explained, 0)) - min(_KEPT, len(before) + len(after)))
    suggested = _suggestions(one, codes, explained, most)
    before, after = _fitted(before, after, None if room is None else room - len(suggested))
    return "\n".join([head, *before, "", *passage, "", *after, *([""] if after else []), *suggested])


def keys(suggestions: int) -> str:
    """The keys that work now: those that decide, then those that move."""
    numbers = {0: "", 1: "1"}.get(suggestions, f"1-{suggestions}")
    answers = ((numbers, _("accept")), ("x", _("reject"))) if suggestions else ()
    decide = (*answers, ("c", _("other code")), ("v", _("valence")), ("n", _("no code")), ("?", _("doubt")))
    move = (("Enter", _("later")), ("b", _("back")), ("u", _("undo")), ("h", _("help")), ("q", _("stop")))
    return "\n".join(" · ".join(f"{key} {does}" for key, does in line) for line in (decide, move))


def reminder(valence: Valence, doubt: bool) -> str:
    """What the next coding will be, shown where the key is typed."""
    said = _("{valence}, in doubt").format(valence=valence.label) if doubt else valence.label
    return _("Valence: {what}. Key: ").format(what=said)


def _head(one: Item) -> str:
    """Where one is, and how far."""
    where = (
        safe(one.source.municipality_name),
        one.source.name,
        _("passage {number}").format(number=one.passage.number),
        _("{done} of {total} decided").format(done=one.progress.done, total=one.progress.passages),
    )
    head = f"── {' · '.join(where)} "
    return head + "─" * (width() - len(head))


def _fitted(before: list[str], after: list[str], room: int | None) -> tuple[list[str], list[str]]:
    """The context before and after, cut to this many lines; something of what came before always stays."""
    if room is None or len(before) + len(after) <= room:
        return _dim(before), _dim(after)
    for_before = max(1, min(len(before), max(room - len(after), (room + 1) // 2)))
    for_after = max(0, room - for_before)
    if for_before < len(before):
        before = ["  …" + before[-for_before][1:], *before[len(before) - for_before + 1 :]]
    if for_after < len(after):
        after = [*after[: for_after - 1], after[for_after - 1][: width() - 2] + " …"] if for_after else []
    return _dim(before), _dim(after)


def _context(line: Line, *, end: bool) -> list[str]:
    text = line.text
    if len(text) > _CONTEXT:
        text = f"… {text[-_CONTEXT:].split(' ', 1)[-1]}" if end else f"{text[:_CONTEXT].rsplit(' ', 1)[0]} …"
    said = f"{safe(line.speaker)}: {safe(text)}" if line.speaker else safe(text)
    return textwrap.wrap(said, width() - 2, initial_indent="  ", subsequent_indent="  ")


def _dim(rows: Sequence[str]) -> list[str]:
    return [click.style(row, dim=True) for row in rows]


def _passage(one: Item) -> list[str]:
    """The passage with a bar beside it, the words that carried suggestions underlined."""
    lead = f"{safe(one.passage.speaker)}: " if one.passage.speaker else ""
    whole = lead + safe(one.passage.text)
    carried = [each.place.shifted(len(lead)) for shown in one.shown for each in shown.suggestion.evidence]
    shown, at = [], 0
    for row in textwrap.wrap(whole, width() - 4, break_on_hyphens=False):
        start = whole.index(row, at)
        at = start + len(row)
        shown.append("▌ " + _underlined(whole, start, at, carried))
    return shown


def _underlined(text: str, start: int, end: int, places: Sequence[Place]) -> str:
    """The part of the text from start to end, with the places in it underlined."""
    marked = [any(place.start <= index < place.end for place in places) for index in range(start, end)]
    out, run = [], start
    for index in range(start, end + 1):
        if index == end or marked[index - start] != marked[run - start]:
            part = text[run:index]
            out.append(click.style(part, underline=True, bold=True) if run < end and marked[run - start] else part)
            run = index
    return "".join(out)


def _suggestions(
    one: Item, codes: Mapping[str, StoredCode], explained: Sequence[Explained], most: int | None
) -> list[str]:
    """What is suggested and why, with at most so many lines of grounds, then what this person has said already."""
    rows = []
    more = grounds(one.passage.text, explained, width() - len(_INDENT), most)
    for number, (shown, why, said) in enumerate(zip(one.shown, explained, more, strict=True), 1):
        rows += [*_suggested(number, shown, why, codes), *_dim([_INDENT + row for row in said])]
    if not rows and "suggest" not in one.source.consent:
        rows.append("  " + _("No suggestion: the consent does not cover it."))
    elif not rows:
        rows.append("  " + _("No suggestion."))
    for coding in one.codings:
        doubt = " ?" if coding.doubt else ""
        rows.append(f"  ✓  {_name(coding.code, codes)}  {coding.code} – {coding.valence.label}{doubt}")
    if one.decided and not one.codings:
        rows.append("  ✓  " + _("You decided here: no code."))
    return rows


def _suggested(number: int, shown: Shown, explained: Explained, codes: Mapping[str, StoredCode]) -> list[str]:
    suggestion = shown.suggestion
    name, low = _name(suggestion.code, codes), suggestion.level is Level.LOW
    called = name if low else click.style(name, bold=True)
    why = textwrap.shorten(reason(shown, explained), width() - len(_INDENT), placeholder=" …")
    rows = [f"  {number}  {called}  {suggestion.code}", _INDENT + why]
    return _dim(rows) if low else rows


def _name(code: str, codes: Mapping[str, StoredCode]) -> str:
    return safe(codes[code].name(language())) if code in codes else code
