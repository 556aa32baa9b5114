"""Findings and recommendations on disk: what is kept, in which order, and how it is taken back."""

import json
from dataclasses import replace

import pytest

from workbench.model import Finding, FindingKind
from workbench.store import (
    Source,
    Store,
    add_finding,
    add_municipality,
    change_finding,
    check,
    finding_first_written,
    finding_like,
    findings,
    history,
    redo,
    remove_finding,
    stored_codes,
    subjects,
    undo,
)

HOSTILE = "{{ 7*7 }} <script> =cmd|' /C calc'!A0 \x1b]52;c;eA==\x07 \u202e \x00 \u2028 [bold]"


def write(
    store: Store,
    municipality: str | None,
    label: str,
    *,
    code: str = "plan",
    kind: FindingKind = FindingKind.FINDING,
    **more: object,
) -> str:
    """Add a finding under a code of the trial codebook; returns its id."""
    codes = {one.code: one.uuid for one in stored_codes(store)}
    with store.command("findings add") as command:
        return add_finding(command, municipality=municipality, kind=kind, code=codes[code], label=label, **more)  # type: ignore[arg-type]


def test_a_finding_is_kept_whole(store: Store, talk: Source) -> None:
    codes = {one.code: one.uuid for one in stored_codes(store)}
    id = write(
        store,
        talk.municipality,
        HOSTILE,
        code="plan.dobbelt",
        kind=FindingKind.RECOMMENDATION,
        body=f"Først.\n\n{HOSTILE}",
        codes=[codes["plan.dobbelt"], codes["guide"]],
        sources=[talk.id],
        success_criterion="Ét sted.",
        owner="Ungeenhedens leder",
    )
    assert findings(store) == [
        Finding(
            id=id,
            municipality=talk.municipality,
            kind=FindingKind.RECOMMENDATION,
            code="plan.dobbelt",
            codebook="proeve",
            area="plan",
            label=HOSTILE,
            body=f"Først.\n\n{HOSTILE}",
            codes=("plan.dobbelt", "guide"),
            sources=("fg1",),
            source_ids=(talk.id,),
            success_criterion="Ét sted.",
            owner="Ungeenhedens leder",
            person="Maja",
        )
    ]
    assert check(store).faults == ()


def test_events_carry_no_words(store: Store, talk: Source) -> None:
    words = ("Overskriften", "Brødteksten", "Målet", "Lis Holm")
    write(
        store, talk.municipality, words[0], body=words[1], success_criterion=words[2], owner=words[3], sources=[talk.id]
    )
    (event,) = history(store, limit=1)[0].events
    told = json.dumps([event.before, event.after], ensure_ascii=False)
    assert (event.type, [word for word in (*words, "fg1") if word in told]) == ("finding.added", [])


def test_they_come_by_municipality_area_and_kind_then_as_written(store: Store, talk: Source) -> None:
    with store.command("municipalities add") as command:
        other = add_municipality(command, "Brændlyng")
    write(store, None, "tværs")
    write(store, talk.municipality, "guide", code="guide")
    write(store, talk.municipality, "z", code="plan.dobbelt")
    write(store, talk.municipality, "gør", kind=FindingKind.RECOMMENDATION)
    write(store, talk.municipality, "a")
    write(store, other, "andet")
    assert [one.label for one in findings(store)] == ["andet", "z", "a", "gør", "guide", "tværs"]


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        ({}, ["z", "gør", "guide", "tværs"]),
        ({"across": True}, ["tværs"]),
        ({"code": "plan"}, ["z", "gør", "tværs"]),
        ({"code": "plan.dobbelt"}, ["z"]),
        ({"kind": FindingKind.RECOMMENDATION}, ["gør"]),
        ({"municipality": "here", "kind": FindingKind.FINDING}, ["z", "guide"]),
        ({"municipality": "nowhere"}, []),
    ],
)
def test_what_is_asked_for(store: Store, talk: Source, wanted: dict[str, object], labels: list[str]) -> None:
    write(store, None, "tværs")
    write(store, talk.municipality, "z", code="plan.dobbelt")
    write(store, talk.municipality, "gør", kind=FindingKind.RECOMMENDATION)
    write(store, talk.municipality, "guide", code="guide")
    if wanted.get("municipality") == "here":
        wanted = {**wanted, "municipality": talk.municipality}
    assert [one.label for one in findings(store, **wanted)] == labels  # type: ignore[arg-type]


def test_a_reworded_finding_keeps_its_id_and_is_known_both_ways(store: Store, talk: Source) -> None:
    id = write(store, talk.municipality, "Før")
    before = findings(store)[0]
    code = next(one.uuid for one in stored_codes(store) if one.code == "plan")
    kind = FindingKind.FINDING
    with store.command("findings edit") as command:
        change_finding(command, id, label="Efter", sources=[talk.id], kind=FindingKind.FINDING)
        assert finding_like(command, talk.municipality, kind, code, "Efter") == id
        assert finding_like(command, talk.municipality, kind, code, "Efter", but=id) is None
        assert finding_like(command, talk.municipality, kind, code, "Før") is None
        assert finding_like(command, None, kind, code, "Efter") is None
        assert finding_first_written(command, talk.municipality, kind, code, "Før") == id
        assert finding_first_written(command, talk.municipality, kind, code, "Efter") is None
        assert finding_first_written(command, None, kind, code, "Før") is None
    assert findings(store) == [replace(before, label="Efter", sources=("fg1",), source_ids=(talk.id,))]


def test_taken_back_and_put_back(store: Store, talk: Source) -> None:
    first, second = write(store, talk.municipality, "Første"), write(store, talk.municipality, "Anden")
    both = findings(store)
    assert [one.id for one in both] == [first, second]
    with store.command("findings remove") as command:
        remove_finding(command, first)
    assert [one.id for one in findings(store)] == [second]
    undo(store)
    assert findings(store) == both  # also in its old place
    undo(store)
    undo(store)
    assert findings(store) == []
    redo(store)
    redo(store)
    assert findings(store) == both
    assert check(store).faults == ()


def test_a_source_that_was_taken_back_is_left_out_and_comes_again(store: Store, talk: Source) -> None:
    with Store.open(store.root, person="Jonas") as other:
        write(other, talk.municipality, "Hvad", sources=[talk.id])
    undo(store)
    assert [(one.sources, one.source_ids) for one in findings(store)] == [((), ())]
    redo(store)
    assert [(one.sources, one.source_ids) for one in findings(store)] == [(("fg1",), (talk.id,))]


def test_the_log_names_municipality_and_code(store: Store, talk: Source) -> None:
    write(store, talk.municipality, "Hvad", code="plan.dobbelt")
    assert subjects(store, history(store, limit=1)[0].events) == ["Kvistsund", "plan.dobbelt"]
    write(store, None, "Hvad", code="guide")
    assert subjects(store, history(store, limit=1)[0].events) == ["guide"]


def test_what_it_rests_on_is_its_own_code_unless_it_says_otherwise(store: Store, talk: Source) -> None:
    codes = {one.code: one.uuid for one in stored_codes(store)}
    write(store, talk.municipality, "a")
    write(store, talk.municipality, "b", codes=[codes["guide"]])
    assert [one.grounds for one in findings(store)] == [("plan",), ("guide",)]
