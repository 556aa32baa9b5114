"""Writing a file for somebody, without taking away what they have."""

import os
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import _


def write_new(file: Path, text: str, *, force: bool = False) -> Path | None:
    """Write the file, whole or not at all. With `force` an earlier one is kept as `NAME~`, and its path returned.

    Raises WorkbenchError when there is a file already, or none can be written there.
    """
    if file.exists() and not force:
        raise WorkbenchError(
            _("There is a file {file} already.").format(file=file),
            hint=_("Choose another name, or say --force: the earlier file is then kept as {kept}.").format(
                kept=f"{file.name}~"
            ),
        )
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    kept = file.with_name(f"{file.name}~")
    try:
        draft.write_bytes(text.encode("utf-8"))
        earlier = file.exists()
        if earlier:
            file.replace(kept)
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise WorkbenchError(
            _("{file} could not be written: {reason}.").format(file=file, reason=error.strerror or error),
            hint=_("Close it where it is open, and see that the disk has room."),
        ) from error
    return kept if earlier else None
