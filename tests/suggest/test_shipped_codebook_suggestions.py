"""Floors for the shipped codebook on rows of our own: fifty invented passages in several registers."""

import json
from pathlib import Path

import pytest

from workbench.codebook import load
from workbench.suggest import Engine

ROWS = [json.loads(line) for line in Path(__file__).with_name("rows.jsonl").read_text(encoding="utf-8").splitlines()]
AREAS = ("indgang", "plan", "guide", "sammen")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.learn(load("kui-fire-fokusomraader"))


def test_the_right_area_comes_first(engine: Engine) -> None:
    coded = [row for row in ROWS if row["labels"]]
    found = engine.confidences([row["text"] for row in coded])
    right = [max(AREAS, key=each.__getitem__) in row["labels"] for each, row in zip(found, coded, strict=True)]
    assert sum(right) / len(coded) >= 0.85


def test_areas_are_found_and_few_are_wrong(engine: Engine) -> None:
    found = engine.suggest([row["text"] for row in ROWS], level=1)
    pairs = [({s.code for s in each}, set(row["labels"])) for each, row in zip(found, ROWS, strict=True)]
    right = sum(len(shown & true) for shown, true in pairs)
    assert 2 * right / sum(len(shown) + len(true) for shown, true in pairs) >= 0.75


def test_sub_codes_come_first_among_sub_codes(engine: Engine) -> None:
    rows = [row for row in ROWS if any("." in code for code in row["codes"])]
    found = engine.confidences([row["text"] for row in rows])
    right = [
        max((code for code in each if "." in code), key=each.__getitem__) in row["codes"]
        for each, row in zip(found, rows, strict=True)
    ]
    assert sum(right) / len(rows) >= 0.8


def test_small_talk_is_left_alone(engine: Engine) -> None:
    chat = [row["text"] for row in ROWS if row["kind"] == "chat"]
    found = engine.suggest(chat)
    assert sum(bool(each) for each in found) <= 2


def test_words_of_the_codebook_about_something_else(engine: Engine) -> None:
    hard = [row["text"] for row in ROWS if row["kind"] == "hard"]
    found = engine.suggest(hard, level=1)
    assert sum(bool(each) for each in found) < len(hard)


def test_a_negated_passage_keeps_its_theme(engine: Engine) -> None:
    negated = next(row for row in ROWS if row["kind"] == "neg")
    assert negated["codes"] == ["guide.frivillig"]
    assert [s.code for s in engine.suggest([negated["text"]])[0]] == ["guide.frivillig"]
