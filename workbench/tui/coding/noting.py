"""Memos, written where one reads."""

from functools import partial

from workbench.i18n import _
from workbench.store import Memo, Store, Target
from workbench.tui.coding.showing import Showing
from workbench.tui.widgets.memo import MemoScreen
from workbench.workflow.memos import edit_memo, take_memo_away, write_memo


class Noting(Showing):
    """A memo on the coding at hand, else on the passage, else on the source."""

    def __init__(self) -> None:
        super().__init__()
        self._drafts: dict[Target, str] = {}
        """What was typed and not kept."""

    def action_memo(self) -> None:
        opened, desk, one = self.open_source, self.desk, self._at_hand
        target = opened.target(one.id if one else None, self._offer.passage)
        own = [each for each in opened.memos.get(target, ()) if each.person == desk.person]
        known = own[-1] if own else None
        where = desk.name(one.code) if one else opened.source.title or opened.source.name
        if one is None and self._offer.passage is not None:
            where = _("{source}, passage {number}").format(source=where, number=self._offer.passage)
        draft = self._drafts.get(target, known.body if known else "")
        pad = MemoScreen(_("Memo: {what}").format(what=where), draft, partial(self._keep_memo, target, known))

        def closed(typed: str | None) -> None:
            self._drafts.pop(target, None)
            if pad.done:
                self.show_anew()
                self.say(pad.done)
            elif typed:
                self._drafts[target] = typed

        self.workbench.push_screen(pad, closed)

    def _keep_memo(self, target: Target, known: Memo | None, body: str) -> str:
        def change(store: Store) -> str:
            if known is None:
                write_memo(store, target, body)
                return _("✎ memo written")
            if body.strip():
                edit_memo(store, known, body)
                return _("✎ memo changed")
            take_memo_away(store, known)
            return _("✎ memo taken away")

        return self.desk.do(change)
