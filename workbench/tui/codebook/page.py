"""A code as a page: what it is about, what belongs to it and what does not, and how it fares."""

from collections.abc import Callable, Mapping

from textual.content import Content

from workbench.codebook import Code, Codebook
from workbench.i18n import _, language, ngettext
from workbench.terminal import safe
from workbench.tui.codebook.facts import Fare, Use
from workbench.tui.codebook.outline import At
from workbench.workflow.quality import MEASURED, Counts

Part = tuple[str, str]
"""Text, made safe, and its style."""
EXAMPLES = 12
"""Examples shown at once; some codes have fifty."""


def code_page(code: Code, fare: Fare, name: Callable[[str], str]) -> Content:
    """Everything about one code; `name` says what another is called."""
    parts: list[Part] = [(safe(code.name(language())), "bold"), (f"  {safe(code.id)}\n", "$muted")]
    others = [text for spoken, text in code.names.items() if spoken != language() and text != code.name(language())]
    if others:
        parts.append((safe(" · ".join(others)) + "\n", "$muted"))
    parts.append((f"\n{safe(code.definition)}\n", ""))
    parts += _section(_("In this project"), _fares(code, fare))
    parts += _section(_("Belongs to it"), [f"+ {safe(one)}" for one in code.include])
    left_out: list[Part] = []
    for one in code.exclude:
        left_out.append((f"– {safe(one.text)}", ""))
        left_out.append((f" → {safe(_told(one.use, name))}\n" if one.use else "\n", "$muted"))
    if left_out:
        parts += [_heading(_("Does not belong to it")), *left_out]
    parts += _section(_("Examples"), [f"“{safe(one)}”" for one in reversed(code.examples[-EXAMPLES:])])
    if (more := len(code.examples) - EXAMPLES) > 0:
        parts.append((ngettext("and {n} more", "and {n} more", more).format(n=more) + "\n", "$muted"))
    parts += _section(_("Words that point to it"), [safe(", ".join(code.keywords))] if code.keywords else [])
    return Content.assemble(*parts)


def book_page(book: Codebook, uses: Mapping[At, Use]) -> Content:
    """A codebook as a page."""
    codes = sum(code.usable for code in book.codes)
    return Content.assemble(
        (safe(book.name(language())), "bold"),
        (f"  {safe(book.id)} {safe(book.version)}\n\n", "$muted"),
        ngettext("{n} focus area", "{n} focus areas", len(book.areas)).format(n=len(book.areas)) + " · ",
        ngettext("{n} code", "{n} codes", codes).format(n=codes) + " · ",
        statements_said(statements(book, uses)),
    )


def statements(book: Codebook, uses: Mapping[At, Use]) -> int:
    """How often the codes of a codebook were set."""
    return sum(uses.get((book.id, code.id), Use()).statements for code in book.areas)


def statements_said(n: int) -> str:
    """So many statements."""
    return ngettext("{n} statement", "{n} statements", n).format(n=n)


def share_said(answers: Counts) -> str:
    """How often this person agreed with what was suggested, where that can be said honestly."""
    if answers.share is None:
        return _("Precision: not measured yet ({n} of {of} decisions)").format(n=answers.decisions, of=MEASURED)
    return _("Precision: {share} % (yes, of {n} decisions)").format(
        share=round(answers.share * 100), n=answers.decisions
    )


def _fares(code: Code, fare: Fare) -> list[str]:
    if code.folder:
        return [_("A folder: it only holds other codes."), _used(fare.use)]
    return [
        _used(fare.use),
        share_said(fare.answers),
        *([_("Not suggested to you now: you said no too often.")] if fare.silenced else []),
        *([_("On the key {digit} in the transcript").format(digit=fare.pinned)] if fare.pinned else []),
        *([_("Retired: it cannot be set any more.")] if code.retired else []),
    ]


def _used(use: Use) -> str:
    said = statements_said(use.statements)
    if not use.municipalities:
        return said
    places = ngettext("{n} municipality", "{n} municipalities", use.municipalities).format(n=use.municipalities)
    return _("{statements} in {places}").format(statements=said, places=places)


def _told(use: str, name: Callable[[str], str]) -> str:
    called = name(use)
    return use if called == use else f"{called} ({use})"


def _heading(title: str) -> Part:
    return f"\n{title}\n", "$muted"


def _section(title: str, lines: list[str]) -> list[Part]:
    return [_heading(title), *((f"{line}\n", "") for line in lines)] if lines else []
