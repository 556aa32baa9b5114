"""Search: any form of a word, phrases as written, and whatever is typed is looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import transcript
from workbench.model import Place
from workbench.store import Source, Store, add_source, search, undo
from workbench.store.search import index_turns, match_expression


@pytest.fixture
def said(store: Store, talk: Source) -> Source:
    """A second source that speaks of the youth guide in several forms."""
    turns = (
        ("Ung", "Min ungeguide hed Lone."),
        ("Ung", "Ungeguiden ringede aldrig."),
        ("Ung", "Måske var det på grund af ferien."),
        ("Ung", "Må ske, sagde hun."),
    )
    with store.command("import") as command:
        add_source(command, transcript(*turns, name="fg2"), name="fg2", municipality=talk.municipality)
    return talk


def texts(store: Store, query: str, **filters: str) -> list[str]:
    """The turns found, in the order of the material."""
    found = search(store, query, **filters)  # type: ignore[arg-type]
    assert found.total == len(found.hits)
    return sorted(hit.text for hit in found.hits)


def test_any_form_finds_every_form(store: Store, said: Source) -> None:
    both = ["Min ungeguide hed Lone.", "Ungeguiden ringede aldrig."]
    assert texts(store, "ungeguide") == both
    assert texts(store, "ungeguiden") == both
    assert texts(store, "UNGEGUIDENS") == both


def test_every_word_must_be_there(store: Store, said: Source) -> None:
    assert texts(store, "ungeguide lone") == ["Min ungeguide hed Lone."]
    assert texts(store, "ungeguide bil") == []


def test_a_phrase_is_looked_for_as_written(store: Store, said: Source) -> None:
    assert texts(store, '"det samme to steder"') == ["Vi skriver det samme to steder. Det tager en hel formiddag."]
    assert texts(store, '"to steder det samme"') == []


def test_å_is_not_a_and_words_are_whole(store: Store, said: Source) -> None:
    assert texts(store, "måske") == ["Måske var det på grund af ferien."]
    assert texts(store, "maske") == []


def test_the_places_of_what_was_found(store: Store, said: Source) -> None:
    (hit,) = search(store, "ungeguide lone").hits
    assert (hit.source, hit.municipality, hit.turn, hit.speaker, hit.start) == ("fg2", "Kvistsund", 1, "Ung", 0)
    assert [place.of(hit.text) for place in hit.places] == ["ungeguide", "Lone"]
    (hit,) = search(store, '"aldrig set"').hits
    assert hit.places == (Place(8, 18),)


def test_within_a_source_or_municipality(store: Store, said: Source) -> None:
    assert texts(store, "lone") == ["Lone. Hun svarer altid, også om søndagen.", "Min ungeguide hed Lone."]
    assert texts(store, "lone", source=said.id) == ["Lone. Hun svarer altid, også om søndagen."]
    assert texts(store, "lone", municipality="another") == []


def test_the_limit_keeps_the_total(store: Store, said: Source) -> None:
    found = search(store, "lone", limit=1)
    assert (found.total, len(found.hits)) == (2, 1)


def test_what_is_typed_is_no_operator() -> None:
    assert match_expression('plan OR NEAR( lemmas: * "to steder" -x') == (
        '("plan") AND ("or") AND ("near") AND ("lemmas") AND words : "to steder" AND ("x")'
    )


@given(query=st.text(max_size=40))
def test_anything_may_be_typed(query: str) -> None:
    expression = match_expression(query)
    assert expression.count('"') % 2 == 0


@pytest.mark.parametrize("query", ["", "   ", '"', "***", "'; DROP TABLE turn; --", "a" * 5000, "\0", "🙂"])
def test_odd_queries_find_nothing_and_break_nothing(store: Store, said: Source, query: str) -> None:
    assert search(store, query).hits == ()


def test_what_is_undone_is_not_found(store: Store, said: Source) -> None:
    undo(store)
    assert texts(store, "ungeguide") == []


def test_the_index_can_be_made_anew(store: Store, said: Source) -> None:
    with store.write() as db:
        db.execute("DELETE FROM turn_search")
    assert texts(store, "lone") == []
    with store.write() as db:
        index_turns(db)
    assert texts(store, "lone", source=said.id) == ["Lone. Hun svarer altid, også om søndagen."]
