"""What the review screen says: where one is, which keys do something, what is suggested, why there is no passage."""

from textual.content import Content

from workbench.i18n import _, ngettext
from workbench.tui.desk import Desk
from workbench.tui.review.case import Case
from workbench.tui.review.sitting import Sitting
from workbench.tui.widgets.code_notes import code_notes
from workbench.workflow.grounds import line_said, quote_said, reason
from workbench.workflow.order import Order


def title(sitting: Sitting) -> str:
    """How far one is, how fast, where, and in which order."""
    parts = [_("Review"), _("{n} left").format(n=sitting.headway.left)]
    if sitting.headway.per_hour is not None:
        parts.append(_("{n} an hour").format(n=sitting.headway.per_hour))
    if sitting.blind.on:
        parts.append(_("blind"))
    if sitting.case is not None:
        source, number = sitting.case.item.source, sitting.case.item.passage.number
        parts += [source.municipality_name, f"{source.name} {number}"]
    if sitting.order is not Order.TRANSCRIPT:
        parts.append(sitting.order.label)
    return " · ".join(parts)


def about(one: Case, desk: Desk) -> Content:
    """What the chosen suggestion is about, and what speaks for it."""
    if one.hidden:
        said = _("Decide with c and n. What was suggested is shown when you have decided, beside what you found.")
        return Content.styled(said, "$muted")
    if not one.shown:
        return Content.styled(_("c sets a code, n says that none fits."), "$muted")
    shown = one.shown[one.chosen]
    explained = one.explained[one.chosen] if one.explained else None
    more = [] if explained is None else [line_said(explained), quote_said(explained)]
    return code_notes(desk, shown.suggestion.code, [reason(shown, explained), *filter(None, more)])


def offered(one: Case | None) -> tuple[str, ...]:
    """The few actions of this screen, by method, that do something at a passage, or where there is none to decide."""
    if one is None:
        return "on", "within", "order"
    if one.item.decided and not one.unanswered:
        return "pick", "on", "back", "transcript"
    if one.hidden:
        return "no_code", "pick", "on", "blind"
    if one.shown:
        return "accept_1", "reject", "no_code", "pick", "on"
    return ("no_code", "pick", "on", "transcript") if one.read else ("no_code", "pick", "on", "suggest", "transcript")


def nothing(left: int, *, empty: bool) -> str:
    """Why there is no passage to decide: there are no sources, or so many passages are left for later, or none."""
    if empty:
        return _("There is nothing here yet. F6 brings transcripts in.")  # 6 itself accepts a suggestion here
    if left:
        said = ngettext("{n} passage was left for later.", "{n} passages were left for later.", left)
        return said.format(n=left) + "\n" + _("Enter begins with them.")
    return _("Well done: every passage here is decided.") + "\n" + _("w shows other sources, F4 their quotes.")
