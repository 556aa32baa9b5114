"""Maja, a consultant, codes a focus group: brings it in, is suggested codes, decides, is cut off, comes back."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import MIDDLE, SMALL, notice, press, screen_text, sitting, told
from tests.walks.stories import cut_power, source_named, title, until_power_is_cut
from workbench.store import Store, check, memos, quotes, undecided
from workbench.tui.app import WorkbenchApp
from workbench.tui.last import last_file, remembered
from workbench.workflow.demo import LEFT

FOCUS_GROUP = """\
Interviewer: Hvordan går det med planen?

Sagsbehandler: Jeg skriver det samme to steder, først i vores system og så i jobcentrets.

Ung: Jeg har aldrig set den plan, der står mit navn på.

Interviewer: Hvem ringer du til, når det brænder på?

Ung: Min ungeguide. Hun er den eneste, der altid svarer.

Sagsbehandler: Jeg ringer til hendes leder.
"""
SUGGESTED = re.compile(r"^ *›? +(\d) {2}.+? {2}([a-z.]+)(?: │.*)?$", re.MULTILINE)
"""What the review screen says of a suggestion without an answer: its digit and its code."""


def found(root: Path) -> dict[str, Any]:
    """All that Maja has found in the interview nobody coded: codings, answers, passages without a code, memos."""
    with Store.open(root, person="Maja") as store:
        one = source_named(store, LEFT)

        def rows(sql: str) -> list[list[Any]]:
            return [list(row.values()) for row in store.query(sql, one.revision)]

        return {
            "codings": [
                [each.text, each.code, each.valence.value, each.doubt]
                for each in quotes(store, source=one.id, layer="Maja")
            ],
            "answers": rows(
                "SELECT d.passage, k.code, d.verdict FROM decision d JOIN code k ON k.id = d.code"
                " WHERE d.revision = ? AND d.person = 'Maja' ORDER BY d.passage, k.code"
            ),
            "without": rows(
                "SELECT passage FROM review_mark WHERE revision = ? AND coder = 'Maja' AND no_code = 1 ORDER BY passage"
            ),
            "memos": [each.body for each in memos(store)],
            "left": list(undecided(store, one.revision)),
        }


def kept_place(root: Path) -> tuple[str, int]:
    """Where a power cut would find her: screen, and place in the text."""
    with Store.open(root, person="Maja") as store:
        last = remembered(last_file(store.settings.id, "Maja"))
    return last.screen, last.place


def test_a_focus_group_is_brought_in_and_nothing_suggested_before_they_agreed(
    demo_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "Brændlyng" / "fokusgruppe-klubben.md"
    file.parent.mkdir()
    file.write_text(FOCUS_GROUP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def story() -> None:
        async with sitting(demo_project, language="da") as (app, pilot):
            await press(pilot, "6")
            assert title(app) == "Kilder"
            await press(pilot, "i", *"Brændlyng/fokusgruppe-klubben.md", "enter")
            shown = screen_text(app)
            for said in (
                "fokusgruppe-klubben.md", "Interviewer", "Sagsbehandler", "Ung",
                "Der står intet om samtykke", "[ ] citat  [ ] deling  [ ] forslag",
            ):  # fmt: skip
                assert said in shown
            await press(pilot, "ctrl+s")
            assert notice(app).endswith(": 6 ture, 4 passager at kode.")
            assert "ikke givet" in screen_text(app)
            await press(pilot, "3", "f")
            assert notice(app) == "Alle kilder, der må få forslag, har dem."

            await press(pilot, "f6", "e", "shift+tab", "space")
            assert "[ ] citat  [ ] deling  [✓] forslag" in screen_text(app)
            await press(pilot, "ctrl+s")
            assert notice(app) == "fokusgruppe-klubben er rettet."
            await press(pilot, "3", "f")
            assert notice(app).startswith("Foreslog til 1 kilde: ")
            assert title(app) == "Gennemgang · 62 tilbage · Brændlyng · fokusgruppe-klubben 2"
            assert "Dobbeltdokumentation  plan.dobbelt" in screen_text(app)
            await press(pilot, "u")
            assert notice(app) == "Fortrudt: kilde rettet (fokusgruppe-klubben)"

    told(story)
    with Store.open(demo_project, person="Maja") as store:
        one = source_named(store, "fokusgruppe-klubben")
        assert (one.municipality_name, one.consent, one.passages) == ("Brændlyng", frozenset(), 4)
        assert check(store).faults == ()


async def coded_until_the_power_is_cut(root: Path, notes: Path) -> None:
    """She decides and codes, each key one step; `notes` gets what the store held after each, and where she was."""
    steps = [found(root)]

    async def step(pilot: Pilot[None], *keys: str) -> None:
        await press(pilot, *keys)
        steps.append(found(root))

    async with sitting(root, language="da", size=SMALL) as (app, pilot):
        await press(pilot, "3")
        assert title(app) == "Gennemgang · 58 tilbage · Brændlyng · interview-ungeguide 2"
        await press(pilot, "w", "w")
        assert notice(app) == "Kun Interview med ungeguide."
        for valences in (0, 1, 2, 3) * 2:
            await answered(app, pilot, step, valences)
        assert title(app).startswith(f"Gennemgang · {len(steps[-1]['left'])} tilbage · ")

        # In the middle of it she pulls the window larger: the same passage, and beside it what the code is about.
        here = title(app)
        await pilot.resize_terminal(*MIDDLE)
        await press(pilot)
        assert title(app) == here
        await answered(app, pilot, step, 1)

        # She reads on in the transcript, codes sentences and notes what she thinks.
        await press(pilot, "t")
        assert title(app) == "Brændlyng › Interview med ungeguide"
        for digit in "12345":
            await step(pilot, digit)
            assert notice(app).startswith("✓ ")
            await step(pilot, "v")
            assert notice(app).endswith(" – barriere")
            await press(pilot, "greater_than_sign", "greater_than_sign")
        await step(pilot, "c", *"kompetencer", "enter")
        assert notice(app) == "✓ Kendskab til hinandens kompetencer – beskrivelse"
        await step(pilot, "d")
        assert notice(app) == "✓ Kendskab til hinandens kompetencer – beskrivelse ?"
        await step(pilot, "m", *"Spørg Bente", "ctrl+s")
        assert notice(app) == "✎ memo skrevet"

        while kept_place(root) != ("transcript", app.last.place):
            await pilot.pause(0.05)
        notes.write_text(json.dumps({"steps": steps, "place": app.last.place, "title": title(app)}), encoding="utf-8")
        cut_power()


async def answered(app: WorkbenchApp, pilot: Pilot[None], step: Any, valences: int) -> None:
    """Answer what is suggested for a passage: the first accepted with a valence, the others not; or no code at all."""
    here, offered = title(app).rpartition(" ")[2], SUGGESTED.findall(screen_text(app))
    if not offered:
        await step(pilot, "n")
        assert notice(app) == "– ingen kode her"
        return
    await step(pilot, *["v"] * valences, "1")
    word = ("beskrivelse", "barriere", "fremmer", "anbefaling")[valences]
    assert word in (screen_text(app) if len(offered) > 1 else notice(app))
    if len(offered) > 1:
        await step(pilot, "x")
    held = found(app.desk.root)["answers"]
    first, *others = (code for _digit, code in offered)
    assert [[int(here), first, "accept"], *([int(here), code, "reject"] for code in others)] == [
        one for wanted in (first, *others) for one in held if one[:2] == [int(here), wanted]
    ]


def test_she_codes_is_cut_off_and_comes_back_to_the_same_turn(demo_project: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.json"
    until_power_is_cut(coded_until_the_power_is_cut, demo_project, notes)
    seen = json.loads(notes.read_text(encoding="utf-8"))
    steps: Sequence[dict[str, Any]] = seen["steps"]
    assert len(steps) > 21
    assert found(demo_project) == steps[-1]
    with Store.open(demo_project, person="Maja") as store:
        assert check(store).faults == ()

    async def story() -> None:
        async with sitting(demo_project, size=SMALL) as (app, pilot):
            assert (title(app), app.last.place) == (seen["title"], seen["place"])
            for before in (6, 11, 16, 21):
                await press(pilot, *"uuuuu")
                assert notice(app).startswith("Fortrudt: ")
                assert found(demo_project) == steps[-before]
            await press(pilot, *["ctrl+r"] * 20)
            assert notice(app).startswith("Gentaget: skrev en memo (interview-ungeguide")
            assert found(demo_project) == steps[-1]

            done = 58 - len(steps[-1]["left"])
            await press(pilot, "f1", "o", *["up"] * 5, "enter", "w")
            assert f"Du har gennemgået {done} af 58 passager." in screen_text(app)

    told(story)
