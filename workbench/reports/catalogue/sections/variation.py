"""What works in most municipalities, and what differs by their size and form of organisation."""

from collections.abc import Iterable

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.catalogue import texts, words
from workbench.reports.catalogue.value import Catalogue, Comparison
from workbench.reports.document import Block, Cell, Heading, Section, Table, Tone, Words

_WIDTH = 16.0
_FIRST = 4.0


def what_works(catalogue: Catalogue) -> Section | None:
    """None where nothing works in most municipalities."""
    if not catalogue.working:
        return None
    table = Table(
        head=(_("Sub-theme"), _("Mostly enablers in"), _("Enablers rest on")),
        rows=tuple(
            (
                Cell(
                    (
                        Words(one.name, Tone.STRONG),
                        *((Words(one.theme, Tone.EVIDENCE),) if one.theme and one.theme not in one.name else ()),
                    )
                ),
                Cell.of(words.heard_in(one.spread)),
                Cell.of(phrases.evidence(one.evidence), Tone.EVIDENCE),
            )
            for one in catalogue.working
        ),
        widths=(5.8, 4.2, 6.0),
    )
    note = Words(texts.working_note(), Tone.NOTE)
    return Section("variation", _("What works"), (table, note))


def differences(catalogue: Catalogue) -> Section | None:
    """None where no groups of municipalities can be compared."""
    blocks: list[Block] = []
    if catalogue.by_form:
        blocks += _table(_("By form of organisation"), catalogue.by_form)
    if catalogue.by_size:
        blocks += _table(_("By size"), catalogue.by_size)
    if not blocks:
        return None
    blocks.append(Words(texts.comparison_note(), Tone.NOTE))
    return Section("variation", _("Differences between municipalities"), tuple(blocks))


def _table(title: str, comparison: Comparison) -> Iterable[Block]:
    yield Heading(title)
    width = round((_WIDTH - _FIRST) / len(comparison.groups), 2)
    yield Table(
        head=(_("Theme"), *(words.group(label, number) for label, number in comparison.groups)),
        rows=tuple(
            (Cell.of(theme, Tone.STRONG), *(Cell.of(words.tendency(one)) for one in several))
            for theme, several in comparison.rows
        ),
        widths=(_FIRST, *(width for _group in comparison.groups)),
    )
    if comparison.left_out:
        names = ", ".join(phrases.uncapitalised(label) for label in comparison.left_out)
        yield Words(
            _("Not compared, because only one municipality belongs there: {names}.").format(names=names), Tone.NOTE
        )
