"""workbench review: decide passage by passage, one key each.

It is plain lines, not a screen: it works over any connection, in any window and with a screen reader.
"""

from collections.abc import Callable, Sequence
from time import monotonic

import click

from workbench.cli.card import card, keys, reminder
from workbench.cli.command import INTERRUPTED, Command, json_option, session, spelled
from workbench.cli.keyboard import Keyboard
from workbench.cli.log import describe
from workbench.cli.picker import pick
from workbench.cli.show import emit, note, say
from workbench.errors import WorkbenchError
from workbench.i18n import _, language, ngettext
from workbench.model import Valence
from workbench.store import (
    Source,
    Store,
    StoredCode,
    current_codebooks,
    sources,
    stored_codes,
    suggestions,
    undecided,
)
from workbench.terminal import safe
from workbench.workflow.decide import accept, no_code, reject, set_code
from workbench.workflow.deeds import verb
from workbench.workflow.explain import explain
from workbench.workflow.grounds import grounds_record
from workbench.workflow.learn import Learner
from workbench.workflow.lookup import find_municipality, find_source
from workbench.workflow.order import Order, Undecided, ahead, waiting
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
@click.option(
    "--order",
    type=click.Choice([each.value for each in Order]),
    default=Order.TRANSCRIPT.value,
    help=_(
        "What comes first: transcript (as it was said), uncertain (least sure suggestions) or thin (least coverage)."
    ),
)
@click.option("--list", "listed", is_flag=True, help=_("Only list what is undecided, with its suggestions."))
@json_option
def command(names: tuple[str, ...], municipality: str | None, order: str, listed: bool, as_json: bool) -> None:
    with session().open() as store:
        within = find_municipality(store, municipality).id if municipality else None
        chosen = [find_source(store, name) for name in names] or sources(store, municipality=within)
        if not chosen:
            raise WorkbenchError(
                _("There is nothing to review yet."), hint=_("Bring transcripts in with: workbench import FILE")
            )
        if listed or as_json:
            _list(store, chosen, Order(order), as_json)
            return
        unread = [
            one
            for one in chosen
            if "suggest" in one.consent and not suggestions(store, one.revision) and undecided(store, one.revision)
        ]
        if unread:
            note(_("Reading the material for suggestions …"))
            suggest(store, unread)
        Sitting(store, chosen, names, Order(order)).hold()


class Sitting:
    """One person at the keyboard: which passage, which valence, and what each key does."""

    def __init__(
        self, store: Store, chosen: Sequence[Source], names: Sequence[str] = (), order: Order = Order.TRANSCRIPT
    ) -> None:
        self._store = store
        self._chosen = chosen
        self._again = [*names, *(() if order is Order.TRANSCRIPT else ("--order", order.value))]
        """What was typed after the command, to be typed again."""
        self._review = Review(store, chosen, order)
        self._codes = stored_codes(store, folders=True)
        self._by_code = {one.code: one for one in self._codes}
        self._explained = {
            code.id: " ".join((code.definition, *code.include))
            for book in current_codebooks(store)
            for code in book.codes
        }
        self._keyboard = Keyboard()
        self._learner = Learner(store) if store.settings.suggest_while_reviewing else None
        self._decided = 0

    def hold(self) -> None:
        """Go on until everything is decided or the person stops."""
        started = monotonic()
        one = self._begin(first=True)
        try:
            while one is not None:
                key = self._keyboard.key(reminder(self._valence, self._doubt))
                if key in ("q", ""):
                    break
                if self._answer(key, one):
                    if self._learner is not None:
                        self._learner.decided(one.source, one.passage)
                    one = self._begin()
        except KeyboardInterrupt:
            say()
            self._farewell(monotonic() - started)
            raise click.exceptions.Exit(INTERRUPTED) from None
        self._farewell(monotonic() - started)

    def _begin(self, *, first: bool = False) -> Item | None:
        """Show the passage that comes now: nothing chosen yet, answered what this person coded there before."""
        one = self._review.current()
        self._valence = Valence.DESCRIPTION
        self._doubt = False
        if one is None:
            return None
        self._answered = {coding.code for coding in one.codings}
        if first:
            say(_("Read the passage beside the bar, then press a key; h explains the keys."))
        say()
        say(card(one, self._by_code, next(explain(self._store, [one]))))
        say()
        say(keys(len(one.shown)))
        return one

    def _answer(self, key: str, one: Item) -> bool:
        """Do what the key says; whether to go on to another passage."""
        if key.isdecimal() and key != "0":
            return self._accept(int(key), one)
        actions: dict[str, Callable[[Item], bool]] = {
            "x": self._reject,
            "c": self._other,
            "v": self._turn_valence,
            "n": self._nothing,
            "?": self._turn_doubt,
            "u": self._undo,
            "\r": self._leave,
            "\n": self._leave,
            "b": self._back,
            "h": self._help,
        }
        if key not in actions:
            if key.isprintable():
                say(_("“{key}” does nothing here; h explains the keys.").format(key=safe(key)))
            else:
                say(_("That key does nothing here; h explains the keys."))
            return False
        return actions[key](one)

    def _accept(self, number: int, one: Item) -> bool:
        if number > len(one.shown):
            said = ngettext(
                "There is only {n} suggestion here.", "There are only {n} suggestions here.", len(one.shown)
            )
            say(said.format(n=len(one.shown)) if one.shown else _("Nothing is suggested here; c sets a code."))
            return False
        chosen = one.shown[number - 1]
        code = self._by_code[chosen.suggestion.code]
        accept(self._store, one.passage, chosen, code, shown=one.shown, valence=self._valence, doubt=self._doubt)
        self._tell(code)
        return self._coded(one, code.code)

    def _coded(self, one: Item, code: str) -> bool:
        """Whether every suggestion is answered now; else say which are not."""
        self._answered.add(code)
        self._decided += 1
        self._valence, self._doubt = Valence.DESCRIPTION, False
        for number, each in enumerate(one.shown, 1):
            if each.suggestion.code not in self._answered:
                said = _("{number} ({name}) is not answered: {number} accepts, x rejects, Enter leaves it.")
                say("    " + said.format(number=number, name=safe(self._name(each.suggestion.code))))
                return False
        return self._on(one)

    def _reject(self, one: Item) -> bool:
        left = [each for each in one.shown if each.suggestion.code not in self._answered]
        if not left:
            say(_("There is nothing to reject here; n says that no code fits."))
            return False
        pairs = [(each, self._by_code[each.suggestion.code]) for each in left]
        reject(self._store, one.passage, pairs, shown=one.shown)
        say(_("✗ rejected: {codes}").format(codes=", ".join(safe(self._name(each.suggestion.code)) for each in left)))
        self._decided += 1
        return self._on(one)

    def _other(self, one: Item) -> bool:
        code = pick(self._keyboard, self._codes, self._explained)
        self._keyboard.forget()
        if code is None:
            return False
        set_code(
            self._store,
            one.source,
            one.passage.place,
            code,
            shown=one.shown,
            valence=self._valence,
            doubt=self._doubt,
        )
        self._tell(code)
        return self._coded(one, code.code)

    def _turn_valence(self, one: Item) -> bool:
        self._valence = self._valence.next()
        return False

    def _turn_doubt(self, one: Item) -> bool:
        self._doubt = not self._doubt
        return False

    def _nothing(self, one: Item) -> bool:
        if self._answered:
            say(_("You have set a code here already; u takes it back, Enter goes on."))
            return False
        if self._doubt:
            say(_("A doubt belongs to a code; n once more says that no code fits."))
            self._doubt = False
            return False
        no_code(self._store, one.passage, shown=one.shown)
        say(_("– no code here"))
        self._decided += 1
        return self._on(one)

    def _undo(self, one: Item) -> bool:
        try:
            done = self._review.undo()
        except WorkbenchError as error:
            say("\n".join(map(safe, error.message.split("\n"))))
            return False
        if done is None:
            say(_("There is no decision of yours to take back."))
            return False
        say(
            _("Took back: {verb} {what}").format(verb=verb(done.verb), what=describe(self._store, done.events)).rstrip()
        )
        self._decided = max(0, self._decided - 1)
        return True

    def _leave(self, one: Item) -> bool:
        if not self._answered and not one.decided:
            say(_("→ later: passage {number}").format(number=one.passage.number))
        return self._on(one)

    def _on(self, one: Item) -> bool:
        self._review.go_on(one)
        return True

    def _back(self, one: Item) -> bool:
        if self._review.back(one):
            return True
        say(_("This is the first passage of this sitting; u takes back decisions made before it."))
        return False

    def _help(self, one: Item) -> bool:
        for key, does in (
            ("1 2 3", _("accept suggestion 1, 2 or 3; you go on when each one is answered")),
            ("x", _("reject the suggestions that are not answered yet")),
            ("c", _("another code, or one more: type a few letters of it")),
            ("v", _("set the valence first: description, barrier, enabler, recommendation")),
            ("?", _("say first that you are in doubt: the coding gets a question mark")),
            ("n", _("no code fits here")),
            ("Enter", _("go on; an undecided passage comes back next time")),
            ("b", _("back to the passage before, to add to it")),
            ("u", _("undo the last decision, as often as you like")),
            ("q", _("stop; everything is stored")),
        ):
            say(f"  {key:<6} {does}")
        return False

    def _name(self, code: str) -> str:
        return self._by_code[code].name(language())

    def _tell(self, code: StoredCode) -> None:
        doubt = " ?" if self._doubt else ""
        say(f"✓ {safe(code.name(language()))}  {code.code} – {self._valence.label}{doubt}")

    def _farewell(self, seconds: float) -> None:
        left = self._review.left()
        decided = ngettext("{n} decision", "{n} decisions", self._decided).format(n=self._decided)
        if seconds >= 60 and self._decided:
            decided = _("{decided} in {minutes} min").format(decided=decided, minutes=round(seconds / 60))
        say()
        if left:
            still = ngettext("{n} passage is left", "{n} passages are left", left).format(n=left)
            say(_("Stored: {decided}; {still}.").format(decided=decided, still=still))
            say(_("It goes on here with: {command}").format(command=spelled("review", *self._again)))
            return
        say(_("Stored: {decided}. Well done: every passage here is decided.").format(decided=decided))
        names = list(dict.fromkeys(one.municipality_name for one in self._chosen))
        following = spelled("report", names[0] if len(names) == 1 else "--all")
        say(_("Next: {command}").format(command=following))


def _list(store: Store, chosen: Sequence[Source], order: Order, as_json: bool) -> None:
    by_revision = {one.revision: one for one in chosen}
    first = dict.fromkeys(ahead(store, chosen, order))
    places = waiting(Undecided(store), chosen, first)
    found = [item(store, by_revision[revision], number) for revision, number in places]
    codes = {one.code: one for one in stored_codes(store)}
    if not as_json:
        for one, why in zip(found, explain(store, found), strict=True):
            say(card(one, codes, why))
            say()
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
                        **grounds_record(more),
                    }
                    for each, more in zip(one.shown, why, strict=True)
                ],
            }
            for one, why in zip(found, explain(store, found), strict=True)
        ]
    )
