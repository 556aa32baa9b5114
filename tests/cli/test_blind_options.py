"""Strength of an accepted suggestion, and deciding blind, without a screen."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workflow.made import suggest_by_hand
from workbench.store import Source, Store, quotes


@pytest.fixture(autouse=True)
def with_suggestions(store: Store, talk: Source, project: Path) -> None:
    """Suggestions that a test knows."""
    suggest_by_hand(store, talk)


def test_a_suggestion_is_accepted_with_a_strength(run: Run, store: Store) -> None:
    assert run("accept", "fg1", "2", "--strength", "2").code == 0
    assert [(one.code, one.strength) for one in quotes(store)] == [("plan.dobbelt", 2)]
    assert run("accept", "fg1", "2", "--strength", "4").code == 2


def test_code_and_no_code_blind(run: Run, store: Store) -> None:
    assert run("code", "fg1", "2", "plan.dobbelt", "--blind").out == "✓ fg1 2: plan.dobbelt – description\n"
    assert run("reject", "fg1", "3", "--no-code", "--blind").out == "– fg1 3: no code here\n"
    found = store.query("SELECT passage, no_code, blind, shown FROM review_mark ORDER BY passage")
    assert [tuple(row.values()) for row in found] == [(2, 0, 1, "[]"), (3, 1, 1, "[]")]


def test_a_suggestion_cannot_be_rejected_blind(run: Run, store: Store) -> None:
    done = run("reject", "fg1", "2", "--blind")
    assert (done.code, done.out) == (2, "")
    assert "--blind goes with --no-code: whoever rejects a suggestion has seen it." in done.err
    assert store.query("SELECT id FROM decision") == []
