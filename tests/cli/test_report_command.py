"""workbench report: writing reports, and the house's template."""

from pathlib import Path

from docx import Document

from tests.cli.conftest import Run
from tests.reports.field import BARRIER, STAFF, add, code, kvistsund, municipality, star
from workbench.reports import HOUSE
from workbench.store import Store


def test_alone_it_says_what_there_is(run: Run, project: Path, store: Store) -> None:
    kvistsund(store)

    before = run("report")
    written = run("report", "Kvistsund", "--format", "docx")
    after = run("report")

    assert (before.code, before.out) == (0, "Kvistsund: no report yet\n")
    assert (written.code, written.out) == (0, f"{project / 'reports' / 'praksisrapport-kvistsund.docx'}\n")
    assert after.out == "praksisrapport-kvistsund.docx: up to date; 0 of 3 places written\n"


def test_all_of_them_with_what_to_look_at(run: Run, project: Path, store: Store) -> None:
    kvistsund(store)
    other = municipality(store, "Brændlyng", "992")
    code(store, add(store, other, "fg9", [("S1", "Vi har ét skema.")], STAFF), 1, "plan", BARRIER)
    municipality(store, "Havrevig", "994")

    done = run("report", "--all", "--format", "md", "--language", "en")

    assert done.code == 0
    assert [Path(line).name for line in done.out.splitlines()] == [
        "practice-report-braendlyng.md",
        "practice-report-kvistsund.md",
    ]
    assert done.err.splitlines()[-1] == "2 reports written, 2 with something to look at."
    assert "Brændlyng: 1 passage of 1 is undecided: the report says that it is preliminary." in done.err


def test_as_json(run: Run, project: Path, store: Store) -> None:
    kvistsund(store)

    [told] = run("report", "Kvistsund", "--format", "md", "--outline", "fuld", "--json").json

    assert (told["report"], told["kept"], told["changed"]) == ("Kvistsund", [], None)
    assert told["files"] == [str(project / "reports" / "praksisrapport-kvistsund-fuld.md")]


def test_what_is_asked_wrongly(run: Run, project: Path, store: Store) -> None:
    kvistsund(store)

    both, unlike, nobody, missing = (
        run("report", "Kvistsund", "--all"),
        run("report", "Kvistsund", "--outline", "lang"),
        run("report", "Kvistsnd"),
        run("report", "Kvistsund", "--text-from", "væk.docx"),
    )

    assert [one.code for one in (both, unlike, nobody, missing)] == [2, 2, 1, 1]
    assert "A report is short or full, not “lang”." in unlike.err
    assert "Did you mean Kvistsund?" in nobody.err
    assert "There is no file væk.docx." in missing.err
    assert list((project / "reports").iterdir()) == []


def test_a_chosen_quote_without_consent_is_refused_with_three(run: Run, project: Path, store: Store) -> None:
    where = municipality(store)
    id = code(store, add(store, where, "fg1", [("S1", "Sig det ikke.")], STAFF, consent=frozenset()), 1, "plan")
    star(store, id)

    done = run("report", "Kvistsund")

    assert (done.code, done.out) == (3, "")
    assert f"the consent does not cover quoting ({id[:8]})" in done.err


def test_the_template_written_changed_and_checked(run: Run, project: Path, tmp_path: Path) -> None:
    own = tmp_path / "hus.docx"

    written = run("report", "template", str(own))
    good = run("report", "template", "--check", str(own))
    document = Document(str(own))
    document.paragraphs[0].text = "{{ kommune }}"
    document.save(str(own))
    bad = run("report", "template", "--check", str(own))
    again = run("report", "template", str(own), "--json")

    assert (written.code, written.out) == (0, f"{own}\n")
    assert (good.code, good.out) == (0, "")
    assert good.err == f"{own} can be used as a report template.\n"
    assert bad.code == 1
    assert bad.out.startswith("The tag {{ kommune }} is not known. Known tags: title, municipality, ")
    assert again.json == {"file": str(own), "kept": str(tmp_path / "hus (1).docx")}
    assert own.read_bytes() == HOUSE.read_bytes()
    assert run("report", "template", str(tmp_path / "hus.txt")).code == 2


def test_compare(run: Run, project: Path, store: Store) -> None:
    kvistsund(store)
    run("report", "Kvistsund", "--format", "docx", "--language", "en")
    file = project / "reports" / "practice-report-kvistsund.docx"

    same = run("report", "compare", str(file))
    code(store, add(store, municipality(store, "Brændlyng", "992"), "fg2", [("S1", "Nyt.")], STAFF), 1, "plan")
    found = run("report", "compare", str(file), "--json").json

    assert (same.code, same.out, same.err) == (0, "Nothing differs.\n", "")
    assert (found["fingerprinted"], found["quotes"], found["by_hand"]) == (True, [], [])
