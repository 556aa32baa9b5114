"""The embedding model a project uses: who chooses it, that it reads each passage once, and that it is not forgotten."""

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.toy_models import letter_model, word_model
from workbench.config import PROJECT_FILE, Settings, read_settings
from workbench.errors import InvalidFileError, WorkbenchError
from workbench.model import Verdict
from workbench.store import Source, Store, address, decide, passages, source, sources, stored_codes, suggestions
from workbench.workflow.edit import edit_source
from workbench.workflow.learn import Learner
from workbench.workflow.models import RECOMMENDED, Chosen, Kind, chosen, embedder, found, local_model
from workbench.workflow.remembering import Remembering
from workbench.workflow.suggest import suggest


class Counting:
    """An embedding model of three numbers that notes what it was asked."""

    name = "taeller"
    fingerprint = "0123456789abcdef"
    dimensions = 3

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.append(list(texts))
        rows = np.array([(len(text), text.count("e"), 1) for text in texts], dtype=np.float32)
        found: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return found


def rows(store: Store) -> int:
    return int(store.query("SELECT count(*) AS n FROM model_cache")[0]["n"])


def test_each_text_is_read_once_and_answers_are_the_same_ever_after(store: Store) -> None:
    model = Counting()
    first = Remembering(model, store)
    found = first.encode(["Ja.", "Det ved jeg ikke.", "Ja."])
    again = first.encode(["Det ved jeg ikke.", "Nej."])
    later = Remembering(model, store).encode(["Nej.", "Ja.", "Det ved jeg ikke."])
    assert model.asked == [["Ja.", "Det ved jeg ikke."], ["Nej."]]
    assert rows(store) == 3
    assert str(found.dtype) == "float32"
    np.testing.assert_array_equal(found[[0, 2]], later[[1, 1]])
    np.testing.assert_array_equal(again, later[[2, 0]])
    np.testing.assert_allclose(np.linalg.norm(later, axis=1), 1, rtol=1e-6)
    np.testing.assert_allclose(later, model.encode(["Nej.", "Ja.", "Det ved jeg ikke."]), atol=1e-3)
    assert first.encode([]).shape == (0, 3)


def test_another_thread_finds_and_keeps_as_well(store: Store) -> None:
    model = Counting()
    Remembering(model, store).encode(["Nej."])
    remembering = Remembering(model, store)
    with ThreadPoolExecutor(max_workers=1) as thread:
        elsewhere = thread.submit(remembering.encode, ["Ja.", "Nej."]).result()
    assert (model.asked, rows(store)) == ([["Nej."], ["Ja."]], 2)
    np.testing.assert_array_equal(Remembering(model, store).encode(["Ja.", "Nej."]), elsewhere)
    assert len(model.asked) == 2


def test_who_chooses_the_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    none, own = Settings("1", "p"), Settings("1", "p", embeddings="modeller/e5")
    assert (chosen(tmp_path, none), chosen(None, None)) == (None, None)
    assert chosen(tmp_path, own) == Chosen(tmp_path / "modeller" / "e5", by_environment=False)
    assert chosen(tmp_path, replace(own, embeddings="/srv/e5")) == Chosen(Path("/srv/e5"), by_environment=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKBENCH_EMBEDDINGS", "her")
    assert chosen(tmp_path / "p", own) == Chosen(tmp_path / "her", by_environment=True)
    monkeypatch.setenv("WORKBENCH_EMBEDDINGS", "")
    assert chosen(tmp_path, own) is None


def test_the_choice_is_kept_in_the_project_s_settings(tmp_path: Path) -> None:
    file = tmp_path / PROJECT_FILE
    settings = Settings("1", "p", embeddings='e"5')
    file.write_text(settings.to_toml(), encoding="utf-8")
    assert read_settings(file) == settings
    file.write_text('id = "1"\nname = "p"\n', encoding="utf-8")
    assert read_settings(file).embeddings == ""
    file.write_text('id = "1"\nname = "p"\n[suggest]\nembeddings = 5\n', encoding="utf-8")
    with pytest.raises(InvalidFileError) as refused:
        read_settings(file)
    assert refused.value.message == f"{file}: embeddings should be a text in quotation marks"


def test_a_recommended_model_gets_its_prompt_by_name_unless_it_brings_one(tmp_path: Path) -> None:
    assert local_model(word_model(tmp_path / "multilingual-e5-small")).prompt == "query: "
    assert local_model(word_model(tmp_path / "min-egen")).prompt == ""
    file = word_model(tmp_path / "multilingual-e5-base") / "config_sentence_transformers.json"
    file.write_text('{"prompts": {"query": "q: "}}', encoding="utf-8")
    assert local_model(file.parent).prompt == "q: "


def test_models_are_found_where_the_hub_s_programs_keep_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    small, base = (one for one in RECOMMENDED if one.name.endswith(("e5-small", "e5-base")))
    for name in ("half", "whole"):
        folder = tmp_path / "hub" / "models--intfloat--multilingual-e5-small" / "snapshots" / name
        folder.parent.mkdir(parents=True, exist_ok=True)
        letter_model(folder)
    (folder.with_name("half") / "model.safetensors").unlink()
    assert (found(small), found(base)) == (folder, None)
    assert [found(one) for one in RECOMMENDED if one.kind is Kind.LEMMAS] == [None]


@pytest.fixture
def model(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model in use."""
    folder = word_model(tmp_path / "ord")
    monkeypatch.setenv("WORKBENCH_EMBEDDINGS", str(folder))
    return folder


def kept(store: Store) -> set[str]:
    return {row["key"].rpartition(" ")[2] for row in store.query("SELECT key FROM model_cache")}


def test_what_nobody_says_any_more_is_forgotten(store: Store, talk: Source, model: Path) -> None:
    suggest(store, [talk])
    said = {address(one.text) for one in passages(store, talk.revision)}
    assert said < kept(store)
    edit_source(store, talk, {"consent": {"quote"}})
    suggest(store, [])
    assert said < kept(store)
    suggest(store, sources(store))
    assert kept(store) & said == set()


def test_learning_while_deciding_uses_the_model(store: Store, talk: Source, model: Path) -> None:
    first = passages(store, talk.revision)[0]
    guide = next(one for one in stored_codes(store) if one.code == "guide")
    learner = Learner(store)
    learner.settle()
    with store.command("reject") as command:
        decide(command, first, guide, Verdict.REJECT)
    learner.decided(source(store, talk.id), first)
    recorded = store.query(
        "SELECT provenance ->> 'embeddings' AS name, provenance ->> 'embeddings_hash' AS hash,"
        " provenance ->> 'labelled' AS labelled FROM suggestion_run"
    )
    assert recorded == [{"name": "ord", "hash": local_model(model).fingerprint, "labelled": 1}]


def test_a_broken_model_is_refused_before_anything_is_made(store: Store, talk: Source, model: Path) -> None:
    suggest(store, [talk])
    before = suggestions(store, talk.revision)
    (model / "modules.json").unlink()
    with pytest.raises(InvalidFileError) as refused:
        embedder(store)
    assert refused.value.hint.splitlines()[0] == (
        "$WORKBENCH_EMBEDDINGS says to use it. To suggest without it, set $WORKBENCH_EMBEDDINGS to nothing."
    )
    with pytest.raises(InvalidFileError):
        suggest(store, [talk])
    assert suggestions(store, talk.revision) == before


def test_missing_libraries_are_told_before_a_thread_needs_them(
    store: Store, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(WorkbenchError) as refused:
        embedder(store)
    assert refused.value.message == "An embedding model needs sentence-transformers, which is not installed."


def test_deciding_goes_on_where_the_library_fails_later(store: Store, talk: Source, model: Path) -> None:
    tokenizer = model / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text(encoding="utf-8").replace('"version"', '"versions'), encoding="utf-8")
    learner = Learner(store)
    learner.settle()
    learner.decided(talk, passages(store, talk.revision)[0])
    assert suggestions(store, talk.revision) == {}
