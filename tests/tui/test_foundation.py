"""x"""
from pathlib import Path
from tests.tui.conftest import *

def test_it(project: Path, demo_project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f2")
            print(screen_text(app)); print(notice(app)); print(app.current_mode)
    told(story)
    print(commands(project))
