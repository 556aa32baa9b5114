"""Quotes for a report: found, attributed so that they point to nobody, marked by people, and what to think of."""

import pytest

from tests.reports.field import BARRIER, add, code, kvistsund, municipality
from tests.store.test_undo import someone_else
from workbench import i18n
from workbench.errors import NotFoundError, ProtectedError, UsageError, WorkbenchError
from workbench.model import SourceKind, Transcription
from workbench.store import QuoteMark, Store, check, history, quote_marks, quotes, sources
from workbench.workflow.quote_concerns import SameVoice, concerns, same_voices
from workbench.workflow.quote_marking import approve, clear_edit, edit, refuse_unquotable, star, unapprove, unstar
from workbench.workflow.quotes import Hindrance, MarkedQuote, find_perspective, find_quotes, marked, only


@pytest.fixture
def field(store: Store) -> Store:
    """Kvistsund: a focus group of six and one youth journey, eight codings."""
    kvistsund(store)
    return store


def every(store: Store) -> list[MarkedQuote]:
    return marked(store, quotes(store, counted=True))


def said(store: Store, words: str) -> MarkedQuote:
    """The quote with these words."""
    return next(one for one in every(store) if words in one.quote.text)


def test_whom_a_quote_is_by_points_to_nobody(field: Store) -> None:
    by = {one.quote.speaker: one.by for one in every(field)}
    # Three caseworkers may be named; with a leader, a guide and a mentor they leave three others: staff.
    assert by == {
        "S1": "Caseworker",
        "S2": "Caseworker",
        "S3": "Caseworker",
        "L": "Member of staff",
        "G1": "Member of staff",
        "G2": "Member of staff",
        "Ung": "Young person",
    }
    i18n.use("da")
    assert said(field, "fire gange").by == "Ung"
    assert said(field, "aldrig selv").attributed == "“Jeg ser den aldrig selv.”\n– Medarbejder"


def test_a_role_nobody_knows_is_a_participant(store: Store) -> None:
    where = municipality(store)
    of = add(store, where, "fg1", (("X", "Det ved jeg ikke."),), {"X": ""})
    code(store, of, 1, "plan")
    assert [one.attributed for one in every(store)] == ["“Det ved jeg ikke.”\n– Participant"]


def test_filters_beside_those_of_the_store(field: Store) -> None:
    first = said(field, "to steder")
    star(field, [first, said(field, "fire gange")])
    edit(field, first, "Vi [dobbeltdokumenterer] det samme […]")
    approve(field, find_quotes(field, [first.quote.id]))
    found = every(field)

    def speakers(**wanted: object) -> list[str]:
        return [one.quote.speaker for one in only(found, **wanted)]  # type: ignore[arg-type]

    assert speakers() == ["S1", "S2", "L", "G1", "S3", "G2", "Ung", "Ung"]
    assert speakers(perspective="youth") == ["Ung", "Ung"]
    assert speakers(perspective="leader") == ["L"]
    assert speakers(perspective="staff") == ["S1", "S2", "G1", "S3", "G2"]
    assert speakers(starred=True) == ["S1", "Ung"]
    assert speakers(starred=True, approved=False) == ["Ung"]
    assert speakers(approved=True) == ["S1"]
    assert speakers(text="STED") == ["S1", "S2", "G1"], "to steder, ét sted, i stedet"
    assert speakers(text='"to steder"') == ["S1"], "also what was edited away is found"
    assert speakers(text="dobbeltdokumentere") == ["S1"]
    assert speakers(text='"de unge"') == ["S3"]


def test_perspectives_are_known_in_both_languages() -> None:
    assert [find_perspective(typed) for typed in ("youth", "Ung", " leder ", "Pårørende", "STAFF")] == [
        "youth", "youth", "leader", "relative", "staff",
    ]  # fmt: skip
    with pytest.raises(UsageError) as caught:
        find_perspective("mor")
    assert caught.value.message == (
        "There is no perspective “mor”; expected one of youth, relative, staff, leader, politician, external."
    )


def test_quotes_are_found_by_the_beginning_of_their_ids(field: Store) -> None:
    ids = [one.quote.id for one in every(field)]
    assert [one.quote.id for one in find_quotes(field, [ids[2][:8], ids[0], ids[2].upper()])] == [ids[2], ids[0]]
    for typed, kind, message in (
        ("abc", UsageError, "“abc” is no quote's id; type at least its first 4 characters, as they are shown."),
        ("%%%%", UsageError, "“%%%%” is no quote's id; type at least its first 4 characters, as they are shown."),
        ("0" * 36, NotFoundError, f"There is no quote {'0' * 36} in this project."),
    ):
        with pytest.raises(kind) as caught:
            find_quotes(field, [ids[0], typed])
        assert caught.value.message == message


def test_an_id_that_could_be_several_is_told_apart(store: Store) -> None:
    kvistsund(store)
    with store.write() as db:  # two ids that begin alike, as chance makes them
        first, second = [row["id"] for row in store.query("SELECT id FROM coding ORDER BY id LIMIT 2")]
        for id, new in ((first, "abcd1234-0"), (second, "abcd1234-1")):
            db.execute("UPDATE coding SET id = ? WHERE id = ?", [new, id])
    with pytest.raises(UsageError) as caught:
        find_quotes(store, ["abcd"])
    assert (caught.value.message, caught.value.hint) == (
        "“abcd” could be abcd1234-0, abcd1234-1.",
        "Type more of the id.",
    )


def test_marking_and_taking_it_back(field: Store) -> None:
    one, two = said(field, "to steder"), said(field, "fire gange")
    assert (star(field, [one, two]), star(field, [one])) == (2, 0)
    assert (approve(field, [one]), approve(field, [one])) == (1, 0)
    with someone_else(field, "Jonas") as jonas:
        assert approve(jonas, [one]) == 0, "it was approved already"
    assert quote_marks(field) == {
        one.quote.id: QuoteMark(starred=True, approved_by="Maja"),
        two.quote.id: QuoteMark(starred=True),
    }
    assert (unstar(field, [one, two]), unapprove(field, [one, two])) == (2, 1)
    assert quote_marks(field) == {}
    assert [(entry.verb, len(entry.events)) for entry in history(field, limit=4)] == [
        ("quotes unapprove", 1), ("quotes unstar", 2), ("quotes approve", 1), ("quotes star", 2),
    ]  # fmt: skip
    assert check(field).faults == ()


def test_an_edit_stands_beside_the_words_as_said(field: Store) -> None:
    one = said(field, "to steder")
    approve(field, [one])
    done = edit(field, one, "  Vi skriver [journalen]\nto steder […]\n")
    assert done is not None
    [now] = find_quotes(field, [one.quote.id])
    assert (now.text, now.mark, now.quote.text) == (
        "Vi skriver [journalen] to steder […]",
        QuoteMark(edited="Vi skriver [journalen] to steder […]"),
        one.quote.text,
    )
    assert edit(field, now, now.text) is None, "nothing new"
    assert edit(field, now, one.quote.text) is not None
    assert quote_marks(field) == {}, "as it was said, it is not edited"
    assert clear_edit(field, one) is False


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "Vi skriver alting tre steder.",
            "This says something else than was said, without a mark:\n"
            "  “det samme to” became “alting tre”\n"
            "  left out: “hver eneste gang”",
        ),
        (
            "Vi skriver nok det samme to steder […]",
            "This says something else than was said, without a mark:\n  added: “nok”",
        ),
        (
            "Vi [dokumenterer alting dobbelt] […]",
            "Too much of this stands in brackets: 1 of the words are the speaker's, 3 are yours.",
        ),
        (
            "Vi er " + "meget glade " * 20,
            "This says something else than was said, without a mark:\n  “skriver det samme to steder hver eneste gang”"
            " became “er meget glade meget glade meget glade meget glade mege … et glade meget glade”",
        ),
        (" \n", "An edit needs words."),
    ],
)
def test_an_edit_that_says_something_else_is_refused(field: Store, written: str, told: str) -> None:
    with pytest.raises(WorkbenchError) as caught:
        edit(field, said(field, "to steder"), written)
    assert (caught.value.message, quote_marks(field)) == (told, {})


def test_what_was_edited_after_it_was_read_is_not_approved(field: Store) -> None:
    one = said(field, "to steder")
    with someone_else(field, "Jonas") as jonas:
        edit(jonas, one, "Vi skriver det samme to steder […]")
    with pytest.raises(WorkbenchError, match="was edited by somebody in the meantime"):
        approve(field, [one])
    assert approve(field, find_quotes(field, [one.quote.id])) == 1


def test_minutes_and_missing_consent_are_never_quoted(field: Store) -> None:
    one, two = said(field, "to steder"), said(field, "fire gange")
    star(field, [one, two])
    group, journey = sources(field)
    with field.command("sources edit") as command:
        command.change("source", (group.id,), transcription=Transcription.MINUTES.value)
        command.change("source", (journey.id,), consent_quote=0)
    held = find_quotes(field, [one.quote.id, two.quote.id])
    assert [each.hindrance for each in held] == [Hindrance.MINUTES, Hindrance.CONSENT]
    for refused in (star, approve, lambda store, chosen: edit(store, chosen[0], "Vi […]")):
        with pytest.raises(ProtectedError):
            refused(field, held)
    with pytest.raises(ProtectedError) as caught:
        refuse_unquotable(held)
    assert caught.value.message == (
        f"{one.quote.id[:8]} is from minutes (fg1): these are nobody's own words, and never quoted.\n"
        f"{two.quote.id[:8]} may not be quoted: the consent for rejse does not cover it."
    )
    assert concerns(field, held) == (
        "1 may not be quoted: the consent does not cover it.",
        "1 is from minutes, which are never quoted as speech.",
    )
    assert (unstar(field, held), quote_marks(field)) == (2, {})


def test_several_of_the_chosen_come_from_one_person(store: Store) -> None:
    where = municipality(store)
    turns = (("S1", "Vi skriver to steder."), ("S2", "Ja."), ("S1", "Og tre steder."), ("L", "Planen hjælper."))
    roles = {"S1": "caseworker", "S2": "caseworker", "L": "manager"}
    of = add(store, where, "fg1", turns, roles)
    first, second, third = code(store, of, 1, "plan.dobbelt"), code(store, of, 3, "plan"), code(store, of, 4, "plan")
    again = code(store, of, 1, "plan", BARRIER)  # the same words under two codes are one quote
    guide = code(store, of, 3, "guide")
    star(store, find_quotes(store, [first, third, guide]))
    assert same_voices(store) == []
    star(store, find_quotes(store, [again]))
    assert same_voices(store) == []
    star(store, find_quotes(store, [second]))
    assert same_voices(store) == [SameVoice("Kvistsund", "plan", 2, 3, frozenset({first, second, again}))]
    told = ("Kvistsund, One plan: 2 of 3 starred quotes come from the same person.",)
    assert concerns(store, find_quotes(store, [first])) == told
    assert concerns(store, find_quotes(store, [third, guide])) == ()
    other = municipality(store, "Brændlyng", code="992")
    elsewhere = add(store, other, "rejse", (("Ung", "Ingen plan."),), {"Ung": "youth"}, kind=SourceKind.YOUTH_JOURNEY)
    star(store, find_quotes(store, [code(store, elsewhere, 1, "plan")]))
    assert concerns(store, every(store)) == told
    with store.command("sources edit") as command:
        command.change("source", (of.id,), consent_quote=0)
    assert same_voices(store) == [], "what is not quoted is nobody's voice"


def test_a_star_on_what_no_report_counts_is_told(field: Store) -> None:
    [group, _] = sources(field)
    other = code(field, group, 2, "guide", layer="Jonas")
    star(field, found := find_quotes(field, [other]))
    assert concerns(field, found) == (), "before it was starred"
    assert concerns(field, find_quotes(field, [other])) == (
        f"{other[:8]} is Jonas's coding, which reports do not count: it will not be in one.",
    )


def test_words_that_name_a_municipality_are_told(store: Store) -> None:
    where = municipality(store)
    of = add(store, where, "fg1", (("S", "Her i Kvistsunds kommune går det."),), {"S": "caseworker"})
    id = code(store, of, 1, "plan")
    assert concerns(store, find_quotes(store, [id])) == ()
    star(store, find_quotes(store, [id]))
    assert concerns(store, find_quotes(store, [id])) == (
        f"{id[:8]} says “Kvistsund”. With a light edit it can say [the municipality].",
    )
    edit(store, find_quotes(store, [id])[0], "Her i [kommunen] går det.")
    assert concerns(store, find_quotes(store, [id])) == ()
