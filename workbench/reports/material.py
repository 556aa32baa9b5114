"""Everything a practice report is made of, read from the store at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workbench.codebook import Codebook, roles
from workbench.coverage import MunicipalityRow, coverage, main_codebook, role_group
from workbench.errors import NotFoundError
from workbench.i18n import _
from workbench.model import AGREED, Finding, Journey, Verdict
from workbench.store import (
    Quote,
    Source,
    Store,
    current_codebooks,
    data_date,
    findings,
    journeys,
    quote_marks,
    quotes,
    sources,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who took part in one of the municipality's sources."""

    id: str
    """The participant; a speaker of one source where no participant is known."""
    role: str
    group: str
    age_group: str | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the store holds about one municipality."""

    row: MunicipalityRow
    """Its coverage by focus area."""
    project: str
    codebook: Codebook
    sources: tuple[Source, ...]
    people: tuple[Person, ...]
    thresholds: Mapping[str, int]
    """By source id, the smallest number of people its respondents may be counted from."""
    quotes: tuple[Quote, ...]
    """Of the counted layer and this codebook."""
    starred: frozenset[str]
    """Ids of codings."""
    approved: frozenset[str]
    """Ids of codings whose words somebody approved."""
    edited: Mapping[str, str]
    """Lightly edited words by coding id."""
    written: tuple[Finding, ...]
    """What people wrote: findings and recommendations."""
    decided: int
    accepted: int
    versions: tuple[str, ...]
    """Codebook versions the counted codings were made with."""
    coders: tuple[str, ...]
    """Whose codings count, or who agreed on those that do."""
    codings: int
    """How many codings count."""
    agreed: bool
    """Whether some of what counts was agreed between coders."""
    uncounted: int
    """Codings of people whose layer is not counted."""
    events: int
    first_date: datetime | None
    """Of the oldest event."""
    data_date: datetime | None
    """Of the newest."""
    purpose: str
    scope: str
    """What the project set out to do, and what lies outside it."""
    k_staff: int
    k_youth: int
    journeys: tuple[Journey, ...] = ()


def gather(store: Store, municipality: str) -> Gathered:
    """Everything about the municipality with this id. Raises NotFoundError when it or a codebook is missing."""
    chosen = main_codebook(store)
    if not chosen:
        raise NotFoundError(
            _("This project has no codebook to report by."), hint=_("Add one with: workbench codebooks add NAME")
        )
    try:
        row = coverage(store, codebook=chosen, municipality=municipality).row(municipality)
    except KeyError:
        raise NotFoundError(_("There is no municipality {id} in this project.").format(id=municipality)) from None
    codebook = next(one for one in current_codebooks(store) if one.id == chosen)
    said = quotes(store, municipality=municipality, counted=True)
    people, thresholds = _people(store, municipality)
    layers = store.query(
        "SELECT c.id, c.layer, c.codebook_version, s.id AS source FROM coding c JOIN code k ON k.id = c.code"
        " JOIN revision r ON r.id = c.revision JOIN source s ON s.id = r.source"
        " WHERE s.municipality = ? AND k.codebook = ?",
        municipality,
        chosen,
    )
    counted = {quote.id for quote in said}
    settled = {layer["source"] for layer in layers if layer["layer"] == AGREED}
    coders = {one["layer"] for one in layers if one["id"] in counted or one["source"] in settled} - {AGREED}
    marks = quote_marks(store)
    decisions = store.query(
        "SELECT d.verdict, count(*) AS number FROM decision d JOIN revision r ON r.id = d.revision"
        " JOIN source s ON s.id = r.source JOIN code k ON k.id = d.code"
        " WHERE s.municipality = ? AND k.codebook = ? GROUP BY d.verdict",
        municipality,
        chosen,
    )
    by_verdict = {Verdict(one["verdict"]): int(one["number"]) for one in decisions}
    return Gathered(
        row=row,
        project=store.settings.name,
        codebook=codebook,
        sources=tuple(sources(store, municipality=municipality)),
        people=people,
        thresholds=thresholds,
        quotes=tuple(quote for quote in said if quote.codebook == chosen),
        starred=frozenset(id for id in counted & marks.keys() if marks[id].starred),
        approved=frozenset(id for id in counted & marks.keys() if marks[id].approved_by),
        edited={id: edited for id in sorted(counted & marks.keys()) if (edited := marks[id].edited)},
        written=tuple(findings(store, municipality=municipality)),
        decided=sum(by_verdict.values()),
        accepted=sum(number for verdict, number in by_verdict.items() if verdict.positive),
        versions=tuple(sorted({one["codebook_version"] for one in layers if one["id"] in counted})),
        coders=tuple(sorted(coders)),
        codings=len(counted),
        agreed=bool(settled),
        uncounted=sum(one["id"] not in counted and one["source"] not in settled for one in layers),
        events=store.query("SELECT count(*) AS number FROM event")[0]["number"],
        first_date=data_date(store, first=True),
        data_date=data_date(store),
        purpose=store.settings.report_purpose,
        scope=store.settings.report_scope,
        k_staff=store.settings.k_staff,
        k_youth=store.settings.k_youth,
        journeys=tuple(one.told for one in journeys(store, municipality=municipality)),
    )


def _people(store: Store, municipality: str) -> tuple[tuple[Person, ...], dict[str, int]]:
    """Who took part, each once, and the threshold of every source: the stricter one where both could hold."""
    found = store.query(
        "SELECT k.source, coalesce(k.participant, k.id) AS id, coalesce(a.role, '') AS role, a.age_group"
        " FROM speaker k JOIN source s ON s.id = k.source LEFT JOIN participant a ON a.id = k.participant"
        " WHERE s.municipality = ? AND k.talk_role = 'respondent' ORDER BY s.name, k.label",
        municipality,
    )
    people = {row["id"]: Person(row["id"], row["role"], role_group(row["role"]), row["age_group"]) for row in found}
    thresholds: dict[str, int] = {}
    for row in found:
        k = _threshold(store, row["role"])
        thresholds[row["source"]] = max(thresholds.get(row["source"], 0), k)
    return tuple(people.values()), thresholds


def _threshold(store: Store, role: str) -> int:
    """The smallest number that holds for this role; the youths' for one that is not known."""
    known = roles()
    return store.settings.k_staff if role in known and known.k(role) == "staff" else store.settings.k_youth
