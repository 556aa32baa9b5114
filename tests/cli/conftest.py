"""Commands as a person types them, in this process: fast, and with what they print."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from workbench.__main__ import main
from workbench.store import Store


@dataclass(frozen=True)
class Answer:
    """What a command left: its exit code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in English; `typed` are the lines on its standard input."""
    monkeypatch.setenv("WORKBENCH_LANG", "en")
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str, typed: str = "") -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        capfd.readouterr()
        code = main([*arguments])
        printed = capfd.readouterr()
        return Answer(code, printed.out, printed.err)

    return run


@pytest.fixture
def project(store: Store, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project of the `store` fixture, in use."""
    monkeypatch.setenv("WORKBENCH_PROJECT", str(store.root))
    return store.root
