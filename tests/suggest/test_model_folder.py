"""The folder of an embedding model: what is none is told from what is one, before a library opens it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.toy_models import letter_model, word_model
from workbench.errors import InvalidFileError
from workbench.suggest.model_folder import ModelFolder, model_folder

HUB = (
    ("", "sentence_transformers.models.Transformer"),
    ("1_Pooling", "sentence_transformers.models.Pooling"),
    ("2_Normalize", "sentence_transformers.models.Normalize"),
)
"""What a model from before version 6 names its modules, as all recommended ones do."""


def write(file: Path, value: Any) -> None:
    file.write_text(json.dumps(value), encoding="utf-8")


def modules(folder: Path, several: tuple[tuple[str, str], ...]) -> None:
    named = [{"idx": at, "name": str(at), "path": path, "type": kind} for at, (path, kind) in enumerate(several)]
    write(folder / "modules.json", named)


def cut(folder: Path) -> None:
    held = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(held[:-100])


def pickled(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def in_shards(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "model-00001-of-00002.safetensors")
    shards = {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}
    write(folder / "model.safetensors.index.json", {"weight_map": shards})


POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 470641600\n"


def test_what_a_folder_holds(tmp_path: Path) -> None:
    folder = letter_model(tmp_path / "bogstaver")
    found = model_folder(folder)
    sizes = [file.stat().st_size for file in folder.rglob("*.*") if file.suffix in (".json", ".safetensors")]
    assert found == ModelFolder(folder, "bogstaver", sum(sizes), "", found.fingerprint)
    assert len(found.fingerprint) == 16


def test_the_names_of_older_modules_and_a_folder_that_nobody_copies(tmp_path: Path) -> None:
    folder = letter_model(tmp_path / "gammel")
    modules(folder, HUB)
    (folder / "2_Normalize" / "config.json").unlink()
    (folder / "2_Normalize").rmdir()
    assert model_folder(folder).name == "gammel"


def test_the_library_s_own_cache_names_a_folder_by_a_hash(tmp_path: Path) -> None:
    folder = tmp_path / "models--intfloat--multilingual-e5-small" / "snapshots" / "614241f"
    folder.parent.mkdir(parents=True)
    assert model_folder(word_model(folder)).name == "intfloat/multilingual-e5-small"


@pytest.mark.parametrize(
    ("settings", "prompt"),
    [
        ({"prompts": {"query": "query: ", "document": "passage: "}, "default_prompt_name": None}, "query: "),
        ({"prompts": {"query": "query: ", "theme": "Tema: "}, "default_prompt_name": "theme"}, "Tema: "),
        ({"prompts": {}, "default_prompt_name": None}, ""),
        ({"__version__": {}}, ""),
        ([], ""),
    ],
)
def test_what_the_model_wants_before_each_text(tmp_path: Path, settings: Any, prompt: str) -> None:
    folder = word_model(tmp_path / "m")
    write(folder / "config_sentence_transformers.json", settings)
    assert model_folder(folder).prompt == prompt


def test_a_fingerprint_follows_what_computes_and_nothing_else(tmp_path: Path) -> None:
    folder = word_model(tmp_path / "m")
    before = model_folder(folder).fingerprint
    assert model_folder(word_model(tmp_path / "n")).fingerprint == before
    (folder / "README.md").write_text("Andre ord.", encoding="utf-8")
    assert model_folder(folder).fingerprint == before
    weights = bytearray((folder / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (folder / "model.safetensors").write_bytes(weights)
    assert model_folder(folder).fingerprint != before


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda f: (f / "modules.json").unlink(), "modules.json is missing"),
        (lambda f: (f / "modules.json").write_text("[{", encoding="utf-8"), "modules.json cannot be read"),
        (lambda f: write(f / "modules.json", {}), "modules.json is no list of modules"),
        (lambda f: write(f / "modules.json", [{"type": 1}]), "modules.json is no list of modules"),
        (
            lambda f: modules(f, (("", "modeling_mine.Transformer"),)),
            "modules.json asks for modeling_mine.Transformer, which is not opened here",
        ),
        (
            lambda f: modules(f, (("", "sentence_transformers.models.Pooling"),)),
            "modules.json asks for sentence_transformers.models.Pooling, which is not opened here",
        ),
        (lambda f: modules(f, (("../..", HUB[0][1]),)), "modules.json points outside the folder"),
        (lambda f: modules(f, (("/etc", HUB[0][1]),)), "modules.json points outside the folder"),
        (lambda f: (f / "config.json").unlink(), "config.json is missing"),
        (lambda f: write(f / "config.json", []), "config.json holds no settings"),
        (lambda f: (f / "1_Pooling" / "config.json").unlink(), "1_Pooling/config.json is missing"),
        (lambda f: (f / "tokenizer.json").unlink(), "its vocabulary is missing (tokenizer.json)"),
        (lambda f: (f / "model.safetensors").unlink(), "model.safetensors is missing"),
        (
            pickled,
            "its weights are pytorch_model.bin only, a kind that can hold programs; model.safetensors is missing",
        ),
        (cut, "model.safetensors is cut off: {cut} of {whole} bytes"),
        (
            lambda f: (f / "model.safetensors").write_bytes(POINTER),
            "model.safetensors only points to the weights; fetch them with: git lfs pull",
        ),
        (
            lambda f: (f / "model.safetensors").write_bytes(b"\x10" + bytes(30)),
            "model.safetensors holds no weights, or only the first part of them",
        ),
        (
            lambda f: (f / "model.safetensors").write_bytes(b""),
            "model.safetensors holds no weights, or only the first part of them",
        ),
        (in_shards, "model-00002-of-00002.safetensors is missing"),
    ],
)  # fmt: skip
def test_what_is_no_model_says_why(tmp_path: Path, spoil: Callable[[Path], object], fault: str) -> None:
    folder = letter_model(tmp_path / "m")
    whole = (folder / "model.safetensors").stat().st_size
    spoil(folder)
    with pytest.raises(InvalidFileError) as refused:
        model_folder(folder)
    told = fault.format(cut=whole - 100, whole=whole)
    assert refused.value.message == f"{folder} is no embedding model: {told}."
    assert refused.value.hint == (
        "A model is a folder as sentence-transformers saves it, taken whole. Which ones suit Danish:"
        " workbench models list"
    )


def test_no_folder_and_a_file(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    for name, fault in (("fil", "it is a file"), ("intet", "there is no such folder")):
        with pytest.raises(InvalidFileError) as refused:
            model_folder(tmp_path / name)
        assert refused.value.message == f"{tmp_path / name} is no embedding model: {fault}."
