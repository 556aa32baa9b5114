"""How the catalogue begins: what it is, its themes in short, and who takes part."""

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.catalogue import texts, words
from workbench.reports.catalogue.value import Catalogue, Theme
from workbench.reports.document import Block, Cell, Place, Section, Table, Tone, Words
from workbench.reports.sections.blocks import written


def introduction(catalogue: Catalogue) -> Section:
    """Fixed words on what it is, a place for people's own, what they found across everything, the themes in short."""
    blocks: list[Block] = [Words(line) for line in texts.introduction()]
    blocks.append(Place("summary.opening", _("Write the catalogue's main message here, in a few lines.")))
    blocks += written(catalogue.written)
    if catalogue.themes:
        blocks.append(
            Table(
                head=(_("Theme"), _("What the material shows"), _("Rests on")),
                rows=tuple(map(_row, catalogue.themes)),
                widths=(3.4, 7.4, 5.2),
                caption=_("The themes in short"),
            )
        )
    return Section("summary", _("Introduction"), tuple(blocks))


def taking_part(catalogue: Catalogue) -> Section:
    """Region, size and form of organisation of every municipality."""
    table = Table(
        head=(_("Municipality"), _("Region"), _("Size"), _("Form of organisation")),
        rows=tuple(
            (
                Cell.of(one.name, Tone.STRONG),
                Cell.of(one.region or "–"),
                Cell.of(one.size or "–"),
                Cell.of(one.organisation_form or "–"),
            )
            for one in catalogue.municipalities
        ),
        widths=(3.6, 4.0, 4.6, 3.8),
    )
    return Section("summary", _("The municipalities that take part"), (table,))


def _row(theme: Theme) -> tuple[Cell, ...]:
    headline = theme.written[0].label or theme.written[0].body if theme.written else ""
    most = _("Heard most widely: {code}").format(code=theme.sub_themes[0].name) if theme.sub_themes else ""
    said = [Words(text) for text in (headline or most,) if text]
    if headline and most:
        said.append(Words(most, Tone.EVIDENCE))
    rests = [words.rests_on(theme.evidence, theme.pattern.said), phrases.balance(theme.valences)]
    return (
        Cell.of(theme.name, Tone.STRONG),
        Cell(tuple(said)),
        Cell(tuple(Words(text, Tone.EVIDENCE) for text in rests if text and theme.evidence.statements)),
    )
