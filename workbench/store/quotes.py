"""Quotes: codings with their words and where they come from.

One query serves quotes, coverage and reports. A code can have thousands, so the query reads only what differs from
coding to coding: speakers and codes are few and looked up beside it, and the words are cut from the turn, because
finding code point 40,000 of an interview 4,000 times would take longer than everything else.
"""

from collections.abc import Collection
from operator import attrgetter
from typing import Any, NamedTuple

from workbench.model import AGREED, Place, Transcription, Valence
from workbench.store import rows
from workbench.store.connection import translated
from workbench.store.project import Store


class Quote(NamedTuple):
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

    @property
    def person(self) -> str:
        """Who says it: the participant, else the speaker of that source."""
        return self.participant or f"{self.source_id} {self.speaker}"


class Context(NamedTuple):
    """What is said around a quote, turn by turn: number, start, speaker, talk_role and text."""

    before: list[dict[str, Any]]
    said: list[dict[str, Any]]
    """The turns it lies in, whole."""
    after: list[dict[str, Any]]


_CODING = """
SELECT c.id, c.layer, c.code, c.valence, c.strength, c.doubt, c.contrary, c.suggestion IS NOT NULL,
  substr(t.text, c.start - t.start + 1, c.end - c.start), c.start, c.end, t.end, c.revision, p.turn, p.number,
  t.from_seconds, t.speaker
FROM coding c
JOIN passage p ON p.revision = c.revision AND p.number = (SELECT b.number FROM passage b
  WHERE b.revision = c.revision AND b.start <= c.start ORDER BY b.start DESC LIMIT 1)
JOIN turn t ON t.revision = p.revision AND t.number = p.turn
"""

_SPEAKER = """
SELECT sp.id, s.name, s.id, m.name, m.id, s.transcription, s.consent_quote, sp.label, sp.participant,
  coalesce(a.role, ''), a.age_group,
  CASE WHEN EXISTS (SELECT 1 FROM coding x JOIN revision y ON y.id = x.revision
    WHERE y.source = s.id AND x.layer = ?) THEN ? ELSE s.lead_coder END
FROM speaker sp JOIN source s ON s.id = sp.source JOIN municipality m ON m.id = s.municipality
LEFT JOIN participant a ON a.id = sp.participant
"""

_ORDER = attrgetter("municipality", "source", "place.start", "place.end", "code", "valence", "layer")
_VALENCES = {valence.value: valence for valence in Valence}


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
    ids: Collection[str] | None = None,
    at: Place | None = None,
) -> list[Quote]:
    """Codings with their words, by municipality, source and place.

    `code` is a code's id in its codebook, a focus area with its sub-codes; `municipality` and `source` are ids, and
    `ids` those of codings; `at` keeps those that touch a place.
    `counted` keeps the layer that reports count: the agreed one where a source has it, else its lead coder's.
    """
    speakers = _speakers(store, ids, municipality=municipality, source=source, role=role, age_group=age_group)
    codes = {
        id: known
        for id, *known in store.db.execute(
            "SELECT k.id, k.code, k.codebook, coalesce(a.code, k.code) FROM code k LEFT JOIN code a ON a.id = k.parent"
        )
    }
    where, given = [], []
    if code is not None:
        chosen = [id for id, (own, _, area) in codes.items() if code in (own, area)]
        where.append(f"c.code IN ({', '.join('?' * len(chosen))})")
        given += chosen
    if source is not None:
        where.append("c.revision IN (SELECT id FROM revision WHERE source = ?)")
        given.append(source)
    if ids is not None:
        where.append("c.id IN (SELECT value FROM json_each(?))")
        given.append(rows.dump(list(ids)))
    if at is not None:
        where.append("c.start < ? AND c.end > ?")
        given += [at.end, at.start]
    for column, value in (("c.valence", valence.value if valence else None), ("c.layer", layer)):
        if value is not None:
            where.append(f"{column} = ?")
            given.append(value)
    found = []
    with translated():
        for row in store.db.execute(_CODING + (f" WHERE {' AND '.join(where)}" if where else ""), given):
            (id, by, of, value, strength, doubt, contrary, suggested, text, start, end, turn_end, revision, turn,
             passage, seconds, said_by) = row  # fmt: skip
            if (known := speakers.get(said_by)) is None:
                continue
            counts, who = known
            if counted and by != counts:
                continue
            if end > turn_end:
                text = _words(store, revision, start, end)
            told = (
                id, by, *codes[of], _VALENCES[value], strength, doubt == 1, contrary == 1, suggested == 1, text or "",
                Place(start, end), revision, turn, passage, seconds, *who,
            )  # fmt: skip
            found.append(Quote._make(told))
    found.sort(key=_ORDER)
    return found


def statements(found: list[Quote]) -> int:
    """How many statements these are: distinct passage, code and valence."""
    return len({(quote.revision, quote.passage, quote.code, quote.valence) for quote in found})


def quotes_beginning(store: Store, id: str) -> list[str]:
    """The ids of all codings that begin like this."""
    # As a range, the index of ids answers; 'g' comes after every digit of an id.
    found = store.query("SELECT id FROM coding WHERE id >= ? AND id < ? ORDER BY id", id, id + "g")
    return [row["id"] for row in found]


def context(store: Store, quote: Quote, *, by: int = 3) -> Context:
    """The turns a quote lies in, and up to `by` turns before and after them."""
    turns = store.query(
        "SELECT t.number, t.start, k.label AS speaker, k.talk_role, t.text"
        " FROM turn t JOIN speaker k ON k.id = t.speaker WHERE t.revision = ? AND t.number BETWEEN ?"
        " AND ? + (SELECT max(number) FROM turn WHERE revision = ? AND start < ?) ORDER BY t.number",
        quote.revision,
        quote.turn - by,
        by,
        quote.revision,
        quote.place.end,
    )
    before = [turn for turn in turns if turn["number"] < quote.turn]
    said = [turn for turn in turns if turn["number"] >= quote.turn and turn["start"] < quote.place.end]
    return Context(before, said, turns[len(before) + len(said) :])


def _speakers(
    store: Store, ids: Collection[str] | None, **wanted: str | None
) -> dict[str, tuple[str, tuple[Any, ...]]]:
    """From speaker to the layer that is counted in their source, and what a quote tells of them, in its order.

    With the `ids` of codings, of their sources only.
    """
    columns = {"municipality": "m.id", "source": "s.id", "role": "a.role", "age_group": "a.age_group"}
    given = {columns[name]: value for name, value in wanted.items() if value is not None}
    where = [f"{column} = ?" for column in given]
    if ids is not None:
        where.append(
            "s.id IN (SELECT y.source FROM json_each(?) w JOIN coding x ON x.id = w.value"
            " JOIN revision y ON y.id = x.revision)"
        )
        given["ids"] = rows.dump(list(ids))
    clause = f" WHERE {' AND '.join(where)}" if where else ""
    speakers = {}
    with translated():
        for row in store.db.execute(_SPEAKER + clause, [AGREED, AGREED, *given.values()]):
            id, name, source, municipality, municipality_id, how, consent, label, participant, role, age, layer = row
            transcription = Transcription(how)
            may_quote = bool(consent) and transcription is Transcription.VERBATIM
            about = (
                name,
                source,
                municipality,
                municipality_id,
                transcription,
                may_quote,
                label,
                participant,
                role,
                age,
            )
            speakers[id] = (layer, about)
    return speakers


def _words(store: Store, revision: str, start: int, end: int) -> str:
    """The words of a coding that goes on past its turn; empty when they were erased."""
    found = store.db.execute(
        "SELECT substr(x.content, ?, ?) FROM revision r JOIN text x ON x.hash = r.text WHERE r.id = ?",
        [start + 1, end - start, revision],
    )
    return str(found.fetchone()[0] or "")
