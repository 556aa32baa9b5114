"""JSON Lines, one object per line, with the line named in every fault."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.errors import InvalidFileError
from workbench.exchange.decode import decoded
from workbench.i18n import _


def objects(file: Path, keys: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each line's number and object. Raises InvalidFileError for a line that is no object with these keys."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise InvalidFileError(
            _("{file} cannot be read: {reason}").format(file=file, reason=error.strerror or error)
        ) from error
    for number, line in enumerate(decoded(raw, file.name).split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise _fault(file, number, _("this is no JSON ({reason})").format(reason=error)) from error
        if not isinstance(value, dict) or any(key not in value for key in keys):
            expected = ", ".join(f'"{key}"' for key in keys)
            raise _fault(file, number, _("expected an object with {keys}").format(keys=expected))
        yield number, value


def _fault(file: Path, line: int, text: str) -> InvalidFileError:
    return InvalidFileError(_("{file}, line {line}: {fault}").format(file=file.name, line=line, fault=text))
