"""The folder of an embedding model, looked at before a library opens it.

A folder from somewhere can be half a download, another kind of model, or a program: modules.json may name any class
there is, and old weights are pickles, which run what they hold. Only what is known is let through.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from workbench.errors import InvalidFileError
from workbench.i18n import _

READS_WORDS = frozenset({"Transformer", "StaticEmbedding"})
"""Modules that turn words into numbers: the first is one of these."""
MODULES = READS_WORDS | {"Pooling", "Normalize", "Dense", "LayerNorm"}
_WEIGHED = READS_WORDS | {"Dense", "LayerNorm"}
_LIBRARY = "sentence_transformers."
_VOCABULARIES = ("tokenizer.json", "vocab.txt", "sentencepiece.bpe.model", "spiece.model")
_PARTS = frozenset({".json", ".safetensors", ".model", ".txt"})
_POINTER = b"version https://git-lfs"
_SAMPLE = 1 << 18


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """An embedding model on this computer, as sentence-transformers saves one."""

    path: Path
    name: str
    size: int
    """Bytes of all that belongs to it."""
    prompt: str
    """What the model wants before each text, by its own settings; empty where it says nothing."""
    fingerprint: str


def model_folder(path: Path) -> ModelFolder:
    """The model in this folder. Raises InvalidFileError, naming what is missing and what to do, when it is none."""
    if not path.is_dir():
        raise _fault(path, _("it is a file") if path.exists() else _("there is no such folder"))
    folders = list(_modules(path))
    parts = sorted(
        {file for folder in folders for file in folder.glob("*") if file.suffix in _PARTS and file.is_file()}
    )
    mark = sha256()
    for file in parts:
        mark.update(json.dumps([file.relative_to(path).as_posix(), file.stat().st_size]).encode())
        mark.update(_sample(file))
    return ModelFolder(
        path=path,
        name=_name(path),
        size=sum(file.stat().st_size for file in parts),
        prompt=_prompt(path),
        fingerprint=mark.hexdigest()[:16],
    )


def _modules(path: Path) -> Iterator[Path]:
    """The folders of its modules, each checked."""
    modules = _json(path, path / "modules.json")
    if not isinstance(modules, list) or not modules:
        raise _fault(path, _("{file} is no list of modules").format(file="modules.json"))
    for position, module in enumerate(modules):
        kind, folder = (module.get("type"), module.get("path")) if isinstance(module, dict) else (None, None)
        if not isinstance(kind, str) or not isinstance(folder, str):
            raise _fault(path, _("{file} is no list of modules").format(file="modules.json"))
        name = kind.rpartition(".")[2]
        if not kind.startswith(_LIBRARY) or name not in (READS_WORDS if position == 0 else MODULES):
            raise _fault(path, _("modules.json asks for {kind}, which is not opened here").format(kind=kind))
        if PurePosixPath(folder).is_absolute() or ".." in PurePosixPath(folder).parts:
            raise _fault(path, _("modules.json points outside the folder"))
        _check(path, path / folder, name)
        yield path / folder


def _check(path: Path, folder: Path, name: str) -> None:
    if name in ("Transformer", "Pooling", "Dense") and not isinstance(_json(path, folder / "config.json"), dict):
        raise _fault(path, _("{file} holds no settings").format(file=_within(path, folder / "config.json")))
    if name in READS_WORDS and not any((folder / file).is_file() for file in _VOCABULARIES):
        raise _fault(
            path, _("its vocabulary is missing ({file})").format(file=_within(path, folder / "tokenizer.json"))
        )
    if name in _WEIGHED:
        for file in _weights(path, folder):
            _check_weights(path, file)


def _weights(path: Path, folder: Path) -> list[Path]:
    whole, index = folder / "model.safetensors", folder / "model.safetensors.index.json"
    if not whole.exists() and index.is_file():
        told = _json(path, index)
        shards = told.get("weight_map") if isinstance(told, dict) else None
        if not isinstance(shards, dict) or not shards:
            raise _fault(path, _("{file} holds no settings").format(file=_within(path, index)))
        return [folder / Path(str(shard)).name for shard in sorted({str(each) for each in shards.values()})]
    return [whole]


def _check_weights(path: Path, file: Path) -> None:
    """Raises unless the file is there and as long as its own head says."""
    shown = _within(path, file)
    if not file.is_file():
        if file.with_name("pytorch_model.bin").exists():
            said = _("its weights are pytorch_model.bin only, a kind that can hold programs; {file} is missing")
            raise _fault(path, said.format(file=shown))
        raise _fault(path, _("{file} is missing").format(file=shown))
    size = file.stat().st_size
    with file.open("rb") as opened:
        start = opened.read(8)
        length = int.from_bytes(start, "little")
        head = opened.read(min(length, size))
    if (start + head).startswith(_POINTER):
        raise _fault(path, _("{file} only points to the weights; fetch them with: git lfs pull").format(file=shown))
    try:
        tensors = json.loads(head)
        end = max(tensor["data_offsets"][1] for name, tensor in tensors.items() if name != "__metadata__")
    except (ValueError, AttributeError, TypeError, KeyError, IndexError) as error:
        raise _fault(path, _("{file} holds no weights, or only the first part of them").format(file=shown)) from error
    if size != 8 + length + end:
        said = _("{file} is cut off: {found} of {whole} bytes")
        raise _fault(path, said.format(file=shown, found=size, whole=8 + length + end))


def _json(path: Path, file: Path) -> Any:
    if not file.is_file():
        raise _fault(path, _("{file} is missing").format(file=_within(path, file)))
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise _fault(path, _("{file} cannot be read").format(file=_within(path, file))) from error


def _prompt(path: Path) -> str:
    """Of a model with prompts the one it uses by itself, else the one for questions: both sides are alike here."""
    file = path / "config_sentence_transformers.json"
    told = _json(path, file) if file.is_file() else {}
    prompts = told.get("prompts") if isinstance(told, dict) else None
    if not isinstance(prompts, dict):
        return ""
    found = prompts.get(told.get("default_prompt_name") or "query", "")
    return found if isinstance(found, str) else ""


def _name(path: Path) -> str:
    """The folder's name; in the library's own cache the model's, whose folder is named by a hash."""
    if path.parent.name == "snapshots":
        return path.parent.parent.name.removeprefix("models--").replace("--", "/")
    return path.resolve().name


def _sample(file: Path) -> bytes:
    """All of a small file, three places of a large one: reading gigabytes would cost every run seconds."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        if size <= 3 * _SAMPLE:
            return opened.read()
        found = b""
        for place in (0, size // 2, size - _SAMPLE):
            opened.seek(place)
            found += opened.read(_SAMPLE)
        return found


def _within(path: Path, file: Path) -> str:
    return file.relative_to(path).as_posix()


def _fault(path: Path, fault: str) -> InvalidFileError:
    return InvalidFileError(
        _("{folder} is no embedding model: {fault}.").format(folder=path, fault=fault),
        hint=_(
            "A model is a folder as sentence-transformers saves it, taken whole. Which ones suit Danish:"
            " workbench models list"
        ),
    )
