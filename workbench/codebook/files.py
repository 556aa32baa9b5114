"""Codebook files as values: found by path or id, checked whole, read in."""

from collections.abc import Iterable, Mapping
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
_NOT_CODEBOOKS = {"roles"}


def shipped() -> list[str]:
    """The ids of the codebooks that come with the workbench, in alphabetical order."""
    return _ids(config.shipped("codebooks"))


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
    faults = schema_faults(document) or rule_faults(document)
    if faults:
        raise refusal(origin, faults)
    return _codebook(document.data, yaml_text)


def parse_stored(yaml_text: str) -> Codebook:
    """The codebook in YAML that was checked when it was stored: ten times as fast as checking it again.

    Raises InvalidFileError when it cannot be read after all.
    """
    try:
        return _codebook(read(yaml_text).data, yaml_text)
    except (UnreadableError, KeyError, TypeError, AttributeError):
        return parse(yaml_text)


def find(ref: str | Path, folder: Path | None = None) -> Path:
    """The file meant by a path or an id. Raises NotFoundError, naming the nearest ids."""
    folders = [place for place in (folder, config.shipped("codebooks")) if place is not None]
    if isinstance(ref, Path) or Path(ref).suffix in ENDINGS or Path(ref).name != ref:
        if Path(ref).exists():
            return Path(ref)
        raise NotFoundError(_("There is no file {file}.").format(file=ref))
    for place in folders:
        for ending in ENDINGS:
            if (place / f"{ref}{ending}").is_file():
                return place / f"{ref}{ending}"
    known = list(dict.fromkeys(id for place in folders for id in _ids(place)))
    raise NotFoundError(
        _("There is no codebook {id}.").format(id=ref),
        hint=_("Known: {names}. A file of your own is named by its path.").format(
            names=", ".join(nearest(ref, known) or known)
        ),
    )


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


def _ids(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted({file.stem for file in folder.iterdir() if file.suffix in ENDINGS} - _NOT_CODEBOOKS)


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
        no_code_examples=_texts(data, "no_code_examples"),
        yaml=text,
    )


def _code(data: Mapping[str, Any], parent: str) -> Code:
    return Code(
        id=data["id"],
        names=dict(data["name"]),
        definition=_flat(data["definition"]),
        parent=parent,
        include=_texts(data, "include"),
        exclude=tuple(Exclusion(_flat(one["text"]), one.get("use", "")) for one in data.get("exclude", ())),
        keywords=_texts(data, "keywords"),
        examples=_texts(data, "examples"),
        retired=data.get("retired", False),
        replaced_by=data.get("replaced_by", ""),
    )


def _texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    texts: Iterable[str] = data.get(key, ())
    return tuple(_flat(text) for text in texts)


def _flat(text: str) -> str:
    """Line breaks in a YAML block are how it was typed, not part of the words."""
    return " ".join(text.split())
