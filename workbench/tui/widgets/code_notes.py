"""What a code is about, as it stands beside a list or a passage."""

from collections.abc import Sequence

from textual.content import Content

from workbench.codebook import Code
from workbench.i18n import _
from workbench.terminal import safe
from workbench.tui.desk import Desk

EXAMPLES = 3
"""Examples shown at most; the codebook's screen has them all."""

Part = tuple[str, str]
"""Text, made safe, and its style."""


def code_notes(desk: Desk, code: str, why: Sequence[str] = ()) -> Content:
    """Name, definition, what belongs to the code and what does not, and some examples.

    `why` says, in sentences that are safe to show, why it is suggested.
    """
    known = next((book.code(code) for book in desk.codebooks if code in book), None)
    head = [(safe(desk.name(code)), "bold"), (f"  {safe(code)}\n", "$muted")]
    definition = [(safe(known.definition) + "\n", "")] if known else []
    more = _more(known) if known else []
    return Content.assemble(*head, *definition, *_section(_("Why it is suggested"), why), *more)


def _more(code: Code) -> list[Part]:
    parts = _section(_("Belongs to it"), [f"+ {safe(one)}" for one in code.include])
    parts += _section(_("Does not belong to it"), [f"– {safe(one.text)}" for one in code.exclude])
    return parts + _section(_("Examples"), [f"“{safe(one)}”" for one in code.examples[:EXAMPLES]])


def _section(title: str, lines: Sequence[str]) -> list[Part]:
    return [(f"\n{title}\n", "$muted"), ("\n".join(lines) + "\n", "")] if lines else []
