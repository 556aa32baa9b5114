"""Writing a report file so that nothing is lost: whole or not at all, and never over an earlier one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import _


def write_kept(file: Path, content: bytes) -> Path | None:
    """Put these bytes into a file. An earlier file that differs is kept beside it as `NAME (1).docx`, and returned.

    The same bytes leave the file alone. Raises WorkbenchError when the folder cannot be written or the disk is full.
    """
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_file() and file.read_bytes() == content:
            return None
        with draft.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        kept = _keep(file) if file.exists() else None
        draft.replace(file)
        _settle(file.parent)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise WorkbenchError(
            _("{file} could not be written: {reason}.").format(file=file, reason=error.strerror or error),
            hint=_("Close it where it is open, and see that the disk has room."),
        ) from error
    return kept


def _keep(file: Path) -> Path:
    """Give the file a second name that nothing has; the first name is then free to be replaced."""
    for name in _names(file):
        try:
            os.link(file, name)
        except FileExistsError:
            continue
        except OSError:  # a file system without hard links
            if name.exists():
                continue
            shutil.copy2(file, name)
        return name
    raise AssertionError("names never end")


def _names(file: Path) -> Iterator[Path]:
    return (file.with_name(f"{file.stem} ({number}){file.suffix}") for number in count(1))


def _settle(folder: Path) -> None:
    """Make the new name durable, where the system lets a folder be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
