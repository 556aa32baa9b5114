"""The screen: a front end beside the command line, over the same workflows."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def application(root: Path, person: str) -> "WorkbenchApp":
    """The screen for the project in this folder, to be run."""
    gc.disable()  # of what is loaded now nothing goes again, and to look for it takes a fifth of the start
    from workbench.tui.app import WorkbenchApp

    return WorkbenchApp(root, person)


def run(root: Path, person: str) -> int:
    """Open the project in this folder on the screen; returns when it is left. Returns the exit code."""
    app = application(root, person)
    app.run()
    return app.return_code or 0
