"""What can be done in a transcript by key, and the keys for it. None needs AltGr on a Danish keyboard."""

from abc import abstractmethod

from workbench.i18n import N_
from workbench.tui.actions import Action
from workbench.tui.transcript.selection import Selection
from workbench.tui.transcript.surface import Surface
from workbench.tui.transcript.units import Unit, Units

ACTIONS = (
    Action("text.up", ("up",), N_("Row up")),
    Action("text.down", ("down",), N_("Row down")),
    Action("text.left", ("left",), N_("Letter back")),
    Action("text.right", ("right",), N_("Letter ahead")),
    Action("text.next-word", ("w", "ctrl+right"), N_("Next word")),
    Action("text.previous-word", ("b", "ctrl+left"), N_("Previous word")),
    Action("text.next-sentence", ("right_parenthesis",), N_("Next sentence")),
    Action("text.previous-sentence", ("left_parenthesis",), N_("Previous sentence")),
    Action("text.next-turn", ("greater_than_sign", "ctrl+down"), N_("Next turn")),
    Action("text.previous-turn", ("less_than_sign", "ctrl+up"), N_("Previous turn")),
    Action("text.page-down", ("pagedown", "ctrl+d"), N_("Page down")),
    Action("text.page-up", ("pageup", "ctrl+u"), N_("Page up")),
    Action("text.row-start", ("home",), N_("Beginning of the row")),
    Action("text.row-end", ("end",), N_("End of the row")),
    Action("text.first", ("ctrl+home",), N_("Beginning of the source")),
    Action("text.last", ("ctrl+end",), N_("End of the source")),
    Action(
        "text.select", ("v",), N_("Select"),
        N_("Begins to select at the cursor; whatever moves the cursor then moves this end of the selection."),
    ),
    Action(
        "text.grow", ("s",), N_("Select sentence"),
        N_("The sentence; once more the turn, then the question with its answers."), footer=True,
    ),
    Action("text.select-word", ("ctrl+w",), N_("Select word")),
    Action("text.select-turn", ("V",), N_("Select turn")),
    Action("text.other-end", ("o",), N_("Other end"), N_("The other end of the selection moves from now on.")),
    Action("text.select-left", ("shift+left",), N_("Select a letter back")),
    Action("text.select-right", ("shift+right",), N_("Select a letter ahead")),
    Action("text.select-up", ("shift+up",), N_("Select a row up")),
    Action("text.select-down", ("shift+down",), N_("Select a row down")),
    Action("text.select-next-word", ("ctrl+shift+right",), N_("Select to the next word")),
    Action("text.select-previous-word", ("ctrl+shift+left",), N_("Select to the previous word")),
    Action("text.copy", ("ctrl+c",), N_("Copy"), N_("What is selected, else the sentence.")),
    Action("text.clear", ("escape",), N_("Select nothing")),
)  # fmt: skip


class Acting(Surface):
    """The actions: each asks the models where to go. The view says how it looks."""

    units: Units

    @abstractmethod
    def put(self, selection: Selection, *, column: int | None = None) -> None:
        """Show this selection. `column` is the one to keep to when rows follow."""

    @abstractmethod
    def row(self, by: int, *, begun: bool = False) -> None:
        """So many rows down, in the same column as far as rows are long enough."""

    @property
    @abstractmethod
    def page(self) -> int:
        """Rows that one page goes on by."""

    def _to(self, offset: int) -> None:
        self.put(self.selection_now.to(offset))

    def _step(self, unit: Unit, by: int, *, begun: bool = False) -> None:
        now = self.selection_now.begun() if begun else self.selection_now
        self.put(now.stepped(self.units, unit, by))

    def action_up(self) -> None:
        self.row(-1)

    def action_down(self) -> None:
        self.row(1)

    def action_page_up(self) -> None:
        self.row(-self.page)

    def action_page_down(self) -> None:
        self.row(self.page)

    def action_left(self) -> None:
        self._to(self.wrap.document.previous(self.selection_now.cursor))

    def action_right(self) -> None:
        self._to(self.wrap.document.next(self.selection_now.cursor))

    def action_next_word(self) -> None:
        self._step(Unit.WORD, 1)

    def action_previous_word(self) -> None:
        self._step(Unit.WORD, -1)

    def action_next_sentence(self) -> None:
        self._step(Unit.SENTENCE, 1)

    def action_previous_sentence(self) -> None:
        self._step(Unit.SENTENCE, -1)

    def action_next_turn(self) -> None:
        self._step(Unit.TURN, 1)

    def action_previous_turn(self) -> None:
        self._step(Unit.TURN, -1)

    def action_row_start(self) -> None:
        self._to(self.wrap.starts[self.wrap.row_at(self.selection_now.cursor)])

    def action_row_end(self) -> None:
        self._to(self.wrap.last(self.wrap.row_at(self.selection_now.cursor)))

    def action_first(self) -> None:
        self._to(0)

    def action_last(self) -> None:
        self._to(len(self.wrap.document))

    def action_select(self) -> None:
        now = self.selection_now
        self.put(now.begun() if now.anchor is None else now.cleared())

    def action_grow(self) -> None:
        self.put(self.selection_now.grown(self.units, Unit.SENTENCE))

    def action_select_word(self) -> None:
        self.put(Selection.of(self.units.at(self.selection_now.cursor, Unit.WORD), self.wrap.document))

    def action_select_turn(self) -> None:
        self.put(Selection.of(self.units.at(self.selection_now.cursor, Unit.TURN), self.wrap.document))

    def action_other_end(self) -> None:
        self.put(self.selection_now.swapped())

    def action_select_left(self) -> None:
        self.put(self.selection_now.begun().to(self.wrap.document.previous(self.selection_now.cursor)))

    def action_select_right(self) -> None:
        self.put(self.selection_now.begun().to(self.wrap.document.next(self.selection_now.cursor)))

    def action_select_up(self) -> None:
        self.row(-1, begun=True)

    def action_select_down(self) -> None:
        self.row(1, begun=True)

    def action_select_next_word(self) -> None:
        self._step(Unit.WORD, 1, begun=True)

    def action_select_previous_word(self) -> None:
        self._step(Unit.WORD, -1, begun=True)

    def action_clear(self) -> None:
        self.put(self.selection_now.cleared())
