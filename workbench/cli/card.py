"""A passage as it is shown for review: in its context, with what is suggested and why.

Never colour alone: the passage has a bar beside it, the words that carried a code are underlined and repeated.
"""

import shutil
import textwrap
from collections.abc import Mapping

import click

from workbench.i18n import _, language, ngettext
from workbench.model import Place, Valence
from workbench.store import StoredCode
from workbench.terminal import safe
from workbench.workflow.review import Item, Line

_CONTEXT = 240
"""Code points of a turn shown as context; the end of the one before, the beginning of the one after."""


def card(one: Item, codes: Mapping[str, StoredCode], *, left: int | None = None) -> str:
    """The passage, what is around it, and what is suggested for it. `left` counts the undecided passages."""
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    where = f"{one.source.municipality_name} · {one.source.name} · " + _("passage {number}").format(
        number=one.passage.number
    )
    if left is not None:
        where += " · " + ngettext("{n} left", "{n} left", left).format(n=left)
    lines = ["", click.style(safe(where), bold=True), ""]
    for line in one.before:
        lines += _context(line, width, end=True)
    lines += _passage(one, width)
    for line in one.after:
        lines += _context(line, width, end=False)
    lines.append("")
    for number, shown in enumerate(one.shown, 1):
        lines.append(_suggested(number, shown.suggestion.code, codes, one, width))
    if not one.shown:
        lines.append("  " + _("No suggestion: the machine found nothing that it trusts."))
    for coding in one.codings:
        lines.append(f"  ✓  {coding.code} – {coding.valence.label}")
    return "\n".join(lines)


def keys(suggestions: int) -> str:
    """The keys that work now, in one line."""
    numbers = {0: "", 1: "1"}.get(suggestions, f"1-{suggestions}")
    parts = [
        *([f"[{numbers}] " + _("accept"), "[x] " + _("reject")] if suggestions else []),
        "[c] " + _("other code"),
        "[v] " + _("valence"),
        "[n] " + _("no code"),
        "[?] " + _("doubt"),
        "[Enter] " + _("later"),
        "[u] " + _("undo"),
        "[h] " + _("help"),
        "[q] " + _("stop"),
    ]
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    joined = "  ".join(part.replace(" ", "\u00a0") for part in parts)
    return "\n" + textwrap.fill(joined, width, break_long_words=False, break_on_hyphens=False).replace("\u00a0", " ")


def reminder(valence: Valence, doubt: bool) -> str:
    """What the next coding will be, shown where the key is typed."""
    return f"{valence.label}{' ?' if doubt else ''} > "


def _context(line: Line, width: int, *, end: bool) -> list[str]:
    text = line.text
    if len(text) > _CONTEXT:
        text = f"… {text[-_CONTEXT:].split(' ', 1)[-1]}" if end else f"{text[:_CONTEXT].rsplit(' ', 1)[0]} …"
    said = f"{safe(line.speaker)}: {safe(text)}" if line.speaker else safe(text)
    return [
        click.style(row, dim=True)
        for row in textwrap.wrap(said, width - 2, initial_indent="  ", subsequent_indent="  ")
    ]


def _passage(one: Item, width: int) -> list[str]:
    """The passage with a bar beside it, the words that carried suggestions underlined."""
    text = safe(one.passage.text)
    carried = [each.place for shown in one.shown for each in shown.suggestion.evidence]
    lead = f"{safe(one.passage.speaker)}: " if one.passage.speaker else ""
    rows = textwrap.wrap(lead + text, width - 4, break_on_hyphens=False, drop_whitespace=True)
    shown, at = [], 0
    whole = lead + text
    for row in rows:
        start = whole.index(row, at)
        at = start + len(row)
        shown.append("▌ " + _underlined(whole, start, at, [place.shifted(len(lead)) for place in carried]))
    return ["", *shown, ""]


def _underlined(text: str, start: int, end: int, places: list[Place]) -> str:
    marked = [any(place.start <= index < place.end for place in places) for index in range(start, end)]
    out, run = [], start
    for index in range(start, end + 1):
        if index == end or marked[index - start] != marked[run - start]:
            part = text[run:index]
            out.append(click.style(part, underline=True, bold=True) if run < end and marked[run - start] else part)
            run = index
    return "".join(out)


def _suggested(number: int, code: str, codes: Mapping[str, StoredCode], one: Item, width: int) -> str:
    suggestion = one.shown[number - 1].suggestion
    why = ", ".join(f"“{safe(each.text)}”" for each in suggestion.evidence[:4]) or _("weak evidence")
    name = codes[code].name(language()) if code in codes else ""
    head = f"  {number}  {click.style(name, bold=True)}  {code}"
    return f"{head}\n     {suggestion.level.label} · {why}"
