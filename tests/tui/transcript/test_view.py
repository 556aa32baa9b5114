"""The view: what stands on the screen, and what moves, selects and copies by key."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, ClassVar, Self

import pytest
from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.pilot import Pilot

from tests.tui.transcript.said import TALK, Shown, coded, document, rows, walk
from workbench.model import Passage, Place
from workbench.tui.transcript import Coded, CursorMoved, Document, SelectionChanged, TranscriptView
from workbench.tui.transcript.ink import Kind

PLAN = coded("tre planer. De siger ikke", "plan", mark="P", hue=1)
DOUBLE = coded("ikke det samme", "plan.dobbelt", mark="d", hue=1)
GUIDE = coded("Min ungeguide", "guide", mark="G", hue=2)


def at(words: str) -> int:
    return TALK.text.index(words)


def painted(view: TranscriptView, kind: Kind) -> str:
    """The text on the screen that is painted as this kind and perhaps others."""
    ink = view._ink
    assert ink is not None
    styles = {id(style) for kinds, style in ink._kinds.items() if kinds & kind}
    strips = [view.render_line(y) for y in range(view.size.height)]
    return "".join(segment.text for strip in strips for segment in strip if id(segment.style) in styles)


def steps(do: Callable[[Shown, Pilot[None]], Awaitable[None]], app: Shown, **more: Any) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await do(app, pilot)

    walk(app, run, **more)


def test_a_transcript_with_its_codings() -> None:
    async def look(app: Shown, pilot: Pilot[None]) -> None:
        assert rows(app.view) == [
            " 0:00 I        Hvordan går det med planen?",
            " 0:30 Aya Pd   Der er tre planer. De siger ikke det samme,",
            "               og ingen har læst dem alle.",
            " 1:00 I        Og hvem hjælper dig?",
            " 1:30 Aya G    Min ungeguide. Hun ringer altid tilbage.",
            " 2:00 Bo       Ja.",
            *[""] * 6,
        ]

    steps(look, Shown(TALK, [PLAN, DOUBLE, GUIDE]))


def test_a_coding_goes_on_in_rows_and_turns() -> None:
    async def look(app: Shown, pilot: Pilot[None]) -> None:
        assert [row[:15].rstrip() for row in rows(app.view)] == [
            " 0:00 I", "", " 0:30 Aya P", "          │", "          │", "          │",
            " 1:00 I   P", " 1:30 Aya P", "          ╵", " 2:00 Bo", "", "",
        ]  # fmt: skip

    whole = coded(TALK.text[at("tre") : at(" altid")])
    steps(look, Shown(TALK, [whole]), size=(38, 12))


def test_more_codings_than_lanes_are_told() -> None:
    async def look(app: Shown, pilot: Pilot[None]) -> None:
        assert rows(app.view)[4] == " 1:30 Aya PPP+ Min ungeguide. Hun ringer altid tilbage."

    steps(look, Shown(TALK, [coded("ungeguide", f"code{n}") for n in range(5)]))


def test_tint_underline_evidence_and_hits() -> None:
    async def look(app: Shown, pilot: Pilot[None]) -> None:
        view = app.view
        rows(view)
        assert painted(view, Kind.TINT) == "tre planer. De siger ikke det sammeMin ungeguide"
        assert painted(view, Kind.OVERLAP) == "ikke"
        view.focus_code("plan.dobbelt")
        rows(view)
        assert painted(view, Kind.TINT) == "ikke det samme"
        view.highlight([Place(at("samme"), at("samme") + 5)])
        view.show_hits([Place(at("planer"), at("planer") + 4), Place(at("planen"), at("planen") + 4)])
        rows(view)
        assert (painted(view, Kind.EVIDENCE), painted(view, Kind.HIT)) == ("samme", "planplan")
        view.highlight(())
        view.focus_code(None)
        rows(view)
        assert (painted(view, Kind.EVIDENCE), painted(view, Kind.OVERLAP)) == ("", "ikke")

    steps(look, Shown(TALK, [PLAN, DOUBLE, GUIDE]))


def test_codings_come_and_go() -> None:
    async def look(app: Shown, pilot: Pilot[None]) -> None:
        view = app.view
        before = rows(view)
        view.add_coding(GUIDE)
        view.add_coding(DOUBLE)
        assert [row[10:14].strip() for row in rows(view)[:5]] == ["", "d", "", "", "G"]
        assert view.codings_at(at("det samme")) == (DOUBLE,)
        view.add_coding(coded("Ja.", "guide", id=GUIDE.id))
        view.remove_coding(DOUBLE.id)
        assert [row[10:14].strip() for row in rows(view)[:6]] == ["", "", "", "", "", "P"]
        view.set_codings(())
        assert rows(view) == before
        with pytest.raises(KeyError):
            view.remove_coding(DOUBLE.id)

    steps(look, Shown())


KEYS = [
    (["right", "right", "left"], 1),
    (["down"], at("Der")),
    (["end"], at("\nDer")),
    (["w", "w"], at("det")),
    (["w", "w", "b"], at("går")),
    (["ctrl+right"], at("går")),
    (["right_parenthesis"], at("Der")),
    (["right_parenthesis", "right_parenthesis", "left_parenthesis"], at("Der")),
    (["greater_than_sign", "greater_than_sign"], at("Og hvem")),
    (["ctrl+down", "ctrl+down", "ctrl+up"], at("Der")),
    (["ctrl+end"], len(TALK)),
    (["ctrl+end", "ctrl+home"], 0),
    (["pagedown"], at("Ja.")),
    (["pagedown", "pageup"], 0),
    (["w", "down", "down", "up"], at("tre") + 1),
    (["end", "home"], 0),
]


@pytest.mark.parametrize(("keys", "cursor"), KEYS, ids=lambda one: " ".join(one) if isinstance(one, list) else "")
def test_keys_move_the_cursor(keys: list[str], cursor: int) -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        assert (app.view.cursor, app.view.selection) == (cursor, None)

    steps(press, Shown())


SELECTIONS = [
    (["s"], "Hvordan går det med planen?"),
    (["down", "s"], "Der er tre planer."),
    (["down", "s", "s"], TALK.turn(1).of(TALK.text)),
    (["down", "s", "s", "s"], TALK.text[: TALK.ends[1]]),
    (["v", "w"], "Hvordan"),
    (["v", "w", "w"], "Hvordan går"),
    (["w", "ctrl+w"], "går"),
    (["down", "V"], TALK.turn(1).of(TALK.text)),
    (["w", "w", "v", "w", "o", "b"], "går det"),
    (["shift+right", "shift+right", "shift+left"], "Hv"),
    (["shift+down"], TALK.text[:29]),
    (["down", "shift+up"], TALK.text[:29]),
    (["ctrl+shift+right", "ctrl+shift+right"], "Hvordan går"),
    (["w", "ctrl+shift+left"], "Hvordan g"),
    (["v", "right_parenthesis"], "Hvordan går det med planen?"),
    (["s", "escape"], None),
    (["v", "right", "v"], None),
]


@pytest.mark.parametrize(("keys", "words"), SELECTIONS, ids=lambda one: " ".join(one) if isinstance(one, list) else "")
def test_keys_select(keys: list[str], words: str | None) -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        chosen = app.view.selection
        assert (chosen and chosen.of(TALK.text)) == words
        rows(app.view)
        assert painted(app.view, Kind.CHOSEN) == (words or "").replace("samme, og", "samme,og").replace("\n", "")

    steps(press, Shown())


def test_the_screen_is_told_what_changes() -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.press("down")
        await pilot.press("s")
        await pilot.press("escape")
        await pilot.press("escape")
        told = [
            (one.offset, one.turn, one.passage) if isinstance(one, CursorMoved) else one.place
            for one in app.told
            if isinstance(one, CursorMoved | SelectionChanged)
        ]
        end = at("planer") + 6
        assert told == [(28, 1, 7), Place(28, end + 1), (end, 1, 7), None]

    steps(press, Shown(TALK, (), [Passage(7, 1, TALK.turn(1)), Passage(8, 3, TALK.turn(3))]))


def test_the_passage_one_is_at_has_a_bar() -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        assert [row for row in rows(app.view) if "▎" in row] == []
        await pilot.press("down", "right")
        assert [y for y, row in enumerate(rows(app.view)) if "▎" in row] == [1, 2]
        assert app.view.passage == 7
        app.view.go_to(at("Hun ringer"))
        assert [y for y, row in enumerate(rows(app.view)) if "▎" in row] == [4]

    steps(press, Shown(TALK, (), [Passage(7, 1, TALK.turn(1)), Passage(8, 3, TALK.turn(3))]))


LONG = document(*(("Aya" if n % 2 else "I", f"Tur {n} siger noget.") for n in range(200)))


def test_at_the_edge_the_text_goes_on_by_a_third() -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        tops = []
        for _row in range(17):
            await pilot.press("down")
            tops.append(app.view.scroll_offset.y)
        assert tops == [*[0] * 11, *[5] * 4, *[5] * 1, 10][: len(tops)]
        app.view.go_to(LONG.starts[150])
        assert app.view.wrap.row_at(app.view.cursor) - app.view.scroll_offset.y in range(12)

    steps(press, Shown(LONG))


def test_a_key_paints_only_the_rows_that_change() -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        view, seen = app.view, []
        for key in ("down", "right", "s", "shift+down", "shift+right", "escape"):
            before = [view.render_line(y) for y in range(12)]
            await pilot.press(key)
            seen.append([y for y in range(12) if view.render_line(y) is not before[y]])
        assert seen == [[0, 1], [1], [1], [1, 2], [2], [1, 2]]

    steps(press, Shown(LONG))


class Noting(TranscriptView):
    """Notes which rows it asks to be painted anew."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[int] = set()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        for region in regions or (Region(0, 0, 1, 99),):
            self.asked.update(region.line_range)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


EVERY_KEY = (
    "down", "down", "s", "s", "s", "o", "up", "escape", "w", "v", "down", "b", "o", "left", "V", "escape", "pagedown",
    "shift+up", "shift+down", "greater_than_sign", "less_than_sign", "end", "ctrl+w", "s", "pageup", "v", "ctrl+end",
    "ctrl+home", "escape", "right_parenthesis", "right_parenthesis", "home",
)  # fmt: skip


@pytest.mark.parametrize("shown", [TALK, LONG], ids=["a short one", "a long one"])
def test_every_row_that_looks_different_is_painted(shown: Document) -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        view = app.view
        assert isinstance(view, Noting)

        def look() -> list[list[Segment]]:
            return [list(view.render_line(y)) for y in range(view.size.height)]

        async def check(what: str) -> None:
            after = look()
            different = {y for y, row in enumerate(after) if row != before[y]}
            assert different <= view.asked, what
            await pilot.pause()

        one = Coded("new", Place(shown.starts[1], shown.ends[1]), "plan", "P", 1)
        changes: dict[str, Callable[[], object]] = {
            "add": lambda: view.add_coding(one),
            "move": lambda: view.add_coding(replace(one, place=Place(0, 9))),
            "remove": lambda: view.remove_coding("new"),
            "mark": lambda: view.highlight([Place(3, 9), Place(shown.starts[3], shown.ends[3])]),
            "other marks": lambda: view.highlight([Place(shown.starts[2], shown.ends[2])]),
            "hits": lambda: view.show_hits([Place(at, at + 2) for at in range(0, len(shown) - 2, 3)]),
            "focus": lambda: view.focus_code("plan"),
            "set": lambda: view.set_codings([one]),
            "unfocus": lambda: view.focus_code(None),
        }
        for key in EVERY_KEY:
            before = look()
            view.asked.clear()
            await pilot.press(key)
            await check(key)
        for name, change in changes.items():
            before = look()
            view.asked.clear()
            change()
            await check(name)

    class Noted(Shown):
        def compose(self) -> ComposeResult:
            yield Noting()

    passages = [Passage(n + 1, n, shown.turn(n)) for n in range(shown.turns)]
    steps(press, Noted(shown, [], passages))


def test_another_width_keeps_the_cursor_at_its_height() -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        view = app.view
        view.go_to(LONG.starts[120] + 4)
        for _row in range(3):
            await pilot.press("down")
        cursor, height = view.cursor, view.wrap.row_at(view.cursor) - view.scroll_offset.y
        await pilot.resize_terminal(28, 12)
        await pilot.pause()
        assert view.wrap.width == 16
        assert (view.cursor, view.wrap.row_at(view.cursor) - view.scroll_offset.y) == (cursor, height)
        assert all(view.render_line(y).cell_length == 27 for y in range(12))

    steps(press, Shown(LONG))


def test_go_to_shows_a_place_and_may_choose_it() -> None:
    async def look(app: Shown, pilot: Pilot[None]) -> None:
        view = app.view
        view.go_to(LONG.turn(90))
        assert (view.cursor, view.selection, view.here) == (LONG.starts[90], None, LONG.turn(90))
        assert any("Tur 90 " in row for row in rows(view))
        view.go_to(LONG.turn(10), select=True)
        assert view.selection == LONG.turn(10)
        view.go_to(10**6)
        assert view.cursor == len(LONG)

    steps(look, Shown(LONG))


def test_copied_is_what_is_selected_else_the_sentence() -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.press("down", "ctrl+c")
        assert app.clipboard == "Der er tre planer."
        await pilot.press("ctrl+w", "ctrl+c")
        assert app.clipboard == "Der"

    steps(press, Shown())


def test_hostile_text_reaches_the_screen_as_signs() -> None:
    wild = document(("\x1b[31mB", "a\x1b]0;x\x07 [b]fed[/b] \u202etxt"), ("日本", "e\u0301\u0301 👩\u200d👧 😅 slut"))

    async def look(app: Shown, pilot: Pilot[None]) -> None:
        assert rows(app.view)[:2] == [
            " 0:00 ␛[31mB      a␛]0;x␇ [b]fed[/b] \ufffdtxt",
            " 0:30 日本        e\u0301\u0301 👩\u200d👧 😅 slut",
        ]
        await pilot.press("down", "home", "right", "shift+right", "shift+right", "ctrl+c")
        assert app.clipboard == " 👩\u200d👧 "
        assert all(app.view.render_line(y).cell_length == 59 for y in range(12))
        await pilot.press("s", "s", "ctrl+c", "ctrl+home", "s", "ctrl+c")
        assert app.clipboard == "a␛]0;x␇ [b]fed[/b] \ufffdtxt"

    steps(look, Shown(wild))


def test_an_empty_source_can_be_walked() -> None:
    async def press(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.press("down", "up", "left", "right", "w", "b", "s", "V", "pagedown", "end", "ctrl+end", "v", "o")
        assert (app.view.cursor, app.view.selection, app.view.here) == (0, None, Place(0, 0))

    steps(press, Shown(document(("A", ""))))


def test_escape_goes_on_when_nothing_is_chosen() -> None:
    class Left(Shown):
        BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave")]
        left = 0

        def action_leave(self) -> None:
            self.left += 1

    async def press(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.press("s", "escape")
        assert isinstance(app, Left)
        assert (app.left, app.view.selection) == (0, None)
        await pilot.press("escape")
        assert app.left == 1

    steps(press, Left())


def test_another_source_is_shown_from_its_beginning() -> None:
    async def look(app: Shown, pilot: Pilot[None]) -> None:
        app.view.go_to(len(LONG))
        app.view.show(TALK, [GUIDE], (), cursor=at("Hun"))
        await pilot.pause()
        assert app.view.cursor == at("Hun")
        assert rows(app.view)[4] == " 1:30 Aya G    Min ungeguide. Hun ringer altid tilbage."

    steps(look, Shown(LONG))


def test_the_theme_colours_it_anew() -> None:
    async def look(app: Shown, pilot: Pilot[None]) -> None:
        from workbench.tui.themes import DARK

        app.register_theme(DARK)
        before = app.view.render_line(0)
        app.theme = DARK.name
        await pilot.pause()
        after = app.view.render_line(0)
        assert before.text == after.text
        assert [s.style and s.style.bgcolor for s in before] != [s.style and s.style.bgcolor for s in after]

    steps(look, Shown())
