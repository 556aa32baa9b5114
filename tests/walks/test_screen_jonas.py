"""Jonas in a real terminal: codes blind, gives a code an example, reads the history, in two languages."""

import shutil
from pathlib import Path

from tests.walks.terminal import LOW, MIDDLE, Terminal
from workbench.store import Store, check, current_codebooks, history

EXAMPLE = "Først skriver jeg det ind hos os, og så skriver jeg det af 🙃 ovre hos dem."


def examples(project: Path) -> list[str]:
    with Store.open(project, person="Jonas") as store:
        [book] = current_codebooks(store)
    return list(book.code("plan.dobbelt").examples)


def test_an_afternoon_of_second_coding(made: Path, tmp_path: Path) -> None:
    project = shutil.copytree(made / "demo", tmp_path / "demo")
    before = examples(project)
    with Terminal(tmp_path, project, size=LOW, person="Jonas") as screen:
        screen.reads("Overblik", "Kvistsund")
        screen.press("F3")
        screen.reads("Gennemgang · ", "fokusgruppe-ungeenheden 2")
        screen.press("B")
        screen.reads("· blindt ·", "Blindt: Forslag er skjult, til du har taget stilling.")
        screen.press("1")
        screen.reads("! Forslag er skjult: Tag først stilling med c eller n")
        screen.press("n")
        screen.reads("fokusgruppe-ungeenheden 3")

        # In the codebook he finds the code by a few letters, and gives it an example.
        screen.press("F5")
        screen.reads("Kodebog", "KUI – de fire fokusområder")
        screen.press("/")
        screen.reads("Find en kode")
        screen.write("dobbelt")
        screen.press("Enter")
        screen.reads("Samme oplysning føres flere steder")
        screen.press("n")
        screen.reads("En passage, som “Dobbeltdokumentation” passer på")
        screen.write(EXAMPLE)
        screen.reads("🙃")
        screen.press("Enter")
        screen.reads("Nu kodes der efter kui-fire-fokusomraader ")
        assert examples(project) == [*before, EXAMPLE]
        screen.resize(MIDDLE)
        screen.until(lambda lines: len(lines) >= MIDDLE[1] and "🙃" in "".join(lines), "the larger window")
        screen.reads("g Gå til   ? Hjælp")

        # The same in English, and back.
        screen.press("F9")
        screen.reads("Codebook", "Double documentation", "? Help")
        screen.press("F9")
        screen.reads("Kodebog", "Dobbeltdokumentation", "? Hjælp")

        screen.press("7")
        screen.sees("U Fortryd hertil   / Filtrér   g Gå til   ? Hjælp")
        screen.press("U")
        screen.until(lambda now: examples(project) == before, "the example taken back")
        screen.reads("↶ fortrudt: ")
        screen.press("/")
        screen.asks("Historik · ")
        screen.write("jonas")
        screen.reads(" fundet", "↶ fortrudt: ")
        screen.until(lambda now: '"history"' in "".join(one.read_text() for one in tmp_path.rglob("screen/*.json")))
        screen.cut_power()
        screen.come_back()
        screen.reads("Historik · ")
        assert screen.leave() == 0
    with Store.open(project, person="Jonas") as store:
        assert [(one.person, one.verb, one.undone) for one in history(store, limit=3)][1:] == [
            ("Jonas", "codebooks example", True), ("Jonas", "no-code", False),
        ]  # fmt: skip
        assert check(store).faults == ()
