"""Henrik in a real terminal: coverage, what is thin in it, the way down, the report, light and dark, help."""

import shutil
from pathlib import Path

from tests.walks.terminal import LOW, MIDDLE, Terminal
from workbench.coverage import coverage
from workbench.store import Store, check, history
from workbench.workflow.thin import sign, thinnest_first


def test_ten_minutes_before_a_meeting(made: Path, tmp_path: Path) -> None:
    project = shutil.copytree(made / "demo", tmp_path / "demo")
    with Store.open(project, person="Henrik") as store:
        first, *_others = found = thinnest_first(coverage(store).rows)
        commands = len(history(store, limit=100_000))
    name = first.municipality.name
    with Terminal(tmp_path, project, size=LOW, person="Henrik") as screen:
        lines = screen.reads("Overblik", "● ", found[-1].municipality.name)
        assert [line.split() for line in lines[2:8]] == [
            [row.municipality.name, str(row.sources), f"{row.dealt_with}/{row.passages}"]
            + [part for one in row.cells for part in sign(one).split()]
            for row in found
        ]
        screen.press("w")
        screen.reads("Tallene er udsagn, ikke andele.")

        screen.resize(MIDDLE)
        screen.until(lambda now: len(now) >= MIDDLE[1] and "Sammenhængende indsats" in now[1], "the larger window")
        screen.press("Right", "Right", "Right", "Enter")
        screen.sees(f"Overblik › {name} › Én indgang")
        screen.reads("Hvad mangler?", "få udsagn")
        screen.press("Enter")
        screen.reads("Citater", f" · {name} ")
        screen.press("Escape")
        screen.sees(f"Overblik › {name} › Én indgang")
        screen.press("Escape")
        screen.sees("Overblik")

        # Help says what the keys do here; the dark theme says the same as the light one.
        screen.press("?")
        screen.reads("Gennemgå", "Skriver kommunens praksisrapport.")
        screen.press("Escape")
        light = screen.until(lambda now: not any("Skriver kommunens" in line for line in now), "help closed")
        screen.press("F10")
        assert screen.sees("Overblik") == light

        screen.press("r")
        screen.reads("1 rapport skrevet")
        assert screen.leave() == 0

        screen.come_back()
        screen.reads("Overblik", name)
        screen.cut_power()
    with Store.open(project, person="Henrik") as store:
        assert len(history(store, limit=100_000)) == commands
        assert check(store).faults == ()
