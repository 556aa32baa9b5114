"""Appendices: the codebook whose themes are the chapters, and the crosswalk that leads to it."""

from collections.abc import Iterator

from workbench.i18n import _
from workbench.reports.catalogue.value import Catalogue, ThroughCrosswalk
from workbench.reports.document import Cell, Section, Table, Tone


def appendices(catalogue: Catalogue) -> Iterator[Section]:
    """Lettered in order."""
    yield _codebook(catalogue)
    if catalogue.crosswalk:
        yield _crosswalk(catalogue.crosswalk, catalogue.method.codebook)


def _codebook(catalogue: Catalogue) -> Section:
    rows = tuple(
        (
            Cell.of(one.name, Tone.STRONG if one.focus_area else Tone.BODY),
            Cell.of(one.definition),
            Cell.of(str(one.statements) if one.statements else "–"),
        )
        for one in catalogue.codes
    )
    name = catalogue.crosswalk.themes if catalogue.crosswalk else catalogue.method.codebook
    table = Table((_("Code"), _("Definition"), _("Statements")), rows, (4.4, 9.2, 2.4), caption=name)
    return Section("appendices", _title("A", _("The codebook")), (table,), new_page=True)


def _crosswalk(through: ThroughCrosswalk, coded: str) -> Section:
    rows = (
        *((name, ", ".join(leads)) for name, leads in through.leads),
        *((name, "–") for name, _number in through.unmapped),
    )
    table = Table(
        (coded, through.themes),
        tuple((Cell.of(name, Tone.STRONG), Cell.of(leads)) for name, leads in rows),
        (6.4, 9.6),
    )
    return Section("appendices", _title("B", _("The crosswalk")), (table,))


def _title(letter: str, name: str) -> str:
    return _("Appendix {letter}: {name}").format(letter=letter, name=name)
