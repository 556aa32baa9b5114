"""From what was gathered in all municipalities to the catalogue."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from workbench import __version__
from workbench.codebook import roles
from workbench.i18n import _, speaking
from workbench.journeys import journey_line
from workbench.model import FindingKind
from workbench.reports.catalogue.across import comparison, table, working
from workbench.reports.catalogue.field import Field, gather_field
from workbench.reports.catalogue.theme import Telling, theme
from workbench.reports.catalogue.value import Asked, Catalogue, TakingPart
from workbench.reports.chapters import Teller
from workbench.reports.knowledge import knowledge_base
from workbench.reports.perspectives import perspectives
from workbench.reports.practice import SHORT, CodeLine, Cover, Method
from workbench.store import Municipality, Store, statements

SMALL, LARGE = 30_000, 60_000
"""Inhabitants: below the first a municipality is small, from the second on large."""


def catalogue(store: Store, *, language: str, codebook: str | None = None) -> Catalogue:
    """The catalogue across all municipalities, by the themes of the project's codebook or of the one named.

    Raises what `gather_field` raises.
    """
    return compose_catalogue(gather_field(store, codebook), language)


def compose_catalogue(field: Field, language: str) -> Catalogue:
    """The catalogue that this material makes: pure, and the same every time."""
    joint, several = field.joint, field.municipalities
    with speaking(language):
        teller = Teller.of(joint, language, SHORT)
        by_place = table(teller, several)
        young = perspectives(teller)[1]
        forms = _grouped(several, lambda one: one.organisation_form)
        broadly = _broadly(teller)
        telling = Telling(field, teller, broadly, forms)
        areas = joint.codebook.areas
        themes = tuple(
            made
            for number, area in enumerate(areas)
            if (made := theme(telling, area, young.get(area.id), [row[number] for row in by_place.cells]))
        )
        spoken = [area for area in areas if any(quote.area == area.id for quote in joint.quotes)]
        general = [one for one in joint.written if not teller.stands_under(one)]
        return Catalogue(
            language=language,
            cover=_cover(field),
            municipalities=tuple(
                TakingPart(one.name, one.region, size_band(one.size), one.organisation_form) for one in several
            ),
            written=tuple(broadly.written(one) for one in general if one.kind is FindingKind.FINDING),
            knowledge=knowledge_base(teller),
            by_municipality=by_place,
            themes=themes,
            journeys=journey_line(joint.journeys, joint.k_youth),
            by_size=comparison(teller, _by_size(several), spoken),
            by_form=comparison(teller, forms, spoken),
            working=working(broadly, len(several)),
            recommendations=tuple(
                Asked(broadly.recommendation(one, "")) for one in general if one.kind is FindingKind.RECOMMENDATION
            ),
            method=_method(field, language),
            crosswalk=field.themes.through(field.said, language),
            codes=_codes(field, language),
        )


def size_band(inhabitants: int | None) -> str:
    """`30,000 to 60,000 inhabitants`; empty when unknown."""
    if not inhabitants:
        return ""
    if inhabitants < SMALL:
        return _("Under 30,000 inhabitants")
    return _("30,000 to 60,000 inhabitants") if inhabitants < LARGE else _("60,000 inhabitants and more")


def _broadly(teller: Teller) -> Teller:
    """The same with groups for roles: a role that is named gets its group's label, the others have a coarse one."""
    known = roles()
    named = {
        role: known.group_label(role, teller.language)
        for role, label in teller.labels.items()
        if role in known and label == known.label(role, teller.language)
    }
    return replace(teller, labels={**teller.labels, **named})


def _by_size(several: Sequence[Municipality]) -> dict[str, list[Municipality]]:
    """Municipalities by size band, the smallest first."""
    return _grouped(sorted(several, key=lambda one: one.size or 0), lambda one: size_band(one.size), ordered=True)


def _grouped(
    several: Sequence[Municipality], label: Callable[[Municipality], str], *, ordered: bool = False
) -> dict[str, list[Municipality]]:
    """By label, in the alphabet's order or in that of the municipalities; those without one are left out."""
    found: dict[str, list[Municipality]] = {}
    for one in several:
        if named := label(one):
            found.setdefault(named, []).append(one)
    return found if ordered else {named: found[named] for named in sorted(found)}


def _cover(field: Field) -> Cover:
    joint = field.joint
    return Cover(
        municipality="",
        project=joint.project,
        passages=joint.row.passages,
        dealt_with=joint.row.dealt_with,
        version=joint.events,
        data_date=joint.data_date,
    )


def _method(field: Field, language: str) -> Method:
    joint, coded = field.joint, field.themes.coded
    return Method(
        codebook=coded.name(language),
        version=coded.version,
        other_versions=tuple(version for version in joint.versions if version != coded.version),
        coders=joint.coders,
        agreed=joint.agreed,
        suggestions_decided=joint.decided,
        suggestions_accepted=joint.accepted,
        k_staff=joint.k_staff,
        k_youth=joint.k_youth,
        tool=__version__,
    )


def _codes(field: Field, language: str) -> tuple[CodeLine, ...]:
    return tuple(
        CodeLine(
            name=code.name(language),
            definition=code.definition,
            focus_area=code.level == 1,
            statements=statements([quote for quote in field.joint.quotes if quote.code == code.id]),
        )
        for code in field.joint.codebook.codes
        if not code.retired
    )
