"""Whatever a screen changes can be changed by the command line: each action beside the commands that write the same."""

import asyncio
import json
import os
import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.tui.conftest import commands
from tests.tui.witness import ACTIONS, DIGITS, FIRST, LEAVES, PINNED, WAYS, begin, enrich, key_of, watched
from workbench.__main__ import main
from workbench.store import Event, Store, history, memos, quotes
from workbench.tui import registry

SAID = "Vi skriver det samme to steder. Det tager en hel formiddag."
RENAMED = ("codebooks edit plan --name-en 'One plan A'",)
NOTED = ("memo add ok --coding {coding}",)
TO_NINE = ("enter",)
"""In the review: from the first undecided passage to the one with nine suggestions."""
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+]+Z?")


@dataclass(frozen=True, slots=True)
class Same:
    """An action, or several one after the other; and what is typed for the same."""

    actions: str
    at: str
    """The screen, or the name of the source in its transcript."""
    way: tuple[str, ...]
    """Keys that lead to it."""
    then: tuple[str, ...]
    """Keys after its own."""
    typed: tuple[str, ...]
    """Command lines; what stands in braces is filled in from the project."""
    place: int = 0
    """Where the cursor stands in the source."""
    given: tuple[str, ...] = ()
    """Command lines that come before, both for the screen and for the command line."""

    @property
    def verb(self) -> str:
        """What it writes last."""
        line = self.typed[-1]
        return "no-code" if "--no-code" in line else max((one for one in VERBS if line.startswith(one)), key=len)


VERBS = {verb for one in ACTIONS.values() for verb in one.verbs}
HERE = 30
"""In fg1, where plan.dobbelt stands."""
SAME = (
    Same("app.undo", "overview", (), (), ("undo",)),
    Same("app.redo", "overview", (), (), ("redo",), given=("undo",)),
    # The transcript.
    Same("transcript.pick", "fg2", ("tab",), (*"guide", "enter"), ("code fg2 3 guide",)),
    Same("transcript.accept", "fg2", ("tab",), (), ("accept fg2 3",)),
    Same("transcript.accept", "fg2", ("tab", "k"), (), ("code fg2 3 guide --contrary",)),
    Same("transcript.accept", "fg2", ("tab", "v", "d"), (), ("accept fg2 3 --valence barrier --doubt",)),
    Same("transcript.reject", "fg2", ("tab",), (), ("reject fg2 3 guide",)),
    Same("transcript.reject-all", "ti", ("tab",), (), ("reject ti 1",)),
    Same("transcript.no-code", "fg2", ("tab",), (), ("reject fg2 3 --no-code",)),
    Same("transcript.valence", "fg1", (), (), ("adjust {coding} --valence enabler",), HERE),
    Same("transcript.strength", "fg1", (), (), ("adjust {coding} --strength 1",), HERE),
    Same("transcript.doubt", "fg1", (), (), ("adjust {coding} --doubt",), HERE),
    Same("transcript.contrary", "fg1", (), (), ("adjust {coding} --contrary",), HERE),
    Same("transcript.again", "fg2", ("tab", "2", "less_than_sign"), (), ("code fg2 3 guide", "code fg2 21-43 guide")),
    Same(
        " ".join(f"transcript.code-{n}" for n in DIGITS), "fg2", ("tab",), (),
        tuple(f"code fg2 3 {code}" for code in PINNED),
    ),
    Same("transcript.adjust", "fg1", (), ("shift+left", "enter"), ("adjust {coding} --end 86",), HERE),
    Same("transcript.open", "fg1", ("a", "o", "shift+right"), (), ("adjust {coding} --start 29",), HERE),
    Same("transcript.uncode", "fg1", (), (), ("uncode fg1 2",), HERE),
    Same("transcript.memo", "fg1", (), ("o", "k", "ctrl+s"), ("memo add ok --coding {coding}",), HERE),
    Same("transcript.memo", "fg1", (), ("!", "ctrl+s"), ("memo edit {memo} ok!",), HERE, NOTED),
    Same(
        "transcript.memo", "fg1", (), ("backspace", "backspace", "ctrl+s"), ("memo remove {memo}",), HERE, NOTED,
    ),
    Same("memo.keep", "fg2", ("tab", "m", "o", "k"), (), ("memo add ok --source fg2 --passage 3",)),
    Same("memo.keep", "fg1", ("m", "!"), (), ("memo edit {memo} ok!",), HERE, NOTED),
    Same(
        "memo.keep", "fg1", ("m", "backspace", "backspace"), (), ("memo remove {memo}",), HERE, NOTED,
    ),
    # Review.
    Same("review.accept_1", "review", (), (), ("accept fg2 3",)),
    Same(
        " ".join(f"review.accept_{n}" for n in DIGITS[1:]), "review", TO_NINE, (),
        tuple(f"accept ti 1 t{n}" for n in DIGITS[1:]),
    ),
    Same(
        "review.accept", "review", (*TO_NINE, "down", "v", "s"), (),
        ("accept ti 1 t2 --valence barrier --strength 1",),
    ),
    Same("review.reject", "review", TO_NINE, (), ("reject ti 1",)),
    Same("review.reject_one", "review", (*TO_NINE, "down"), (), ("reject ti 1 t2",)),
    Same("review.no_code", "review", (), (), ("reject fg2 3 --no-code",)),
    Same("review.no_code", "review", ("B", *TO_NINE), (), ("reject ti 1 --no-code --blind",)),
    Same("review.pick", "review", (), (*"guide", "enter"), ("code fg2 3 guide",)),
    Same("review.pick", "review", ("B", *TO_NINE), (*"guide", "enter"), ("code ti 1 guide --blind",)),
    Same("review.again", "review", ("c", *"guide", "enter"), (), ("code fg2 3 guide", "code ti 1 guide")),
    # Quotes.
    Same("quotes.star", "quotes", (), (), ("quotes star {coding}",)),
    Same("quotes.star", "quotes", (), (), ("quotes unstar {coding}",), given=("quotes star {coding}",)),
    Same("quotes.approve", "quotes", (), (), ("quotes approve {coding}",)),
    Same("quotes.approve", "quotes", (), (), ("quotes unapprove {coding}",), given=("quotes approve {coding}",)),
    Same("quotes.edit", "quotes", (), ("ctrl+g", "e", "j", "ctrl+s"), (f"quotes edit {{coding}} '{SAID}[ej]'",)),
    Same("light_edit.keep", "quotes", ("e", "ctrl+g", "e", "j"), (), (f"quotes edit {{coding}} '{SAID}[ej]'",)),
    Same("quotes.example", "quotes", (), ("enter",), (f"codebooks example plan.dobbelt '{SAID}'",)),
    # The codebook.
    Same("codebook.edit", "codebook", (), ("tab", "end", *" A", "ctrl+s"), RENAMED),
    Same("code_form.keep", "codebook", ("e", "tab", "end", *" A"), (), RENAMED),
    Same("codebook.example", "codebook", (), (*"Ny plan.", "enter"), ("codebooks example plan 'Ny plan.'",)),
    Same("example.keep", "codebook", ("n", *"Ny plan."), (), ("codebooks example plan 'Ny plan.'",)),
    # Sources.
    Same("import.start", "sources", ("i", *"~/fg3.txt", "enter"), (), ("import {home}/fg3.txt",)),
    Same(
        "question.yes", "sources", ("i", *"~/ny.txt", "enter", "ctrl+s"), (),
        ("import {home}/ny.txt --new-municipality",),
    ),
    Same(
        "speakers.change", "sources", ("s", "down"), ("tab", "tab", *"KV-U9", "ctrl+s"),
        ("participants assign fg1 Sagsbehandler KV-U9 --role caseworker",),
    ),
    Same(
        "speakers.change", "sources", ("s", "down"), ("tab", "tab", "tab", "enter", "down", "enter", "ctrl+s"),
        ("participants edit fg1-Sagsbehandler --age-group 13-15",),
    ),
    Same("form.save", "sources", ("e", "end", "x"), (), ("sources edit fg1 --title fg1x",)),
    Same(
        "form.save", "sources", ("s", "down", "enter", "tab", "tab", *"KV-U9"), (),
        ("participants assign fg1 Sagsbehandler KV-U9 --role caseworker",),
    ),
    Same(
        "form.save", "sources", ("s", "down", "enter", "tab", "tab", "tab", "enter", "down", "enter"), (),
        ("participants edit fg1-Sagsbehandler --age-group 13-15",),
    ),
    # History.
    Same("history.take_back", "history", (), (), ("undo",), given=("quotes star {coding}",)),
    Same(
        "history.take_back", "history", ("down", "U"), (), ("undo --to {second}",),
        given=("quotes star {coding}", "quotes approve {coding}"),
    ),
)  # fmt: skip
"""For every verb of every action."""


@pytest.fixture
def richer(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project with more in it, and files to bring in at home."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WORKBENCH_LANG", "en")
    return enrich(project, tmp_path / "home")


def filled_in(root: Path, line: str) -> list[str]:
    """The words of a command line, as they are in a project."""
    with Store.open(root, person="Maja") as store:
        known = {
            "coding": next(one.id for one in quotes(store, layer="Maja") if one.code == "plan.dobbelt"),
            "memo": next((one.id for one in memos(store)), ""),
            "second": history(store, limit=2)[1].command,
            "home": str(Path.home()),
        }
    return [word.format_map(known) for word in shlex.split(line)]


def type_in(root: Path, lines: tuple[str, ...]) -> None:
    for line in lines:
        assert main(["-p", str(root), *filled_in(root, line)]) == 0, line


def written(root: Path, since: int) -> list[tuple[str, list[str]]]:
    """Commands since so many, oldest first, with all that their events say.

    What is new in the project has another id each time, and is told by when it came; times are left out.
    """
    with Store.open(root, person="Maja") as store:
        entries = list(reversed(history(store, limit=100_000)))
    ids = {one: one for entry in entries[:since] for event in entry.events for one in ID.findall(said(event))}

    def told(event: Event) -> str:
        return TIME.sub("then", ID.sub(lambda found: ids.setdefault(found[0], f"new {len(ids)}"), said(event)))

    return [(one.verb, [told(event) for event in one.events]) for one in entries[since:]]


def said(event: Event) -> str:
    return json.dumps([event.type, event.entity, event.key, event.before, event.after], ensure_ascii=False)


@pytest.mark.parametrize("same", SAME, ids=lambda one: f"{one.actions.split()[0]}: {one.verb}")
def test_a_key_writes_what_its_command_writes(same: Same, richer: Path, tmp_path: Path) -> None:
    type_in(richer, same.given)
    other = Path(shutil.copytree(richer, tmp_path / "other"))
    before = len(commands(richer))

    async def story() -> list[tuple[str, str]]:
        async with watched(richer, same.at, same.place) as witness:
            await witness.press(*same.way)
            for id in same.actions.split():
                assert witness.does(key_of(id)) == id
                await witness.press(key_of(id))
            await witness.press(*same.then)
            return witness.wrote

    wrote = asyncio.run(story())
    type_in(other, same.typed)
    assert written(richer, before) == written(other, before)
    assert [verb for verb, _events in written(richer, before)][-1:] == [same.verb]
    opened = same.actions.split()[0]
    assert [(who, verb) for who, verb in wrote if verb not in ACTIONS[who or opened].verbs] == []


def test_every_action_that_writes_is_in_the_table() -> None:
    told = {(id, one.verb) for one in SAME for id in one.actions.split()}
    assert told == {(id, verb) for id, one in ACTIONS.items() for verb in one.verbs}


@pytest.mark.parametrize("scope", dict.fromkeys(one.scope for one in ACTIONS.values()))
def test_an_action_that_names_no_command_writes_nothing(scope: str, richer: Path) -> None:
    at, way = WAYS[scope]
    silent = [one.id for one in registry.of(scope) if not one.verbs and one.id not in LEAVES]

    async def story() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        missed = list[tuple[str, str]]()
        async with watched(richer, at) as witness:
            for id in silent:
                await begin(witness, at)
                await witness.press(*way, *FIRST.get(id, ()))
                missed += [(id, does)] if (does := witness.does(key_of(id))) not in (id, "") else []
                await witness.press(key_of(id))
            await begin(witness, at)
            return missed, witness.wrote

    assert asyncio.run(story()) == ([], [])


WALK = 2_000 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 100


def test_only_keys_that_say_so_write(richer: Path) -> None:
    """Somebody who does whatever can be done where they are, one key at a time."""
    chance = Random(20261122)

    async def story() -> list[tuple[str, str]]:
        async with watched(richer, "fg2") as witness:
            for _key in range(WALK):
                can = [key for key in witness.app.screen.active_bindings if witness.does(key) not in ("", *LEAVES)]
                await witness.press(chance.choice(sorted(can) or ["escape"]))
            return witness.wrote

    wrote = asyncio.run(story())
    assert [(who, verb) for who, verb in wrote if who and verb not in ACTIONS[who].verbs] == []
    assert wrote != []
