"""Anne pulls quotes in a real terminal: what she copies is in the clipboard, what she marked survives a power cut."""

import shutil
from pathlib import Path

from tests.walks.terminal import LOW, MIDDLE, Terminal
from workbench.store import Store, check, quote_marks, quotes
from workbench.workflow.quotes import find_quotes

KEYS = "s Stjerne   e Let redigering   a Godkend   y Kopiér   f Filtrér   g Gå til   ? Hjælp"


def marked(project: Path) -> list[tuple[bool, str, str]]:
    """Every quote she marked: starred or not, approved by whom, and its words."""
    with Store.open(project, person="Anne") as store:
        found = find_quotes(store, list(quote_marks(store)))
        return [(one.mark.starred, one.mark.approved_by, one.text) for one in found]


def test_a_quote_for_the_report(made: Path, tmp_path: Path) -> None:
    project = shutil.copytree(made / "demo", tmp_path / "demo")
    with Store.open(project, person="Anne") as store:
        counted = len(quotes(store, code="guide.relation", counted=True))
    with Terminal(tmp_path, project, size=MIDDLE, person="Anne") as screen:
        screen.reads("Overblik", "Kvistsund")
        screen.press("F4")
        screen.reads("Alle citater, som rapporter tæller", "– ")
        screen.press("f")
        screen.reads("Vis kun")
        screen.write("relation og kontinuitet")
        screen.press("Enter")
        screen.sees(f"Relation og kontinuitet   {counted} citater", KEYS)
        screen.press("Down", "s")
        screen.sees("★ stjerne: rapporter tager det først.")
        [(_starred, _by, words)] = marked(project)

        # A light edit in the small window; what it leaves out is marked.
        screen.resize(LOW)
        screen.sees("s Stjerne   e Let redigering   a Godkend   y Kopiér   f Filtrér   ? Hjælp")
        screen.press("e")
        screen.reads("Som det bliver citeret", "✓ Kun det, der blev sagt, og det, der er markeret.")
        left_out = words.rpartition(" ")[2]
        screen.press(*["BSpace"] * (len(left_out) + 1))
        screen.reads("! udeladt: ")
        screen.press("Space", "C-t")
        screen.reads("[…]", "✓ Kun det, der blev sagt, og det, der er markeret.")
        screen.press("C-s")
        screen.reads("Redigeret.", "Som sagt: ")
        screen.press("a")
        screen.sees("✓ godkendt med disse ord.")
        screen.press("y")
        screen.reads("Kopieret, med rollen under: ")
        edited = f"{words.rpartition(' ')[0]} […]"
        assert screen.copied.startswith(f"“{edited}”\n– ")
        assert marked(project) == [(True, "Anne", edited)]

        screen.until(lambda now: "quotes" in str([one.read_text() for one in tmp_path.rglob("screen/*.json")]))
        screen.cut_power()
        screen.come_back()
        screen.reads("Relation og kontinuitet   ", "★ ✓ ")
        screen.press("S")
        screen.sees("Relation og kontinuitet · med stjerne   1 citat")
        screen.reads("✓ godkendt af Anne")
        screen.press("u", "u")
        screen.reads("Fortrudt: ")
        screen.until(lambda now: marked(project) == [(True, "", words)], "edit and approval taken back")
        assert screen.leave() == 0
    with Store.open(project, person="Anne") as store:
        assert check(store).faults == ()
