"""What the keys of a sitting say: each does one thing and answers with a sentence, or raises what was refused."""

from collections.abc import Callable, Mapping
from functools import partial

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.tui.review.sitting import Sitting


def accept(sitting: Sitting, number: int | None = None) -> str:
    """Accept a suggestion, counted from 1, else the chosen one."""
    one, desk = sitting.open_still, sitting.desk
    suggested, marks = one.suggestion(one.chosen + 1 if number is None else number), one.marks
    said = desk.accept(
        one.item.source, one.item.passage, suggested, shown=one.shown, valence=marks.valence,
        strength=marks.strength, doubt=marks.doubt,
    )  # fmt: skip
    sitting.decided(suggested.suggestion.code)
    return _on_when_answered(sitting, said)


def reject(sitting: Sitting, *, only: bool = False) -> str:
    """Reject every suggestion that has no answer yet, or only the chosen one."""
    one = sitting.open_still
    said = sitting.desk.reject(one.item.source, one.item.passage, one.to_reject(only=only), shown=one.shown)
    sitting.decided()
    return _on_when_answered(sitting, said)


def no_code(sitting: Sitting) -> str:
    """Say that no code fits."""
    one = sitting.open_still
    if one.item.codings:
        raise WorkbenchError(_("You have set a code here already; u takes it back, Enter goes on."))
    if one.marks.doubt:
        sitting.turn("doubt")
        raise WorkbenchError(_("A doubt belongs to a code; n once more says that no code fits."))
    said = sitting.desk.no_code(one.item.source, one.item.passage, shown=one.shown, blind=one.hidden)
    sitting.decided()
    return f"{said} · {_reveal(sitting)}" if one.hidden and one.shown else _on(sitting, said)


def set_code(sitting: Sitting, code: str) -> str:
    """Set any code. Blind, one stays for another code, or for Enter."""
    one, desk = sitting.open_still, sitting.desk
    marks = one.marks
    said = desk.set_code(
        one.item.source, one.item.passage.place, desk.by_code[code], passage=one.item.passage, shown=one.shown,
        valence=marks.valence, strength=marks.strength, doubt=marks.doubt, contrary=marks.contrary, blind=one.hidden,
    )  # fmt: skip
    sitting.decided(code)
    if not one.hidden:
        return _on_when_answered(sitting, said)
    return f"{said} · " + (_("Enter shows what was suggested.") if one.shown else _("Enter goes on."))


def again(sitting: Sitting) -> str:
    """Set the code once more that was set last in this sitting."""
    if not sitting.last_code:
        return _("Nothing was coded in this sitting yet.")
    return set_code(sitting, sitting.last_code)


def go_on(sitting: Sitting) -> str:
    """Show what was suggested where that was hidden, else go on; undecided, the passage is left for later."""
    one = sitting.one
    if one.hidden and one.item.decided and one.shown:
        return _reveal(sitting)
    later = _("→ later: passage {number}").format(number=one.item.passage.number)
    return _on(sitting, "" if one.item.decided else later)


def go_back(sitting: Sitting) -> str:
    """Return to the passage before."""
    if not sitting.back():
        raise WorkbenchError(_("This is the first passage of this sitting; u takes back decisions made before it."))
    return ""


def undo(sitting: Sitting) -> str:
    """Take back what was done last, whatever it was; after a decision one is at its passage again."""
    said = sitting.desk.undo()
    sitting.returned()
    return said


def redo(sitting: Sitting) -> str:
    """Put back what was taken back last; after a decision one goes on from its passage."""
    said = sitting.desk.redo()
    one = sitting.returned()
    if one is None or not one.item.decided:
        return said
    sitting.headway = sitting.headway.after_putting_back(one.at)
    return _on(sitting, said)


def turn_blind(sitting: Sitting) -> str:
    """Begin or end blind mode."""
    sitting.turn_blind()
    if not sitting.blind.on:
        return _("Suggestions are shown again.")
    if sitting.case is None or sitting.case.hidden:
        return _("Blind: suggestions are hidden until you have decided.")
    return _("Blind from the next passage on: what is suggested here you have seen.")


def _on(sitting: Sitting, said: str) -> str:
    sitting.go_on()
    return said


def _on_when_answered(sitting: Sitting, said: str) -> str:
    one = sitting.one
    if not one.unanswered:
        return _on(sitting, said)
    at = one.unanswered[0]
    sitting.choose(at)
    return _("{number} ({name}) is not answered: {number} accepts, x rejects, Enter leaves it.").format(
        number=at + 1, name=sitting.desk.name(one.shown[at].suggestion.code)
    )


def _reveal(sitting: Sitting) -> str:
    sitting.reveal()
    return _("This was suggested; Enter goes on.")


ANSWERS: Mapping[str, Callable[[Sitting], str]] = {
    "accept": accept,
    **{f"accept_{number}": partial(accept, number=number) for number in range(1, 10)},
    "reject": reject,
    "reject_one": partial(reject, only=True),
    "no_code": no_code,
    "again": again,
    "back": go_back,
    "undo": undo,
    "redo": redo,
    "blind": turn_blind,
}
"""What is said to the sitting, by action; `accept_1` accepts the first suggestion."""
CHANGES: Mapping[str, Callable[[Sitting], None]] = {
    "valence": lambda sitting: sitting.turn("valence"),
    "doubt": lambda sitting: sitting.turn("doubt"),
    "strength": lambda sitting: sitting.turn("strength"),
    "next": lambda sitting: sitting.choose(sitting.one.chosen + 1),
    "previous": lambda sitting: sitting.choose(sitting.one.chosen - 1),
}
"""What is said of the next coding, or told about, by action."""
