"""The source that is open: read whole once; after a change only what was changed is read again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workbench.model import Coding, Passage, Place
from workbench.store import (
    Memo,
    Shown,
    Source,
    Store,
    Target,
    TargetType,
    answered_codes,
    memos,
    newest_event,
    own_codings_in,
    passages_coded,
    source,
    spoken_text,
    suggestions,
    touched,
)
from workbench.tui.transcript import Document

WORDS = frozenset({"source", "speaker", "revision", "participant", "municipality"})
"""Tables that say what is shown of a source itself."""


@dataclass(slots=True)
class Change:
    """What is not as it was when the source was looked at last."""

    set: Sequence[Coding] = ()
    """New and changed codings."""
    gone: Sequence[str] = ()
    """Ids of codings that are not there any more."""
    codes: bool = False
    """Codes have other names or places in the codebook."""
    source: bool = False
    """The source itself is another: it is to be opened anew."""


@dataclass(slots=True)
class OpenSource:
    """A source with this person's codings and everybody's memos."""

    source: Source
    document: Document
    passages: Sequence[Passage]
    codings: dict[str, Coding]
    """By id."""
    seen: int
    """The newest event's clock when it was looked at last."""
    memos: dict[Target, list[Memo]] = field(default_factory=dict)
    _by_number: dict[int, Passage] = field(default_factory=dict)

    @classmethod
    def read(cls, store: Store, id: str) -> "OpenSource":
        """Open the source with this id. Raises KeyError."""
        seen = newest_event(store)
        about = source(store, id)
        said = spoken_text(store, about.revision)
        known = passages_coded(store, about.revision)
        one = cls(
            source=about,
            document=Document(said.text, said.turns, asking=said.asking),
            passages=known,
            codings={one.id: one for one in own_codings_in(store, about.revision)},
            seen=seen,
            _by_number={one.number: one for one in known},
        )
        one._read_memos(store)
        return one

    def look_again(self, store: Store) -> Change:
        """What was changed since, by whatever: here, on another screen, by another program."""
        since = touched(store, self.seen)
        self.seen = since.until
        tables = since.rows.keys()
        if tables & WORDS:
            return Change(source=True)
        if "memo" in tables:
            self._read_memos(store)
        change = Change(codes=bool(tables & {"codebook", "code"}))
        if ids := since.rows.get("coding"):
            change.set = own_codings_in(store, self.source.revision, ids=ids)
            here = {one.id: one for one in change.set}
            change.gone = [id for id in ids if id in self.codings and id not in here]
            for id in change.gone:
                del self.codings[id]
            self.codings.update(here)
        return change

    def place(self, passage: int) -> Place:
        """Where a passage stands. Raises KeyError for an interviewer's."""
        return self._by_number[passage].place

    def shown(self, store: Store, passage: int) -> list[Shown]:
        """What is suggested for a passage now."""
        return suggestions(store, self.source.revision, passage=passage).get(passage, [])

    def answered(self, store: Store, passage: int, coded: Iterable[str]) -> frozenset[str]:
        """Codes that need no answer in a passage any more: decided on, or `coded` somewhere in it."""
        return answered_codes(store, self.source.revision, passage).union(coded)

    def target(self, coding: str | None, passage: int | None) -> Target:
        """What a memo written here is on: the coding, else the passage, else the source."""
        if coding is not None:
            return Target(TargetType.CODING, coding)
        if passage is not None:
            return Target.passage(self.source.revision, passage)
        return Target(TargetType.SOURCE, self.source.id)

    def _read_memos(self, store: Store) -> None:
        self.memos = {}
        for one in memos(store, source=self.source.id):
            self.memos.setdefault(one.target, []).append(one)
