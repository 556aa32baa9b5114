"""Keys of one's own: keys.toml beside one's other settings, an action's id and its keys."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from workbench.errors import InvalidFileError
from workbench.i18n import _
from workbench.model import nearest
from workbench.tui.actions import Action


def keymap(file: Path, actions: Iterable[Action]) -> Mapping[str, str]:
    """Keys by action, as in `"transcript.code" = "k"`; none where there is no such file.

    Raises InvalidFileError for a file that is no TOML, an action that is not there, and a key that would do two
    things in one place.
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidFileError(
            _("{file} cannot be read: {reason}").format(file=file, reason=error),
            hint=_("Mend the line named, or delete the file."),
        ) from error
    known = {one.id: one for one in actions}
    for id, keys in raw.items():
        if id not in known:
            near = nearest(id, known)
            raise InvalidFileError(
                _("{file} gives keys to “{action}”, which is no action.").format(file=file, action=id),
                hint=_("Did you mean {names}?").format(names=", ".join(near)) if near else "",
            )
        if not isinstance(keys, str) or not keys.strip():
            raise InvalidFileError(
                _("{file}: “{action}” should have keys in quotation marks.").format(file=file, action=id),
                hint=_('Such as: "{action}" = "k,ctrl+k"').format(action=id),
            )
    _refuse_twice(file, known, raw)
    return raw


def _refuse_twice(file: Path, known: Mapping[str, Action], raw: Mapping[str, str]) -> None:
    used: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, one in known.items():
        for key in raw.get(id, ",".join(one.keys)).split(","):
            used[one.scope, key.strip()].append(id)
    for (scope, key), own in used.items():
        # What works everywhere must stay within reach on every screen, but for keys that a screen has by itself.
        several = [*own, *(used.get(("app", key), []) if scope != "app" else [])]
        if len(several) > 1 and any(id in raw and key not in known[id].keys for id in several):
            raise InvalidFileError(
                _("{file}: the key “{key}” would do two things: {actions}.").format(
                    file=file, key=key, actions=", ".join(several)
                ),
                hint=_("Give one of them another key."),
            )
