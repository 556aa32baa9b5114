"""A consultant at a terminal of 80 by 24 codes ten passages of a sample interview with every key there is."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.workflow.made import suggest_by_hand
from workbench import config
from workbench.store import Store, check, mark_seen, undecided
from workbench.workflow.edit import new_municipality
from workbench.workflow.import_ import import_file
from workbench.workflow.start import start

SUGGESTED = {
    6: (("sammen.vilkaar", 0.6, "corona"),),
    8: (("guide", 0.9, "dansklærer"), ("indgang.rolle", 0.5, "gøre"), ("sammen.kultur", 0.2, "slags")),
    10: (("guide", 0.3, "kat"),),
    14: (("plan.retning", 0.9, "plan"), ("plan", 0.5, "vejlederen")),
    16: (("guide.frivillig", 0.6, "stoppede"),),
    18: (("sammen.vilkaar", 0.3, "Norge"),),
    19: (("guide.relation", 0.7, "katten"),),
}
ROWS, COLUMNS = 24, 80
_STYLE = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Store]:
    """A project with one youth journey and suggestions that the test knows."""
    folder = tmp_path / "Kvistsund"
    folder.mkdir()
    for name in ("ungerejse-a.txt", "ungerejse-a.meta.yaml"):
        shutil.copy(config.shipped("transcripts") / "kvistsund" / name, folder)
    with start(tmp_path / "projekt", name="Projekt", person="Maja", language="en") as store:
        new_municipality(store, "Kvistsund")
        [imported] = import_file(store, folder / "ungerejse-a.txt")
        suggest_by_hand(store, imported.source, SUGGESTED, codebook="kui-fire-fokusomraader")
        settings = store.root / "workbench.toml"  # so that what the test knows stays suggested
        settings.write_text(settings.read_text().replace("while_reviewing = true", "while_reviewing = false"))
        yield store


class Terminal:
    """`workbench review` in a terminal of its own."""

    def __init__(
        self, store: Store, monkeypatch: pytest.MonkeyPatch, *, rows: int = ROWS, columns: int = COLUMNS
    ) -> None:
        for variable in ("COLUMNS", "LINES"):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setenv("WORKBENCH_LANG", "en")
        self.rows, self.columns = rows, columns
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "workbench", "-p", str(store.root), "review"],
            dimensions=(rows, columns),
            env=dict(os.environ),  # readline puts LINES into the one that is inherited
            encoding="utf-8",
            timeout=60,
        )
        self.raw = ""
        self.screen = self._until("Key: ")

    def press(self, *keys: str) -> str:
        """What is printed for these keys, without styles."""
        for key in keys:
            self._child.send(key)
            self.screen = self._until("Key: ")
        return self.screen

    def choose(self, *letters: str) -> str:
        """Ask for another code by these letters, one line each."""
        self._child.send("c")
        for each in letters:
            self._until("none): ")
            self._child.sendline(each)
        self.screen = self._until("Key: ")
        return self.screen

    def stop(self, key: str = "q") -> str:
        """The farewell after this key."""
        self._child.send(key)
        self._child.expect(pexpect.EOF)
        self._child.close()
        assert self._child.exitstatus == 0
        return _STYLE.sub("", self._child.before or "").replace("\r", "").removeprefix(f"{key}\n")

    def interrupt(self) -> tuple[str, int | None]:
        """What ctrl-C leaves, and the exit code."""
        self._child.sendintr()
        self._child.expect(pexpect.EOF)
        self._child.close()
        return self._child.before or "", self._child.exitstatus

    def _until(self, prompt: str) -> str:
        self._child.expect_exact(prompt)
        printed = (self._child.before or "") + prompt
        self.raw += printed
        shown = _STYLE.sub("", printed).replace("\r", "")
        card = shown[shown.rfind("\n──") + 1 :] if "\n──" in shown else ""
        assert card.count("\n") < self.rows - 1, "a card fits the screen, under the answer to the key before"
        assert all(len(line) <= self.columns for line in shown.split("\n"))
        return shown


def head(screen: str) -> str:
    """Where the terminal is."""
    return [line.rstrip("─ ") for line in screen.splitlines() if line.startswith("──")][-1]


def at(number: int, done: int) -> str:
    """The head of a passage's card."""
    return f"── Kvistsund · ungerejse-a · passage {number} · {done} of 40 decided"


def rows(store: Store, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    return [tuple(row.values()) for row in store.query(sql)]


def test_ten_passages_are_coded_with_every_key(project: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Terminal(project, monkeypatch)
    assert head(first.screen) == at(2, 0)
    assert first.screen.startswith("Read the passage beside the bar, then press a key; h explains the keys.\n\n──")
    assert head(first.press("n")) == at(4, 1)
    assert head(first.press("\r")) == at(6, 1)
    assert first.press("v") == "v\nValence: barrier. Key: "
    assert head(first.press("1")) == at(8, 2)
    assert first.press("2") == (
        "2\n✓ Awareness of own role  indgang.rolle – description\n"
        "    1 (One youth guide) is not answered: 1 accepts, x rejects, Enter leaves it.\n"
        "Valence: description. Key: "
    )
    assert head(first.press("x")) == at(10, 3)
    assert head(first.press("x")) == at(12, 4)
    assert head(first.choose("afgræ", "psy", "frivillighed", "1")) == at(14, 5)
    assert first.press("?", "v", "1").startswith("1\n✓ Plan as direction and ownership  plan.retning – barrier ?\n")
    assert head(first.press("v", "2")) == at(16, 6)
    assert head(first.press("n")) == at(18, 7)
    taken_back = first.press("u")
    assert taken_back.startswith("u\nTook back: no code (ungerejse-a · 16)\n")
    assert head(taken_back) == at(16, 6)
    assert head(first.press("v", "v", "1")) == at(18, 7)
    back = first.press("b")
    assert head(back) == at(16, 7)
    assert "\n  ✓  Voluntary and co-decided  guide.frivillig – enabler\n" in back
    assert head(first.press("\r")) == at(18, 7)
    assert "\n  q      stop; everything is stored\n" in first.press("h")
    assert first.press("\x1b[A") == "\nThat key does nothing here; h explains the keys.\nValence: description. Key: "
    assert first.stop() == (
        f"\nStored: 9 decisions; 33 passages are left.\nIt goes on here with: workbench -p {project.root} review\n"
    )

    second = Terminal(project, monkeypatch)
    assert head(second.screen) == at(4, 7)
    taken_back = second.press("u")
    assert taken_back.startswith("u\nTook back: accepted (ungerejse-a · 16 · guide.frivillig)\n")
    assert head(taken_back) == at(16, 6)
    assert second.press("3").startswith("3\nThere is only 1 suggestion here.\n")
    assert head(second.press("x")) == at(4, 7)
    assert head(second.press("n")) == at(18, 8)
    assert head(second.press("x")) == at(19, 9)
    assert head(second.press("v", "1")) == at(21, 10)
    second.stop()

    assert rows(
        project,
        "SELECT p.number, k.code, c.valence, c.doubt, c.layer FROM coding c JOIN code k ON k.id = c.code"
        " JOIN passage p ON p.revision = c.revision AND p.start = c.start AND p.end = c.end ORDER BY p.number, k.code",
    ) == [
        (6, "sammen.vilkaar", "barrier", 0, "Maja"),
        (8, "indgang.rolle", "description", 0, "Maja"),
        (12, "guide.frivillig", "description", 0, "Maja"),
        (14, "plan", "barrier", 0, "Maja"),
        (14, "plan.retning", "barrier", 1, "Maja"),
        (19, "guide.relation", "barrier", 0, "Maja"),
    ]
    assert rows(
        project,
        "SELECT d.passage, k.code, d.verdict, d.confidence, d.coding IS NOT NULL AS coded FROM decision d"
        " JOIN code k ON k.id = d.code ORDER BY d.passage, k.code",
    ) == [
        (6, "sammen.vilkaar", "accept", 0.6, 1),
        (8, "guide", "reject", 0.9, 0),
        (8, "indgang.rolle", "accept", 0.5, 1),
        (8, "sammen.kultur", "reject", 0.2, 0),
        (10, "guide", "reject", 0.3, 0),
        (14, "plan", "accept", 0.5, 1),
        (14, "plan.retning", "doubt", 0.9, 1),
        (16, "guide.frivillig", "reject", 0.6, 0),
        (18, "sammen.vilkaar", "reject", 0.3, 0),
        (19, "guide.relation", "accept", 0.7, 1),
    ]
    assert rows(project, "SELECT passage, coder, no_code, blind, shown FROM review_mark ORDER BY passage") == [
        (2, "Maja", 1, 0, "[]"),
        (4, "Maja", 1, 0, "[]"),
        (6, "Maja", 0, 0, '[["sammen.vilkaar",0.6]]'),
        (8, "Maja", 0, 0, '[["guide",0.9],["indgang.rolle",0.5],["sammen.kultur",0.2]]'),
        (10, "Maja", 0, 0, '[["guide",0.3]]'),
        (12, "Maja", 0, 0, "[]"),
        (14, "Maja", 0, 0, '[["plan.retning",0.9],["plan",0.5]]'),
        (16, "Maja", 0, 0, '[["guide.frivillig",0.6]]'),
        (18, "Maja", 0, 0, '[["sammen.vilkaar",0.3]]'),
        (19, "Maja", 0, 0, '[["guide.relation",0.7]]'),
    ]
    assert check(project).faults == ()


def test_the_last_passage_says_what_to_type_next(project: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    revision = project.query("SELECT id FROM revision")[0]["id"]
    with project.command("no-code") as command:
        for number in undecided(project, revision)[:-1]:
            mark_seen(command, revision, number, no_code=True)
    terminal = Terminal(project, monkeypatch)
    assert "39 of 40 decided" in head(terminal.screen)
    assert terminal.stop("n") == (
        "– no code here\n\nStored: 1 decision. Well done: every passage here is decided.\n"
        f"Next: workbench -p {project.root} report Kvistsund\n"
    )


def test_without_styles_the_same_is_said(project: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    styled = Terminal(project, monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = Terminal(project, monkeypatch)
    assert (styled.press("\r", "\r"), styled.press("\r")) == (plain.press("\r", "\r"), plain.press("\r"))
    assert "\x1b[4m" in styled.raw
    assert "\x1b" not in plain.raw
    assert "\n     high confidence, because of “dansklærer”\n" in plain.screen
    assert "\n  3  Professional culture  sammen.kultur\n" in plain.screen


def test_a_larger_terminal_holds_more_of_the_context(project: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    low = Terminal(project, monkeypatch, rows=18)
    wide = Terminal(project, monkeypatch, rows=50, columns=160)
    before, after = (
        "Interviewer: Det giver fin mening. Var der nogen der så det?",
        "Interviewer: Nej. Og så ottende, niende?",
    )
    for each in (low, wide):
        each.press("\r", "\r", "\r")
        assert head(each.screen) == at(8, 0)
        assert before in each.screen
    assert (after in low.screen, after in wide.screen) == (False, True)
    assert max(map(len, wide.screen.split("\n"))) == 100


def test_a_low_terminal_holds_the_context_before_what_the_codebook_says(
    project: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "\n     codebook, example: “Jeg startede i 1.g, og tre måneder efter sad jeg …”\n"
    low, usual = (Terminal(project, monkeypatch, rows=rows).press("\r", "\r") for rows in (17, ROWS))
    assert (head(low), head(usual)) == (at(6, 0), at(6, 0))
    assert (said in low, said in usual) == (False, True)
    assert low == usual.replace(said, "\n")


def test_ctrl_c_leaves_what_was_decided(project: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(project, monkeypatch)
    terminal.press("n")
    printed, code = terminal.interrupt()
    assert code == 130
    assert "Stored: 1 decision; 39 passages are left." in printed
    assert "Error" not in printed
    assert rows(project, "SELECT passage, no_code FROM review_mark") == [(2, 1)]
    assert head(Terminal(project, monkeypatch).screen) == at(4, 1)
