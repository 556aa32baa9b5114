"""JSON Lines, one object per line, with the line named in every fault."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.errors import InvalidFileError
from workbench.exchange.decode import decoded
from workbench.exchange.files import content
from workbench.i18n import _
from workbench.terminal import safe


def objects(file: Path, keys: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each line's number and object.

    Raises NotFoundError when there is no such file, InvalidFileError for a line that is no object with these keys.
    """
    for number, line in enumerate(decoded(content(file), file.name).split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise fault(file, number, _("this is no JSON ({reason})").format(reason=error)) from error
        if not isinstance(value, dict) or any(key not in value for key in keys):
            expected = ", ".join(f'"{key}"' for key in keys)
            raise fault(file, number, _("expected an object with {keys}").format(keys=expected))
        yield number, value


def text(file: Path, line: int, value: Mapping[str, Any], key: str) -> str:
    """The text under a key. Raises InvalidFileError when it is none, or holds half a character."""
    found = value[key]
    # JSON can escape one half of a surrogate pair, which no encoding can write down again.
    if not isinstance(found, str) or any("\ud800" <= letter <= "\udfff" for letter in found):
        raise fault(file, line, _("“{key}” should be a text").format(key=key))
    return found


def fault(file: Path, line: int, said: str) -> InvalidFileError:
    """What is wrong in a line, as an error."""
    return InvalidFileError(_("{file}, line {line}: {fault}").format(file=safe(file.name), line=line, fault=safe(said)))
