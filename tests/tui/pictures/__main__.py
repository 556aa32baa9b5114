"""Takes every picture anew, and throws away those that nothing is pictured by any more."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tui.pictures import HERE, PICTURES, at_home, taken
from workbench import i18n
from workbench.workflow.demo import demo


async def _taken(project: Path) -> dict[Path, str]:
    return {one.file: await taken(one, project) for one in PICTURES}


def main() -> None:
    """Build the demo and go through the pictures."""
    with TemporaryDirectory() as folder, at_home(Path(folder)):
        i18n.use("en")
        project = demo(Path(folder, "demo"), person="Maja").folder
        pictures = asyncio.run(_taken(project))
    for file in set(HERE.glob("*.txt")) - pictures.keys():
        file.unlink()
    for file, picture in pictures.items():
        file.write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
