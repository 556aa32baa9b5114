"""Text from files and people never gives orders to a terminal, whatever command shows it."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Run

ORDERS = "\x1b]52;c;eA==\x07\x1b[31m\x9b2J\u202e\u2066\x7f\u2028[pause] [/griner] =cmd"
SHOWN = "␛]52;c;eA==␇␛[31m\ufffd2J\ufffd\ufffd␡"
METADATA = """---
title: "{orders}"
municipality: "Kvist{orders}"
month: 2026-03
phase: "{orders}"
centre: "{orders}"
lead_coder: "Maja"
legal_basis: "{orders}"
consent: [quote, suggest]
speakers:
  "Ung {orders}": {{pseudonym: "U1{orders}", role: youth, centre: "{orders}"}}
---
"""
ESCAPED = "\\x1b]52;c;eA==\\x07\\x1b[31m\\x9b2J\\u202E\\u2066\\x7f[pause] [/griner] =cmd"


_OBEYED = re.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]")


def clean(answer: Answer) -> bool:
    """Nothing printed that a terminal would obey."""
    return _OBEYED.search(answer.out + answer.err) is None


@pytest.fixture
def hostile(run: Run, project: Path, tmp_path: Path) -> Path:
    """A project with a source that is hostile wherever it can be."""
    file = tmp_path / "fg\x1b]0;x\x07\u202e.md"
    said = f"**Ung {ORDERS.replace(chr(0x2028), '')}:** Vi skriver det samme to steder {ORDERS}."
    file.write_text(METADATA.format(orders=ESCAPED) + said, encoding="utf-8")
    done = run("import", "--new-municipality", str(file))
    assert (done.code, clean(done)) == (0, True)
    return file


@pytest.mark.parametrize(
    "typed",
    [
        ["sources"],
        ["sources", "show", "fg-0-x"],
        ["municipalities"],
        ["municipalities", "show", "Kvist" + ORDERS.replace("\u2028", "")],
        ["participants"],
        ["search", "pause"],
        ["quotes"],
        ["coverage"],
        ["log"],
        ["check"],
        ["models"],
        ["doctor"],
        ["suggest"],
        ["review", "--list"],
        ["undo"],
    ],
)
def test_every_answer_is_safe(run: Run, hostile: Path, typed: list[str]) -> None:
    run("suggest")
    run("code", "fg-0-x", "1", "plan")
    for more in ([], ["--json"]):
        done = run(*typed, *more)
        assert (done.code, clean(done)) == (0, True)


@pytest.mark.parametrize(
    "typed",
    [
        [ORDERS],
        ["sources", ORDERS],
        ["sources", "show", ORDERS],
        ["sources", "edit", "fg-0-x", "--kind", ORDERS],
        ["sources", "edit", "fg-0-x", "--month", ORDERS],
        ["sources", f"--{ORDERS}"],
        ["code", "fg-0-x", "1", ORDERS],
        ["code", "fg-0-x", ORDERS, "plan"],
        ["accept", "fg-0-x", "1", "--valence", ORDERS],
        ["quotes", "--role", ORDERS],
        ["participants", "edit", ORDERS],
        ["participants", "assign", "fg-0-x", ORDERS, "U2"],
        ["import", ORDERS],
        ["import", ORDERS, "--month", ORDERS],
        ["codebooks", "show", ORDERS],
        ["codebooks", "add", f"{ORDERS}.yaml"],
        ["codebooks", "try", "kui-fire-fokusomraader", ORDERS],
        ["models", "check", ORDERS],
        ["-p", ORDERS, "sources"],
    ],
)
def test_every_refusal_is_safe(run: Run, hostile: Path, typed: list[str]) -> None:
    done = run(*typed)
    assert (done.code in (1, 2), clean(done)) == (True, True)
    assert done.err != ""


def test_brackets_are_words_and_nothing_is_lost(run: Run, hostile: Path) -> None:
    out = run("sources", "show", "fg-0-x").out
    assert f"to steder {SHOWN}" in out
    assert "[pause] [/griner] =cmd." in out
    said = run("search", "steder", "--json").json["hits"][0]["text"]
    assert said == f"Vi skriver det samme to steder {ORDERS.replace(chr(0x2028), ' ')}."


def test_review_is_safe(run: Run, hostile: Path) -> None:
    done = run("review", typed=f"{ORDERS}\nc\n{ORDERS}\n\nc\nplan\n1\nu\nu\nq\n")
    assert (done.code, clean(done)) == (0, True)
    assert "[pause] [/griner]" in done.out
