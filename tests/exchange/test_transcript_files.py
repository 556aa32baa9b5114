"""Which files a path means."""

import os
from pathlib import Path

from workbench.exchange import transcript_files


def test_a_file_means_itself_whatever_it_is(tmp_path: Path) -> None:
    assert transcript_files(tmp_path / "gone.docx") == [tmp_path / "gone.docx"]
    assert transcript_files(tmp_path / ("x" * 300)) == [tmp_path / ("x" * 300)]


def test_a_folder_means_every_transcript_below_it_by_name(tmp_path: Path) -> None:
    for name in (
        "b/2.md",
        "a/1.TXT",
        "a b/æ.md",
        "3.md",
        "fg.gold.jsonl",
        "fg.meta.yaml",
        "README.md",
        ".x/4.md",
        ".5.md",
        "~$4.docx",
        "~$6.md",
        "b/4.docx",
        "5.VTT",
        "lyd.mp3",
    ):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    (tmp_path / "folder.md").mkdir()
    found = transcript_files(tmp_path)
    names = [str(file.relative_to(tmp_path)) for file in found]
    assert names == ["3.md", "5.VTT", "a/1.TXT", "a b/æ.md", "b/2.md", "b/4.docx"]


def test_links_are_followed_inside_the_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "out.md").touch()
    (folder / "own.md").touch()
    (folder / "inside.md").symlink_to(folder / "own.md")
    (folder / "outside.md").symlink_to(tmp_path / "out.md")
    (folder / "broken.md").symlink_to(folder / "gone.md")
    assert [file.name for file in transcript_files(folder)] == ["inside.md", "own.md"]


def test_a_name_that_is_no_utf8_is_a_name(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path / "x") + b"\xff.md"))
    file.touch()
    assert transcript_files(tmp_path) == [file]
