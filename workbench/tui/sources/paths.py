"""Paths as people give them: typed and completed, dropped on the terminal, one or several."""

import os
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from workbench.errors import WorkbenchError
from workbench.exchange import ENDINGS, transcript_files
from workbench.i18n import _
from workbench.terminal import safe

MOST = 200
"""Names offered at once."""
POSIX = os.name == "posix"
"""Elsewhere a backslash parts folders and quotes nothing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something in a folder that can be meant."""

    name: str
    folder: bool

    @property
    def shown(self) -> str:
        return self.name + ("/" if self.folder else "")


def offers(typed: str) -> list[Offer]:
    """The folders, then the transcripts, that begin like what is typed, whatever their case.

    Hidden ones only for somebody who begins with a full stop. A name that a terminal would not show as it is can
    be had with its folder.
    """
    folder, begun = os.path.split(typed)
    try:
        with os.scandir(Path(folder or ".").expanduser()) as entries:
            found = [
                Offer(one.name, one.is_dir()) for one in entries if one.name.casefold().startswith(begun.casefold())
            ]
    except (OSError, ValueError, RuntimeError):
        return []
    kept = (
        one
        for one in found
        if (one.folder or Path(one.name).suffix.casefold() in ENDINGS)
        and one.name.startswith(".") <= begun.startswith(".")
        and safe(one.name) == one.name
    )
    return sorted(kept, key=lambda one: (not one.folder, one.name.casefold()))[:MOST]


def completed(typed: str, offered: Sequence[Offer], chosen: int | None) -> str:
    """What is typed with the chosen name, or as far as all that is offered goes on alike."""
    begun = os.path.split(typed)[1]
    folder = typed[: len(typed) - len(begun)]
    if chosen is not None or len(offered) == 1:
        return folder + offered[chosen or 0].shown
    names = [one.name.casefold() for one in offered]
    alike = next(
        (n for n in range(len(min(names, key=len)), len(begun), -1) if len({one[:n] for one in names}) == 1), 0
    )
    return folder + offered[0].name[:alike] if alike else typed


def dropped(pasted: str) -> str:
    """What a terminal pastes for files that are dropped on it, written as one would type it; empty for other text.

    Terminals write them in a row or one a line, as they are, quoted, or as addresses.
    """
    lines = [line.strip() for line in pasted.splitlines() if line.strip()]
    for several in ([_plain(one) for one in lines], [_plain(one) for line in lines for one in _parts(line)]):
        if several and all(Path(one).is_absolute() and is_there(one) for one in several):
            return written(several)
    return ""


def written(paths: Sequence[str]) -> str:
    """Paths as one would type them."""
    return paths[0] if len(paths) == 1 else " ".join(shlex.quote(one) if POSIX else f'"{one}"' for one in paths)


def files_meant(typed: str) -> list[Path]:
    """The files meant: a file, a folder's, or those of several paths in a row. Raises WorkbenchError for none."""
    found: dict[Path, None] = {}
    for path in _meant(typed):
        found.update(dict.fromkeys(transcript_files(path)))
    if found:
        return list(found)
    raise WorkbenchError(
        _("There is no transcript in {paths}.").format(paths=safe(typed)),
        hint=_("This workbench reads: {endings}").format(endings=" ".join(ENDINGS)),
    )


def is_there(typed: str) -> bool:
    """Whether there is anything by this path; False too for a name too long, or where this person may not look."""
    try:
        return _path(typed).exists()
    except (OSError, ValueError):
        return False


def _meant(typed: str) -> list[Path]:
    several = _parts(typed)
    if len(several) > 1 and not is_there(typed) and all(map(is_there, several)):
        return [_path(one) for one in several]
    return [_path(typed)]


def _path(typed: str) -> Path:
    try:
        return Path(typed).expanduser()
    except RuntimeError:  # the home of somebody who is not there
        return Path(typed)


def _parts(line: str) -> list[str]:
    try:
        return [one if POSIX else one.strip("'\"") for one in shlex.split(line, posix=POSIX)]
    except ValueError:  # a quote that is not closed
        return []


def _plain(one: str) -> str:
    """A path without quotes around it, or from its address."""
    if one.startswith("file://"):
        return unquote(urlsplit(one).path)
    return one[1:-1] if len(one) > 1 and one[0] == one[-1] and one[0] in "'\"" else one
