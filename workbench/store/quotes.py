"""Quotes: codings with their words and where they come from.

One query serves quotes, coverage and reports. The words are cut from the turn, not from the whole text: finding
code point 40,000 of an interview 4,000 times would take longer than everything else.
"""

from dataclasses import dataclass
from typing import Any

from workbench.model import AGREED, Place, Transcription, Valence
from workbench.store import texts
from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, under a code."""

    id: str
    """The coding's id."""
    layer: str
    code: str
    codebook: str
    area: str
    valence: Valence
    strength: int | None
    doubt: bool
    contrary: bool
    suggested: bool
    """It began as a suggestion."""
    text: str
    place: Place
    revision: str
    turn: int
    passage: int
    """Number of the passage in which it begins."""
    seconds: float | None
    """Where its turn begins in the audio."""
    source: str
    """Handle."""
    source_id: str
    municipality: str
    """Name."""
    municipality_id: str
    transcription: Transcription
    may_quote: bool
    """The consent covers quoting, and the words are the speaker's own."""
    speaker: str
    participant: str | None
    role: str
    age_group: str | None


_QUOTE = """
SELECT c.id, c.layer, k.code, k.codebook, coalesce(a.code, k.code) AS area, c.valence, c.strength, c.doubt,
  c.contrary, c.suggestion IS NOT NULL AS suggested,
  substr(t.text, c.start - t.start + 1, c.end - c.start) AS text, c.start, c.end, t.end AS turn_end,
  c.revision, r.text AS whole, t.number AS turn, t.from_seconds AS seconds,
  (SELECT max(p.number) FROM passage p WHERE p.revision = c.revision AND p.start <= c.start) AS passage,
  s.name AS source, s.id AS source_id, m.name AS municipality, m.id AS municipality_id, s.transcription,
  s.consent_quote, sp.label AS speaker, sp.participant, coalesce(pa.role, '') AS role, pa.age_group
FROM coding c
JOIN code k ON k.id = c.code LEFT JOIN code a ON a.id = k.parent
JOIN revision r ON r.id = c.revision JOIN source s ON s.id = r.source
JOIN municipality m ON m.id = s.municipality
JOIN turn t ON t.revision = c.revision
  AND t.start = (SELECT max(u.start) FROM turn u WHERE u.revision = c.revision AND u.start <= c.start)
JOIN speaker sp ON sp.id = t.speaker LEFT JOIN participant pa ON pa.id = sp.participant
"""


def quotes(
    store: Store,
    *,
    code: str | None = None,
    municipality: str | None = None,
    source: str | None = None,
    valence: Valence | None = None,
    role: str | None = None,
    age_group: str | None = None,
    layer: str | None = None,
    counted: bool = False,
) -> list[Quote]:
    """Codings with their words, by municipality, source and place.

    `code` is a code's id in its codebook, a focus area with its sub-codes; `municipality` and `source` are ids.
    `counted` keeps the layer that reports count: the agreed one where a source has it, else its lead coder's.
    """
    where, given = [], []
    if code is not None:
        # The codings of a code are found through its index: with an OR here the planner reads every coding.
        where.append(
            "c.code IN (SELECT id FROM code WHERE code = ? UNION SELECT b.id FROM code b"
            " JOIN code p ON p.id = b.parent WHERE p.code = ?)"
        )
        given += [code, code]
    for column, value in (
        ("s.municipality", municipality),
        ("s.id", source),
        ("c.valence", valence.value if valence else None),
        ("pa.role", role),
        ("pa.age_group", age_group),
        ("c.layer", layer),
    ):
        if value is not None:
            where.append(f"{column} = ?")
            given.append(value)
    if counted:
        where.append(
            "c.layer = CASE WHEN EXISTS (SELECT 1 FROM coding x JOIN revision y ON y.id = x.revision"
            " WHERE y.source = s.id AND x.layer = ?) THEN ? ELSE s.lead_coder END"
        )
        given += [AGREED, AGREED]
    clause = f" WHERE {' AND '.join(where)}" if where else ""
    found = store.query(f"{_QUOTE}{clause} ORDER BY m.name, s.name, c.start, c.end, k.position, c.valence", *given)
    return [_quote(store, row) for row in found]


def statements(found: list[Quote]) -> int:
    """How many statements these are: distinct passage, code and valence."""
    return len({(quote.revision, quote.passage, quote.code, quote.valence) for quote in found})


def _quote(store: Store, row: dict[str, Any]) -> Quote:
    transcription = Transcription(row["transcription"])
    text = row["text"] or ""
    if row["end"] > row["turn_end"]:
        text = texts.get(store.db, row["whole"])[row["start"] : row["end"]]
    return Quote(
        id=row["id"],
        layer=row["layer"],
        code=row["code"],
        codebook=row["codebook"],
        area=row["area"],
        valence=Valence(row["valence"]),
        strength=row["strength"],
        doubt=bool(row["doubt"]),
        contrary=bool(row["contrary"]),
        suggested=bool(row["suggested"]),
        text=text,
        place=Place(row["start"], row["end"]),
        revision=row["revision"],
        turn=row["turn"],
        passage=row["passage"],
        seconds=row["seconds"],
        source=row["source"],
        source_id=row["source_id"],
        municipality=row["municipality"],
        municipality_id=row["municipality_id"],
        transcription=transcription,
        may_quote=bool(row["consent_quote"]) and transcription is Transcription.VERBATIM,
        speaker=row["speaker"],
        participant=row["participant"],
        role=row["role"],
        age_group=row["age_group"],
    )
