"""Where one was last."""

import json
from pathlib import Path

import pytest

from tests.tui.conftest import press, sitting, told
from workbench.store import Store
from workbench.tui.last import Last, last_file, remember, remembered


def test_one_begins_where_one_left_each_person_for_themselves(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f7")
        async with sitting(project) as (app, _pilot):
            assert app.current_mode == "history"
        async with sitting(project, person="Peter") as (app, _pilot):
            assert app.current_mode == "overview"

    told(story)


def test_the_place_is_known_after_a_power_cut(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            file = last_file(app.desk.store.settings.id, "Maja")
            await press(pilot, "f6")
            app.keep_place()
            assert json.loads(file.read_text(encoding="utf-8"))["screen"] == "sources"

    told(story)


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', '{"screen": 3, "widths": 4}', '{"pinned": 5}', "\ud800"])
def test_a_last_place_that_cannot_be_read_is_the_beginning(project: Path, text: str) -> None:
    with Store.open(project, person="Maja") as store:
        file = last_file(store.settings.id, "Maja")
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode("utf-8", "surrogatepass"))

    async def story() -> None:
        async with sitting(project) as (app, _pilot):
            assert app.current_mode == "overview"

    told(story)


def test_what_makes_no_sense_is_forgotten_and_the_rest_kept(tmp_path: Path) -> None:
    file = tmp_path / "last.json"
    strange = {"screen": 3, "source": "id", "place": "x", "theme": None, "widths": {"a": "b", "side": 30}, "other": 1}
    file.write_text(json.dumps({**strange, "pinned": ["plan", 4]}), encoding="utf-8")
    assert remembered(file) == Last(source="id", widths={"side": 30}, pinned=("plan",))


def test_what_is_remembered_is_read_back(tmp_path: Path) -> None:
    last = Last("review", "id", 7, "t", "da", {"side": 30}, ("plan", "guide"))
    remember(tmp_path / "deep" / "last.json", last)
    assert remembered(tmp_path / "deep" / "last.json") == last
    assert [file.name for file in (tmp_path / "deep").iterdir()] == ["last.json"]


def test_a_folder_that_cannot_be_written_loses_the_place_alone(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    remember(tmp_path / "file" / "last.json", Last())
    (tmp_path / "last.json").mkdir()
    remember(tmp_path / "last.json", Last())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "last.json"]
