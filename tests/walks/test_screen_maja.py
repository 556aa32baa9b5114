"""Maja codes in a real terminal: fast, in a small window, through a power cut, and with second thoughts."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.walks.stories import source_named
from tests.walks.terminal import LOW, MIDDLE, Terminal
from workbench.store import Store, check, history, memos, passages, quotes, undecided
from workbench.workflow.demo import LEFT

TITLE = "Brændlyng › Interview med ungeguide"
HERE = "▎"
"""Stands before the words one is at."""
CODE = "indgang.kompetencekendskab"
MEMO = "Spørg Bente på mandag – også om børnehaven 🙂"


def found(project: Path) -> dict[str, Any]:
    """What Maja found in the interview: passages still open, codings, memos, and how many steps are undone."""
    with Store.open(project, person="Maja") as store:
        one = source_named(store, LEFT)
        return {
            "left": undecided(store, one.revision),
            "codings": [(each.code, each.valence, each.doubt) for each in quotes(store, source=one.id, layer="Maja")],
            "memos": [each.body for each in memos(store)],
            "undone": sum(each.undone for each in history(store, limit=100_000)),
        }


def kept(folder: Path, project: Path) -> str:
    """The passage that a power cut would leave her at."""
    [file] = (folder / "state").rglob("screen/*.json")
    last = json.loads(file.read_text(encoding="utf-8"))
    with Store.open(project, person="Maja") as store:
        said = passages(store, source_named(store, LEFT).revision)
    here = (one.text for one in said if one.place.start <= last["place"] < one.place.end)
    return next(here, "") if last["screen"] == "transcript" else ""


def at(lines: list[str]) -> list[str]:
    """The rows of the passage she is at, without what stands beside them."""
    return [line.partition(HERE)[2].partition("│")[0].strip() for line in lines if HERE in line]


def test_a_morning_with_the_power_cut(made: Path, tmp_path: Path) -> None:
    project = shutil.copytree(made / "demo", tmp_path / "demo")
    with Terminal(tmp_path, project, size=LOW, person="Maja") as screen:
        screen.sees("Overblik")
        screen.reads("Brændlyng", "Kvistsund")
        screen.press("F3")
        screen.sees(
            f"Gennemgang · 58 tilbage · Brændlyng · {LEFT} 2",
            "▌ S01: Det gør min bil også. Nej, bare sæt dig, den er ren, det er kun",
            "n Ingen kode   c Kode   ↵ Videre   t Udskrift   g Gå til   ? Hjælp",
        )

        # Small talk first: sixteen passages without a code, as fast as her fingers go.
        screen.press(*"n" * 16)
        screen.reads("Gennemgang · 42 tilbage · ")
        screen.sees("– ingen kode her")
        screen.press("c")
        screen.reads("Hvilken kode?")
        screen.write("kompetencer")
        screen.reads("indgang.kompetencekendskab")
        screen.press("Enter")
        screen.reads("Gennemgang · 41 tilbage · ")

        # The window is pulled larger, and she reads on in the transcript, at the same passage.
        screen.resize(MIDDLE)
        screen.until(lambda lines: len(lines) >= MIDDLE[1] and HERE not in "".join(lines), "the larger window")
        screen.press("t")
        screen.reads(TITLE, HERE, "Ved markøren")
        screen.press("1")
        screen.sees("✓ Én indgang – beskrivelse")
        screen.press("v")
        screen.sees("✓ Én indgang – barriere")
        screen.press("d")
        screen.sees("✓ Én indgang – barriere ?")
        screen.press("m")
        screen.reads("Memo: Én indgang")
        screen.write(MEMO)
        screen.reads(MEMO)
        screen.press("C-s")
        lines = screen.sees("✎ memo skrevet")

        coded = found(project)
        assert (len(coded["left"]), coded["memos"]) == (41, [MEMO])
        assert (CODE, "description", False) in coded["codings"]
        assert ("indgang", "barrier", True) in coded["codings"]
        screen.until(lambda now: kept(tmp_path, project).startswith(at(now)[0][:20]), "her place to be kept")
        screen.cut_power()
        assert found(project) == coded

        screen.come_back()
        assert at(screen.reads(TITLE, HERE)) == at(lines)
        screen.press(*"u" * 20)
        screen.until(lambda now: found(project)["undone"] == 20, "twenty steps taken back")
        screen.reads(f"Fortrudt: ingen kode ({LEFT} · ")
        assert (found(project)["codings"], found(project)["memos"]) == ([], [])
        screen.press("C-r")
        screen.reads(f"Gentaget: ingen kode ({LEFT} · ")
        assert screen.leave() == 0
    with Store.open(project, person="Maja") as store:
        assert check(store).faults == ()
