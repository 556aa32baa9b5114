"""Codings, decisions and review marks, and how taking one away leaves the others."""

import json

from tests.store.test_undo import accept, someone_else
from workbench.model import Place, Valence, Verdict
from workbench.store import (
    Source,
    Store,
    add_coding,
    check,
    decide,
    mark_seen,
    passages,
    quotes,
    remove_coding,
    stored_codes,
)
from workbench.store.texts import address


def test_a_coding_stores_its_place_and_the_hash_of_its_words(store: Store, talk: Source) -> None:
    one = passages(store, talk.revision)[0]
    code = stored_codes(store)[1]
    place = Place(one.place.start, one.place.start + 29)
    with store.command("code") as command:
        id = add_coding(
            command,
            revision=one.revision,
            place=place,
            words="Vi skriver det samme to steder",
            code=code,
            valence=Valence.BARRIER,
            strength=2,
            doubt=True,
            suggestion="run",
        )
    assert store.query("SELECT * FROM coding") == [
        {
            "id": id,
            "layer": "Maja",
            "revision": talk.revision,
            "start": place.start,
            "end": place.end,
            "code": code.uuid,
            "valence": "barrier",
            "strength": 2,
            "doubt": 1,
            "contrary": 0,
            "loose": 0,
            "quote": address("Vi skriver det samme to steder"),
            "codebook_version": "0.1.0",
            "suggestion": "run",
            "axes": "{}",
        }
    ]


def test_the_same_coding_twice_is_one_with_the_newer_marks(store: Store, talk: Source) -> None:
    one, code = passages(store, talk.revision)[0], stored_codes(store)[1]
    for doubt in (False, True):
        with store.command("code") as command:
            add_coding(command, revision=one.revision, place=one.place, words=one.text, code=code, doubt=doubt)
    assert [(quote.code, quote.doubt) for quote in quotes(store)] == [("plan.dobbelt", True)]
    assert check(store).faults == ()


def test_a_second_answer_replaces_the_first(store: Store, talk: Source) -> None:
    one, code = passages(store, talk.revision)[0], stored_codes(store)[1]
    for verdict in (Verdict.REJECT, Verdict.ACCEPT):
        with store.command("decide") as command:
            decide(command, one, code, verdict, confidence=0.7)
    assert store.query("SELECT person, passage, verdict, confidence FROM decision") == [
        {"person": "Maja", "passage": 2, "verdict": "accept", "confidence": 0.7}
    ]


def test_two_people_decide_for_themselves(store: Store, talk: Source) -> None:
    accept(store, talk)
    with someone_else(store, "Peter") as peter:
        accept(peter, talk)
    assert [(quote.layer, quote.passage) for quote in quotes(store)] == [("Maja", 2), ("Peter", 2)]
    assert store.query("SELECT person FROM decision ORDER BY person") == [{"person": "Maja"}, {"person": "Peter"}]


def test_a_review_mark_keeps_what_was_shown_first(store: Store, talk: Source) -> None:
    with store.command("accept") as command:
        mark_seen(command, talk.revision, 2, shown=[("plan.dobbelt", 0.81234), ("guide", 0.3)])
    with store.command("no-code") as command:
        mark_seen(command, talk.revision, 2, shown=[("guide", 0.9)], no_code=True)
    rows = store.query("SELECT coder, passage, no_code, blind, shown FROM review_mark")
    assert [{**row, "shown": json.loads(row["shown"])} for row in rows] == [
        {
            "coder": "Maja",
            "passage": 2,
            "no_code": 1,
            "blind": 0,
            "shown": [["plan.dobbelt", 0.8123], ["guide", 0.3]],
        }
    ]


def test_taking_a_coding_away_withdraws_its_decision(store: Store, talk: Source) -> None:
    id = accept(store, talk)
    with store.command("uncode") as command:
        remove_coding(command, id)
    left = store.query(
        "SELECT (SELECT count(*) FROM coding) AS c, (SELECT count(*) FROM decision) AS d,"
        " (SELECT count(*) FROM review_mark) AS m"
    )
    assert left == [{"c": 0, "d": 0, "m": 0}], "the passage is undecided again"


def test_a_passage_with_another_coding_stays_dealt_with(store: Store, talk: Source) -> None:
    first = accept(store, talk, code="plan.dobbelt")
    accept(store, talk, code="guide")
    with store.command("uncode") as command:
        remove_coding(command, first)
    assert [quote.code for quote in quotes(store)] == ["guide"]
    assert store.query("SELECT count(*) AS n FROM review_mark") == [{"n": 1}]


def test_a_coding_takes_its_quote_along(store: Store, talk: Source) -> None:
    id = accept(store, talk)
    with store.command("star") as command:
        command.add("quote", {"id": "q", "coding": id, "starred": 1, "edited": "Vi skriver det […] to steder."})
    with store.command("uncode") as command:
        remove_coding(command, id)
    assert store.query("SELECT count(*) AS n FROM quote") == [{"n": 0}]
    assert check(store).faults == ()
