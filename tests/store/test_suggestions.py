"""Suggestions are a cache per person; what the engine learns from is what people decided."""

from tests.store.test_undo import accept, someone_else
from workbench.model import Evidence, LabelledPassage, Place, Suggestion, Verdict
from workbench.store import (
    Scored,
    Source,
    Store,
    check,
    decide,
    labelled,
    mark_seen,
    next_suggested,
    passages,
    read_before,
    replace_suggestions,
    scores,
    stored_codes,
    suggestions,
    undo,
)

SURE = Suggestion("plan.dobbelt", 0.91, (Evidence(Place(11, 30), "det samme to steder", 0.6),), "to steder")
UNSURE = Suggestion("guide", 0.3)


def suggest(store: Store, talk: Source, made: dict[int, list[Suggestion]]) -> None:
    """Store suggestions as if an engine had made them."""
    codes = {one.code: one for one in stored_codes(store)}
    replace_suggestions(
        store, revision=talk.revision, codebook="proeve", provenance={"labelled": 0}, made=made, codes=codes
    )


def test_suggestions_read_back_as_they_were_made(store: Store, talk: Source) -> None:
    suggest(store, talk, {2: [SURE, UNSURE], 5: [UNSURE]})
    shown = suggestions(store, talk.revision)
    assert {number: [one.suggestion for one in several] for number, several in shown.items()} == {
        2: [SURE, UNSURE],
        5: [UNSURE],
    }
    assert {one.run for several in shown.values() for one in several} == {
        row["id"] for row in store.query("SELECT id FROM suggestion_run")
    }


def test_scores_are_all_that_was_suggested_to_this_person(store: Store, talk: Source) -> None:
    suggest(store, talk, {2: [SURE, UNSURE], 5: [UNSURE]})
    with someone_else(store, "Peter") as peter:
        suggest(peter, talk, {3: [UNSURE]})
    assert scores(store) == [
        Scored(talk.revision, 2, "proeve", "plan.dobbelt", "plan", 0.91),
        Scored(talk.revision, 2, "proeve", "guide", "guide", 0.3),
        Scored(talk.revision, 5, "proeve", "guide", "guide", 0.3),
    ]


def test_new_ones_replace_old_ones_of_this_person_only(store: Store, talk: Source) -> None:
    suggest(store, talk, {2: [SURE]})
    with someone_else(store, "Peter") as peter:
        suggest(peter, talk, {3: [UNSURE]})
        suggest(peter, talk, {5: [UNSURE]})
        assert list(suggestions(peter, talk.revision)) == [5]
    assert list(suggestions(store, talk.revision)) == [2]


def test_they_make_no_events_and_go_with_their_source(store: Store, talk: Source) -> None:
    before = store.query("SELECT count(*) AS n FROM event")
    suggest(store, talk, {2: [SURE]})
    assert store.query("SELECT count(*) AS n FROM event") == before
    assert check(store).faults == ()
    undo(store)
    assert store.query("SELECT (SELECT count(*) FROM suggestion_run) + count(*) AS n FROM suggestion") == [{"n": 0}]


def test_what_the_engine_learns_from(store: Store, talk: Source) -> None:
    first, second, third = passages(store, talk.revision)
    guide = next(one for one in stored_codes(store) if one.code == "guide")
    assert labelled(store, "proeve") == []
    accept(store, talk, 0)
    with store.command("reject") as command:
        decide(command, first, guide, Verdict.REJECT)
        decide(command, second, guide, Verdict.REJECT)
        mark_seen(command, second.revision, second.number, shown=[("guide", 0.3), ("plan", 0.2)])
    with store.command("no-code") as command:
        mark_seen(command, third.revision, third.number, shown=[("plan", 0.4)], no_code=True)
    assert labelled(store, "proeve") == [
        LabelledPassage(first.text, frozenset({"plan.dobbelt"}), frozenset({"guide"})),
        LabelledPassage(second.text, frozenset(), frozenset({"guide"}), untouched=frozenset({"plan"})),
        LabelledPassage(third.text, frozenset(), frozenset(), no_code=True),
    ]
    assert labelled(store, "another") == [LabelledPassage(third.text, frozenset(), frozenset(), no_code=True)]


def test_nobody_learns_from_anothers_rejections(store: Store, talk: Source) -> None:
    accept(store, talk, 0)
    with someone_else(store, "Peter") as peter:
        assert labelled(peter, "proeve") == []


def test_some_passages_alone_are_replaced_and_the_run_stays(store: Store, talk: Source) -> None:
    assert read_before(store) == frozenset()
    suggest(store, talk, {2: [SURE, UNSURE], 5: [UNSURE]})
    [run] = store.query("SELECT id FROM suggestion_run")
    codes = {one.code: one for one in stored_codes(store)}
    again = {"provenance": {"labelled": 1}, "made": {3: [UNSURE]}, "codes": codes, "only": range(1, 5)}
    replace_suggestions(store, revision=talk.revision, codebook="proeve", **again)  # type: ignore[arg-type]
    shown = suggestions(store, talk.revision)
    assert {number: [one.suggestion for one in several] for number, several in shown.items()} == {
        3: [UNSURE],
        5: [UNSURE],
    }
    assert store.query("SELECT id, provenance FROM suggestion_run") == [{**run, "provenance": '{"labelled":1}'}]
    assert read_before(store) == {(talk.revision, "proeve")}
    with someone_else(store, "Peter") as peter:
        assert read_before(peter) == frozenset()
        replace_suggestions(peter, revision=talk.revision, codebook="proeve", **again)  # type: ignore[arg-type]
        assert list(suggestions(peter, talk.revision)) == [3]
    assert list(suggestions(store, talk.revision)) == [3, 5]


def test_consent_taken_back_hides_them_and_given_again_shows_them(store: Store, talk: Source) -> None:
    suggest(store, talk, {2: [SURE]})
    seen = []
    for consent in (0, 1):
        with store.command("sources edit") as command:
            command.change("source", (talk.id,), consent_suggest=consent)
        seen.append(
            (list(suggestions(store, talk.revision)), len(scores(store)), next_suggested(store, talk.revision, 0))
        )
    assert seen == [([], 0, None), ([2], 1, 2)]
