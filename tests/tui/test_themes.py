"""Light and dark: what is shown can be read."""

from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.screen import ModalScreen
from textual.theme import Theme

from tests.tui.conftest import LARGE, press, settled, sitting, told
from workbench.tui.app import WorkbenchApp
from workbench.tui.themes import DARK, LIGHT, THEMES
from workbench.tui.ways import NAMES


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2."""
    parts = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


DRAWN = set("▁▂▃▄▅▆▇█▔▕▏▎▍▌▋▊▉ │─")
"""Signs that a scroll bar is drawn with, whose colours are among the pairs, and lines that only part two panes."""
GROUNDS = ("background", "surface", "panel")
PAIRS = [
    *(("foreground", ground) for ground in (*GROUNDS, "tint", "evidence", "hit", "chosen", "footer-background")),
    *(("muted", ground) for ground in GROUNDS),
    *((ink, ground) for ink in ("primary", "secondary", "accent", "error") for ground in GROUNDS),
    *((f"lane-{n}", ground) for n in range(1, 7) for ground in ("background", "surface")),
    *((ink, "surface") for ink in ("success", "warning")),
    ("background", "primary"),
    ("block-cursor-foreground", "block-cursor-background"),
]


GRAPHICS = [
    *((f"scrollbar{state}", f"scrollbar-background{over}") for state, over in (("", ""), ("-hover", "-hover"))),
    ("scrollbar-active", "scrollbar-background-active"),
    *((ink, "background") for ink in ("success", "warning")),
]


def colours_of(theme: Theme) -> dict[str, str]:
    """A theme's colours by name."""
    own = ("background", "surface", "panel", "foreground", "primary", "secondary", "accent", "error", "success",
           "warning")  # fmt: skip
    return {name: str(getattr(theme, name)) for name in own} | theme.variables


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_text_stands_out(theme: Theme, pair: tuple[str, str]) -> None:
    ink, ground = (colours_of(theme)[name] for name in pair)
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", GRAPHICS, ids=" on ".join)
def test_graphics_stand_out(theme: Theme, pair: tuple[str, str]) -> None:
    ink, ground = (colours_of(theme)[name] for name in pair)
    assert contrast(ink, ground) >= 3


DIALOGUES = {"help": ("overview", "question_mark"), "palette": ("overview", "ctrl+p"), "go to": ("overview", "g")}
PLACES = (
    {name: (name,) for name in NAMES} | DIALOGUES | {"filter": ("history", "slash", "q"), "moved": ("overview", "down")}
)
"""Where to look, by the screen and the keys that lead there."""


def shown(app: WorkbenchApp) -> list[list[Segment]]:
    """What the dialogue that is open shows, else the screen, line by line with its styles."""
    lines = app.screen._compositor.render_strips()
    if isinstance(app.screen, ModalScreen):
        region = app.screen.children[0].region
        lines = [line.crop(region.x, region.right) for line in lines[region.y : region.bottom]]
    return [list(line) for line in lines]


def hex_of(colour: RichColor) -> str:
    return colour.get_truecolor().hex


def hard_to_see(app: WorkbenchApp) -> set[tuple[str, str, str]]:
    """Text that stands out by less than 4.5 to 1 from what it lies on, and signs by less than 3, with both colours."""
    found = set()
    for line in shown(app):
        for text, style, _control in line:
            if style is None or not style.color or not style.bgcolor or not text.strip() or set(text) <= DRAWN:
                continue
            pair = hex_of(style.color), hex_of(style.bgcolor)
            if contrast(*pair) < (4.5 if any(map(str.isalnum, text)) else 3.0):
                found.add((text.strip(), *pair))
    return found


@pytest.mark.parametrize("no_color", [False, True], ids=["colours", "no colour"])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("place", PLACES)
def test_everything_shown_can_be_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, place: str, theme: Theme, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    screen, *keys = PLACES[place]

    async def story() -> None:
        async with sitting(project, screen=screen, theme=theme.name) as (app, pilot):
            await press(pilot, *keys)
            assert hard_to_see(app) == set()

    told(story)


def apart(before: list[list[Segment]], after: list[list[Segment]]) -> int:
    """How many letters look otherwise: how a letter is set, or how bright it is or what it lies on.

    Signs that changed are left out of it: they may be what a title says.
    """

    def cells(lines: list[list[Segment]]) -> list[tuple[str, Style]]:
        return [(sign, style or Style()) for line in lines for text, style, _control in line for sign in text]

    number = 0
    for (sign, style), (other, instead) in zip(cells(before), cells(after), strict=True):
        set_as = [(one.bold, one.underline, one.reverse, one.italic) for one in (style, instead)]
        if sign != other:
            continue
        pairs = [(style.bgcolor, instead.bgcolor), (style.color, instead.color) if sign.strip() else (None, None)]
        seen = any(one and two and contrast(hex_of(one), hex_of(two)) >= 3 for one, two in pairs)
        number += seen or set_as[0] != set_as[1]
    return number


@pytest.mark.parametrize("place", NAMES)
def test_without_colours_the_cursor_and_the_focus_are_seen(
    demo_project: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story() -> None:
        async with sitting(demo_project, screen=place, size=LARGE) as (app, pilot):
            if place != "review":  # there, one passage is looked at, and no list
                before = shown(app)
                await press(pilot, "down")
                assert apart(before, shown(app)), "the cursor"
            chain = len(app.screen.focus_chain)
            for _pane in range(chain - 1):
                before, focused = shown(app), app.focused
                app.screen.focus_next()
                await settled(pilot)
                assert app.focused is not focused
                assert apart(before, shown(app)), f"the focus on {app.focused}"

    told(story)


def test_without_colours_a_selection_is_seen(demo_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story() -> None:
        async with sitting(demo_project, screen="transcript", size=LARGE) as (app, pilot):
            before = shown(app)
            await press(pilot, "s")
            assert apart(before, shown(app)) > 3

    told(story)


def test_the_theme_is_switched_and_remembered(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            assert app.theme == LIGHT.name
            await press(pilot, "f10")
            assert app.theme == DARK.name
        async with sitting(project) as (app, pilot):
            assert app.theme == DARK.name

    told(story)
