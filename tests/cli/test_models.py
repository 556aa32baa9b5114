"""workbench models, and suggesting with an embedding model: chosen, used, remembered; or refused in words."""

import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Answer, Run
from tests.toy_models import letter_model, word_model
from workbench.store import Source, Store, suggestions
from workbench.suggest.local_model import INSTALL, LIBRARIES, opened
from workbench.workflow.models import RECOMMENDED, local_model

HOUSE = Path(__file__).parents[2]


def choose(project: Path, path: str) -> None:
    """Write it into workbench.toml, as the guide says."""
    file = project / "workbench.toml"
    text = file.read_text(encoding="utf-8")
    assert 'embeddings = ""' in text
    file.write_text(text.replace('embeddings = ""', f'embeddings = "{path}"'), encoding="utf-8")


def cache(store: Store) -> list[dict[str, Any]]:
    return store.query("SELECT key, detail, content FROM model_cache ORDER BY key")


def no_fault(done: Answer) -> bool:
    return "Traceback" not in done.err and "A fault in the workbench itself" not in done.err


def test_suggest_with_a_model_and_read_each_passage_once(run: Run, store: Store, talk: Source, project: Path) -> None:
    run("code", "fg1", "5", "guide")
    run("suggest")
    alone = suggestions(store, talk.revision)
    assert cache(store) == []
    folder = letter_model(project / "modeller" / "bogstaver")
    choose(project, "modeller/bogstaver")
    done = run("suggest")
    assert (done.code, done.err) == (0, "Next: workbench review\n")
    with_model, held = suggestions(store, talk.revision), cache(store)
    said = {number: [one.suggestion for one in several] for number, several in with_model.items()}
    assert said != {number: [one.suggestion for one in several] for number, several in alone.items()}
    model = local_model(folder)
    assert {row["detail"] for row in held} == {'{"dimensions":16,"model":"bogstaver"}'}
    assert {row["key"].split()[1] for row in held} == {model.fingerprint}
    assert {len(row["content"]) for row in held} == {32}

    opened.cache_clear()
    again = run("suggest")
    assert (again.code, again.out) == (0, done.out)
    assert opened.cache_info().misses == 0
    assert cache(store) == held
    found = suggestions(store, talk.revision)
    assert {number: [one.suggestion for one in several] for number, several in found.items()} == said


def test_a_model_for_this_person_and_none_for_another(
    run: Run, store: Store, talk: Source, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(project, "/findes/ikke")
    monkeypatch.setenv("WORKBENCH_EMBEDDINGS", str(word_model(tmp_path / "ord")))
    assert run("suggest").code == 0
    [recorded] = store.query("SELECT provenance ->> 'embeddings' AS name FROM suggestion_run")
    assert recorded == {"name": "ord"}
    monkeypatch.setenv("WORKBENCH_EMBEDDINGS", "")
    assert run("suggest").code == 0
    [recorded] = store.query("SELECT provenance ->> 'embeddings' AS name FROM suggestion_run")
    assert recorded == {"name": None}


def test_a_folder_that_is_no_model_is_refused(run: Run, store: Store, talk: Source, project: Path) -> None:
    folder = letter_model(project / "model")
    choose(project, "model")
    (folder / "model.safetensors").unlink()
    done = run("suggest")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"Error: {folder} is no embedding model: model.safetensors is missing.\n"
        "workbench.toml says to use it. To suggest without it, set $WORKBENCH_EMBEDDINGS to nothing.\n"
        "A model is a folder as sentence-transformers saves it, taken whole. Which ones suit Danish:"
        " workbench models list\n"
    )
    assert suggestions(store, talk.revision) == {}


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("config.json", '"hidden_size": 16', '"hidden_size": 18'),
        ("config.json", '"model_type": "bert"', '"model_type": "nothing"'),
        ("tokenizer.json", '"version"', '"versions'),
        ("1_Pooling/config.json", '"mean"', '"meanest"'),
    ],
)
def test_a_model_that_fails_inside_the_library_is_refused_too(
    run: Run, talk: Source, project: Path, part: str, old: str, new: str
) -> None:
    folder = letter_model(project / "model")
    text = (folder / part).read_text(encoding="utf-8")
    assert old in text
    (folder / part).write_text(text.replace(old, new), encoding="utf-8")
    choose(project, "model")
    done = run("suggest")
    assert (done.code, done.out, no_fault(done)) == (1, "", True)
    assert done.err.startswith(f"Error: {folder} cannot be opened as an embedding model: ")
    assert done.err.endswith("To suggest without it, set $WORKBENCH_EMBEDDINGS to nothing.\n")


def test_without_the_libraries_it_is_said_what_to_install(
    run: Run, talk: Source, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = word_model(project / "model")
    choose(project, "model")
    opened.cache_clear()
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    assert find_spec("sentence_transformers") is None
    done = run("suggest")
    assert (done.code, done.err) == (
        1,
        "Error: An embedding model needs sentence-transformers, which is not installed.\n"
        f"Install it with: {INSTALL}\nTo suggest without it, set $WORKBENCH_EMBEDDINGS to nothing.\n",
    )
    checked = run("models", "check", str(folder))
    assert (checked.code, checked.out) == (0, "model is an embedding model of 1 MB.\n")
    assert checked.err.splitlines()[:2] == [
        "It was not tried: sentence-transformers is not installed.",
        f"Install it with: {INSTALL}",
    ]
    assert run("models", "check", str(folder), "--json").json["dimensions"] is None
    assert run("doctor").out.splitlines()[-4:-1] == [
        f"Embeddings: model ({folder})",
        "    sentence-transformers is not installed, so nothing is suggested.",
        f"    Install it with: {INSTALL}",
    ]


def test_what_to_install_is_what_the_extra_brings() -> None:
    extras = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert tuple(extras["embeddings"]) == LIBRARIES
    assert (
        "ungeindsats-workbench[embeddings,pdf]" in extras["all"],
        "ungeindsats-workbench[all]" in extras["dev"],
    ) == (True, True)


def test_models_are_listed_with_size_licence_and_where_they_are(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    here = tmp_path / "hub" / "models--intfloat--multilingual-e5-small" / "snapshots" / "a1"
    here.parent.mkdir(parents=True)
    word_model(here)
    done = run("models")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].split() == ["Model", "Kind", "MB", "Licence", "Found", "here"]
    assert lines[2].split() == ["intfloat/multilingual-e5-small", "embeddings", "470", "MIT", str(here)]
    assert lines[-3:] == [
        "",
        "Embeddings: none. With a model, suggestions also find what is said in other words.",
        "    See what there is: workbench models list",
    ]
    assert run("models", "list").out == done.out
    told = run("models", "--json").json
    assert told == run("models", "list", "--json").json
    assert told["embeddings"] == {
        "active": False, "installed": True, "chosen": None, "by": None, "model": None, "hash": None, "problem": "",
    }  # fmt: skip
    assert [one["name"] for one in told["recommended"]] == [one.name for one in RECOMMENDED]
    assert told["recommended"][0] == {
        "name": "intfloat/multilingual-e5-small",
        "kind": "embeddings",
        "size_mb": 470,
        "licence": "MIT",
        "found": str(here),
    }


def test_what_is_chosen_is_told_by_models_and_doctor(run: Run, project: Path) -> None:
    folder = word_model(project / "model")
    choose(project, "model")
    record = {
        "active": True, "installed": True, "chosen": str(folder), "by": "project", "model": "model",
        "hash": local_model(folder).fingerprint, "problem": "",
    }  # fmt: skip
    assert run("models", "--json").json["embeddings"] == run("doctor", "--json").json["embeddings"] == record
    line = f"Embeddings: model ({folder})"
    assert run("models").out.splitlines()[-1] == run("doctor").out.splitlines()[-2] == line
    (folder / "modules.json").unlink()
    fault = f"{folder} is no embedding model: modules.json is missing."
    broken = run("doctor", "--json").json["embeddings"]
    assert (broken["active"], broken["model"], broken["problem"]) == (False, None, fault)
    done = run("doctor")
    assert done.code == 0
    assert done.out.splitlines()[-4:-2] == [
        "Embeddings: the chosen model cannot be used, so nothing is suggested.",
        f"    {fault}",
    ]


def test_a_folder_is_checked_and_tried(run: Run, tmp_path: Path) -> None:
    folder = letter_model(tmp_path / "multilingual-e5-small")
    done = run("models", "check", str(folder))
    assert (done.code, done.out) == (
        0,
        "multilingual-e5-small is an embedding model of 1 MB.\n"
        "Each passage is given to it after: query: \n"
        "It was tried, and answers with 16 numbers.\n",
    )
    assert done.err == f'To use it, write in workbench.toml, under [suggest]:\nembeddings = "{folder}"\n'
    assert run("models", "check", str(folder), "--json").json == {
        "path": str(folder),
        "name": "multilingual-e5-small",
        "size_mb": 1,
        "prompt": "query: ",
        "hash": local_model(folder).fingerprint,
        "dimensions": 16,
    }
    (folder / "tokenizer.json").unlink()
    refused = run("models", "check", str(folder))
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.splitlines()[0] == (
        f"Error: {folder} is no embedding model: its vocabulary is missing (tokenizer.json)."
    )
