"""Five municipalities with material and one without: every statement in one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.reports.field import add, code, see_all
from workbench.codebook import load
from workbench.model import FindingKind, SourceKind, Valence
from workbench.store import (
    Store,
    add_codebook,
    add_finding,
    add_municipality,
    municipalities,
    new_settings,
    stored_codes,
)

KUI = "kui-fire-fokusomraader"
VALENCES = {"b": Valence.BARRIER, "e": Valence.ENABLER, "r": Valence.RECOMMENDATION, "d": Valence.DESCRIPTION}
ROLES = {"S": "caseworker", "L": "manager", "U": "youth"}

MUNICIPALITIES = (
    ("Kvistsund", "Region Midtjylland", 38_000, "samlet enhed"),
    ("Brændlyng", "Region Syddanmark", 61_000, "netværk"),
    ("Ravnstrøm", "Region Hovedstaden", 92_000, "netværk"),
    ("Havrevig", "Region Nordjylland", 14_500, "ad hoc"),
    ("Gråskær", "Region Sjælland", 45_000, "samlet enhed"),
    ("Tjørnefjord", "Region Sjælland", 27_000, "ad hoc"),
)
NAMES = tuple(name for name, *_rest in MUNICIPALITIES)
REGIONS = tuple(region.removeprefix("Region ") for _name, region, *_rest in MUNICIPALITIES)

SAID = {
    "Brændlyng": """
        S1 plan.dobbelt b
        S2 plan.dobbelt b
        S3 plan e
        S1 guide.relation e
        S2 guide.relation e
        S3 guide.relation b
        S1 guide.tildeling r
        S2 guide.samspil e
        U  indgang.koordinering b
        S2 indgang e
    """,
    "Gråskær": """
        S1 plan.dobbelt b
        S2 plan.dobbelt b
        S3 plan.dobbelt e
        S1 plan.system r
        S1 guide.relation e
        S2 guide.relation e
        S3 guide.tildeling r
        S2 guide.samspil e
        U  indgang.koordinering b
    """,
    "Havrevig": """
        S1 plan e
        S1 guide.relation b
        S2 guide.relation b
        S3 guide.frivillig e
        S1 guide.tildeling r
        S2 guide.samspil b
        U  guide.relation e
        U  indgang.koordinering e
    """,
    "Kvistsund": """
        S1 plan e
        S2 plan e
        S3 plan.dobbelt b
        S1 guide.relation e
        S2 guide.rolle r
        S3 guide.tildeling r  I Kvistsund venter de et år på en guide.
        S1 sammen.ledelse b
        S2 sammen.ledelse b
        L  sammen.ledelse e
        U  indgang.koordinering b
    """,
    "Ravnstrøm": """
        S1 guide.relation b
        S2 guide.relation e
        S3 guide.relation b
        S1 guide.rolle r
        S2 guide.samspil b
        S1 sammen.sprog b
        S2 sammen.ledelse b
        S3 sammen.ledelse e
        U  indgang.koordinering b
        S1 indgang d
    """,
}


@dataclass(frozen=True)
class Line:
    """A statement as it is written above."""

    municipality: str
    speaker: str
    code: str
    valence: Valence
    words: str

    @property
    def area(self) -> str:
        return self.code.partition(".")[0]

    @property
    def person(self) -> str:
        return f"{self.municipality} {self.speaker}"


def lines() -> Iterator[Line]:
    number = 0
    for where, several in SAID.items():
        for line in several.strip().splitlines():
            number += 1
            speaker, what, way, *words = line.split(maxsplit=3)
            yield Line(where, speaker, what, VALENCES[way], *(words or [f"Det var nummer {number}, vi talte om."]))


def field_phase(folder: Path, among: Sequence[str] = tuple(SAID)) -> Store:
    """A project with all of it, coded and dealt with; who spoke in Gråskær is not to be quoted."""
    store = Store.create(folder, new_settings("Tværs", suggest_while_reviewing=False), person="Maja")
    with store.command("init") as command:
        add_codebook(command, load(KUI))
    for name, region, size, form in MUNICIPALITIES:
        with store.command("municipalities add") as command:
            add_municipality(command, name, region=region, size=size, organisation_form=form)
    where = {one.name: one.id for one in municipalities(store)}
    for name in among:
        own = [line for line in lines() if line.municipality == name]
        consent = frozenset({"suggest"} if name == "Gråskær" else {"quote"})
        for handle, kind, several in (
            ("gruppe", SourceKind.FOCUS_GROUP, [line for line in own if line.speaker != "U"]),
            ("ung", SourceKind.YOUTH_JOURNEY, [line for line in own if line.speaker == "U"]),
        ):
            source = add(
                store,
                where[name],
                f"{handle}-{name}",
                [(line.speaker, line.words) for line in several],
                {line.speaker: ROLES[line.speaker[0]] for line in several},
                kind=kind,
                consent=consent,
            )
            for turn, line in enumerate(several, start=1):
                code(store, source, turn, line.code, line.valence)
            see_all(store, source)
    return store


def wrote(
    store: Store, where: str | None, what: str, label: str, body: str = "", *, recommendation: bool = False
) -> None:
    """A finding about a municipality, by its name, or across all."""
    ids = {one.name: one.id for one in municipalities(store)}
    codes = {one.code: one.uuid for one in stored_codes(store, folders=True)}
    with store.command("report findings add") as command:
        add_finding(
            command,
            municipality=ids[where] if where else None,
            kind=FindingKind.RECOMMENDATION if recommendation else FindingKind.FINDING,
            code=codes[what],
            label=label,
            body=body,
        )
