"""All recommendations in one table, by theme."""

from workbench.i18n import _
from workbench.reports.catalogue import words
from workbench.reports.catalogue.value import Asked, Catalogue
from workbench.reports.document import Cell, Section, Table, Tone, Words


def recommendations(catalogue: Catalogue) -> Section | None:
    """Those that people wrote come first; None where nobody recommended anything."""
    every = [one for theme in catalogue.themes for one in theme.recommendations] + [*catalogue.recommendations]
    written = tuple(one for one in every if one.spread is None)
    asked = tuple(one for one in every if one.spread is not None)
    tables = tuple(
        Table(
            head=(_("Recommendation"), _("Rests on")),
            rows=tuple(map(_row, several)),
            widths=(9.4, 6.6),
            caption=caption,
        )
        for several, caption in (
            (written, _("Recommendations across municipalities")),
            (asked, _("What the interviews ask for in several municipalities")),
        )
        if several
    )
    return Section("recommendations", _("All recommendations"), tables, new_page=True) if tables else None


def _row(one: Asked) -> tuple[Cell, ...]:
    said = one.recommendation
    told = [Words(said.label or said.body, Tone.STRONG)]
    if said.area and said.area not in said.label:
        told.append(Words(said.area, Tone.EVIDENCE))
    if said.label and said.body:
        told.append(Words(said.body))
    if said.criterion:
        told.append(Words(_("Met when: {criterion}").format(criterion=said.criterion), Tone.EVIDENCE))
    if said.owner:
        told.append(Words(_("Owner: {owner}").format(owner=said.owner), Tone.EVIDENCE))
    rests = words.rests_on(said.evidence, one.spread) if said.evidence else "–"
    return (Cell(tuple(told)), Cell.of(rests, Tone.EVIDENCE))
