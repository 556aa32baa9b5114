"""What a transcript shows: the source that is open, and beside it what stands and what is suggested at the cursor."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.events import ScreenResume
from textual.timer import Timer

from workbench.i18n import _
from workbench.model import Coding, Place
from workbench.store import last_reviewed, most_used, sources
from workbench.tui.actions import bindings
from workbench.tui.coding.about import UNKNOWN, coded_here, noted_here, suggested_here
from workbench.tui.coding.actions import ACTIONS, TEXT
from workbench.tui.coding.marks import PLAIN
from workbench.tui.coding.material import OpenSource
from workbench.tui.coding.offer import Offer
from workbench.tui.coding.pins import filled
from workbench.tui.coding.why import Why, answer_why
from workbench.tui.screens.base import DeskScreen
from workbench.tui.transcript import (
    Coded,
    CursorMoved,
    Document,
    Mark,
    PlaceClicked,
    TranscriptView,
    marks,
)
from workbench.tui.widgets.beside import About, Beside
from workbench.tui.widgets.pin import DIGITS

WITHOUT_SOURCE = frozenset({"sources", "beside", "wider", "narrower"})
"""What can be done where no source is open."""


class SourceText(TranscriptView, inherit_bindings=False):
    """The view, with this screen's keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TEXT)]

    def codes_in(self, place: Place) -> frozenset[str]:
        """What is coded anywhere in a place."""
        return frozenset(one.code for _lane, one in self._sheet.lanes.within(place.start, place.end))


class Showing(DeskScreen):
    """The text and the pane beside it, kept in step with the cursor and the store."""

    WHY_AFTER: ClassVar[float] = 0.15
    """Seconds the cursor rests in a passage before it is worked out what speaks for its suggestions."""

    def __init__(self) -> None:
        super().__init__()
        self._open: OpenSource | None = None
        self._marks: dict[str, Mark] = {}
        self._next = PLAIN
        """What the next coding says beside its code."""
        self._last_code = ""
        self._hand = ""
        """Id of the coding that keys change."""
        self._offer = Offer()
        self._timer: Timer | None = None
        self._place = 0
        """Where the cursor was when that was written down last."""

    def title_said(self) -> str:
        if self._open is None:
            return _("Transcript")
        return f"{self._open.source.municipality_name} › {self._open.source.title or self._open.source.name}"

    @property
    def text(self) -> SourceText:
        return self.query_one(SourceText)

    @property
    def open_source(self) -> OpenSource:
        assert self._open is not None
        return self._open

    def on_screen_resume(self, event: ScreenResume) -> None:
        last = self.workbench.last
        if self._open is not None and (last.source, last.place) != (self._open.source.id, self._place):
            self._seen = (-1, "")  # somebody was sent here: another source, or another place in it

    def fill(self) -> None:
        last = self.workbench.last
        if self._open is None or self._open.source.id != last.source:
            self._begin()
        else:
            change = self._open.look_again(self.desk.store)
            if change.source:
                self._begin()
            elif change.codes:
                self._marks = marks(one.code for one in self.desk.codes)
                self.text.set_codings(map(self._coded, self._open.codings.values()))
            else:
                for id in change.gone:
                    self.text.remove_coding(id)
                for one in change.set:
                    self.text.add_coding(self._coded(one))
                if len(change.set) == 1:
                    self._hand = change.set[0].id
            if last.place != self._place:
                self._place = last.place
                self.text.go_to(last.place)
        self._look(always=True)

    def _begin(self) -> None:
        """Open the source where one was last, else the one that was reviewed last, else the first there is."""
        store, last = self.desk.store, self.workbench.last
        self._open = None
        for id in self._likely():
            with suppress(KeyError):
                self._open = OpenSource.read(store, id)
                break
        if self._open is None:
            self.text.show(Document("", ()))
            self.say(self.empty_said())
            return
        self._place = last.place if last.source == self._open.source.id else 0
        pinned = filled(last.pinned, self.desk.codes, most_used(store) if len(last.pinned) < DIGITS else ())
        self.workbench.last = last.at(source=self._open.source.id, place=self._place, pinned=pinned)
        self._marks = marks(one.code for one in self.desk.codes)
        codings = map(self._coded, self._open.codings.values())
        self.text.show(self._open.document, codings, self._open.passages, cursor=self._place)
        if "suggest" in self._open.source.consent:
            self.call_after_refresh(self.desk.learn)

    def _likely(self) -> Iterator[str]:
        """Ids of sources to begin with, the likeliest first."""
        if self.workbench.last.source:
            yield self.workbench.last.source
        known, revision = sources(self.desk.store), last_reviewed(self.desk.store)
        yield from (one.id for one in sorted(known, key=lambda one: one.revision != revision)[:1])

    def _coded(self, one: Coding) -> Coded:
        mark = self._marks.get(one.code, UNKNOWN)
        return Coded(one.id, one.place, one.code, mark.letter, mark.hue)

    def on_cursor_moved(self, message: CursorMoved) -> None:
        self._place = message.offset
        self.workbench.last = self.workbench.last.at(place=message.offset)
        self._look()

    def on_place_clicked(self, message: PlaceClicked) -> None:
        one = self.open_source.codings[message.codings[0]]
        if not one.place.start <= self.text.cursor < one.place.end:
            self.text.go_to(one.place)
        self._hand = one.id
        self._look()

    def _look(self, *, always: bool = False) -> None:
        """Say what is at the cursor; with `always` what is suggested there is read again."""
        if self._open is None:
            self.query_one(Beside).tell(About(), always=always)
            return
        here = self.text.codings_at(self.text.cursor)
        if self._hand not in {one.id for one in here}:
            self._hand = min(here, key=lambda one: len(one.place)).id if here else ""
        if always or self.text.passage != self._offer.passage:
            self._read_passage()
        number = self._offer.passage
        start = self._open.place(number).start if number is not None else 0
        self.text.highlight(one.shifted(start) for one in self._offer.evidence)
        self.query_one(Beside).tell(self._about([one.id for one in here]), always=always)

    def _read_passage(self) -> None:
        before, self._offer = self._offer, self._offered(self.text.passage).after(self._offer)
        if before.passage != self._offer.passage or before.codes != self._offer.codes:
            if self._timer is not None:
                self._timer.stop()
            if self._offer.shown:
                self._timer = self.set_timer(self.WHY_AFTER, self._ask_why)

    def _offered(self, number: int | None) -> Offer:
        """What is suggested for a passage."""
        if number is None:
            return Offer()
        opened, store = self.open_source, self.desk.store
        shown = opened.shown(store, number)
        coded = self.text.codes_in(opened.place(number)) if shown else ()
        return Offer(number, shown, opened.answered(store, number, coded) if shown else frozenset())

    def _about(self, here: list[str]) -> About:
        opened, name = self.open_source, self.desk.name
        return About(
            codings=coded_here(opened, [opened.codings[id] for id in here], self._marks, name, hand=self._hand),
            suggestions=suggested_here(self._offer, name),
            memos=noted_here(opened, self._offer.passage),
            next="" if self._next == PLAIN else self._next.said,
            pins=[name(code) for code in self.workbench.last.pinned],
        )

    def _ask_why(self) -> None:
        if self._open is not None and self._offer.passage is not None:
            asked = partial(
                answer_why, self, self.desk.root, self.desk.person, self._open.source.revision, self._offer.passage
            )
            self.run_worker(asked, thread=True, exclusive=True, group="why", exit_on_error=False)

    def on_why(self, message: Why) -> None:
        here = self._open.source.revision if self._open is not None else "", self._offer.passage
        if (message.revision, message.number) == here:
            self._offer = replace(self._offer, why=message.explained)
            self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What nothing can be done with goes on to whoever else wants the key."""
        if action == "unfind":
            return len(self.text.hits) > 0
        own = any(one.method == action for one in ACTIONS)
        return not own or self._open is not None or action in WITHOUT_SOURCE

    @property
    def _at_hand(self) -> Coding | None:
        return self._open.codings.get(self._hand) if self._open else None

    def _no_coding(self) -> None:
        self.say(_("There is no coding of yours at the cursor."))
