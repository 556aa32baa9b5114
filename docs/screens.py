"""Makes docs/screen-*.svg: three screens as a terminal shows them, on the demo. Run by `make picture`."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from workbench import i18n
from workbench.store import Store
from workbench.tui.app import WorkbenchApp
from workbench.tui.coding.showing import Showing
from workbench.tui.last import Last, last_file, remember
from workbench.workflow.demo import demo

SIZE = (110, 30)
SHOWN = {"overview": ("f1",), "transcript": ("f2", *("tab", "y") * 5, "tab"), "quotes": ("f4", "down", "down")}
"""Each picture and the keys that lead there."""
HERE = Path(__file__).parent


def main() -> None:
    """Build the demo, sit down at it, press the keys, draw what is there."""
    i18n.use("da")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        made = demo(Path(folder, "demo"), person="Maja")
        with Store.open(made.folder, person="Maja") as store:
            file = last_file(store.settings.id, "Maja")
        remember(file, Last(source=made.left.id))
        asyncio.run(_draw(made.folder))


async def _draw(project: Path) -> None:
    app = WorkbenchApp(project, "Maja")
    async with app.run_test(size=SIZE) as pilot:
        for name, keys in SHOWN.items():
            await pilot.press(*keys)
            await pilot.pause(Showing.WHY_AFTER * 2)  # what speaks for a suggestion is looked for when keys rest
            await app.workers.wait_for_complete()
            await pilot.pause()
            HERE.joinpath(f"screen-{name}.svg").write_text(_plain(app.export_screenshot()), encoding="utf-8")


def _plain(picture: str) -> str:
    """Without typefaces that would be fetched, and with names that do not change from run to run."""
    bare = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", "screen", bare).replace("Fira Code", "DejaVu Sans Mono")


if __name__ == "__main__":
    main()
