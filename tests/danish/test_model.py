"""Lemmas from a trained model, where one is installed: tried with a toy that bears its name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.danish import Lemmas, LemmaSource, ready

ROOT = Path(__file__).parents[2]

BUILD = """
import sys
from pathlib import Path
import spacy
folder = Path(sys.argv[1])
nlp = spacy.blank("da")
nlp.meta["name"], nlp.meta["version"] = "core_news_sm", "3.8.0"
ruler = nlp.add_pipe("attribute_ruler")
ruler.add([[{"LOWER": "arbejder"}]], {"LEMMA": "Arbejder"})
ruler.add([[{"LOWER": "mig"}]], {"LEMMA": "jeg"})
nlp.to_disk(folder / "da_core_news_sm" / "da_core_news_sm-3.8.0")
(folder / "da_core_news_sm" / "meta.json").write_text(
    (folder / "da_core_news_sm" / "da_core_news_sm-3.8.0" / "meta.json").read_text())
"""
LOADS = """
from pathlib import Path
from spacy.util import load_model_from_init_py
def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""
BROKEN = """
def load(**overrides):
    raise ValueError("made for another spaCy")
"""
READ = """
from workbench import danish
print(danish.ready())
print([lemma for _, lemma in next(danish.read(["De arbejder for mig på f g u, planerne"]))])
print(danish.lemma("arbejder"))
"""


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A folder with a package of the model's name, as pip would have installed it."""
    (tmp_path / "da_core_news_sm").mkdir()
    info = tmp_path / "da_core_news_sm-3.8.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: da_core_news_sm\nVersion: 3.8.0\n")
    subprocess.run([sys.executable, "-c", BUILD, str(tmp_path)], check=True, capture_output=True)
    return tmp_path


def read(folder: Path) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"}
    done = subprocess.run([sys.executable, "-c", READ], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_suggestions_take_the_models_lemmas_and_search_does_not(toy: Path) -> None:
    (toy / "da_core_news_sm" / "__init__.py").write_text(LOADS)
    assert read(toy) == [
        "Lemmas(source=<LemmaSource.MODEL: 'model'>, version='3.8.0', problem='')",
        # `arbejder` is the model's, `mig` and `fgu` our own, the rest the table's.
        "['de', 'arbejder', 'for', 'mig', 'på', 'fgu', 'plan']",
        "arbejde",
    ]


def test_a_model_that_cannot_be_loaded_is_named_and_not_used(toy: Path) -> None:
    (toy / "da_core_news_sm" / "__init__.py").write_text(BROKEN)
    status, words, _ = read(toy)
    assert status.startswith("Lemmas(source=<LemmaSource.TABLE: 'table'>")
    assert status.endswith("problem='made for another spaCy')")
    assert words == "['de', 'arbejde', 'for', 'mig', 'på', 'fgu', 'plan']"


def test_how_to_get_better_lemmas() -> None:
    better = {source: Lemmas(source, "").better for source in LemmaSource}
    assert better == {
        LemmaSource.MODEL: "",
        LemmaSource.TABLE: "python -m spacy download da_core_news_sm",
        LemmaSource.NONE: "python -m pip install spacy-lookups-data",
    }
    assert ready().source in (LemmaSource.MODEL, LemmaSource.TABLE)
