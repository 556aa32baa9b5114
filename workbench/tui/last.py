"""Where somebody was last, and how wide they like their panes: per person and project, beside their other state."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from workbench import config
from workbench.model import handle


@dataclass(frozen=True, slots=True)
class Last:
    """What is remembered from sitting to sitting. Ids and numbers only: nothing that anybody said."""

    screen: str = "overview"
    source: str = ""
    """Id of the source that was open."""
    place: int = 0
    """Code points into its text."""
    theme: str = ""
    language: str = ""
    widths: dict[str, int] = field(default_factory=dict)
    """Columns of side panes by name."""
    pinned: tuple[str, ...] = ()
    """Codes on the digit keys, from 1."""
    quotes: dict[str, str | bool] = field(default_factory=dict)
    """Which quotes were asked for, by ids and names of what is known of them."""

    def at(self, **changes: object) -> "Last":
        """The same with something else."""
        return replace(self, **changes)  # type: ignore[arg-type]


_KINDS = {
    "screen": str, "source": str, "place": int, "theme": str, "language": str, "widths": dict, "pinned": list,
    "quotes": dict,
}  # fmt: skip
"""What the file may say of each; anything else in it is left out."""


def remembered(file: Path) -> Last:
    """What is remembered; the beginning where nothing is, or where the file cannot be read."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        known = {name: raw[name] for name, kind in _KINDS.items() if isinstance(raw.get(name), kind)}
    except (OSError, ValueError, AttributeError):
        return Last()
    widths = {name: width for name, width in known.pop("widths", {}).items() if isinstance(width, int)}
    pinned = tuple(code for code in known.pop("pinned", ()) if isinstance(code, str))
    return Last(**known, widths=widths, pinned=pinned)


def remember(file: Path, last: Last) -> None:
    """Keep it, whole or not at all; a folder that cannot be written loses the place, never work."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(last), ensure_ascii=False), encoding="utf-8")
        draft.replace(file)
    except OSError:
        with suppress(OSError):
            draft.unlink()


def last_file(project: str, person: str) -> Path:
    """Where this person's place in the project with this id is kept."""
    return config.state_folder() / "screen" / f"{project}-{handle(person)}.json"
