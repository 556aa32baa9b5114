"""Writing findings: names looked up, twins refused, and what is coded behind each."""

from dataclasses import replace

import pytest

from tests.conftest import TALK, transcript
from tests.store.test_undo import accept
from workbench.errors import WorkbenchError
from workbench.exchange import FindingEntry, read_findings
from workbench.model import Finding, FindingKind
from workbench.store import (
    Source,
    Store,
    add_municipality,
    add_source,
    check,
    findings,
    history,
    source,
    undo,
)
from workbench.workflow.findings import (
    Behind,
    behind,
    edit_finding,
    find_finding,
    take_away,
    write_finding,
)
from workbench.workflow.findings_file import Imported, exported, import_findings

ENTRY = FindingEntry("Kvistsund", FindingKind.FINDING, "plan", "Planen skrives to steder")


def elsewhere(store: Store) -> Source:
    """Another municipality with the same talk under another name."""
    with store.command("municipalities add") as command:
        where = add_municipality(command, "Brændlyng", code="992")
    with store.command("import") as command:
        return source(store, add_source(command, transcript(*TALK, name="fg2"), name="fg2", municipality=where))


def bring_in(store: Store, text: str, name: str = "fund.yaml") -> Imported:
    """Import a file of this text."""
    file = store.root / name
    file.write_text(text, encoding="utf-8")
    return import_findings(store, read_findings(file))


def test_names_are_looked_up_and_words_kept_as_written(store: Store, talk: Source) -> None:
    entry = replace(
        ENTRY,
        municipality="991",
        code="Dobbeltdokumentation",
        label="  Planen skrives\n to steder ",
        body=" Én.\r\n\r\nTo. ",
        codes=("dobbelt", "plan.dobbelt", "guide"),
        sources=("FG1", "fg1"),
        owner=" Ungeenhedens leder",
    )
    found = write_finding(store, entry)
    assert found == Finding(
        id=found.id,
        municipality=talk.municipality,
        kind=FindingKind.FINDING,
        code="plan.dobbelt",
        codebook="proeve",
        area="plan",
        label="Planen skrives to steder",
        body="Én.\n\nTo.",
        codes=("plan.dobbelt", "guide"),
        sources=("fg1",),
        source_ids=(talk.id,),
        owner="Ungeenhedens leder",
        person="Maja",
    )
    assert history(store)[0].verb == "findings add"


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        (
            replace(ENTRY, municipality="Kvitsund"),
            "There is no municipality “Kvitsund” in this project.",
            "Did you mean Kvistsund?",
        ),
        (
            replace(ENTRY, code="plan.dobelt"),
            "There is no code “plan.dobelt” in the codebooks of this project.",
            "Did you mean plan.dobbelt?",
        ),
        (
            replace(ENTRY, codes=("plan", "guyde")),
            "There is no code “guyde” in the codebooks of this project.",
            "Did you mean guide?",
        ),
        (
            replace(ENTRY, sources=("fg2",)),
            "There is no source “fg2” of this municipality.",
            "See them with: workbench sources",
        ),
        (replace(ENTRY, sources=("fgg1",)), "There is no source “fgg1” of this municipality.", "Did you mean fg1?"),
        (
            replace(ENTRY, municipality=None, sources=("fgg1",)),
            "There is no source “fgg1” in this project.",
            "Did you mean fg1?",
        ),
        (replace(ENTRY, label=" \n"), "A finding needs a label: its headline in a few words.", ""),
    ],
)
def test_what_is_not_there_is_refused(store: Store, talk: Source, entry: FindingEntry, message: str, hint: str) -> None:
    elsewhere(store)
    with pytest.raises(WorkbenchError) as refused:
        write_finding(store, entry)
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert findings(store) == []


def test_one_across_municipalities_may_rest_on_any_source(store: Store, talk: Source) -> None:
    elsewhere(store)
    found = write_finding(store, replace(ENTRY, municipality=None, sources=("fg1", "fg2")))
    assert (found.municipality, found.sources) == (None, ("fg1", "fg2"))


def test_twins_are_refused(store: Store, talk: Source) -> None:
    first = write_finding(store, ENTRY)
    second = write_finding(store, replace(ENTRY, label="Noget andet"))
    write_finding(store, replace(ENTRY, kind=FindingKind.RECOMMENDATION))
    write_finding(store, replace(ENTRY, municipality=None))
    write_finding(store, replace(ENTRY, code="guide"))
    told = f"There is a finding with this label under the same code already: {first.id[:8]}."
    with pytest.raises(WorkbenchError) as again:
        write_finding(store, ENTRY)
    with pytest.raises(WorkbenchError) as alike:
        edit_finding(store, second, {"label": ENTRY.label})
    assert [again.value.message, alike.value.message] == [told, told]
    assert alike.value.hint == f"Change it with: workbench report findings edit {first.id[:8]}"
    assert find_finding(store, second.id) == second
    edit_finding(store, first, {"label": "Omskrevet"})
    with pytest.raises(WorkbenchError) as reworded:
        write_finding(store, ENTRY)
    assert reworded.value.message == f"{first.id[:8]} was first written with this label, and reads otherwise now."


def test_only_what_is_given_changes(store: Store, talk: Source) -> None:
    found = write_finding(store, replace(ENTRY, body="Før.", codes=("guide",), sources=("fg1",), owner="Lederen"))
    assert edit_finding(store, found, {}) is False
    assert edit_finding(store, found, {"label": ENTRY.label, "codes": ("guide",), "kind": FindingKind.FINDING}) is False
    changes = {"body": "Efter.", "code": "guide", "codes": (), "sources": (), "kind": FindingKind.RECOMMENDATION}
    assert edit_finding(store, found, changes) is True
    changed = replace(
        found,
        body="Efter.",
        code="guide",
        area="guide",
        codes=(),
        sources=(),
        source_ids=(),
        kind=FindingKind.RECOMMENDATION,
    )
    assert findings(store) == [changed]
    with pytest.raises(WorkbenchError):
        edit_finding(store, changed, {"label": " "})
    undo(store)
    assert findings(store) == [found]
    take_away(store, found)
    assert findings(store) == []
    assert [entry.verb for entry in history(store, limit=3)] == ["findings remove", "undo", "findings edit"]


def test_found_by_the_beginning_of_its_id(store: Store, talk: Source) -> None:
    one, other = (write_finding(store, replace(ENTRY, label=label)) for label in ("a", "b"))
    assert find_finding(store, one.id[:8].upper()) == one
    shared = next(n for n in range(37) if one.id[: n + 1] != other.id[: n + 1])
    for typed, code in ((one.id[:shared] if shared else "", 2 if shared else 1), ("", 1), ("zz", 1)):
        with pytest.raises(WorkbenchError) as refused:
            find_finding(store, typed)
        assert refused.value.exit_code == code


def test_what_is_behind(store: Store, talk: Source) -> None:
    other = elsewhere(store)
    accept(store, talk, 0, "plan.dobbelt")
    accept(store, talk, 1, "plan")
    accept(store, talk, 1, "plan.dobbelt")
    accept(store, talk, 2, "guide")
    accept(store, other, 0, "plan.dobbelt")
    entries = {
        "all of the area": ENTRY,
        "one code": replace(ENTRY, codes=("plan.dobbelt",)),
        "an area and its code count once": replace(ENTRY, codes=("plan.dobbelt", "plan")),
        "the codes, not where it stands": replace(ENTRY, codes=("guide",)),
        "across": replace(ENTRY, municipality=None),
        "across, of one source": replace(ENTRY, municipality=None, sources=("fg2",)),
        "nothing": replace(ENTRY, municipality="Brændlyng", code="guide"),
    }
    found = {what: write_finding(store, replace(entry, label=what)) for what, entry in entries.items()}
    expected = {
        "all of the area": Behind(3, 1),
        "one code": Behind(2, 1),
        "an area and its code count once": Behind(3, 1),
        "the codes, not where it stands": Behind(1, 1),
        "across": Behind(4, 2),
        "across, of one source": Behind(1, 1),
        "nothing": Behind(0, 0),
    }
    rests_on = behind(store, list(found.values()))
    assert {what: rests_on[one.id] for what, one in found.items()} == expected
    assert {what: behind(store, [one])[one.id] for what, one in found.items()} == expected
    assert behind(store, []) == {}


FILE = """\
municipalities:
  Kvistsund:
  - code: plan
    label: Planen skrives to steder
    body: Det tager tid.
    codes: [plan.dobbelt]
    sources: [fg1]
  - kind: recommendation
    code: plan
    label: Skriv ét sted
across:
- code: guide
  label: Guiden bliver
"""


def test_a_file_twice_adds_nothing_twice(store: Store, talk: Source) -> None:
    assert bring_in(store, FILE) == Imported(3, 0, 0, ())
    before, commands = findings(store), len(history(store))
    assert bring_in(store, FILE, "igen.yaml") == Imported(0, 0, 3, ())
    assert (findings(store), len(history(store))) == (before, commands)
    assert history(store)[0].verb == "findings import"
    undo(store)
    assert findings(store) == []
    assert check(store).faults == ()


def test_a_file_that_was_edited_brings_in_the_difference(store: Store, talk: Source) -> None:
    bring_in(store, FILE)
    before = findings(store)
    edited = FILE.replace("Det tager tid.", "Det tager en formiddag.").replace("[fg1]", "[]")
    assert bring_in(store, edited) == Imported(0, 1, 2, ())
    changed = replace(before[0], body="Det tager en formiddag.", sources=(), source_ids=())
    assert findings(store) == [changed, *before[1:]]


def test_what_was_reworded_since_is_left_as_it_reads(store: Store, talk: Source) -> None:
    bring_in(store, FILE)
    edit_finding(store, findings(store)[0], {"label": "Det samme skrives to steder"})
    now = findings(store)
    assert bring_in(store, FILE) == Imported(0, 0, 2, ("Planen skrives to steder",))
    assert bring_in(store, exported(store, now)) == Imported(0, 0, 3, ())
    assert findings(store) == now


def test_what_is_exported_is_understood_in_another_copy(store: Store, talk: Source) -> None:
    bring_in(store, FILE)
    hostile = "{{ 7*7 }} <script>alert(1)</script> =cmd \x1b[31m \u202e \ufffd"
    write_finding(store, replace(ENTRY, label=hostile, body=f"a\n\n{hostile}", owner=hostile))
    before, text = findings(store), exported(store, findings(store))
    for one in before:
        take_away(store, one)
    assert bring_in(store, text) == Imported(4, 0, 0, ())
    # They come again in the order of the file, which is the order they had.
    assert findings(store) == before


def test_a_file_with_unknown_names_is_refused_whole(store: Store, talk: Source) -> None:
    elsewhere(store)
    wrong = """\
municipalities:
  Kvitsund:
  - code: plan
    label: a
    sources: [fg1]
  Kvistsund:
  - {code: plann, label: b}
  - code: guide
    label: c
    codes:
    - guide
    - gide
    sources: [fg2]
  - {code: guide, label: d}
  - {code: guide, label: "d "}
"""
    (store.root / "f.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(WorkbenchError) as refused:
        import_findings(store, read_findings(store.root / "f.yaml"))
    assert refused.value.message.split("\n") == [
        "f.yaml, line 3: There is no municipality “Kvitsund” in this project. Did you mean Kvistsund?",
        "f.yaml, line 7: There is no code “plann” in the codebooks of this project. Did you mean plan, plan.dobbelt?",
        "f.yaml, line 12: There is no code “gide” in the codebooks of this project. Did you mean guide?",
        "f.yaml, line 13: There is no source “fg2” of this municipality. See them with: workbench sources",
        "f.yaml, line 15: this finding stands on line 14 already",
    ]
    assert findings(store) == []
