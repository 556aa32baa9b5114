"""The screen: a front end beside the command line, over the same workflows."""

from pathlib import Path


def run(root: Path, person: str) -> int:
    """Open the project in this folder on the screen; returns when it is left. Returns the exit code."""
    from workbench.tui.app import WorkbenchApp

    app = WorkbenchApp(root, person)
    app.run()
    return app.return_code or 0
