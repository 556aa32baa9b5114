"""Embeddings: a block of likeness that hears what is said in other words, and is silent where there is no model."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.suggest.test_engine import BOOK, CHAT, DOUBLED, GUIDED
from tests.suggest.test_learning import SAID
from tests.toy_models import letter_model, word_model
from workbench.errors import InvalidFileError
from workbench.model import LabelledPassage
from workbench.suggest import Engine
from workbench.suggest.embeddings import SHARE, Directions
from workbench.suggest.features import likeness
from workbench.suggest.local_model import OFFLINE, LocalModel
from workbench.suggest.model_folder import model_folder
from workbench.suggest.personal import Personal
from workbench.suggest.prior import prior
from workbench.suggest.reading import readings
from workbench.suggest.ridge import Ridge
from workbench.suggest.rows import codebook_rows, person_rows

OTHER_WORDS = "Vognen parkerede ved buskene, da undervisningen sluttede."
"""What SAID says, with no word of it that tells anything."""
LABELLED = (LabelledPassage(SAID, frozenset({"guide"})), LabelledPassage(CHAT, frozenset(), no_code=True))


@dataclass(frozen=True)
class Table:
    """An embedding model that is a table; what is not in it lies where everything else does."""

    rows: dict[str, tuple[float, ...]]
    name: str = "table"
    fingerprint: str = "0123456789abcdef"
    dimensions: int = 2

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([self.rows.get(text, (1.0, 0.0)) for text in texts], dtype=np.float32)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> LocalModel:
    return LocalModel(model_folder(word_model(tmp_path_factory.mktemp("toy") / "ord")))


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> LocalModel:
    return LocalModel(model_folder(letter_model(tmp_path_factory.mktemp("toy") / "bogstaver")))


def test_directions_are_seen_from_the_middle_of_what_was_learned() -> None:
    table = Table({"a": (1.0, 0.0), "b": (0.0, 1.0), "c": (0.6, 0.8)})
    directions, placed = Directions.over(table, ["a", "b"])
    across = np.sqrt(SHARE / 2)
    np.testing.assert_allclose(placed, [[across, -across], [-across, across]], rtol=1e-12)
    np.testing.assert_array_equal(directions.of(["b", "a"]), placed[::-1])
    assert float((directions.of(["c"]) ** 2).sum()) == pytest.approx(SHARE)


def test_without_a_model_there_are_no_dimensions() -> None:
    directions, placed = Directions.over(None, ["a", "b"])
    assert (placed.shape, directions.of(["c"]).shape, Directions.over(None, ())[1].shape) == ((2, 0), (1, 0), (0, 0))


def test_the_same_in_other_words_is_found(words: LocalModel) -> None:
    alone, both = (Engine.learn(BOOK, LABELLED, embedder=model) for model in (None, words))
    [before], [after] = alone.confidences([OTHER_WORDS]), both.confidences([OTHER_WORDS])
    assert after["guide"] > 1.3 * before["guide"]
    unlike = ["Kassen lugtede af fisk, og ingen sagde noget."]
    assert both.confidences(unlike)[0]["guide"] < alone.confidences(unlike)[0]["guide"]


def test_a_decision_is_learned_in_passing_too(words: LocalModel) -> None:
    engine = Engine.learn(BOOK, embedder=words)
    more = engine.learned([LABELLED[0]])
    assert more.embedder is words
    [before], [after] = engine.confidences([OTHER_WORDS]), more.confidences([OTHER_WORDS])
    assert after["guide"] > 2 * before["guide"]
    assert after["plan"] == pytest.approx(before["plan"], abs=0.01)


def test_the_codebook_s_examples_are_learned_from_once_more(words: LocalModel) -> None:
    """`Hun … altid svarer, når jeg skriver` is an example of guide; "ringer" means the same to the toy."""
    text = "Pigen ringer."
    [before], [after] = (Engine.learn(BOOK, embedder=model).confidences([text]) for model in (None, words))
    assert after["guide"] > before["guide"]


def test_evidence_is_words_and_only_those_that_carried(words: LocalModel) -> None:
    engine = Engine.learn(BOOK, LABELLED, embedder=words)
    alone = Engine.learn(BOOK, LABELLED)
    for text in (DOUBLED, GUIDED):
        with_model, without = engine.suggest([text])[0], alone.suggest([text])[0]
        assert [one.code for one in with_model] == [one.code for one in without]
        for one in with_model:
            assert [each.place.of(text) for each in one.evidence] == [each.text for each in one.evidence]
            assert 0 < sum(each.weight for each in one.evidence) <= 1.0001
    carried = [one for one in engine.suggest(["Vognen parkerede ved buskene."], limit=3)[0] if one.code == "guide"]
    assert [one.evidence for one in carried] in ([], [()])


def test_a_model_that_tells_nothing_apart_changes_nothing_to_the_last_digit() -> None:
    known = prior(BOOK)
    rows = [*codebook_rows(BOOK), *person_rows(BOOK, LABELLED)]
    texts = [OTHER_WORDS, GUIDED, DOUBLED]
    read = readings(texts)
    seen = known.features.see(read)
    scores = []
    for model in (None, Table({})):
        personal = Personal.learned(BOOK, known, rows, texts, model)
        more = personal.with_rows(BOOK, known, person_rows(BOOK, [LabelledPassage(DOUBLED, frozenset({"plan"}))])[:1])
        scores.append([one.scores(one.see(texts, read, seen)).tolist() for one in (personal, more)])
        scores[-1].append([[test.scores for test in personal.tests(known.tests)]])
    assert scores[0] == scores[1]
    assert scores[0][0] != scores[0][1]


def test_rows_are_as_like_as_their_words_and_their_directions() -> None:
    """Without a model by words alone, to the last digit; a passage learned in passing is like the others as any."""
    known, rows = prior(BOOK), codebook_rows(BOOK)
    table = Table({row.text: (np.cos(at), np.sin(at)) for at, row in enumerate(rows)})
    weights = np.array([row.weight for row in rows])
    alone = Personal.learned(BOOK, known, rows, ())
    by_words = Ridge.fit(likeness(alone._columns, alone._columns), alone._ridge.targets, weights)
    np.testing.assert_array_equal(alone._ridge.duals, by_words.duals)
    [chat] = person_rows(BOOK, [LabelledPassage(CHAT, frozenset(), no_code=True)])
    more = Personal.learned(BOOK, known, rows, (), table).with_rows(BOOK, known, [chat])
    both = likeness(more._columns, more._columns) + more._placed @ more._placed.T
    whole = Ridge.fit(both, more._ridge.targets, np.append(weights, chat.weight))
    np.testing.assert_allclose(more._ridge.duals, whole.duals, rtol=1e-9, atol=1e-12)


def test_without_a_model_nothing_is_learned_twice() -> None:
    """What the codebook says is in the prior, so without decisions nothing is added to the prior's scores."""
    engine = Engine.learn(BOOK)
    known = prior(BOOK)
    scores = known.scores(known.features.see(readings([GUIDED, CHAT])))
    expected = [one.probabilities(scores[:, at]) for at, one in enumerate(engine._alone)]
    found = engine.confidences([GUIDED, CHAT])
    for at, code in enumerate(("plan", "plan.dobbelt", "guide")):
        if code != "plan.dobbelt":  # never surer than its area
            assert [row[code] for row in found] == expected[at].tolist()
    assert {"embeddings", "embeddings_hash"}.isdisjoint(engine.provenance)


def test_a_run_says_which_model_it_rests_on(words: LocalModel) -> None:
    provenance = Engine.learn(BOOK, embedder=words).provenance
    assert (provenance["embeddings"], provenance["embeddings_hash"]) == ("ord", words.fingerprint)


def test_rows_of_length_one_as_the_library_gives_them(letters: LocalModel) -> None:
    from sentence_transformers import SentenceTransformer

    texts = [SAID, OTHER_WORDS, "", "Ja."]
    found = letters.encode(texts)
    assert (str(found.dtype), found.shape, letters.dimensions) == ("float32", (4, 16), 16)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, rtol=1e-6)
    own = SentenceTransformer(str(letters.folder.path), device="cpu").encode(texts, normalize_embeddings=True)
    np.testing.assert_allclose(found, own, rtol=1e-5, atol=1e-6)


def test_what_stands_before_each_text_counts(letters: LocalModel) -> None:
    asked = LocalModel(letters.folder, "query: ")
    np.testing.assert_allclose(
        asked.encode([SAID, "Ja."]), letters.encode([f"query: {SAID}", "query: Ja."]), rtol=1e-5, atol=1e-6
    )
    assert asked.fingerprint != letters.fingerprint


def test_a_model_the_library_cannot_open(tmp_path: Path) -> None:
    folder = letter_model(tmp_path / "m")
    config = (folder / "config.json").read_text(encoding="utf-8")
    (folder / "config.json").write_text(config.replace('"bert"', '"no_such_kind"'), encoding="utf-8")
    with pytest.raises(InvalidFileError) as refused:
        LocalModel(model_folder(folder)).encode(["Ja."])
    assert refused.value.message.startswith(f"{folder} cannot be opened as an embedding model: ")
    assert refused.value.hint == (
        "Copy the model's folder anew. To suggest without it, set $WORKBENCH_EMBEDDINGS to nothing."
    )


def test_a_model_is_opened_without_a_connection(letters: LocalModel) -> None:
    """In a process of its own: the libraries decide once, when they are loaded, whether they may ask the net."""
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "asked = []\n"
        "reach = ('socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'socket.bind')\n"
        "sys.addaudithook(lambda event, _: asked.append(event) if event in reach else None)\n"
        "from workbench.suggest.local_model import OFFLINE, LocalModel\n"
        "from workbench.suggest.model_folder import model_folder\n"
        "assert 'torch' not in sys.modules\n"
        "found = LocalModel(model_folder(Path(sys.argv[1]))).encode(['Ja.', 'Nej.'])\n"
        "from huggingface_hub.constants import HF_HUB_OFFLINE\n"
        "print(found.shape, asked, HF_HUB_OFFLINE, all(os.environ[key] == OFFLINE[key] for key in OFFLINE))\n"
    )
    environment = {key: value for key, value in os.environ.items() if key not in OFFLINE}
    done = subprocess.run(
        [sys.executable, "-c", program, str(letters.folder.path)], env=environment, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("(2, 16) [] True True\n", "")
