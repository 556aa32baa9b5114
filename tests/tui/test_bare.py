"""Widgets that paint their rows themselves look as Textual would have painted them."""

from pathlib import Path

import pytest
from textual.widget import Widget

from tests.tui.conftest import MIDDLE, SMALL, press, sitting, told
from workbench.tui.widgets.bare import Bare


def cells(widget: Widget, *, own: bool) -> list[list[tuple[str, object, object]]]:
    """Every cell beside its scroll bar, the rule to the left too: what stands there, and in which colours."""
    inside = widget.region.size.region
    strips = widget.render_lines(inside) if own else Widget.render_lines(widget, inside)
    wide = widget.scrollable_content_region.right - widget.region.x
    return [
        [
            (letter, style.color if style and letter != " " else None, style and style.bgcolor)
            for text, style, _control in strip.crop(0, wide)
            for letter in text
        ]
        for strip in strips
    ]


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
@pytest.mark.parametrize(
    "keys",
    ["f4", "f4 down", "f4 s down", "f5 down", "f6", "f7", "f1", "f4 f10", "f6 f10", "f5 tab", "f2", "f3", "f3 f10"],
)
def test_a_row_is_painted_as_textual_paints_it(demo_project: Path, keys: str, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(demo_project, size=size) as (app, pilot):
            await press(pilot, *keys.split())
            seen = [one for one in app.place.query(Bare) if one.display and one.region]
            assert len(seen) >= 1
            for one in seen:
                assert cells(one, own=True) == cells(one, own=False), one

    told(story)
