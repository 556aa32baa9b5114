"""Only rows that changed are painted, and they look as Textual paints them."""

from pathlib import Path

import pytest
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region

from tests.tui.conftest import MIDDLE, press, sitting, told
from workbench.tui.app import WorkbenchApp
from workbench.tui.bands import Bands, bands


def test_rows_that_touch_are_one_band() -> None:
    changed = [Region(4, 9, 3, 2), Region(0, 2, 80, 1), Region(70, 3, 5, 4), Region(1, 10, 1, 1)]
    assert bands(changed, 80) == (Region(0, 2, 80, 5), Region(0, 9, 80, 2))
    assert bands([], 80) == ()


def written(app: WorkbenchApp, paint: type[Compositor], *changed: Region) -> str:
    """What goes to the terminal when these regions changed, painted in one of two ways."""
    compositor = app.screen._compositor
    compositor._dirty_regions.update(changed)
    update = paint.render_partial_update(compositor)
    return update.render_segments(app.console) if isinstance(update, ChopsUpdate) else ""


SCREENS = ("overview", "transcript", "review", "quotes", "codebook", "sources", "history")
CHANGED = (
    (Region(0, 0, 120, 1),),
    (Region(3, 5, 1, 1), Region(50, 20, 70, 3)),
    (Region(0, 1, 100, 1), Region(90, 8, 30, 9), Region(0, 34, 120, 2)),
    (Region(0, 30, 120, 6), Region(119, 0, 1, 36)),
)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("keys", [(), ("ctrl+p",), ("g",)])
def test_what_is_written_is_what_textual_writes(project: Path, screen: str, keys: tuple[str, ...]) -> None:
    async def story() -> None:
        async with sitting(project, screen=screen, size=MIDDLE) as (app, pilot):
            await press(pilot, *keys)
            for changed in CHANGED:
                textual, ours = written(app, Compositor, *changed), written(app, Bands, *changed)
                assert ours == textual != ""
            assert written(app, Bands) == ""

    told(story)
