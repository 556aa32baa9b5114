"""Every screen looks as it did when its picture was taken; to take them anew: python -m tests.tui.pictures"""

import asyncio
from pathlib import Path

import pytest

from tests.tui.pictures import HERE, MOST, PICTURES, Picture, at_home, taken


@pytest.mark.parametrize("picture", PICTURES, ids=lambda one: one.name)
def test_it_looks_as_it_did(picture: Picture, demo_project: Path, tmp_path: Path) -> None:
    with at_home(tmp_path / "home"):
        assert asyncio.run(taken(picture, demo_project)) == picture.stored, "python -m tests.tui.pictures"


def test_there_are_no_more_pictures_than_are_looked_at() -> None:
    assert {one.name for one in HERE.glob("*.txt")} == {one.file.name for one in PICTURES}
    assert len(PICTURES) <= MOST
