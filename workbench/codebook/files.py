"""Codebook files as values: found by path or id, checked whole, read in."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbench import config
from workbench.codebook.codes import Code, Codebook, Exclusion
from workbench.codebook.rules import rule_faults
from workbench.codebook.schema import schema_faults
from workbench.errors import InvalidFileError, NotFoundError
from workbench.faults import Fault, refusal
from workbench.i18n import _
from workbench.model import nearest
from workbench.yamlfile import UnreadableError, read

ENDINGS = (".yaml", ".yml")
KEPT = 8
"""Codebooks that are read once only."""
_NOT_CODEBOOKS = {"roles", "crosswalk", "no-code"}
_SAYS_KIND = re.compile(r"^kind:\s*([\w-]+)", re.MULTILINE)


class Kind(StrEnum):
    """What a file in a folder of codebooks is."""

    CODEBOOK = "codebook"
    """Themes that passages are coded with."""
    JOURNEY = "journey"
    """The words that youth journeys are told in."""


def shipped(kind: Kind = Kind.CODEBOOK) -> list[str]:
    """The ids of the codebooks, or vocabularies, that come with the workbench, in alphabetical order."""
    return _ids(config.shipped("codebooks"), kind)


def load(ref: str | Path, folder: Path | None = None) -> Codebook:
    """The codebook in this file, or with this id in the project's folder or among the shipped ones.

    Raises NotFoundError when there is none, InvalidFileError listing every fault when it is no codebook.
    """
    file = find(ref, folder)
    return parse(text_of(file), origin=file.name)


def parse(yaml_text: str, origin: str = "codebook.yaml") -> Codebook:
    """The codebook written in this YAML. Raises InvalidFileError, which lists up to ten faults by line."""
    try:
        document = read(yaml_text)
    except UnreadableError as error:
        raise refusal(origin, [error.fault]) from error
    if isinstance(document.data, dict) and document.data.get("kind") == Kind.JOURNEY:
        said = _("this is a vocabulary for youth journeys, not a codebook of themes")
        raise refusal(origin, [Fault(document.line(("kind",)), said)])
    faults = schema_faults(document) or rule_faults(document)
    if faults:
        raise refusal(origin, faults)
    return _codebook(document.data, yaml_text)


@lru_cache(maxsize=KEPT)
def parse_stored(yaml_text: str) -> Codebook:
    """The codebook in YAML that was checked when it was stored: ten times as fast as checking it again.

    The same text is read once: a codebook is asked for at every key, and never changes.

    Raises InvalidFileError when it cannot be read after all.
    """
    try:
        return _codebook(read(yaml_text).data, yaml_text)
    except (UnreadableError, KeyError, TypeError, AttributeError):
        return parse(yaml_text)


def find(ref: str | Path, folder: Path | None = None, kind: Kind = Kind.CODEBOOK) -> Path:
    """The file meant by a path or an id. Raises NotFoundError, naming the nearest ids."""
    folders = [place for place in (folder, config.shipped("codebooks")) if place is not None]
    if is_path(ref):
        if Path(ref).exists():
            return Path(ref)
        raise NotFoundError(_("There is no file {file}.").format(file=ref))
    known = list(dict.fromkeys(id for place in folders for id in _ids(place, kind)))
    if ref in known:
        files = (place / f"{ref}{ending}" for place in folders for ending in ENDINGS)
        return next(file for file in files if file.is_file() and _kind(file) is kind)
    if any(ref in _ids(place, other) for place in folders for other in Kind):
        raise NotFoundError(
            _("{id} is a vocabulary for youth journeys, not a codebook of themes.").format(id=ref)
            if kind is Kind.CODEBOOK
            else _("{id} is a codebook of themes, not a vocabulary for youth journeys.").format(id=ref),
            hint=_("Known: {names}.").format(names=", ".join(known)),
        )
    raise NotFoundError(
        _("There is no codebook {id}.").format(id=ref),
        hint=_("Known: {names}. A file of your own is named by its path.").format(
            names=", ".join(nearest(str(ref), known) or known)
        ),
    )


def kind_of(ref: str | Path, folder: Path | None = None) -> Kind:
    """What this path or id names; a codebook where nothing says otherwise."""
    if is_path(ref):
        return _kind(Path(ref)) if Path(ref).is_file() else Kind.CODEBOOK
    places = [place for place in (folder, config.shipped("codebooks")) if place is not None]
    return next((kind for place in places for kind in Kind if ref in _ids(place, kind)), Kind.CODEBOOK)


def is_path(ref: str | Path) -> bool:
    """Whether this names a file rather than a codebook's id."""
    return isinstance(ref, Path) or Path(ref).suffix in ENDINGS or Path(ref).name != ref


def text_of(file: Path) -> str:
    """The file's text. Raises InvalidFileError when it cannot be opened or is no UTF-8."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise InvalidFileError(
            _("{file} cannot be read: {reason}").format(file=file.name, reason=error.strerror or error)
        ) from error
    if b"\0" in raw:
        raise refusal(file.name, [Fault(raw.count(b"\n", 0, raw.index(b"\0")) + 1, _("this is no text file"))])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        fault = Fault(line, _("a character that is not UTF-8; save the file as UTF-8"))
        raise refusal(file.name, [fault]) from error


def _ids(folder: Path, kind: Kind) -> list[str]:
    if not folder.is_dir():
        return []
    files = (file for file in folder.iterdir() if file.suffix in ENDINGS and file.stem not in _NOT_CODEBOOKS)
    return sorted({file.stem for file in files if file.is_file() and _kind(file) is kind})


def _kind(file: Path) -> Kind:
    """What a file says it is, without reading it as YAML: a broken codebook is still found, and then refused."""
    said = _SAYS_KIND.search(file.read_text(encoding="utf-8", errors="replace"))
    return Kind.JOURNEY if said and said[1] == Kind.JOURNEY else Kind.CODEBOOK


def _codebook(data: Mapping[str, Any], text: str) -> Codebook:
    """The value of data that has been checked."""
    codes: list[Code] = []
    for area in data["codes"]:
        codes.append(_code(area, ""))
        codes.extend(_code(code, area["id"]) for code in area.get("codes", ()))
    return Codebook(
        id=data["id"],
        version=data["version"],
        names=dict(data["name"]),
        codes=tuple(codes),
        no_code_examples=texts(data, "no_code_examples"),
        yaml=text,
    )


def _code(data: Mapping[str, Any], parent: str) -> Code:
    return Code(
        id=data["id"],
        names=dict(data["name"]),
        definition=flat(data["definition"]),
        parent=parent,
        include=texts(data, "include"),
        exclude=tuple(Exclusion(flat(one["text"]), one.get("use", "")) for one in data.get("exclude", ())),
        keywords=texts(data, "keywords"),
        examples=texts(data, "examples"),
        retired=data.get("retired", False),
        replaced_by=data.get("replaced_by", ""),
        folder=data.get("folder", False),
        recommendation_types=texts(data, "recommendation_types"),
    )


def texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    texts: Iterable[str] = data.get(key, ())
    return tuple(flat(text) for text in texts)


def flat(text: str) -> str:
    """Line breaks in a YAML block are how it was typed, not part of the words."""
    return " ".join(text.split())
