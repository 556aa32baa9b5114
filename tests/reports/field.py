"""A small field phase to report on: sources with known roles, and codings of whole turns."""

from collections.abc import Mapping, Sequence

from workbench.model import (
    AgeGroup,
    FindingKind,
    Place,
    SourceKind,
    SourceProfile,
    SpeakerProfile,
    TalkRole,
    Transcript,
    Transcription,
    Turn,
    Valence,
)
from workbench.store import (
    Source,
    Store,
    add_coding,
    add_finding,
    add_municipality,
    add_source,
    mark_seen,
    passages,
    source,
    stored_codes,
)
from workbench.store import sources as all_sources

Said = tuple[str, str]
"""Speaker and words."""


def municipality(store: Store, name: str = "Kvistsund", code: str = "991", themes: tuple[str, ...] = ()) -> str:
    with store.command("municipalities add") as command:
        return add_municipality(command, name, code=code, prioritised_themes=themes)


def add(
    store: Store,
    where: str,
    name: str,
    said: Sequence[Said],
    roles: Mapping[str, str],
    *,
    kind: SourceKind = SourceKind.FOCUS_GROUP,
    consent: frozenset[str] = frozenset({"quote"}),
    transcription: Transcription = Transcription.VERBATIM,
    month: str = "2026-03",
    minutes: int | None = 60,
    lead_coder: str = "",
    ages: Mapping[str, str] | None = None,
) -> Source:
    """A source; `roles` names the role of every speaker but the interviewer, who has none."""
    turns, start = [], 0
    for speaker, words in said:
        turns.append(Turn(speaker, Place(start, start + len(words))))
        start += len(words) + 1
    speakers = tuple(
        SpeakerProfile(
            speaker,
            pseudonym=f"{name} {speaker}" if roles[speaker] else "",
            role=roles[speaker],
            age_group=AgeGroup((ages or {})[speaker]) if speaker in (ages or {}) else None,
        )
        if speaker in roles
        else SpeakerProfile(speaker, talk_role=TalkRole.INTERVIEWER)
        for speaker in dict.fromkeys(speaker for speaker, _ in said)
    )
    transcript = Transcript(
        name=name,
        text="\n".join(words for _, words in said),
        turns=tuple(turns),
        profile=SourceProfile(
            title=name,
            kind=kind,
            transcription=transcription,
            month=month,
            minutes=minutes,
            lead_coder=lead_coder,
            consent=consent,
            speakers=speakers,
        ),
        original=name.encode(),
    )
    with store.command("import") as command:
        id = add_source(command, transcript, name=name, municipality=where)
    return source(store, id)


def code(
    store: Store,
    of: Source,
    turn: int,
    code: str,
    valence: Valence = Valence.DESCRIPTION,
    *,
    strength: int | None = None,
    contrary: bool = False,
    layer: str | None = None,
) -> str:
    """Code the first passage of a turn (from 1); returns the coding's id."""
    codes = {one.code: one for one in stored_codes(store)}
    passage = next(one for one in passages(store, of.revision) if one.turn == turn)
    with store.command("code") as command:
        return add_coding(
            command,
            revision=of.revision,
            place=passage.place,
            words=passage.text,
            code=codes[code],
            valence=valence,
            strength=strength,
            contrary=contrary,
            layer=layer,
        )


def see_all(store: Store, of: Source) -> None:
    """Deal with every passage of a source."""
    with store.command("review") as command:
        for passage in passages(store, of.revision):
            mark_seen(command, of.revision, passage.number)


def star(store: Store, coding: str, *, edited: str | None = None) -> None:
    with store.command("quotes star") as command:
        command.set("quote", {"id": f"quote of {coding}", "coding": coding, "starred": 1, "edited": edited})


def write_finding(
    store: Store,
    where: str,
    kind: FindingKind,
    *,
    code: str,
    label: str,
    body: str = "",
    codes: Sequence[str] = (),
    sources: Sequence[str] = (),
    criterion: str = "",
    owner: str = "",
) -> None:
    known = {one.code: one.uuid for one in stored_codes(store)}
    heard = {one.name: one.id for one in all_sources(store)}
    with store.command("report findings add") as command:
        add_finding(
            command,
            municipality=where,
            kind=kind,
            code=known[code],
            label=label,
            body=body,
            codes=[known[one] for one in codes],
            sources=[heard[one] for one in sources],
            success_criterion=criterion,
            owner=owner,
        )


BARRIER, ENABLER, WISH = Valence.BARRIER, Valence.ENABLER, Valence.RECOMMENDATION

STAFF = {
    "S1": "caseworker",
    "S2": "caseworker",
    "S3": "caseworker",
    "L": "manager",
    "G1": "youth_guide",
    "G2": "mentor",
}


def kvistsund(store: Store) -> str:
    """A focus group of six, and one youth journey; everything coded and dealt with. Returns the municipality."""
    where = municipality(store, themes=("plan.dobbelt",))
    group = add(
        store,
        where,
        "fg1",
        (
            ("Interviewer", "Hvordan går det med planen?"),
            ("S1", "Vi skriver det samme to steder, hver eneste gang."),
            ("S2", "Hos os ligger den kun ét sted nu."),
            ("L", "Jeg ser den aldrig selv."),
            ("G1", "Lad os få ét skema i stedet for tre."),
            ("S3", "Guiden er den eneste, de unge ringer til."),
            ("G2", "Og nogle gange er det mig."),
        ),
        STAFF,
    )
    journey = add(
        store,
        where,
        "rejse",
        (("Interviewer", "Og dig?"), ("Ung", "Jeg har fortalt det fire gange."), ("Ung", "Lone svarer altid.")),
        {"Ung": "youth"},
        kind=SourceKind.YOUTH_JOURNEY,
        month="2026-04",
        minutes=41,
        ages={"Ung": "15-24"},
    )
    code(store, group, 2, "plan.dobbelt", BARRIER)
    code(store, group, 3, "plan.dobbelt", ENABLER)
    code(store, group, 4, "plan")
    code(store, group, 5, "plan.dobbelt", WISH)
    code(store, group, 6, "guide", ENABLER)
    code(store, group, 7, "guide")
    code(store, journey, 2, "plan.dobbelt", BARRIER)
    code(store, journey, 3, "guide", ENABLER)
    see_all(store, group)
    see_all(store, journey)
    return where
