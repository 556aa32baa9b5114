"""Everything the catalogue is made of, read from the store at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.codebook import roles
from workbench.coverage import Cell, Lack, MunicipalityRow
from workbench.errors import ProtectedError, WorkbenchError
from workbench.i18n import _
from workbench.model import Finding, FindingKind
from workbench.reports.catalogue.names import PlaceNames
from workbench.reports.catalogue.themes import Themes
from workbench.reports.material import Gathered, gather
from workbench.store import (
    Municipality,
    Quote,
    Store,
    current_codebooks,
    findings,
    municipalities,
    quotes,
    sources,
    statements,
)

FEWEST = 3
"""Municipalities a catalogue is made of: with two, each could tell what was said in the other."""


@dataclass(frozen=True, slots=True)
class Field:
    """What was gathered in all municipalities, and what was made of it."""

    themes: Themes
    parts: tuple[Gathered, ...]
    """By municipality, in the order of their names: those with material, as coded."""
    joint: Gathered
    """As if it came from one municipality, under the catalogue's themes; what names a place may not be quoted."""
    said: tuple[Quote, ...]
    """As coded, before it was read under the themes."""
    findings: Mapping[str, tuple[Finding, ...]]
    """What people wrote of one municipality, by its id."""
    names: PlaceNames
    telling: tuple[str, ...]
    """First eight characters of the ids of codings that could be quoted, did they not name a municipality."""
    silent: tuple[str, ...]
    """Names of municipalities without material."""

    @property
    def municipalities(self) -> tuple[Municipality, ...]:
        """Those that take part."""
        return tuple(part.row.municipality for part in self.parts)


def gather_field(store: Store, codebook: str | None = None) -> Field:
    """Everything about all municipalities, to be told by the themes of the codebook with this id.

    Raises NotFoundError when there is no such codebook, WorkbenchError when nothing has been brought in yet,
    ProtectedError with material from fewer than three municipalities.
    """
    every = municipalities(store)
    with_material = {source.municipality for source in sources(store)}
    parts = tuple(gather(store, one.id) for one in every if one.id in with_material)
    _protect(parts)
    coded = parts[0].codebook
    themes = Themes.of(codebook, coded, current_codebooks(store))
    names = PlaceNames.of(every)
    said = tuple(quotes(store, counted=True))
    joint = _joint(parts, themes, themes.read(said), findings(store, across=True), store.settings.thin_below)
    telling = {
        quote.id for quote in joint.quotes if quote.may_quote and names.among(joint.edited.get(quote.id, quote.text))
    }
    hidden = tuple(quote._replace(may_quote=False) if quote.id in telling else quote for quote in joint.quotes)
    return Field(
        themes=themes,
        parts=parts,
        joint=replace(joint, quotes=hidden),
        said=said,
        findings={
            part.row.municipality.id: tuple(
                themes.written(one)
                for one in findings(store, municipality=part.row.municipality.id, kind=FindingKind.FINDING)
            )
            for part in parts
        },
        names=names,
        telling=tuple(sorted(id[:8] for id in telling)),
        silent=tuple(one.name for one in every if one.id not in with_material),
    )


def _protect(parts: Sequence[Gathered]) -> None:
    if not parts:
        raise WorkbenchError(
            _("There is nothing to report on yet."), hint=_("Bring transcripts in with: workbench import FILE")
        )
    if len(parts) < FEWEST:
        raise ProtectedError(
            _("A catalogue needs material from at least {n} municipalities; there is material from {found}.").format(
                n=FEWEST, found=len(parts)
            ),
            hint=_("With fewer, each could tell what was said in the other. Write their practice reports instead."),
        )


def _joint(
    parts: Sequence[Gathered], themes: Themes, said: tuple[Quote, ...], across: Sequence[Finding], thin_below: int
) -> Gathered:
    first = parts[0]
    return Gathered(
        row=_row(parts, themes, said, thin_below),
        project=first.project,
        codebook=themes.book,
        sources=tuple(source for part in parts for source in part.sources),
        people=tuple({person.id: person for part in parts for person in part.people}.values()),
        thresholds={id: k for part in parts for id, k in part.thresholds.items()},
        quotes=said,
        starred=frozenset().union(*(part.starred for part in parts)),
        approved=frozenset().union(*(part.approved for part in parts)),
        edited={id: text for part in parts for id, text in part.edited.items()},
        written=tuple(map(themes.written, across)),
        decided=sum(part.decided for part in parts),
        accepted=sum(part.accepted for part in parts),
        versions=tuple(sorted({version for part in parts for version in part.versions})),
        coders=tuple(sorted({coder for part in parts for coder in part.coders})),
        codings=sum(part.codings for part in parts),
        agreed=any(part.agreed for part in parts),
        uncounted=sum(part.uncounted for part in parts),
        events=first.events,
        first_date=first.first_date,
        data_date=first.data_date,
        purpose=first.purpose,
        scope=first.scope,
        k_staff=first.k_staff,
        k_youth=first.k_youth,
        journeys=tuple(journey for part in parts for journey in part.journeys),
    )


def _row(parts: Sequence[Gathered], themes: Themes, said: Sequence[Quote], thin_below: int) -> MunicipalityRow:
    """Coverage of the themes as if all municipalities were one."""
    return MunicipalityRow(
        municipality=Municipality(id="", code="", name=""),
        sources=sum(part.row.sources for part in parts),
        passages=sum(part.row.passages for part in parts),
        dealt_with=sum(part.row.dealt_with for part in parts),
        cells=tuple(
            _cell(area.id, [quote for quote in said if quote.area == area.id], thin_below) for area in themes.book.areas
        ),
    )


def _cell(area: str, said: Sequence[Quote], thin_below: int) -> Cell:
    known = roles()
    heard = {known.group(quote.role).id for quote in said if quote.role in known}
    number = statements(list(said))
    behind = len({quote.source_id for quote in said})
    groups = tuple(group.id for group in known.groups if group.id in heard)
    lacks = (
        (Lack.STATEMENTS, number < thin_below),
        (Lack.SOURCES, behind < 2),
        (Lack.ROLES, len(groups) < 2),
    )
    return Cell(area, number, behind, groups, tuple(lack for lack, true in lacks if number and true))
