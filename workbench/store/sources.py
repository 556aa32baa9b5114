"""Sources: interviews and other material, with their revisions, turns and passages."""

from dataclasses import dataclass
from typing import Any

from workbench.danish import passages as cut_passages
from workbench.model import (
    CONSENT_SCOPES,
    Place,
    SourceKind,
    SpeakerProfile,
    TalkRole,
    Transcript,
    Transcription,
)
from workbench.store import texts
from workbench.store.events import Command, new_id
from workbench.store.people import participant_named
from workbench.store.project import Store
from workbench.store.rows import spoken


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it stands, with its newest revision."""

    id: str
    name: str
    title: str
    municipality: str
    """The municipality's id."""
    municipality_name: str
    kind: SourceKind
    transcription: Transcription
    month: str
    phase: str
    centre: str
    minutes: int | None
    lead_coder: str
    legal_basis: str
    consent: frozenset[str]
    erase_by: str
    revision: str
    turns: int
    passages: int
    """Passages of respondents: those that can be coded."""


@dataclass(frozen=True, slots=True)
class SaidPassage:
    """A passage with its words and who says them."""

    source: str
    revision: str
    number: int
    turn: int
    """1-based."""
    place: Place
    text: str
    speaker: str
    talk_role: TalkRole
    participant: str | None
    role: str
    age_group: str | None


_SOURCE = """
SELECT s.*, m.name AS municipality_name, r.id AS revision,
  (SELECT count(*) FROM turn t WHERE t.revision = r.id) AS turns,
  (SELECT count(*) FROM passage p JOIN turn t ON t.revision = p.revision AND t.number = p.turn
    JOIN speaker k ON k.id = t.speaker WHERE p.revision = r.id AND k.talk_role = 'respondent') AS passages
FROM source s JOIN municipality m ON m.id = s.municipality
JOIN revision r ON r.source = s.id AND r.number = (SELECT max(number) FROM revision WHERE source = s.id)
"""

_PASSAGE = """
SELECT r.source, p.revision, p.number, p.turn, p.start, p.end,
  substr(t.text, p.start - t.start + 1, p.end - p.start) AS text,
  k.label AS speaker, k.talk_role, k.participant, coalesce(a.role, '') AS role, a.age_group
FROM passage p JOIN turn t ON t.revision = p.revision AND t.number = p.turn
JOIN revision r ON r.id = p.revision JOIN speaker k ON k.id = t.speaker
LEFT JOIN participant a ON a.id = k.participant
"""


def sources(store: Store, *, municipality: str | None = None) -> list[Source]:
    """All sources, or those of one municipality (id), by municipality and name."""
    where = "" if municipality is None else " WHERE s.municipality = ?"
    given = () if municipality is None else (municipality,)
    return [_source(row) for row in store.query(f"{_SOURCE}{where} ORDER BY m.name, s.name, s.id", *given)]


def source(store: Store, id: str) -> Source:
    """One source. Raises KeyError."""
    found = store.query(f"{_SOURCE} WHERE s.id = ?", id)
    if not found:
        raise KeyError(id)
    return _source(found[0])


def source_with_text(store: Store, text: str, *, name: str | None = None) -> Source | None:
    """The source that holds exactly these words already, if any; with `name`, only the one of that handle."""
    found = store.query(
        "SELECT r.source FROM revision r JOIN source s ON s.id = r.source"
        " WHERE r.text = ? AND (? IS NULL OR s.name = ?) LIMIT 1",
        texts.address(text),
        name,
        name,
    )
    return source(store, found[0]["source"]) if found else None


def passages(
    store: Store,
    revision: str,
    *,
    respondents: bool = True,
    at: Place | None = None,
    between: tuple[int, int] | None = None,
) -> list[SaidPassage]:
    """The passages of a revision in order: what respondents say, or everything.

    Only those met at a place, if given, or `between` two numbers, both counted in.
    """
    given: list[int] = []
    where = [" AND k.talk_role = 'respondent'"] if respondents else []
    if between is not None:
        where.append(" AND p.number BETWEEN ? AND ?")
        given += between
    if at is not None:
        # Passages never overlap, so the first one met is the last that begins at or before the place.
        where.append(
            " AND p.end > ? AND p.start < ? AND p.start >= coalesce((SELECT max(b.start) FROM passage b"
            " WHERE b.revision = p.revision AND b.start <= ?), 0)"
        )
        given += [at.start, at.end, at.start]
    found = store.query(f"{_PASSAGE} WHERE p.revision = ?{''.join(where)} ORDER BY p.number", revision, *given)
    return [_passage(row) for row in found]


def passage(store: Store, revision: str, number: int) -> SaidPassage:
    """One passage. Raises KeyError."""
    found = store.query(f"{_PASSAGE} WHERE p.revision = ? AND p.number = ?", revision, number)
    if not found:
        raise KeyError((revision, number))
    return _passage(found[0])


def turns_around(store: Store, revision: str, turn: int, *, by: int = 1) -> list[dict[str, Any]]:
    """The turns up to `by` before and after: number, start, speaker, talk_role and text."""
    return store.query(
        "SELECT t.number, t.start, k.label AS speaker, k.talk_role, t.text"
        " FROM turn t JOIN speaker k ON k.id = t.speaker"
        " WHERE t.revision = ? AND t.number BETWEEN ? AND ? ORDER BY t.number",
        revision,
        turn - by,
        turn + by,
    )


def words(store: Store, revision: str, place: Place) -> str:
    """What is said at a place. Raises ValueError when it reaches past the text."""
    # Of the turn it stands in, where that is one: a long source takes longer to go through than all else that is done.
    met = store.query(
        "SELECT t.start, t.end, t.text FROM passage p JOIN turn t ON t.revision = p.revision AND t.number = p.turn"
        " WHERE p.revision = ? AND p.start <= ? ORDER BY p.start DESC LIMIT 1",
        revision,
        place.start,
    )
    if met and place.end <= met[0]["end"] and met[0]["text"] is not None:
        return place.shifted(-met[0]["start"]).of(met[0]["text"])
    found = store.query(
        "SELECT substr(x.content, ?, ?) AS said, length(x.content) AS length FROM revision r"
        " JOIN text x ON x.hash = r.text WHERE r.id = ?",
        place.start + 1,
        len(place),
        revision,
    )[0]
    if place.end > (found["length"] or 0):
        raise ValueError(f"[{place.start}, {place.end}) reaches past a text of {found['length'] or 0} code points")
    return str(found["said"])


def speakers(store: Store, source: str) -> dict[str, str]:
    """The speakers of a source (id): from label to the speaker's id, in order of label."""
    return {
        row["label"]: row["id"]
        for row in store.query("SELECT id, label FROM speaker WHERE source = ? ORDER BY label", source)
    }


def free_name(store: Store, name: str) -> str:
    """This handle, or the first `name-2`, `name-3` … that no source has."""
    taken = {row["name"] for row in store.query("SELECT name FROM source")}
    candidates = (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3)))
    return next(candidate for candidate in candidates if candidate not in taken)


def add_source(command: Command, transcript: Transcript, *, name: str, municipality: str) -> str:
    """Store a transcript: original, source, speakers, first revision with turns and passages.

    `name` is the handle it gets, `municipality` an id. Returns the source's id. Passages are fixed here and
    travel in the event, so that two coders on two machines decide on the same ones.
    """
    profile = transcript.profile
    source = new_id()
    command.add(
        "source",
        {
            "id": source,
            "municipality": municipality,
            "name": name,
            "title": profile.title or transcript.name,
            "kind": profile.kind.value,
            "transcription": profile.transcription.value,
            "month": profile.month,
            "phase": profile.phase,
            "centre": profile.centre,
            "minutes": profile.minutes,
            "lead_coder": profile.lead_coder or command.person,
            "legal_basis": profile.legal_basis,
            **{f"consent_{scope}": int(scope in profile.consent) for scope in CONSENT_SCOPES},
            "erase_by": profile.erase_by,
            "original": texts.keep_original(command.db, transcript.original),
        },
    )
    speakers = {
        label: _add_speaker(command, source, profile.speaker(label) or SpeakerProfile(label))
        for label in transcript.speakers
    }
    cut = cut_passages(transcript.text, transcript.turns)
    command.add(
        "revision",
        {
            "id": new_id(),
            "source": source,
            "number": 1,
            "text": texts.put(command.db, transcript.text),
            "base": None,
            "edits": None,
            **spoken(
                (speakers[turn.speaker], turn.place.start, turn.place.end, turn.from_seconds, turn.to_seconds)
                for turn in transcript.turns
            ),
            "passages": [[passage.turn + 1, passage.place.start, passage.place.end] for passage in cut],
        },
    )
    return source


def _add_speaker(command: Command, source: str, profile: SpeakerProfile) -> str:
    participant = None
    if profile.talk_role is TalkRole.RESPONDENT and profile.pseudonym:
        participant = participant_named(
            command,
            profile.pseudonym,
            role=profile.role,
            centre=profile.centre,
            age_group=profile.age_group.value if profile.age_group else None,
        )
    id = new_id()
    command.add(
        "speaker",
        {
            "id": id,
            "source": source,
            "label": profile.label,
            "participant": participant,
            "talk_role": profile.talk_role.value,
        },
    )
    return id


def _source(row: dict[str, Any]) -> Source:
    consent = frozenset(scope for scope in CONSENT_SCOPES if row[f"consent_{scope}"])
    plain = {field: row[field] for field in Source.__slots__ if field in row}
    return Source(
        **{
            **plain,
            "kind": SourceKind(row["kind"]),
            "transcription": Transcription(row["transcription"]),
            "consent": consent,
        }
    )


def _passage(row: dict[str, Any]) -> SaidPassage:
    fields = {**row, "place": Place(row["start"], row["end"]), "talk_role": TalkRole(row["talk_role"])}
    return SaidPassage(**{field: fields[field] for field in SaidPassage.__slots__})
