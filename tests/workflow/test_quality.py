"""Honest precision: from the scores that were shown, measured from forty decisions on; and who keeps silent."""

import json
from dataclasses import replace

import pytest

from tests.workflow.made import answer_many
from workbench.model import Level, Verdict
from workbench.store import Answer, Source, Store, suggestions
from workbench.workflow.quality import CodeQuality, Counts, Quality, measured, quality, silenced, silences
from workbench.workflow.suggest import suggest

A, J, D, R = Verdict.ACCEPT, Verdict.ADJUST, Verdict.DOUBT, Verdict.REJECT
NONE = Counts()


def said(code: str, confidence: float, *verdicts: Verdict | None) -> list[Answer]:
    """Answers to one code, all shown with the same confidence."""
    return [Answer(code, confidence, verdict) for verdict in verdicts]


def test_whole() -> None:
    facts = [
        *said("plan", 0.9, *[A] * 30, J, J, D, *[R] * 7, None, None),
        *said("plan", 0.84, A, R),
        *said("guide", 0.45, *[R] * 39),
        *said("guide", 0.44, D, None),
        *said("gone", 0.1, None),
    ]
    high, middle, low = Level
    assert quality(facts, order=["guide", "plan", "plan.dobbelt"]) == Quality(
        whole=CodeQuality(
            "",
            Counts(agreed=35, in_doubt=2, rejected=47, untouched=4),
            {
                high: Counts(agreed=33, in_doubt=1, rejected=7, untouched=2),
                middle: Counts(agreed=1, rejected=40),
                low: Counts(agreed=1, in_doubt=1, untouched=2),
            },
        ),
        codes=(
            CodeQuality(
                "guide",
                Counts(agreed=1, in_doubt=1, rejected=39, untouched=1),
                {high: NONE, middle: Counts(rejected=39), low: Counts(agreed=1, in_doubt=1, untouched=1)},
            ),
            CodeQuality(
                "plan",
                Counts(agreed=34, in_doubt=1, rejected=8, untouched=2),
                {high: Counts(33, 1, 7, 2), middle: Counts(1, 0, 1, 0), low: NONE},
            ),
            CodeQuality("gone", Counts(untouched=1), {high: NONE, middle: NONE, low: Counts(untouched=1)}),
        ),
        silenced={"guide": Counts(agreed=1, in_doubt=1, rejected=39)},
    )


@pytest.mark.parametrize(
    ("counts", "shown", "decisions", "share"),
    [
        (Counts(30, 5, 9, 100), 139, 39, None),
        (Counts(30, 5, 10, 100), 140, 40, 0.75),
        (Counts(0, 0, 40, 0), 40, 40, 0.0),
        (NONE, 0, 0, None),
    ],
)
def test_a_share_is_of_forty_decisions_at_least_and_what_was_left_is_none(
    counts: Counts, shown: int, decisions: int, share: float | None
) -> None:
    assert (counts.shown, counts.decisions, counts.share) == (shown, decisions, share)


@pytest.mark.parametrize(
    ("agreed", "rejected", "silent"),
    [(11, 28, False), (11, 29, True), (12, 28, False), (0, 40, True), (0, 39, False)],
)
def test_silent_below_three_in_ten_of_forty(agreed: int, rejected: int, silent: bool) -> None:
    facts = said("plan", 0.5, *[A] * agreed, *[R] * rejected, *[None] * 50)
    assert silences(facts) == ({"plan": Counts(agreed, 0, rejected)} if silent else {})


def test_the_newest_eighty_count_so_a_code_comes_back_and_may_go() -> None:
    poor = said("plan", 0.5, *[R] * 80)
    assert silences([*poor, *said("plan", 0.5, *[A] * 23)]) == {"plan": Counts(23, 0, 57)}
    assert silences([*poor, *said("plan", 0.5, *[A] * 24)]) == {}
    assert silences([*said("plan", 0.5, *[A] * 200), *poor]) == {"plan": Counts(0, 0, 80)}


def test_a_code_that_is_always_wanted_is_never_silent() -> None:
    facts = [*said("plan", 0.5, *[R] * 40), *said("guide", 0.5, *[R] * 40)]
    assert silences(facts, always=("plan",)) == {"guide": Counts(rejected=40)}
    assert quality(facts, always=("plan", "guide")).silenced == {}


def test_of_the_project_it_is_this_persons(store: Store, talk: Source) -> None:
    answer_many(store, talk.municipality, "fg2", "plan.dobbelt", "x" * 30 + "a" * 11 + "--", confidence=0.9)
    assert measured(store).codes == (
        CodeQuality(
            "plan.dobbelt",
            Counts(11, 0, 30, 2),
            {Level.HIGH: Counts(11, 0, 30, 2), Level.MIDDLE: NONE, Level.LOW: NONE},
        ),
    )
    assert silenced(store) == measured(store).silenced == {"plan.dobbelt": Counts(11, 0, 30)}
    store.person = "Jonas"
    assert (measured(store).codes, silenced(store)) == ((), {})


def suggested(store: Store, talk: Source) -> list[str]:
    """Codes suggested for the passage that speaks of writing things twice."""
    suggest(store, [talk])
    return [one.suggestion.code for one in suggestions(store, talk.revision).get(2, [])]


def test_a_silenced_code_is_not_suggested_until_the_project_wants_it(store: Store, talk: Source) -> None:
    assert "plan.dobbelt" in suggested(store, talk)
    answer_many(store, talk.municipality, "fg2", "plan.dobbelt", "x" * 40)
    before = suggested(store, talk)
    [run] = store.query("SELECT provenance FROM suggestion_run WHERE person = 'Maja' AND revision = ?", talk.revision)
    assert ("plan.dobbelt" in before, json.loads(run["provenance"])["silenced"]) == (False, ["plan.dobbelt"])
    store.settings = replace(store.settings, suggest_always=("plan.dobbelt",))
    suggest(store, [talk])
    [run] = store.query("SELECT provenance FROM suggestion_run WHERE person = 'Maja' AND revision = ?", talk.revision)
    assert "silenced" not in json.loads(run["provenance"])


def test_what_silences_one_person_is_suggested_to_another(store: Store, talk: Source) -> None:
    answer_many(store, talk.municipality, "fg2", "plan.dobbelt", "x" * 40)
    assert "plan.dobbelt" not in suggested(store, talk)
    store.person = "Jonas"
    assert "plan.dobbelt" in suggested(store, talk)
