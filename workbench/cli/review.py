"""workbench review: decide passage by passage, one key each.

It is plain lines, not a screen: it works over any connection, in any window and with a screen reader.
"""

from collections.abc import Callable, Sequence

import click

from workbench.cli.card import card, keys, reminder
from workbench.cli.command import Command, json_option, session
from workbench.cli.keyboard import Keyboard
from workbench.cli.show import emit, note, say
from workbench.errors import WorkbenchError
from workbench.i18n import _, language, ngettext
from workbench.model import Valence, nearest
from workbench.store import Source, Store, StoredCode, sources, stored_codes, suggestions, undecided
from workbench.workflow.decide import accept, no_code, reject, set_code
from workbench.workflow.lookup import find_municipality, find_source, pick_code
from workbench.workflow.review import Item, Review, item
from workbench.workflow.suggest import suggest


@click.command(
    "review",
    cls=Command,
    help=_(
        "Go through the passages you have not dealt with, one key per decision. Stop when you like: it goes on where"
        " you stopped."
    ),
)
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
@click.option("--municipality", help=_("Only this municipality's sources."))
@click.option("--list", "listed", is_flag=True, help=_("Only list what is undecided, with its suggestions."))
@json_option
def command(names: tuple[str, ...], municipality: str | None, listed: bool, as_json: bool) -> None:
    with session().open() as store:
        within = find_municipality(store, municipality).id if municipality else None
        chosen = [find_source(store, name) for name in names] or sources(store, municipality=within)
        if not chosen:
            raise WorkbenchError(
                _("There is nothing to review yet."), hint=_("Bring transcripts in with: workbench import FILE")
            )
        if listed or as_json:
            _list(store, chosen, as_json)
            return
        unread = [one for one in chosen if not suggestions(store, one.revision) and undecided(store, one.revision)]
        if unread:
            note(_("Reading the material for suggestions …"))
            suggest(store, unread)
        Sitting(store, chosen).hold()


class Sitting:
    """One person at the keyboard: which passage, which valence, and what each key does."""

    def __init__(self, store: Store, chosen: Sequence[Source]) -> None:
        self._store = store
        self._review = Review(store, chosen)
        self._codes = stored_codes(store)
        self._by_code = {one.code: one for one in self._codes}
        self._keyboard = Keyboard()
        self._decided = 0

    def _begin(self) -> Item | None:
        """Show the passage that comes now: nothing chosen yet, answered what this person coded there before."""
        one = self._review.current()
        self._valence = Valence.DESCRIPTION
        self._doubt = False
        self._answered = {coding.code for coding in one.codings} if one else set()
        if one is not None:
            say(card(one, self._by_code, left=self._review.left()))
            say(keys(len(one.shown)))
        return one

    def hold(self) -> None:
        """Go on until everything is decided or the person stops."""
        one = self._begin()
        while one is not None:
            key = self._keyboard.key(reminder(self._valence, self._doubt))
            if key in ("q", ""):
                break
            if self._answer(key, one):
                one = self._begin()
        self._farewell()

    def _answer(self, key: str, one: Item) -> bool:
        """Do what the key says; whether to go on to the next passage."""
        if key.isdigit() and key != "0":
            return self._accept(int(key), one)
        actions: dict[str, Callable[[Item], bool]] = {
            "x": self._reject,
            "c": self._other,
            "v": self._turn_valence,
            "n": self._nothing,
            "?": self._turn_doubt,
            "u": self._undo,
            "s": self._skip,
            "\r": self._skip,
            "\n": self._skip,
            " ": self._skip,
            "b": self._back,
            "h": self._help,
        }
        if key not in actions:
            say(_("“{key}” does nothing here; h shows the keys.").format(key=key if key.isprintable() else "·"))
            return False
        return actions[key](one)

    def _accept(self, number: int, one: Item) -> bool:
        if number > len(one.shown):
            said = ngettext("There is {n} suggestion here.", "There are {n} suggestions here.", len(one.shown))
            say(said.format(n=len(one.shown)))
            return False
        chosen = one.shown[number - 1]
        code = self._by_code[chosen.suggestion.code]
        accept(self._store, one.passage, chosen, code, shown=one.shown, valence=self._valence, doubt=self._doubt)
        self._tell(code)
        return self._all_answered(one, chosen.suggestion.code)

    def _all_answered(self, one: Item, code: str) -> bool:
        self._answered.add(code)
        self._decided += 1
        left = [each.suggestion.code for each in one.shown if each.suggestion.code not in self._answered]
        if left:
            said = _("Still open: {codes}. x rejects the rest, Enter goes on.").format(codes=", ".join(left))
            say(f"    {said}")
            return False
        return self._on()

    def _on(self) -> bool:
        self._review.go_on()
        return True

    def _reject(self, one: Item) -> bool:
        left = [each for each in one.shown if each.suggestion.code not in self._answered]
        if not left:
            say(_("There is nothing to reject here; n says that no code fits."))
            return False
        pairs = [(each, self._by_code[each.suggestion.code]) for each in left]
        reject(self._store, one.passage, pairs, shown=one.shown)
        say(_("✗ rejected: {codes}").format(codes=", ".join(each.suggestion.code for each in left)))
        self._decided += 1
        return self._on()

    def _other(self, one: Item) -> bool:
        code = self._choose()
        if code is None:
            return False
        set_code(self._store, one.source, one.passage.place, code, valence=self._valence, doubt=self._doubt)
        self._tell(code)
        return self._all_answered(one, code.code)

    def _choose(self) -> StoredCode | None:
        """Ask for a code by a few letters of its id or name; None when the person changed their mind."""
        names = {one.code: f"{one.code}  {one.name(language())}" for one in self._codes}
        typed = self._keyboard.line(_("Code (a few letters; Enter for none): "))
        while typed:
            try:
                return pick_code(self._codes, typed)
            except WorkbenchError:
                low = typed.casefold()
                near = [code for code, name in names.items() if low in name.casefold()]
                near = near or [code for code in nearest(typed, names, limit=6) if code in names]
            if len(near) == 1:
                return self._by_code[near[0]]
            for number, code in enumerate(near[:9], 1):
                say(f"    {number}  {names[code]}")
            answer = self._keyboard.line(_("Number, or other letters (Enter for none): "))
            if answer.isdigit() and 0 < int(answer) <= len(near[:9]):
                return self._by_code[near[int(answer) - 1]]
            typed = answer
        return None

    def _turn_valence(self, one: Item) -> bool:
        self._valence = self._valence.next()
        return False

    def _turn_doubt(self, one: Item) -> bool:
        self._doubt = not self._doubt
        return False

    def _nothing(self, one: Item) -> bool:
        if self._answered:
            say(_("You have answered here already; Enter goes on, u takes it back."))
            return False
        no_code(self._store, one.passage, shown=one.shown)
        say(_("– no code here"))
        self._decided += 1
        return self._on()

    def _undo(self, one: Item) -> bool:
        try:
            done = self._review.undo()
        except WorkbenchError as error:
            say(error.message)
            return False
        say(_("There is no decision to take back.") if done is None else _("Took back: {verb}").format(verb=done.verb))
        return done is not None

    def _skip(self, one: Item) -> bool:
        if not self._answered:
            self._review.skip(one)
        return self._on()

    def _back(self, one: Item) -> bool:
        if self._review.back():
            return True
        say(_("There is no skipped passage to go back to; u takes back the last decision."))
        return False

    def _help(self, one: Item) -> bool:
        say(
            "\n".join(
                f"  {key:<6} {does}"
                for key, does in (
                    ("1 2 3", _("accept that suggestion; the passage is done when each is answered")),
                    ("x", _("reject the suggestions that are left")),
                    ("c", _("another code: type a few letters of it")),
                    ("v", _("valence of the next coding: description, barrier, enabler, recommendation")),
                    ("?", _("doubt: the next coding gets a question mark, to be looked at again")),
                    ("n", _("no code fits here")),
                    ("Enter", _("go on and leave this one for later; b goes back to it")),
                    ("u", _("undo the last decision, as often as you like")),
                    ("q", _("stop; everything is stored")),
                )
            )
        )
        return False

    def _tell(self, code: StoredCode) -> None:
        doubt = " ?" if self._doubt else ""
        say(f"✓ {code.code}  {code.name(language())} – {self._valence.label}{doubt}")

    def _farewell(self) -> None:
        left = self._review.left()
        decided = ngettext("{n} decision", "{n} decisions", self._decided).format(n=self._decided)
        if left:
            still = ngettext("{n} passage is left", "{n} passages are left", left).format(n=left)
            say(_("Stored: {decided}. {still}; workbench review goes on there.").format(decided=decided, still=still))
        else:
            say(_("Stored: {decided}. Every passage is dealt with.").format(decided=decided))


def _list(store: Store, chosen: Sequence[Source], as_json: bool) -> None:
    found = [item(store, one, number) for one in chosen for number in undecided(store, one.revision)]
    codes = {one.code: one for one in stored_codes(store)}
    if not as_json:
        for one in found:
            say(card(one, codes))
        return
    emit(
        [
            {
                "source": one.source.name,
                "passage": one.passage.number,
                "start": one.passage.place.start,
                "end": one.passage.place.end,
                "speaker": one.passage.speaker,
                "text": one.passage.text,
                "suggestions": [
                    {
                        "code": each.suggestion.code,
                        "confidence": round(each.suggestion.confidence, 4),
                        "level": each.suggestion.level.value,
                        "keyword": each.suggestion.keyword,
                        "evidence": [
                            {"start": e.place.start, "end": e.place.end, "text": e.text}
                            for e in each.suggestion.evidence
                        ],
                    }
                    for each in one.shown
                ],
            }
            for one in found
        ]
    )
