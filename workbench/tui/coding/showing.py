"""What a transcript shows: the source that is open, and beside it what stands and what is suggested at the cursor."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.events import ScreenResume
from textual.message import Message
from textual.timer import Timer

from workbench.i18n import _
from workbench.model import Coding, Place
from workbench.store import (
    SaidPassage,
    Shown,
    Store,
    Target,
    TargetType,
    last_reviewed,
    most_used,
    passage,
    sources,
    suggestions,
)
from workbench.tui.actions import bindings
from workbench.tui.coding.actions import ACTIONS, TEXT
from workbench.tui.coding.marks import PLAIN, Marks
from workbench.tui.coding.material import OpenSource
from workbench.tui.coding.pins import filled
from workbench.tui.screens.base import DeskScreen
from workbench.tui.transcript import (
    Coded,
    CursorMoved,
    Document,
    Mark,
    PlaceClicked,
    SelectionChanged,
    TranscriptView,
    marks,
)
from workbench.tui.widgets.beside import About, Beside, CodedHere, SuggestedHere
from workbench.tui.widgets.pin import DIGITS
from workbench.workflow.explain import Explained, explain

WITHOUT_SOURCE = frozenset({"sources", "beside", "wider", "narrower"})
"""What can be done where no source is open."""


class SourceText(TranscriptView, inherit_bindings=False):
    """The view, with this screen's keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TEXT)]

    def codes_in(self, place: Place) -> frozenset[str]:
        """What is coded anywhere in a place."""
        return frozenset(one.code for _lane, one in self._sheet.lanes.within(place.start, place.end))


class Read(NamedTuple):
    """A passage with what is suggested for it."""

    passage: SaidPassage
    shown: list[Shown]


class Why(Message):
    """What speaks for the suggestions of a passage, by code."""

    def __init__(self, revision: str, number: int, explained: Mapping[str, Explained]) -> None:
        super().__init__()
        self.revision, self.number, self.explained = revision, number, explained


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
        self._passage: int | None = None
        self._shown: list[Shown] = []
        self._answered: frozenset[str] = frozenset()
        self._at = 0
        """Which of what is shown is at hand."""
        self._why: Mapping[str, Explained] = {}
        self._timer: Timer | None = None
        self._place = 0
        """Where the cursor was when that was written down last."""
        self._adjusting = ""
        """Id of the coding whose ends are being moved."""
        self._found_from = 0
        self._drafts: dict[Target, str] = {}

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
            if last.place != self._place:
                self._place = last.place
                self.text.go_to(last.place)
        self._look(always=True)

    def _begin(self) -> None:
        """Open the source where one was last, else the one that was reviewed last, else the first there is."""
        store, last = self.desk.store, self.workbench.last
        self._open = None
        for id in dict.fromkeys((last.source, self._first_source())):
            try:
                self._open = OpenSource.read(store, id) if id else None
            except KeyError:
                continue
            if self._open is not None:
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

    def _first_source(self) -> str:
        known = sources(self.desk.store) if not self.workbench.last.source or self._open is None else []
        revision = last_reviewed(self.desk.store)
        return next((one.id for one in known if one.revision == revision), known[0].id if known else "")

    def _coded(self, one: Coding) -> Coded:
        mark = self._marks.get(one.code, Mark("•", 1))
        return Coded(one.id, one.place, one.code, mark.letter, mark.hue)

    def on_cursor_moved(self, message: CursorMoved) -> None:
        self._place = message.offset
        self.workbench.last = self.workbench.last.at(place=message.offset)
        self._look()

    def on_selection_changed(self, message: SelectionChanged) -> None:
        if self._adjusting and self.text.selection is None:
            self._adjusting = ""
            self.say(_("The ends stay where they were."))

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
        if always or self.text.passage != self._passage:
            self._read_passage()
        wanted = self._shown[self._at].suggestion.evidence if self._shown else ()
        start = self._open.place(self._passage).start if self._passage is not None else 0
        self.text.highlight(one.place.shifted(start) for one in wanted)
        self.query_one(Beside).tell(self._about([one.id for one in here]), always=always)

    def _read_passage(self) -> None:
        number, known = self.text.passage, [one.suggestion.code for one in self._shown]
        same, answered = number == self._passage, self._answered
        self._passage = number
        self._shown, self._answered = ([], frozenset()) if number is None else self._suggested(number)
        left = self._left()
        open_again = [at for at in left if same and self._shown[at].suggestion.code in answered]
        if open_again or self._at not in left or not same:
            self._at = (open_again or left or [0])[0]
        if not same or known != [one.suggestion.code for one in self._shown]:
            self._why = {}
            if self._timer is not None:
                self._timer.stop()
            if self._shown:
                self._timer = self.set_timer(self.WHY_AFTER, self._ask_why)

    def _suggested(self, number: int) -> tuple[list[Shown], frozenset[str]]:
        """What is suggested for a passage, and which codes need no answer there any more."""
        opened, store = self.open_source, self.desk.store
        shown = opened.shown(store, number)
        return shown, opened.answered(store, number, self.text.codes_in(opened.place(number))) if shown else frozenset()

    def _left(self) -> list[int]:
        """Which suggestions of the passage have no answer yet."""
        return [at for at, one in enumerate(self._shown) if one.suggestion.code not in self._answered]

    def _about(self, here: list[str]) -> About:
        opened, desk = self.open_source, self.desk
        codings = []
        for id in here:
            one, target = opened.codings[id], Target(TargetType.CODING, id)
            mark = self._marks.get(one.code, Mark("•", 1))
            noted = [each.body for each in opened.memos.get(target, ())]
            said = Marks.of(one).said
            codings.append(CodedHere(*mark, desk.name(one.code), said, noted, at_hand=id == self._hand))
        suggested = [
            SuggestedHere(
                desk.name(one.suggestion.code),
                one.suggestion.level,
                one.suggestion.code in self._answered,
                at_hand=at == self._at,
                why=self._why.get(one.suggestion.code),
            )
            for at, one in enumerate(self._shown)
        ]
        targets = [opened.target(None, self._passage), opened.target(None, None)]
        return About(
            codings=codings,
            suggestions=suggested,
            memos=[each.body for target in dict.fromkeys(targets) for each in opened.memos.get(target, ())],
            next="" if self._next == PLAIN else self._next.said,
            pins=[desk.name(code) for code in self.workbench.last.pinned],
        )

    def _ask_why(self) -> None:
        if self._open is not None and self._passage is not None:
            asked = partial(self._find_why, self._open.source.revision, self._passage)
            self.run_worker(asked, thread=True, exclusive=True, group="why", exit_on_error=False)

    def _find_why(self, revision: str, number: int) -> None:
        with Store.open(self.desk.root, person=self.desk.person) as store:
            shown = suggestions(store, revision, passage=number).get(number, [])
            found = next(explain(store, [Read(passage(store, revision, number), shown)]))
            codes = [one.suggestion.code for one in shown]
        self.post_message(Why(revision, number, dict(zip(codes, found, strict=True))))

    def on_why(self, message: Why) -> None:
        if self._open is not None and (message.revision, message.number) == (self._open.source.revision, self._passage):
            self._why = message.explained
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
