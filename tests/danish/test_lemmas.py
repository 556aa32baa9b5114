"""Base forms, compounds, and what becomes of them without the table."""

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.danish import STOP_WORDS, lemma, lemmas, parts

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("talte", "tale"),
        ("aftalt", "aftale"),
        ("centrene", "center"),
        ("centret", "center"),
        ("Planerne", "plan"),
        ("ungeguiden", "ungeguide"),
        ("ungeguiders", "ungeguide"),
        ("KUI", "kui"),
        ("UU'en", "uu"),
        ("UU-vejlederen", "uu-vejleder"),
        ("mig", "mig"),
        ("jeg", "jeg"),
        ("bedre", "bedre"),
        ("vejleder", "vejleder"),
        ("snakkede", "snakke"),
        ("familieafdelingerne", "familieafdeling"),
        ("netværksmøder", "netværksmøde"),
        ("præsentationsrunden", "præsentationsrunde"),
        ("Xqzw", "xqzw"),
        ("2015", "2015"),
        ("", ""),
    ],
)
def test_base_forms(word: str, expected: str) -> None:
    assert lemma(word) == expected


def test_many_at_once() -> None:
    assert lemmas(["Vi", "lavede", "planerne"]) == ["vi", "lave", "plan"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kontaktpersonen", ("kontakt", "person")),
        ("dobbeltdokumentation", ("dobbelt", "dokumentation")),
        ("uddannelsesplaner", ("uddannelse", "plan")),
        ("ungeindsatsen", ("ung", "indsats")),
        ("UU-vejlederen", ("uu", "vejleder")),
        ("tværfaglig", ()),
        ("børnehave", ()),
        ("borgerservice", ()),
        ("forvirring", ()),
        ("snakkede", ()),
        ("plan", ()),
    ],
)
def test_parts_of_compounds(word: str, expected: tuple[str, ...]) -> None:
    assert parts(word) == expected


def test_fillers_are_stop_words_and_themes_are_not() -> None:
    assert {"øh", "altså", "ikk", "ikke", "ja", "hva", "egentlig"} <= STOP_WORDS
    assert STOP_WORDS.isdisjoint({"plan", "guide", "sammen", "fælles", "møde", "hjælp"})


def run(code: str, *options: str) -> str:
    command = [sys.executable, *options, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_it_works_without_the_table() -> None:
    code = (
        "from workbench.danish import lemma, parts, ready\n"
        "print(lemma('Planerne'), lemma('ungeguiden'), parts('kontaktperson'), ready())"
    )
    assert run(code, "-I", "-S") == (
        "planerne ungeguide () Lemmas(source=<LemmaSource.NONE: 'none'>, version='', problem='')"
    )


def test_reading_danish_loads_nothing_heavy() -> None:
    code = (
        "from workbench.danish import lemma, passages, sentences, tokens, ready\n"
        "lemma('planerne'), tokens('Hej.'), sentences('Hej.'), ready()\n"
        "print(sorted({'spacy', 'numpy', 'sklearn', 'spacy_lookups_data'} & set(sys.modules)))"
    )
    assert run(code) == "[]"
