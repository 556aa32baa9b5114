"""What speaks for a suggestion in people's own words: the codebook's line, and a quote under the same code."""

import pytest

from tests.conftest import transcript
from tests.workflow.made import suggest_by_hand
from workbench.codebook import Codebook, parse
from workbench.model import AGREED, Evidence, Place, Suggestion
from workbench.store import (
    Source,
    Store,
    add_codebook,
    add_coding,
    add_source,
    passages,
    replace_suggestions,
    source,
    stored_codes,
)
from workbench.workflow.decide import accept, set_code
from workbench.workflow.explain import Explained, LineKind, explain
from workbench.workflow.review import item

EXAMPLE = "Vi skriver det samme to steder, hver eneste gang."
SAID = "Jeg må skrive det samme tre steder hver eneste gang, hver eneste dag."


@pytest.fixture
def other(store: Store, talk: Source) -> Source:
    """A second source, in which much the same is said."""
    with store.command("import") as command:
        said = transcript(("Ung", "Nå."), ("Sagsbehandler", SAID), name="fg2")
        id = add_source(command, said, name="fg2", municipality=talk.municipality)
    return source(store, id)


def coded(store: Store, where: Source, number: int, code: str, *, doubt: bool = False) -> None:
    """Give a passage a code."""
    codes = {one.code: one for one in stored_codes(store)}
    place = next(one.place for one in passages(store, where.revision) if one.number == number)
    set_code(store, where, place, codes[code], doubt=doubt)


def explained(store: Store, where: Source, number: int) -> tuple[Explained, ...]:
    """What speaks for the suggestions of one passage."""
    [found] = explain(store, [item(store, where, number)])
    return found


def test_the_line_and_the_quote_that_are_most_like(store: Store, talk: Source, other: Source) -> None:
    suggest_by_hand(store, talk)
    coded(store, other, 2, "plan.dobbelt")
    assert explained(store, talk, 2) == (
        Explained(LineKind.EXAMPLE, EXAMPLE, SAID, "fg2", "Kvistsund"),
        Explained(),
    )


def test_a_keyword_that_was_met_goes_before_every_line(store: Store, talk: Source) -> None:
    met = Suggestion("plan.dobbelt", 0.9, (Evidence(Place(21, 30), "to steder", 1.0),), "to steder")
    replace_suggestions(
        store,
        revision=talk.revision,
        codebook="proeve",
        provenance={},
        made={2: [met]},
        codes={one.code: one for one in stored_codes(store)},
    )
    assert explained(store, talk, 2) == (Explained(LineKind.KEYWORD, "to steder"),)


def test_what_belongs_to_a_code_and_what_it_is_are_lines_too(store: Store, talk: Source, codebook: Codebook) -> None:
    definition = "  definition: Den, der svarer om søndagen."
    entry = f"{definition}\n  include: [at skrive formiddagen væk, fire planer]"
    yaml = codebook.yaml.replace("0.1.0", "0.2.0").replace("  definition: Om den ene plan for den unge.", entry)
    with store.command("codebooks add") as command:
        add_codebook(command, parse(yaml))
    suggest_by_hand(store, talk, {2: (("plan", 0.5, "formiddag"),), 5: (("plan", 0.6, "svarer"),)})
    assert explained(store, talk, 2) == (Explained(LineKind.INCLUDE, "at skrive formiddagen væk"),)
    assert explained(store, talk, 5) == (Explained(LineKind.DEFINITION, "Den, der svarer om søndagen."),)


def test_no_quote_from_the_passage_itself(store: Store, talk: Source) -> None:
    suggest_by_hand(store, talk)
    one = item(store, talk, 2)
    codes = {each.code: each for each in stored_codes(store)}
    accept(store, one.passage, one.shown[0], codes["plan.dobbelt"], shown=one.shown)
    assert explained(store, talk, 2)[0] == Explained(LineKind.EXAMPLE, EXAMPLE)


def test_neither_what_others_coded_nor_what_is_in_doubt_nor_another_code(
    store: Store, talk: Source, other: Source
) -> None:
    suggest_by_hand(store, talk)
    coded(store, other, 2, "plan.dobbelt", doubt=True)
    coded(store, other, 2, "plan")
    store.person = "Jonas"
    coded(store, other, 2, "plan.dobbelt")
    store.person = "Maja"
    assert explained(store, talk, 2)[0] == Explained(LineKind.EXAMPLE, EXAMPLE)


def test_what_was_agreed_counts_whoever_coded_it_and_whatever_may_be_quoted(
    store: Store, talk: Source, other: Source
) -> None:
    suggest_by_hand(store, talk)
    codes = {one.code: one for one in stored_codes(store)}
    with store.command("agree") as command:
        [_nothing, one] = passages(store, other.revision)
        add_coding(
            command, revision=other.revision, place=one.place, words=one.text, code=codes["plan.dobbelt"], layer=AGREED
        )
        command.change("source", (other.id,), consent_quote=0)
    assert explained(store, talk, 2)[0].quote == SAID


def test_a_code_that_is_in_no_codebook_any_more_has_no_lines(store: Store, talk: Source, codebook: Codebook) -> None:
    suggest_by_hand(store, talk)
    yaml = codebook.yaml.replace("0.1.0", "0.2.0").replace("plan.dobbelt", "plan.andet")
    with store.command("codebooks add") as command:
        add_codebook(command, parse(yaml))
    assert explained(store, talk, 2) == (Explained(), Explained())


def test_many_passages_at_once_say_what_each_says_alone(store: Store, talk: Source, other: Source) -> None:
    suggest_by_hand(store, talk)
    coded(store, other, 2, "plan.dobbelt")
    numbers = [2, 3, 5]
    together = list(explain(store, [item(store, talk, number) for number in numbers]))
    assert together == [explained(store, talk, number) for number in numbers]
    assert [len(each) for each in together] == [2, 1, 0]
