"""One code changed in a codebook's file, and every other letter of it left as somebody typed it.

The file is kept whole per version, with its comments and its order; written out anew from data it would lose both.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from workbench.codebook.codes import Code, Codebook, Exclusion
from workbench.codebook.files import parse
from workbench.errors import WorkbenchError
from workbench.i18n import _

Patch: TypeAlias = tuple[int, int, str]
"""From and to, in code points of the file, and what stands there instead."""


def rewrite(book: Codebook, code: Code, version: str, told: str) -> Codebook:
    """The codebook in a new version, with this code in the place of the one that has its id.

    Of the code, its names, its definition, what it includes and excludes and its examples can be others. `told` says
    what is new, in a codebook that tells its changes. Raises
    InvalidFileError when the outcome is no codebook, WorkbenchError when the file is written in a way that does not
    let one value be changed alone.
    """
    import yaml

    text = book.yaml.removeprefix("\ufeff")
    root: Any = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    old, at = book.code(code.id), _code_at(root, code.id)
    _key, number = _entry(root, "version")
    patches = [(number.start_mark.index, _end(text, number), version)]
    if any(key.value == "changes" for key, _value in root.value):
        patches.append(_add_to(text, root, "changes", [_flow({"version": version, "text": told})]))
    if dict(code.names) != dict(old.names):
        patches.append(_set(text, at, "name", _flow(code.names)))
    if code.definition != old.definition:
        patches.append(_set(text, at, "definition", _quoted(code.definition)))
    for key, before, after in (
        ("include", old.include, code.include),
        ("exclude", old.exclude, code.exclude),
        ("examples", old.examples, code.examples),
    ):
        if before != after:
            patches.append(_set_list(text, at, key, len(before) if after[: len(before)] == before else 0, after))
    for start, end, put in sorted(patches, reverse=True):
        text = text[:start] + put + text[end:]
    new = parse(text, origin=f"{book.id}.yaml")
    codes = tuple(code if one.id == code.id else one for one in book.codes)
    if new != replace(book, version=version, codes=codes, yaml=text):
        raise WorkbenchError(
            _("{codebook} is written in a way that does not let {code} be changed alone.").format(
                codebook=book.id, code=code.id
            ),
            hint=_("Write it to a file with “workbench codebooks export”, change it there and bring it in."),
        )
    return new


def _code_at(root: Any, id: str) -> Any:
    """The mapping of a code. The file was read before, so it is there."""
    _key, areas = _entry(root, "codes")
    for area in areas.value:
        found = {key.value: value for key, value in area.value}
        for each in (area, *(found["codes"].value if "codes" in found else ())):
            if _entry(each, "id")[1].value == id:
                return each
    raise KeyError(id)


def _entry(mapping: Any, key: str) -> tuple[Any, Any]:
    """A key of a mapping, and its value. Raises KeyError."""
    for at, value in reversed(mapping.value):
        if at.value == key:
            return at, value
    raise KeyError(key)


def _end(text: str, node: Any) -> int:
    """Where a value ends, without the blank lines and comments that the parser counts with it."""
    if not isinstance(node.value, str) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: node.end_mark.index].rstrip()) if isinstance(node.value, str) else int(node.end_mark.index)


def _set(text: str, mapping: Any, key: str, value: str) -> Patch:
    """Give a key a value: in its place, or below the definition where there is no such key yet."""
    entry = f"{key}:{'' if value[:1] == chr(10) else ' '}{value}"
    try:
        at, old = _entry(mapping, key)
    except KeyError:
        end = _end(text, _entry(mapping, "definition")[1])
        between = ", " if mapping.flow_style else "\n" + " " * mapping.start_mark.column
        return end, end, between + entry
    return at.start_mark.index, _end(text, old), entry


def _set_list(text: str, mapping: Any, key: str, kept: int, items: Sequence[str | Exclusion]) -> Patch:
    """Give a key a list; where the first ones `kept` stay, the others are written below them."""
    written = list(map(_item, items))
    if kept:
        return _add_to(text, mapping, key, written[kept:])
    if mapping.flow_style or not items:
        return _set(text, mapping, key, f"[{', '.join(written)}]")
    indent = "\n" + " " * mapping.start_mark.column + "- "
    return _set(text, mapping, key, "".join(indent + one for one in written))


def _add_to(text: str, mapping: Any, key: str, items: Sequence[str]) -> Patch:
    """More items below those that a list has."""
    _at, old = _entry(mapping, key)
    if not old.value:
        return _set(text, mapping, key, f"[{', '.join(items)}]")
    end = _end(text, old.value[-1])
    between = ", " if old.flow_style else "\n" + " " * old.start_mark.column + "- "
    return end, end, "".join(between + one for one in items)


def _item(one: str | Exclusion) -> str:
    if isinstance(one, str):
        return _quoted(one)
    return _flow({"text": one.text, "use": one.use} if one.use else {"text": one.text})


def _flow(values: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {_quoted(value)}' for key, value in values.items())}}}"


def _quoted(text: str) -> str:
    """A text on one line; YAML reads what JSON writes."""
    return json.dumps(text, ensure_ascii=False)
