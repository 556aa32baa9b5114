"""A report file is written whole, and no earlier one is lost."""

import os
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.reports.keep import write_kept


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_earlier_files_that_differ_are_kept_in_order(tmp_path: Path) -> None:
    file = tmp_path / "reports" / "rapport.md"

    kept = [write_kept(file, words) for words in (b"one", b"two", b"two", b"three")]

    assert kept == [None, file.with_name("rapport (1).md"), None, file.with_name("rapport (2).md")]
    assert contents(file.parent) == {"rapport.md": b"three", "rapport (1).md": b"one", "rapport (2).md": b"two"}


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "rapport.md"
    (tmp_path / "rapport (1).md").write_bytes(b"somebody's own")

    write_kept(file, b"one")

    assert write_kept(file, b"two") == tmp_path / "rapport (2).md"
    assert contents(tmp_path) == {"rapport.md": b"two", "rapport (1).md": b"somebody's own", "rapport (2).md": b"one"}


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    in_the_way = tmp_path / "reports"
    in_the_way.write_bytes(b"a file")

    with pytest.raises(WorkbenchError) as refused:
        write_kept(in_the_way / "rapport.md", b"one")

    assert refused.value.message == f"{in_the_way / 'rapport.md'} could not be written: File exists."
    assert contents(tmp_path) == {"reports": b"a file"}


def test_a_failure_half_way_keeps_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "rapport.md"
    write_kept(file, b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorkbenchError):
        write_kept(file, b"two")

    assert contents(tmp_path) == {"rapport.md": b"one"}
