"""Files as bytes, and which files a path means."""

import stat
from collections.abc import Collection
from pathlib import Path

from workbench.errors import InvalidFileError, NotFoundError
from workbench.exchange.decode import MAX_BYTES
from workbench.i18n import _
from workbench.terminal import safe

ENDINGS = (
    *(".md", ".txt", ".docx", ".odt", ".rtf", ".html", ".htm"),
    *(".vtt", ".srt", ".json", ".csv", ".tsv", ".xlsx"),
)  # fmt: skip
"""Of the files taken from a folder. A file named by itself is read by its content, whatever it is called."""


def content(file: Path) -> bytes:
    """What the file holds, up to one byte more than a text file may.

    Raises NotFoundError when it is not there, InvalidFileError when it cannot be read.
    """
    try:
        mode = file.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # opening a pipe or a device could wait for ever
            raise InvalidFileError(_("{file} is no ordinary file.").format(file=safe(str(file))))
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFoundError(_("There is no file {file}.").format(file=safe(str(file)))) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InvalidFileError(
            _("{file} cannot be read: {reason}").format(file=safe(str(file)), reason=reason)
        ) from error


def is_folder(path: Path) -> bool:
    """Whether it is a folder; False too for a name too long, or where this person may not look."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether it is a file; False too for a name too long, or where this person may not look."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def transcript_files(path: Path) -> list[Path]:
    """The transcripts meant by a path: the file itself, or every one in a folder and below, by name."""
    return _meant(path, ENDINGS)


def journey_files(path: Path) -> list[Path]:
    """The youth journeys meant by a path: the file itself, or every YAML file in a folder and below, by name.

    What tells of a transcript (`NAME.meta.yaml`) is none.
    """
    found = _meant(path, (".yaml", ".yml"))
    return found if found == [path] else [file for file in found if Path(file.stem).suffix.casefold() != ".meta"]


def _meant(path: Path, endings: Collection[str]) -> list[Path]:
    """The file itself, or every one in a folder and below with one of these endings, by name.

    Hidden files, a README and Word's lock files are left out. A link is left out when it leads out of the folder:
    whoever made the folder may not have meant that file.
    """
    if not is_folder(path):
        return [path]
    within = path.resolve()
    return sorted(
        file
        for file in path.rglob("*")
        if file.suffix.casefold() in endings
        and not any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)
        and file.stem.casefold() != "readme"
        and is_file(file)
        and file.resolve().is_relative_to(within)
    )
