"""Signs of two cells, of many code points and from right to left, and a turn of 30,000 words: what is chosen on the
screen, by key or by mouse, is what is coded."""

import time
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.conftest import transcript
from tests.tui.conftest import SIZES, SMALL, press, screen_text, settled, sitting, told
from tests.tui.transcript.test_view import painted
from workbench.store import Store, add_source, check, municipalities, quotes
from workbench.terminal import safe
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.transcript import TranscriptScreen
from workbench.tui.transcript import TranscriptView
from workbench.tui.transcript.ink import Kind

FAMILY, DOG, THUMB = "👨\u200d👩\u200d👧\u200d👦", "🐕\u200d🦺", "👍🏽"
DENMARK, GREENLAND, ENGLAND = "🇩🇰", "🇬🇱", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
ACCENT, PILED, KEYCAP = "e\u0301", "a\u030a\u0302", "1\ufe0f\u20e3"
TALK = (
    ("Interviewer", "Hvem er du, og hvor bor du?"),
    ("王小明", "我叫小明，我住在東京。Jeg bor på 3. sal og hedder ｗｉｄｅ."),
    (f"Emma {FAMILY}", f"Vi er {FAMILY}, og hunden {DOG} er med {THUMB}. Vi bor i {DENMARK}{GREENLAND} og {ENGLAND}."),
    (f"Jose{ACCENT}", f"Caf{ACCENT}en {PILED}bner {KEYCAP} gang. สวัสดี siger hun, og नमस्ते siger han."),
    ("فاطمة", "שלום, אני נועה. اسمي فاطمة وأعمل هنا. Jeg siger \u202eikke\u202c det."),
)
SIGNS = (
    "東", "，", "ｗ", FAMILY, DOG, THUMB, DENMARK, GREENLAND, ENGLAND, ACCENT, PILED, KEYCAP, "วั", "ดี", "ते", "ש", "ة",
)  # fmt: skip
"""Each is one sign: it is stepped over, chosen and coded whole."""


def brought_in(project: Path, *said: tuple[str, str], name: str) -> str:
    """The id of a source of these turns."""
    with Store.open(project, person="Maja") as store, store.command("import") as command:
        return add_source(command, transcript(*said, name=name), name=name, municipality=municipalities(store)[0].id)


def coded(project: Path, source: str) -> list[str]:
    """The words of Maja's codings in a source, as they are stored."""
    with Store.open(project, person="Maja") as store:
        assert check(store).faults == ()
        return [one.text for one in quotes(store, source=source, layer="Maja")]


def view_of(app: WorkbenchApp) -> TranscriptView:
    assert isinstance(app.place, TranscriptScreen)
    return app.place.text


def chosen(view: TranscriptView) -> str:
    """The words that are chosen, as they are stored."""
    return view.selection.of(view.document.text) if view.selection else ""


def bare(text: str) -> str:
    """Without blanks: those that rows break at are not shown."""
    return "".join(safe("".join(text.split("\n"))).split())


@pytest.fixture
def wide(project: Path) -> tuple[Path, str]:
    """The small project with those who speak like that, and the source's id."""
    return project, brought_in(project, *TALK, name="mange-sprog")


@pytest.mark.parametrize("size", SIZES)
def test_everything_is_shown_and_every_row_is_as_wide_as_the_view(
    wide: tuple[Path, str], size: tuple[int, int]
) -> None:
    project, source = wide

    async def story() -> None:
        async with sitting(project, size=size, screen="transcript", source=source) as (app, _pilot):
            view = view_of(app)
            rows = [view.render_line(y) for y in range(view.size.height)]
            assert {row.cell_length for row in rows} == {view.scrollable_content_region.width}
            left = view._sheet.gutter.width
            shown = bare("".join(row.crop(left).text for row in rows))
            assert shown == bare("".join(words for _who, words in TALK))
            assert "王小明" in screen_text(app) and "فاطمة" in screen_text(app)

    told(story)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_one_step_and_coded_whole(wide: tuple[Path, str], sign: str) -> None:
    project, source = wide
    seen: list[object] = []

    async def story() -> None:
        async with sitting(project, screen="transcript", source=source) as (app, pilot):
            view = view_of(app)
            at = view.document.text.index(sign)
            view.go_to(at - 1)
            await press(pilot, "right")
            before = view.cursor
            await press(pilot, "right", "left", "space")
            view.render_line(0)
            seen.extend([before, view.cursor, chosen(view), painted(view, Kind.CHOSEN)])
            await press(pilot, "1")
            assert at == before

    told(story)
    assert seen[1:] == [seen[0], sign, sign]
    assert coded(project, source) == [sign]


UNITS = {
    "three signs": ("shift+right", "shift+right"),
    "a word": ("w", "ctrl+w"),
    "two words": ("w", "space", "w", "w"),
    "a sentence": ("right_parenthesis", "s"),
    "a turn": ("V",),
    "to the next row": ("right", "shift+down"),
}
TOLD = {
    "three signs": ["我叫小", "Vi ", "Caf", "שלו"],
    "a word": ["我住在東京", "er", PILED + "bner", "אני"],
    "a turn": [words for _who, words in TALK[1:]],
}
"""What is chosen in each of the four answers; of the others only that it is what is coded."""


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_chosen_by_key_is_what_is_coded(wide: tuple[Path, str], unit: str) -> None:
    project, source = wide
    picked, seen = list[str](), list[str]()

    async def story() -> None:
        async with sitting(project, size=SMALL, screen="transcript", source=source) as (app, pilot):
            view = view_of(app)
            for turn in range(1, len(TALK)):
                view.go_to(view.document.starts[turn])
                await press(pilot, *UNITS[unit])
                picked.append(chosen(view))
                seen.append(painted(view, Kind.CHOSEN))
                await press(pilot, "1")

    told(story)
    assert coded(project, source) == picked
    assert [bare(one) for one in seen] == [bare(one) for one in picked]
    assert TOLD.get(unit, picked) == picked


async def drag(pilot: Pilot[None], view: TranscriptView, start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(view, offset=start)
    await pilot.hover(view, offset=end)
    await pilot.mouse_up(view, offset=end)
    await settled(pilot)


@pytest.mark.parametrize("turn", range(1, len(TALK)))
def test_what_the_mouse_is_drawn_over_is_what_is_coded(wide: tuple[Path, str], turn: int) -> None:
    """From every third sign of a row to the fifth after it, over the left or the right half of a wide one."""
    project, source = wide
    under, picked = list[str](), list[str]()

    async def story() -> None:
        async with sitting(project, screen="transcript", source=source) as (app, pilot):
            view = view_of(app)
            left, document, wrap = view._sheet.gutter.width, view.document, view.wrap
            row = wrap.row_at(document.starts[turn])
            signs, at = list[int](), wrap.starts[row]
            while at < wrap.ends[row]:
                signs.append(at)
                at = document.next(at)
            for first, last in zip(signs[::3], signs[5::3], strict=False):
                x, until = left + wrap.column(first), left + wrap.column(document.next(last))
                under.append(view.render_line(row).crop(x, until).text)
                await drag(pilot, view, (x, row), (until - 1, row))
                picked.append(chosen(view))
                await press(pilot, "1")

    told(story)
    assert len(picked) > 5
    assert [safe(one) for one in picked] == under
    assert sorted(coded(project, source)) == sorted(set(picked))


def test_two_clicks_take_the_word_under_either_half_of_a_sign(wide: tuple[Path, str]) -> None:
    project, source = wide
    picked = list[str]()

    async def story() -> None:
        async with sitting(project, screen="transcript", source=source) as (app, pilot):
            view = view_of(app)
            for words, half in (("東京", 0), ("東京", 1), ("hedder", 0), ("ｗｉｄｅ", 1), ("נועה", 0)):
                at = view.document.text.index(words)
                row = view.wrap.row_at(at)
                await pilot.click(view, offset=(view._sheet.gutter.width + view.wrap.column(at) + half, row), times=2)
                await settled(pilot)
                picked.append(chosen(view))

    told(story)
    assert picked == ["我住在東京", "我住在東京", "hedder", "ｗｉｄｅ", "נועה"]


def test_names_from_right_to_left_stand_in_every_list(wide: tuple[Path, str]) -> None:
    project, source = wide

    async def story() -> None:
        async with sitting(project, screen="sources", source=source) as (app, pilot):
            await press(pilot, "down", "down")
            assert "فاطمة" in screen_text(app) and "王小明" in screen_text(app)
            await press(pilot, "s")
            lines = [line for line in screen_text(app).split("\n") if "│" in line]
            assert any("فاطمة" in line for line in lines)

    told(story)


# -- A turn that is a whole afternoon ------------------------------------------------------------------------------

WORDS = 30_000
STILL = 1.0
"""Seconds of the screen's own work that a key may cost."""


def spoken(number: int) -> str:
    """A word that is there once; every hundredth is wide, every tenth ends a sentence."""
    word = f"日本{number}" if number % 100 == 50 else f"ord{number}"
    return word + ("." if number % 10 == 9 else "")


AFTERNOON = " ".join(("S" if number % 10 == 0 else "s") + spoken(number) for number in range(WORDS))


def test_a_turn_of_thirty_thousand_words(project: Path) -> None:
    source = brought_in(project, ("Interviewer", "Fortæl."), ("Ung", AFTERNOON), ("Ung", "Slut."), name="eftermiddag")
    picked, seen, costs = list[str](), list[str](), dict[str, float]()

    async def story() -> None:
        async with sitting(project, screen="transcript", source=source) as (app, pilot):
            view = view_of(app)

            async def take(*keys: str, code: str) -> None:
                for key in keys:
                    began = time.thread_time()
                    await press(pilot, key)
                    costs[key] = max(costs.get(key, 0.0), time.thread_time() - began)
                picked.append(chosen(view))
                seen.append(painted(view, Kind.CHOSEN))
                await press(pilot, code)

            await take("greater_than_sign", "ctrl+w", code="1")
            await take("ctrl+end", "less_than_sign", "left", "left", "s", code="1")
            await take("slash", *"日本15050", "enter", "escape", "ctrl+w", code="1")
            await take("s", code="2")
            await take("pagedown", "pagedown", "ctrl+shift+right", "ctrl+shift+right", code="1")
            await take("V", code="2")
            row = view.size.height // 2
            left = view._sheet.gutter.width
            word = view.render_line(row).crop(left).text.split()[2]
            await pilot.click(view, offset=(left + view.render_line(row).crop(left).text.index(word), row), times=2)
            await settled(pilot)
            assert chosen(view) == word.rstrip(".")
            shown = "".join(view.render_line(y).crop(left).text.rstrip() + " " for y in range(view.size.height))
            assert " ".join(shown.split()) in " ".join(view.document.text.split())

    told(story)
    assert picked[0] == "Sord0"
    assert picked[1] == AFTERNOON[AFTERNOON.index("Sord29990") :]
    assert picked[2] == "S日本15050"
    assert picked[3] == " ".join(["S日本15050", *(f"sord{number}" for number in range(15_051, 15_060))]) + "."
    assert len(picked[4].split()) in (2, 3)
    assert picked[5] == AFTERNOON
    assert sorted(coded(project, source)) == sorted(picked)
    assert [bare(one) for one in seen[:5]] == [bare(one) for one in picked[:5]]
    assert bare(seen[5]) in bare(AFTERNOON)
    assert {key: cost for key, cost in costs.items() if cost > STILL} == {}
