"""Quotes: codings with their words, filtered, and which of them reports count."""

from tests.store.test_undo import accept, someone_else
from workbench.model import AGREED, Place, Valence
from workbench.store import (
    Source,
    Store,
    add_coding,
    context,
    holding,
    passages,
    quotes,
    quotes_beginning,
    statements,
    stored_codes,
)


def code_as(store: Store, talk: Source, index: int, code: str, valence: Valence, layer: str | None = None) -> None:
    """Set a code on a respondents' passage."""
    one = passages(store, talk.revision)[index]
    chosen = next(each for each in stored_codes(store) if each.code == code)
    with store.command("code") as command:
        add_coding(
            command,
            revision=one.revision,
            place=one.place,
            words=one.text,
            code=chosen,
            valence=valence,
            layer=layer,
        )


def test_a_quote_tells_where_it_comes_from(store: Store, talk: Source) -> None:
    id = accept(store, talk, 1, "plan")
    (quote,) = quotes(store)
    assert (quote.id, quote.text, quote.code, quote.area, quote.codebook) == (
        id,
        "Jeg har aldrig set den plan.",
        "plan",
        "plan",
        "proeve",
    )
    assert (quote.source, quote.municipality, quote.turn, quote.passage) == ("fg1", "Kvistsund", 3, 3)
    assert (quote.speaker, quote.role, quote.layer, quote.valence) == ("Ung", "youth", "Maja", Valence.DESCRIPTION)
    assert quote.may_quote


def test_a_focus_area_has_its_sub_codes_with_it(store: Store, talk: Source) -> None:
    accept(store, talk, 0, "plan.dobbelt")
    accept(store, talk, 1, "plan")
    accept(store, talk, 2, "guide")
    assert [quote.code for quote in quotes(store, code="plan")] == ["plan.dobbelt", "plan"]
    assert [quote.code for quote in quotes(store, code="plan.dobbelt")] == ["plan.dobbelt"]
    assert quotes(store, code="nothing") == []


def test_filters(store: Store, talk: Source) -> None:
    code_as(store, talk, 0, "plan", Valence.BARRIER)
    code_as(store, talk, 1, "plan", Valence.ENABLER)
    assert [quote.passage for quote in quotes(store, valence=Valence.ENABLER)] == [3]
    assert [quote.passage for quote in quotes(store, role="caseworker")] == [2]
    assert [quote.passage for quote in quotes(store, municipality=talk.municipality)] == [2, 3]
    assert quotes(store, municipality="another") == []
    assert quotes(store, source="another") == []
    assert quotes(store, age_group="15-24") == []


def test_the_lead_coder_counts_until_there_is_an_agreed_layer(store: Store, talk: Source) -> None:
    code_as(store, talk, 0, "plan", Valence.BARRIER)
    with someone_else(store, "Peter") as peter:
        code_as(peter, talk, 1, "plan", Valence.BARRIER)
    assert [quote.layer for quote in quotes(store)] == ["Maja", "Peter"]
    assert [quote.layer for quote in quotes(store, counted=True)] == ["Maja"]
    code_as(store, talk, 2, "guide", Valence.ENABLER, layer=AGREED)
    assert [(quote.layer, quote.passage) for quote in quotes(store, counted=True)] == [("agreed", 5)]


def test_statements_are_distinct_passage_code_and_valence(store: Store, talk: Source) -> None:
    code_as(store, talk, 0, "plan", Valence.BARRIER)
    code_as(store, talk, 0, "plan", Valence.ENABLER)
    with someone_else(store, "Peter") as peter:
        code_as(peter, talk, 0, "plan", Valence.BARRIER)
    assert (len(quotes(store)), statements(quotes(store))) == (3, 2)


def test_a_coding_over_several_turns_has_all_its_words(store: Store, talk: Source) -> None:
    first, second = passages(store, talk.revision)[:2]
    place = Place(first.place.start, second.place.end)
    with store.command("code") as command:
        add_coding(
            command,
            revision=talk.revision,
            place=place,
            words=f"{first.text}\n{second.text}",
            code=stored_codes(store)[0],
        )
    assert [quote.text for quote in quotes(store)] == [f"{first.text}\n{second.text}"]


def test_without_consent_or_verbatim_words_nothing_may_be_quoted(store: Store, talk: Source) -> None:
    accept(store, talk)
    for column, value in (("consent_quote", 0), ("transcription", "minutes")):
        with store.command("sources edit") as command:
            command.change("source", (talk.id,), consent_quote=1, transcription="verbatim")
            command.change("source", (talk.id,), **{column: value})
        assert [quote.may_quote for quote in quotes(store)] == [False]


def test_quotes_by_id(store: Store, talk: Source) -> None:
    first, second = accept(store, talk, 0), accept(store, talk, 1, "plan")
    assert [quote.id for quote in quotes(store, ids=[second])] == [second]
    assert [quote.id for quote in quotes(store, ids=[second, first, "nej"], code="plan.dobbelt")] == [first]
    assert quotes(store, ids=[]) == []
    assert quotes_beginning(store, first[:8]) == quotes_beginning(store, first) == [first]
    assert quotes_beginning(store, "") == sorted([first, second])
    assert quotes_beginning(store, first + "0") == []


def test_the_turns_around_a_quote(store: Store, talk: Source) -> None:
    accept(store, talk, 1, "plan")
    [quote] = quotes(store)
    around = context(store, quote)
    assert [[turn["number"] for turn in part] for part in around] == [[1, 2], [3], [4, 5]]
    assert around.said == [
        {
            "number": 3,
            "start": 88,
            "speaker": "Ung",
            "talk_role": "respondent",
            "text": "Jeg har aldrig set den plan.",
        }
    ]
    assert [[turn["number"] for turn in part] for part in context(store, quote, by=1)] == [[2], [3], [4]]


def test_a_quote_over_several_turns_lies_in_all_of_them(store: Store, talk: Source) -> None:
    first, second = passages(store, talk.revision)[:2]
    with store.command("code") as command:
        add_coding(
            command,
            revision=talk.revision,
            place=Place(first.place.start + 3, second.place.end),
            words="…",
            code=stored_codes(store)[0],
        )
    [quote] = quotes(store)
    assert [[turn["number"] for turn in part] for part in context(store, quote, by=1)] == [[1], [2, 3], [4]]


def test_who_says_a_quote(store: Store, talk: Source) -> None:
    accept(store, talk, 1, "plan")
    [quote] = quotes(store)
    assert quote.person == quote.participant
    assert quote._replace(participant=None).person == f"{talk.id} Ung"


def test_a_text_holds_words_in_any_form_as_search_finds_them() -> None:
    text = "Ungeguiden på Ærø skrev det samme to steder."
    for query, held in (
        ("ungeguider", True),
        ("skrive STED", True),
        ("ærø", True),
        ("aerø", False),
        ("Årø", False),
        ('"to steder"', True),
        ('"steder to"', False),
        ('guide "to steder"', False),
        ("samme ikke", False),
        ("!!!", False),
        ('""', False),
        ("OR", False),
    ):
        assert (query, holding(query)(text)) == (query, held)
