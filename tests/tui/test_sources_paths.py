"""Paths as people give them: typed, half typed, completed, and dropped on the terminal."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.tui.conftest import press, screen_text, settled, sitting, told
from tests.tui.sources_said import TALK, written
from workbench.errors import WorkbenchError
from workbench.tui.sources.path_field import PathField
from workbench.tui.sources.paths import Offer, completed, dropped, files_meant, offers


def test_names_in_a_folder_are_offered_and_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Fokus 1.txt", "fokus 2.docx", "billede.png", ".skjult.txt", "ond\x1b.txt"):
        written(tmp_path, name, "x")
    (tmp_path / "Fokusgrupper").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    found = offers("~/fok")
    assert found == [Offer("Fokusgrupper", True), Offer("Fokus 1.txt", False), Offer("fokus 2.docx", False)]
    assert completed("~/fok", found, None) == "~/Fokus"
    assert completed("~/fok", found, 0) == "~/Fokusgrupper/"
    assert completed("~/fokus 1", [Offer("Fokus 1.txt", False)], None) == "~/Fokus 1.txt"
    assert offers("~/.sk") == [Offer(".skjult.txt", False)]
    assert offers("~/ond") == offers("~/findes/ikke/") == offers("~nobody-here/") == []


def test_a_path_is_completed_and_chosen_by_key(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "ind", "fg3.txt", TALK)
    written(tmp_path / "ind", "fg4.txt", TALK)
    monkeypatch.setenv("HOME", str(tmp_path))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "i", *"~/in", "tab", "f")
            field = app.screen.query_one(PathField)
            assert field.typed == "~/ind/f"
            assert field.query_one(OptionList).option_count == 2
            await press(pilot, "tab")
            assert field.typed == "~/ind/fg"
            await press(pilot, "down", "down", "enter")
            assert field.typed == "~/ind/fg4.txt"
            assert "fg4.txt · text" in screen_text(app)

    told(story)


def test_half_a_name_is_enough_where_there_is_one(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "ind", "Fokusgruppe 3.txt", TALK)
    monkeypatch.setenv("HOME", str(tmp_path))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "i", "tab")
            field = app.screen.query_one(PathField)
            assert field.typed == "~/"
            for keys in (("i", "n", "tab"), ("f", "enter")):  # faster than the folder is looked at
                for key in keys:
                    app.simulate_key(key)
                await settled(pilot)
            assert field.typed == "~/ind/Fokusgruppe 3.txt"
            assert "Fokusgruppe 3.txt · text" in screen_text(app)

    told(story)


def test_escape_puts_away_what_is_offered_first(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "ind", "fg3.txt", TALK)
    monkeypatch.setenv("HOME", str(tmp_path))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "i", *"~/i")
            assert app.screen.query_one(PathField).has_class("-offering")
            await press(pilot, "escape")
            assert not app.screen.query_one(PathField).has_class("-offering")
            assert app.screen.query(PathField)
            await press(pilot, "escape")
            assert app.screen is app.place

    told(story)


def test_files_are_known_however_a_terminal_pastes_them(tmp_path: Path) -> None:
    a, b = written(tmp_path, "a.txt", "x"), written(tmp_path, "En anden.txt", "x")
    both = f"{a} '{b}'"
    for pasted in (
        f"{a}\n{b}\n",
        f"'{a}' '{b}' ",
        f'"{a}" "{b}"',
        f"{a} {str(b).replace(' ', chr(92) + ' ')}",
        f"{a.as_uri()}\r\n{b.as_uri()}\r\n",
    ):
        assert dropped(pasted) == both
    assert dropped(f" {b} \n") == str(b)
    assert dropped(str(tmp_path)) == str(tmp_path)
    for pasted in ("", "\n", "Vi skriver det samme to steder.", "a.txt", f"{a} og {b}", "/", "'"):
        assert dropped(pasted) in ("", "/" if pasted == "/" else "")


def test_several_paths_in_a_row_mean_all_their_files(tmp_path: Path) -> None:
    a, b = written(tmp_path, "a.txt", "x"), written(tmp_path / "Mappe 2", "b.txt", "x")
    assert files_meant(f"{a} '{b.parent}' {a}") == [a, b]
    assert files_meant(str(b.parent)) == [b]
    with pytest.raises(WorkbenchError, match="There is no transcript in"):
        files_meant(str(written(tmp_path / "tom", ".skjult.txt", "x").parent))
