"""Review on the screen: a key per decision, the same history as the command line writes."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event as Latch
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.conftest import transcript
from tests.tui.conftest import MIDDLE, SIZES, SMALL, notice, press, screen_text, sitting, told
from tests.workflow.made import suggest_by_hand
from workbench.__main__ import main
from workbench.store import Event, Source, Store, add_source, check, history, passages, quotes, sources, undecided
from workbench.tui.app import WorkbenchApp
from workbench.tui.review import PassageCard, PassagePane, going
from workbench.tui.screens.review import ReviewScreen
from workbench.workflow.order import Order, ahead

TEN = (
    "Vi skriver det samme to steder.",
    "Der er en plan for alting.",
    "Hvad skal man sige til det?",
    "Min kontaktperson ringer.",
    "Den plan er god.",
    "Hun svarer altid.",
    "Jeg kom med bussen.",
    "Ungeguide og plan hænger sammen.",
    "Det tager tid.",
    "Og så var der kage.",
)
SUGGESTED = {
    1: (("plan.dobbelt", 0.9, "to steder"),),
    2: (("plan", 0.9, "plan"), ("guide", 0.3, "alting")),
    4: (("guide", 0.9, "kontaktperson"),),
    5: (("plan", 0.6, "plan"),),
    7: (("plan", 0.3, "bussen"), ("guide", 0.2, "kom")),
    8: (("guide", 0.9, "Ungeguide"), ("plan", 0.8, "plan")),
}


@pytest.fixture
def ten(project: Path) -> Iterator[Path]:
    """The small project with a source of ten undecided passages, in which Maja goes on; it ends as its history says."""
    with Store.open(project, person="Maja") as store:
        where = sources(store)[0].municipality
        with store.command("import") as command:
            said = transcript(*(("Ung", text) for text in TEN), name="ti")
            add_source(command, said, name="ti", municipality=where)
        suggest_by_hand(store, source_named(store, "ti"), SUGGESTED)
    yield project
    with Store.open(project, person="Maja") as store:
        assert check(store).faults == ()


def source_named(store: Store, name: str) -> Source:
    """The source with this name."""
    return next(one for one in sources(store) if one.name == name)


@pytest.fixture(autouse=True)
def no_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still, unless a test has it go on; nobody waits to read why a code is suggested."""
    monkeypatch.setattr(ReviewScreen, "clock", staticmethod(lambda: 0.0))
    monkeypatch.setattr(PassagePane, "REST", 0.001)


async def only(pilot: Pilot[None], name: str) -> None:
    """Go to the source of this name, past the passages before it, and stay in it."""
    app = pilot.app
    assert isinstance(app, WorkbenchApp)
    while name not in title(app):
        await press(pilot, "enter")
    await press(pilot, "w", "w")


def title(app: WorkbenchApp) -> str:
    """What the line at the top says."""
    return screen_text(app).splitlines()[0].strip()


def done(root: Path, name: str = "ti") -> dict[str, Any]:
    """What Maja found in a source: codings, decisions, review marks, and the passages still open."""
    with Store.open(root, person="Maja") as store:
        one = source_named(store, name)
        return {
            "codings": [
                (each.passage, each.code, each.valence.value, each.strength, each.doubt)
                for each in quotes(store, source=one.id, layer="Maja")
            ],
            "decisions": [
                tuple(row.values())
                for row in store.query(
                    "SELECT d.passage, k.code, d.verdict FROM decision d JOIN code k ON k.id = d.code"
                    " WHERE d.revision = ? AND d.person = 'Maja' ORDER BY d.passage, k.code",
                    one.revision,
                )
            ],
            "marks": [
                (row["passage"], row["no_code"], row["blind"], len(json.loads(row["shown"])))
                for row in store.query(
                    "SELECT * FROM review_mark WHERE revision = ? AND coder = 'Maja' ORDER BY passage", one.revision
                )
            ],
            "left": undecided(store, one.revision),
        }


def events(root: Path, since: int) -> list[tuple[str, list[tuple[str, Any, Any]]]]:
    """Commands since so many, oldest first, with all that their events say but the time."""

    def said(row: dict[str, Any] | None) -> dict[str, Any] | None:
        return None if row is None else {name: value for name, value in row.items() if name != "seen_at"}

    def told(event: Event) -> tuple[str, Any, Any]:
        return event.type, said(event.before), said(event.after)

    with Store.open(root, person="Maja") as store:
        entries = list(reversed(history(store, limit=100_000)))[since:]
    return [(one.verb, [told(event) for event in one.events]) for one in entries]


def count(root: Path) -> int:
    """How many commands the history has."""
    with Store.open(root, person="Maja") as store:
        return len(history(store, limit=100_000))


# -- A sitting -----------------------------------------------------------------------------------------------------


def test_ten_passages_by_ten_decisions(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            assert title(app) == "Review · 10 left · Kvistsund · ti 1"
            await press(pilot, "v", "s", "s", "1")
            assert (notice(app), title(app)) == (
                "✓ Double documentation – barrier",
                "Review · 9 left · Kvistsund · ti 2",
            )
            await press(pilot, "1")
            assert notice(app) == "2 (One youth guide) is not answered: 2 accepts, x rejects, Enter leaves it."
            await press(pilot, "x")
            assert notice(app) == "✗ rejected: One youth guide"
            await press(pilot, "n")
            assert notice(app) == "– no code here"
            await press(pilot, "d", "1")
            await press(pilot, "x")
            await press(pilot, "c", "g", "u", "enter")
            assert notice(app) == "✓ One youth guide – description"
            await press(pilot, "x")
            assert notice(app) == "✗ rejected: One plan, One youth guide"
            await press(pilot, "2", "y")
            await press(pilot, "v", "v", "full_stop")
            await press(pilot, "enter")
            assert notice(app) == "→ later: passage 10"
            assert "1 passage was left for later." in screen_text(app)
            await press(pilot, "enter", "n")
            assert "Well done: every passage here is decided." in screen_text(app)

    told(story)
    assert done(ten) == {
        "codings": [
            (1, "plan.dobbelt", "barrier", 2, False),
            (2, "plan", "description", None, False),
            (4, "guide", "description", None, True),
            (6, "guide", "description", None, False),
            (8, "guide", "description", None, False),
            (8, "plan", "description", None, False),
            (9, "guide", "enabler", None, False),
        ],
        "decisions": [
            (1, "plan.dobbelt", "accept"),
            (2, "guide", "reject"),
            (2, "plan", "accept"),
            (4, "guide", "doubt"),
            (5, "plan", "reject"),
            (7, "guide", "reject"),
            (7, "plan", "reject"),
            (8, "guide", "accept"),
            (8, "plan", "accept"),
        ],
        "marks": [
            (1, 0, 0, 1), (2, 0, 0, 2), (3, 1, 0, 0), (4, 0, 0, 1), (5, 0, 0, 1), (6, 0, 0, 0), (7, 0, 0, 2),
            (8, 0, 0, 2), (9, 0, 0, 0), (10, 1, 0, 0),
        ],
        "left": [],
    }  # fmt: skip


def test_undo_goes_back_through_passages_and_sources_and_redo_forward(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await press(pilot, "1")
            assert title(app).startswith("Review · 12 left")
            while "ti 1" not in title(app):
                await press(pilot, "enter")
            await press(pilot, "1", "1", "x", "n")
            assert title(app) == "Review · 9 left · Kvistsund · ti 4"
            await press(pilot, "u")
            assert (title(app), notice(app)) == (
                "Review · 10 left · Kvistsund · ti 3",
                "Took back: no code (ti · 3)",
            )
            await press(pilot, "u")
            assert title(app) == "Review · 10 left · Kvistsund · ti 2"
            assert "› 2  One youth guide" in screen_text(app)
            await press(pilot, "u", "u")
            assert title(app) == "Review · 12 left · Kvistsund · ti 1"
            await press(pilot, "u")
            assert title(app) == "Review · 13 left · Kvistsund · fg2 3"
            await press(pilot, "ctrl+r")
            assert title(app) == "Review · 12 left · Kvistsund · ti 1"
            await press(pilot, "ctrl+r")
            assert (title(app), notice(app)) == (
                "Review · 11 left · Kvistsund · ti 2",
                "Put back: accepted (ti · 1 · plan.dobbelt)",
            )

    told(story)
    assert done(ten)["left"] == [2, 3, 4, 5, 6, 7, 8, 9, 10]


def test_what_cannot_be_done_is_said_and_changes_nothing(ten: Path) -> None:
    before = count(ten)

    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            for keys, said in (
                (("b",), "! This is the first passage of this sitting; u takes back decisions made before it."),
                (("2",), "! There is only 1 suggestion here."),
                (("full_stop",), "Nothing was coded in this sitting yet."),
                (("d", "n"), "! A doubt belongs to a code; n once more says that no code fits."),
                (("enter", "enter"), "→ later: passage 2"),
                (("1",), "! Nothing is suggested here; c sets a code."),
                (("x",), "! There is nothing to reject here; n says that no code fits."),
                (("c", "escape"), "! There is nothing to reject here; n says that no code fits."),
            ):
                await press(pilot, *keys)
                assert notice(app) == said

    told(story)
    assert count(ten) == before


def test_back_to_a_passage_to_add_to_it(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            await press(pilot, "1", "b")
            assert "› 1  Double documentation  plan.dobbelt  ✓ description" in screen_text(app)
            await press(pilot, "n")
            assert notice(app) == "! You have set a code here already; u takes it back, Enter goes on."
            await press(pilot, "c", *"guide", "enter")
            assert title(app) == "Review · 9 left · Kvistsund · ti 2"
            await press(pilot, "b")
            assert "✓  One youth guide  guide  description" in screen_text(app)
            await press(pilot, "enter")
            assert title(app) == "Review · 9 left · Kvistsund · ti 2"

    told(story)
    assert done(ten)["codings"] == [
        (1, "guide", "description", None, False),
        (1, "plan.dobbelt", "description", None, False),
    ]


def test_a_pace_is_told_after_three_passages(ten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 60.0, 120.0, 180.0, 195.0, 100_000.0])
    monkeypatch.setattr(ReviewScreen, "clock", staticmethod(lambda: next(times)))

    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            await press(pilot, "n", "n")
            assert title(app) == "Review · 8 left · Kvistsund · ti 3"
            await press(pilot, "n")
            assert title(app) == "Review · 7 left · 60 an hour · Kvistsund · ti 4"
            await press(pilot, "n")
            assert title(app) == "Review · 6 left · 74 an hour · Kvistsund · ti 5"
            await press(pilot, "u")
            assert title(app) == "Review · 7 left · 55 an hour · Kvistsund · ti 4"
            await press(pilot, "n")
            assert title(app) == "Review · 6 left · 29 an hour · Kvistsund · ti 5"

    told(story)


# -- The same as on the command line -------------------------------------------------------------------------------

SAME: list[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = [
    (("1",), (("accept", "ti", "1"),)),
    (("v", "v", "s", "s", "s", "d", "1"),
     (("accept", "ti", "1", "--valence", "enabler", "--strength", "3", "--doubt"),)),
    (("x",), (("reject", "ti", "1"),)),
    (("n",), (("reject", "ti", "1", "--no-code"),)),
    (("enter", "2", "X"), (("accept", "ti", "2", "guide"), ("reject", "ti", "2", "plan"))),
    (("enter", "X", "x"), (("reject", "ti", "2", "plan"), ("reject", "ti", "2", "guide"))),
    (("enter", "enter", "s", "v", "c", *"guide", "enter"),
     (("code", "ti", "3", "guide", "--valence", "barrier", "--strength", "1"),)),
    (("enter", "enter", "enter", "c", *"guide", "enter"), (("code", "ti", "4", "guide"),)),
    (("1", "u"), (("accept", "ti", "1"), ("undo",))),
    (("1", "u", "ctrl+r"), (("accept", "ti", "1"), ("undo",), ("redo",))),
    (("enter", "B", "enter", "n"), (("reject", "ti", "3", "--no-code", "--blind"),)),
    (("B", "enter", "d", "c", *"plan", "enter"), (("code", "ti", "2", "plan", "--doubt", "--blind"),)),
]  # fmt: skip
"""Keys from the first passage of ten, and what is typed for the same."""


@pytest.mark.parametrize(("keys", "typed"), SAME, ids=lambda value: " ".join(map(str, value[:4])))
def test_the_same_history_as_the_command_line(
    ten: Path, tmp_path: Path, keys: tuple[str, ...], typed: tuple[tuple[str, ...], ...]
) -> None:
    other, before = Path(shutil.copytree(ten, tmp_path / "other")), count(ten)

    async def story() -> None:
        async with sitting(ten, screen="review") as (_app, pilot):
            await only(pilot, "ti")
            await press(pilot, *keys)

    told(story)
    for arguments in typed:
        assert main(["-p", str(other), *arguments]) == 0
    here, there = events(ten, before), events(other, before)
    assert here != []
    assert here == there


# -- Blind ---------------------------------------------------------------------------------------------------------


def test_blind_hides_what_is_suggested_until_one_has_decided(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            await press(pilot, "B")
            assert notice(app) == "Blind from the next passage on: what is suggested here you have seen."
            await press(pilot, "1")
            said = screen_text(app)
            assert title(app) == "Review · 9 left · blind · Kvistsund · ti 2"
            assert "Blind: suggestions are hidden until you have decided." in said
            assert [part for part in ("One plan", "youth guide", "confidence") if part in said] == []
            await press(pilot, "1")
            assert notice(app) == "! Suggestions are hidden: decide with c or n first, or show them with B."
            await press(pilot, "c", *"guide", "enter")
            assert notice(app) == "✓ One youth guide – description · Enter shows what was suggested."
            assert "confidence" not in screen_text(app)
            await press(pilot, "c", *"plan.dob", "enter", "enter")
            assert notice(app) == "This was suggested; Enter goes on."
            said = screen_text(app)
            for part in (
                "› 1  One plan  plan",
                "2  One youth guide  guide  ✓ description",
                "✓  Double documentation  plan.dobbelt  description",
            ):
                assert part in said
            for key in ("1", "x", "n"):
                await press(pilot, key)
                assert notice(app) == (
                    "! Decided blind, so it stays: u takes it back, B ends blind mode, Enter goes on."
                )
            await press(pilot, "enter", "n")
            assert title(app) == "Review · 7 left · blind · Kvistsund · ti 4"
            await press(pilot, "n")
            assert notice(app) == "– no code here · This was suggested; Enter goes on."
            await press(pilot, "enter")
            assert title(app) == "Review · 6 left · blind · Kvistsund · ti 5"

    told(story)
    assert done(ten) == {
        "codings": [
            (1, "plan.dobbelt", "description", None, False),
            (2, "guide", "description", None, False),
            (2, "plan.dobbelt", "description", None, False),
        ],
        "decisions": [(1, "plan.dobbelt", "accept")],
        "marks": [(1, 0, 0, 1), (2, 0, 1, 0), (3, 1, 1, 0), (4, 1, 1, 0)],
        "left": [5, 6, 7, 8, 9, 10],
    }


def test_what_was_seen_is_blind_no_more(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            await press(pilot, "B", "enter", "n", "u")
            assert "› 1  One plan  plan" in screen_text(app)
            await press(pilot, "n")
            assert title(app) == "Review · 9 left · blind · Kvistsund · ti 3"
            await press(pilot, "enter", "c", *"guide", "enter", "B")
            assert (notice(app), "› 1  One youth guide  guide  ✓ description" in screen_text(app)) == (
                "Suggestions are shown again.",
                True,
            )
            await press(pilot, "1")

    told(story)
    assert done(ten)["marks"] == [(2, 1, 0, 2), (4, 0, 0, 0)]
    assert done(ten)["decisions"] == [(4, "guide", "accept")]


# -- Orders, and where from ----------------------------------------------------------------------------------------


def test_three_orders(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            first = title(app)
            await press(pilot, "o")
            assert (notice(app), title(app)) == (
                "Order: least sure first.",
                "Review · 13 left · Kvistsund · ti 5 · least sure first",
            )
            await press(pilot, "enter")
            assert title(app).startswith("Review · 13 left · Kvistsund · ti 7")
            await press(pilot, "o")
            assert title(app).endswith(" · thin places first")
            await press(pilot, "o")
            assert (notice(app), title(app)) == ("Order: as it was said.", first)

    told(story)


def test_the_overview_asks_for_an_order_and_a_municipality(ten: Path) -> None:
    with Store.open(ten, person="Maja") as store:
        odderby = source_named(store, "snak").municipality

    async def story() -> None:
        async with sitting(ten, screen="overview") as (app, pilot):
            app.open_review(order=Order.THIN, municipality=odderby)
            await press(pilot, "down")
            assert title(app) == "Review · 2 left · Odderby · snak 2 · thin places first"
            await press(pilot, "escape")
            app.open_review(order=Order.UNCERTAIN)
            await press(pilot, "down")
            assert title(app) == "Review · 13 left · Kvistsund · ti 5 · least sure first"

    told(story)


def test_everywhere_this_municipality_or_this_source(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            found = []
            for _key in range(3):
                await press(pilot, "w")
                found.append((notice(app), title(app)))
            assert found == [
                ("Only Kvistsund.", "Review · 11 left · Kvistsund · fg2 3"),
                ("Only fg2.", "Review · 1 left · Kvistsund · fg2 3"),
                ("Everywhere.", "Review · 13 left · Kvistsund · fg2 3"),
            ]

    told(story)


@pytest.mark.parametrize("keys", [("t",), ("f2",), ("g", "2"), ("ctrl+p", *"transcript", "enter")])
def test_the_transcript_opens_at_the_passage_however_it_is_asked_for(keys: tuple[str, ...], ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            await press(pilot, "enter", *keys)
            with Store.open(ten, person="Maja") as store:
                ti = source_named(store, "ti")
                place = passages(store, ti.revision)[1].place.start
            assert (app.current_mode, app.last.source, app.last.place) == ("transcript", ti.id, place)

    told(story)


def footer(app: WorkbenchApp) -> str:
    """The keys at the bottom."""
    return screen_text(app).splitlines()[-1].strip().removesuffix("   g Go to   ? Help")


def test_the_footer_says_what_works_at_the_passage(ten: Path) -> None:
    suggested = "1 Accept   x Reject   n No code   c Code   ↵ Go on"

    async def story() -> None:
        async with sitting(ten, screen="review", size=MIDDLE) as (app, pilot):
            await only(pilot, "ti")
            assert footer(app) == suggested
            await press(pilot, "B", "enter")
            assert footer(app) == "n No code   c Code   ↵ Go on   B Blind"
            await press(pilot, "B", "enter")
            assert footer(app) == "n No code   c Code   ↵ Go on   t Transcript"
            await press(pilot, "n", "b")
            assert footer(app) == "c Code   ↵ Go on   b Passage before   t Transcript"
            await press(pilot, "w")
            while "snak" not in title(app):
                await press(pilot, "enter")
            assert footer(app) == "n No code   c Code   ↵ Go on   f Read for suggestions   t Transcript"
            await press(pilot, "enter", "enter", "enter")
            assert footer(app) == "↵ Go on   w Where from   o Order"
            await press(pilot, "f9")
            assert footer(app) != "↵ Go on   w Where from   o Order"

    told(story)


# -- Suggestions ---------------------------------------------------------------------------------------------------


def test_sources_that_were_not_read_are_read_when_asked(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="review") as (app, pilot):
            assert notice(app) == "1 source was not read for suggestions yet: f has that done."
            await press(pilot, "enter")
            assert "Not read for suggestions yet: f has that done." in screen_text(app)
            await press(pilot, "f")
            assert notice(app).startswith("Suggested for 1 source: ")
            assert "Not read for suggestions yet" not in screen_text(app)
            await press(pilot, "f")
            assert notice(app) == "Every source that may have suggestions has them."

    told(story)


def test_reading_can_be_stopped(demo_project: Path) -> None:
    with Store.open(demo_project, person="Maja") as store, store.write() as db:
        db.execute("DELETE FROM suggestion_run")

    async def story() -> None:
        async with sitting(demo_project, screen="review") as (app, pilot):
            await pilot.press("f", "escape")
            await press(pilot, "down")
            assert notice(app) == "Stopped. What was finished before is stored."
            assert app.current_mode == "review"

    told(story)


def test_suggestions_follow_decisions(ten: Path) -> None:
    file = ten / "workbench.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("while_reviewing = false", "while_reviewing = true"))

    def learned(store: Store) -> int:
        said = store.query(
            "SELECT n.provenance FROM suggestion_run n JOIN revision r ON r.id = n.revision JOIN source s ON s.id ="
            " r.source WHERE s.name = 'ti'"
        )
        return int(json.loads(said[0]["provenance"]).get("labelled", -1))

    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            assert learned(app.desk.store) == -1
            await press(pilot, "n", "down")
            shown = screen_text(app)
            app.desk.settle()
            assert learned(app.desk.store) == 5
            await press(pilot, "down", "up")
            assert screen_text(app) == shown
            await press(pilot, "u", "n")
            app.desk.settle()
            assert learned(app.desk.store) == 5

    told(story)


def test_what_follows_a_decision_is_shown_at_once_but_never_under_the_hand(
    ten: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PassagePane, "REST", 3600.0)

    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            pane = app.screen.query_one(PassagePane)

            async def rested() -> str:
                """What is suggested after a moment, the learner having found something else by then."""
                suggest_by_hand(app.desk.store, source_named(app.desk.store, "ti"), {2: (("guide", 0.9, "plan"),)})
                moment = pane._rest._callback if pane._rest is not None else None
                assert moment is not None
                moment()
                await press(pilot)
                return next(line for line in screen_text(app).splitlines() if "› 1" in line)

            await press(pilot, "n")
            assert title(app) == "Review · 9 left · Kvistsund · ti 2"
            assert "› 1  One youth guide  guide" in await rested()
            suggest_by_hand(app.desk.store, source_named(app.desk.store, "ti"), SUGGESTED)
            await press(pilot, "b", "enter", "v")
            assert "› 1  One plan  plan" in await rested()
            await press(pilot, "1")

    told(story)
    assert done(ten)["codings"] == [(2, "plan", "barrier", None, False)]


def test_an_order_that_comes_late_waits_for_whoever_has_gone_on(ten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Latch()
    monkeypatch.setattr(going, "ahead", lambda *asked: (held.wait(60), ahead(*asked))[1])

    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            for keys, stays in ((("n",), "ti 2"), (("c",), "ti 2")):
                held.clear()
                await pilot.press("o", *keys)
                held.set()
                await press(pilot)
                if keys == ("c",):
                    await press(pilot, "escape")
                assert title(app).startswith(f"Review · 9 left · Kvistsund · {stays} · ")
            await press(pilot, "enter")
            assert title(app).startswith("Review · 9 left · Kvistsund · ti 4 · thin places first")

    told(story)


def test_no_suggestion_and_why(ten: Path) -> None:
    with Store.open(ten, person="Maja") as store, store.command("sources edit") as command:
        command.change("source", (source_named(store, "snak").id,), consent_suggest=0)

    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            while "snak" not in title(app):
                await press(pilot, "enter")
            assert "No suggestion: the consent does not cover it." in screen_text(app)
            await only(pilot, "ti")
            await press(pilot, "enter", "enter")
            assert "No suggestion." in screen_text(app)

    told(story)


# -- What is seen --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_passage_and_suggestions_are_in_sight_in_every_size(ten: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review", size=size) as (app, pilot):
            await only(pilot, "ti")
            await press(pilot, "enter")
            said = screen_text(app)
            for part in (
                "▌ Ung: Der er en plan for alting.",
                "Ung: Vi skriver det samme to steder.",
                "› 1  One plan  plan",
                "high confidence, because of “plan”",
                "2  One youth guide  guide",
                "low confidence, because of “alting”",
                "The next coding: description",
            ):
                assert part in said
            beside = ("Why it is suggested", "Om den ene plan for den unge.")
            assert [part in said for part in beside] == [size != SMALL] * 2

    told(story)


def test_the_side_pane_tells_of_the_chosen_suggestion(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review", size=MIDDLE) as (app, pilot):
            await only(pilot, "ti")
            await press(pilot, "enter", "down")
            assert "Den ene voksne, der følger den unge." in screen_text(app)
            await press(pilot, "i")
            assert "Den ene voksne" not in screen_text(app)
            await press(pilot, "i", "plus", "plus")
            assert app.last.widths == {"review": 46}
        async with sitting(ten, screen="review", size=SMALL) as (app, pilot):
            assert "Den ene voksne, der følger den unge." not in screen_text(app)
            await press(pilot, "i")
            assert "Den ene voksne, der følger den unge." in screen_text(app)

    told(story)


def test_a_suggestion_is_chosen_and_accepted_with_the_mouse(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review", size=SMALL) as (app, pilot):
            await only(pilot, "ti")
            await press(pilot, "enter")
            rows = screen_text(app).splitlines()
            at = next(number for number, row in enumerate(rows) if "2  One youth guide" in row)
            await pilot.click(PassageCard, offset=(10, at - 1))
            await press(pilot)
            assert "› 2  One youth guide" in screen_text(app)
            await pilot.click(PassageCard, offset=(10, at - 1), times=2)
            await press(pilot)
            assert "2  One youth guide  guide  ✓ description" in screen_text(app)

    told(story)


def test_what_changed_elsewhere_is_seen_on_the_way_back(ten: Path) -> None:
    async def story() -> None:
        async with sitting(ten, screen="review") as (app, pilot):
            await only(pilot, "ti")
            await press(pilot, "t")
            assert app.current_mode == "transcript"
            with Store.open(ten, person="Maja") as store:
                app.desk.do(lambda _store: _no_code(store, "ti", 1))
            await press(pilot, "escape")
            assert title(app) == "Review · 9 left · Kvistsund · ti 2"

    told(story)


def _no_code(store: Store, name: str, number: int) -> str:
    from workbench.store import passage
    from workbench.workflow.decide import no_code

    no_code(store, passage(store, source_named(store, name).revision, number), shown=())
    return ""


def test_a_project_without_material_says_so(project: Path, tmp_path: Path) -> None:
    from workbench.store import new_settings

    with Store.create(tmp_path / "tom", new_settings("Tom"), person="Maja"):
        pass

    async def story() -> None:
        async with sitting(tmp_path / "tom", screen="review") as (app, pilot):
            assert "There is nothing here yet. F6 brings transcripts in." in screen_text(app)
            await press(pilot, "6")
            assert app.current_mode == "review"
            await press(pilot, "1", "x", "n", "c", "enter", "b", "v", "u", "down", "o", "w", "t", "i", "B")
            assert app.is_running
            await press(pilot, "f6")
            assert app.current_mode == "sources"

    told(story)
