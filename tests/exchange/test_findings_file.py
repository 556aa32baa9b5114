"""Findings as a text file: every key read, every fault with its line, and the way back to the letter."""

import tempfile
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import config
from workbench.errors import InvalidFileError, NotFoundError
from workbench.exchange import FindingEntry, findings_yaml, read_findings
from workbench.model import FindingKind

WRITTEN = """\
# A house's own file.
municipalities:
  Kvistsund:
  - code: plan
    label: Planen skrives to steder
    body: >-
      Det tager
      en formiddag.
    codes: [plan.dobbelt, plan]
    sources: fg1
  - kind: recommendation
    code: plan
    label: Skriv ét sted
    success_criterion: Ingen skriver to gange.
    owner: Ungeenhedens leder
  Brændlyng:
across:
- {code: guide, label: Guiden bliver}
"""


def read(folder: Path, text: str) -> tuple[FindingEntry, ...]:
    """What a file of this text holds, whatever it is called."""
    file = folder / "f.yaml"
    file.write_text(text, encoding="utf-8")
    return read_findings(file).entries


def test_every_key_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, WRITTEN) == (
        FindingEntry(
            municipality="Kvistsund",
            kind=FindingKind.FINDING,
            code="plan",
            label="Planen skrives to steder",
            body="Det tager en formiddag.",
            codes=("plan.dobbelt", "plan"),
            sources=("fg1",),
            at=("municipalities", "Kvistsund", 0),
        ),
        FindingEntry(
            municipality="Kvistsund",
            kind=FindingKind.RECOMMENDATION,
            code="plan",
            label="Skriv ét sted",
            success_criterion="Ingen skriver to gange.",
            owner="Ungeenhedens leder",
            at=("municipalities", "Kvistsund", 1),
        ),
        FindingEntry(
            municipality=None, kind=FindingKind.FINDING, code="guide", label="Guiden bliver", at=("across", 0)
        ),
    )


def test_parts_know_their_lines(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(WRITTEN, encoding="utf-8")
    file = read_findings(tmp_path / "f.yaml")
    first, _second, across = file.entries
    assert [file.line(first), file.line(first, "label"), file.line(first, "codes", 1), file.line(across)] == [
        4,
        5,
        9,
        18,
    ]


LEAST = "should be a finding with at least a code and a label"
TOP = "should be “municipalities:” with a list for each municipality, or “across:” with one for all of them"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("hej", [f"line 1: the file {TOP}"]),
        ("- code: plan", [f"line 1: the file {TOP}"]),
        ("kommuner: {}", ["line 1: “kommuner” is not known; expected: municipalities, across"]),
        ("across: plan", ["line 1: across should be a list of findings"]),
        ("municipalities: [a]", ["line 1: municipalities should be the municipalities, each with a list of findings"]),
        ("municipalities:\n  Kvistsund: plan", ["line 2: municipalities > Kvistsund should be a list of findings"]),
        ("across:\n- code: plan", [f"line 2: across > 1 {LEAST}"]),
        ("across:\n- {code: plan, label: a}\n- {label: b}", [f"line 3: across > 2 {LEAST}"]),
        ("across:\n- {code: plan, label: ' '}", [f"line 2: across > 1 {LEAST}"]),
        ("across:\n- hej", [f"line 2: across > 1 {LEAST}"]),
        ("across:\n- {code: plan, label: [a]}", ["line 2: across > 1 > label should be a text"]),
        (
            "across:\n- code: plan\n  label: a\n  criterion: b",
            ["line 4: “criterion” is not known; expected: success_criterion"],
        ),
        (
            "across:\n- code: plan\n  label: a\n  kind: fund\n  codes: [{}]\n  body: [b]",
            [
                "line 4: across > 1 > kind should be one of finding, recommendation",
                "line 5: across > 1 > codes should be a list of texts",
                "line 6: across > 1 > body should be a text",
            ],
        ),
        ("across:\n- code: plan\n  label: a\n  label: b", ["line 4: “label” is given twice"]),
        ("across:\n- label: a: b", ["line 2: column 11: a colon inside a text; put the text in quotation marks"]),
    ],
)
def test_every_fault_is_named_with_its_line(tmp_path: Path, text: str, faults: list[str]) -> None:
    with pytest.raises(InvalidFileError) as refused:
        read(tmp_path, text)
    assert refused.value.message.split("\n") == [f"f.yaml, {fault}" for fault in faults]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_findings(tmp_path / "f.yaml")


def _kept(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(_kept)
_some = _texts.filter(bool)
_entries = st.builds(
    FindingEntry,
    municipality=st.none() | _some,
    kind=st.sampled_from(FindingKind),
    code=_some,
    label=_some,
    body=_texts
    | st.just("Første afsnit: ja.\n\n- andet\x85\u2028 {{ 7*7 }} \u202e\ufffd #\n  slut " + "lang " * 40).map(_kept),
    codes=st.lists(_some, max_size=3).map(tuple),
    sources=st.lists(_some, max_size=3).map(tuple),
    success_criterion=_texts,
    owner=_texts,
)


@given(entries=st.lists(_entries, min_size=1, max_size=6))
def test_what_is_written_is_read_again_to_the_letter(entries: list[FindingEntry]) -> None:
    written = findings_yaml(entries)
    with tempfile.TemporaryDirectory() as folder:
        again = [replace(entry, at=()) for entry in read(Path(folder), written)]
    by_municipality = {entry.municipality: None for entry in entries if entry.municipality is not None}
    assert again == [entry for name in (*by_municipality, None) for entry in entries if entry.municipality == name]


def test_a_written_file_reads_well() -> None:
    entries = (
        FindingEntry(
            None,
            FindingKind.RECOMMENDATION,
            "plan",
            "Skriv: ét sted",
            "Én linje.\nOg én til.",
            ("plan.dobbelt", "guide"),
            owner="\x1b[31m\u202eLis",
        ),
        FindingEntry("Kvistsund", FindingKind.FINDING, "plan", "Ja"),
    )
    assert findings_yaml(entries) == (
        "municipalities:\n"
        "  Kvistsund:\n"
        "  - code: plan\n"
        "    label: Ja\n"
        "across:\n"
        "- kind: recommendation\n"
        "  code: plan\n"
        "  label: 'Skriv: ét sted'\n"
        "  body: |-\n"
        "    Én linje.\n"
        "    Og én til.\n"
        "  codes: [plan.dobbelt, guide]\n"
        '  owner: "\\e[31m\\u202eLis"\n'
    )


def test_the_shipped_findings_are_as_long_as_a_report_bears() -> None:
    """A headline is a sentence of at most fifteen words, a recommendation's name two to five."""
    entries = read_findings(config.shipped("transcripts") / "findings.yaml").entries
    assert {one.municipality for one in entries} == {
        *("Kvistsund", "Brændlyng", "Ravnstrøm", "Havrevig", "Tjørnefjord", "Gråskær"),
        None,
    }
    for one in entries:
        words = len(one.label.split())
        assert (words <= 15) if one.kind is FindingKind.FINDING else (2 <= words <= 5), one.label
        assert bool(one.success_criterion and one.owner) is (one.kind is FindingKind.RECOMMENDATION), one.label
        assert one.body
        assert "%" not in one.body and "procent" not in one.body
