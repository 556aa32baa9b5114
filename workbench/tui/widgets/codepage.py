"""A code as a page: what it is about, what belongs to it and what does not, and how it fares."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual.content import Content

from workbench.codebook import Code, Codebook
from workbench.i18n import _, language, ngettext
from workbench.terminal import safe
from workbench.workflow.quality import MEASURED, Counts

Part = tuple[str, str]
"""Text, made safe, and its style."""
EXAMPLES = 12
"""Examples shown at once; some codes have fifty."""


@dataclass(frozen=True, slots=True)
class Use:
    """How much a code is used, by what reports count."""

    statements: int = 0
    municipalities: int = 0


@dataclass(frozen=True, slots=True)
class Fare:
    """What is known of a code in this project."""

    use: Use
    answers: Counts
    """What this person said to its suggestions."""
    silenced: bool
    pinned: int
    """The digit it is on; 0 when it is on none."""


def code_page(code: Code, fare: Fare, name: Callable[[str], str]) -> Content:
    """Everything about one code; `name` says what another is called."""
    parts: list[Part] = [(safe(code.name(language())), "bold"), (f"  {safe(code.id)}\n", "$muted")]
    others = [text for spoken, text in code.names.items() if spoken != language() and text != code.name(language())]
    if others:
        parts.append((safe(" · ".join(others)) + "\n", "$muted"))
    parts.append((f"\n{safe(code.definition)}\n", ""))
    parts += [*_section(_("Belongs to it"), [(f"+ {safe(one)}\n", "") for one in code.include])]
    left_out: list[Part] = []
    for one in code.exclude:
        left_out.append((f"– {safe(one.text)}", ""))
        left_out.append((f" → {safe(_told(one.use, name))}\n" if one.use else "\n", "$muted"))
    parts += _section(_("Does not belong to it"), left_out)
    parts += _section(_("In this project"), [(f"{line}\n", "") for line in _fares(code, fare)])
    parts += _section(_("Examples"), [(f"{safe(one)}\n", "") for one in reversed(code.examples[-EXAMPLES:])])
    if (more := len(code.examples) - EXAMPLES) > 0:
        parts.append((ngettext("and {n} more", "and {n} more", more).format(n=more) + "\n", "$muted"))
    parts += _section(
        _("Words that point to it"), [(safe(", ".join(code.keywords)) + "\n", "")] if code.keywords else []
    )
    return Content.assemble(*parts)


def book_page(book: Codebook, uses: Mapping[str, Use]) -> Content:
    """A codebook as a page."""
    statements = sum(uses.get(code.id, Use()).statements for code in book.areas)
    return Content.assemble(
        (safe(book.name(language())), "bold"),
        (f"  {safe(book.id)} {safe(book.version)}\n\n", "$muted"),
        ngettext("{n} focus area", "{n} focus areas", len(book.areas)).format(n=len(book.areas)) + " · ",
        _codes(sum(code.usable for code in book.codes)) + " · " + _statements(statements),
    )


def share_said(answers: Counts) -> str:
    """How often this person agreed with what was suggested, where that can be said honestly."""
    if answers.share is None:
        return _("Precision: not measured yet ({n} of {of} decisions)").format(n=answers.decisions, of=MEASURED)
    return _("Precision: {share} % of {n} decisions were yes").format(
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
    said = _statements(use.statements)
    if not use.municipalities:
        return said
    places = ngettext("{n} municipality", "{n} municipalities", use.municipalities).format(n=use.municipalities)
    return _("{statements} in {places}").format(statements=said, places=places)


def _statements(n: int) -> str:
    return ngettext("{n} statement", "{n} statements", n).format(n=n)


def _codes(n: int) -> str:
    return ngettext("{n} code", "{n} codes", n).format(n=n)


def _told(use: str, name: Callable[[str], str]) -> str:
    called = name(use)
    return use if called == use else f"{called} ({use})"


def _section(title: str, parts: list[Part]) -> list[Part]:
    return [(f"\n{title}\n", "$muted"), *parts] if parts else []
