"""While a person decides, the engine follows; what it ends with depends on the decisions, not on their order."""

import pytest

from tests.conftest import transcript
from workbench.model import LabelledPassage
from workbench.store import (
    SaidPassage,
    Source,
    Store,
    add_municipality,
    add_source,
    labelled,
    labelled_passage,
    passages,
    source,
    stored_codes,
    suggestions,
    undo,
)
from workbench.workflow import learn
from workbench.workflow.decide import no_code, set_code
from workbench.workflow.learn import Learner
from workbench.workflow.suggest import suggest

SAID = (
    "Hvad skete der så?",
    "Skemaet ligger i den grønne perm, og den er der ingen, der åbner.",
    "Og bagefter?",
    "Så lagde de skemaet tilbage i den grønne perm igen.",
    "Hvordan var vejret?",
    "Det regnede hele dagen, og bussen kom ikke.",
)


@pytest.fixture
def perm(store: Store) -> Source:
    """An interview in which something is talked about in words that no codebook has."""
    with store.command("municipalities add") as command:
        home = add_municipality(command, "Havrevig")
    turns = [("Interviewer" if at % 2 == 0 else "Ung", text) for at, text in enumerate(SAID)]
    with store.command("import") as command:
        id = add_source(command, transcript(*turns), name="perm", municipality=home)
    return source(store, id)


@pytest.fixture
def learner(store: Store, perm: Source) -> Learner:
    """A learner at the beginning of a sitting."""
    suggest(store, [perm])
    learning = Learner(store)
    learning.settle()
    return learning


def code(store: Store, source: Source, passage: SaidPassage, wanted: str) -> None:
    """Set a code on a whole passage; what is suggested there by now, which hangs on the moment, was not shown."""
    wanted_code = next(one for one in stored_codes(store) if one.code == wanted)
    set_code(store, source, passage.place, wanted_code, shown=())


def sureness(store: Store, source: Source, number: int, wanted: str) -> float:
    """How sure the stored suggestion of a code is; 0 where there is none."""
    found = suggestions(store, source.revision).get(number, [])
    return next((one.suggestion.confidence for one in found if one.suggestion.code == wanted), 0.0)


def everything(store: Store, source: Source) -> dict[int, list[tuple[str, float]]]:
    """All that is suggested for a source."""
    return {
        number: [(one.suggestion.code, one.suggestion.confidence) for one in several]
        for number, several in suggestions(store, source.revision).items()
    }


def test_a_decision_is_learned_at_once_and_the_source_is_read_anew(
    store: Store, perm: Source, learner: Learner
) -> None:
    first, second, third = passages(store, perm.revision)
    before = [sureness(store, perm, one.number, "guide") for one in (second, third)]
    code(store, perm, first, "guide")
    learner.decided(perm, first)
    after = [sureness(store, perm, one.number, "guide") for one in (second, third)]
    assert after[0] > before[0]
    assert after[0] > after[1]


def test_one_passage_and_all_of_them_say_the_same(store: Store, perm: Source) -> None:
    first, second, third = passages(store, perm.revision)
    code(store, perm, first, "plan")
    no_code(store, third, shown=())
    assert [labelled_passage(store, "proeve", perm.revision, one.number) for one in (first, second, third)] == [
        LabelledPassage(first.text, frozenset({"plan"})),
        None,
        LabelledPassage(third.text, frozenset(), no_code=True),
    ]
    assert labelled(store, "proeve") == [
        LabelledPassage(first.text, frozenset({"plan"})),
        LabelledPassage(third.text, frozenset(), no_code=True),
    ]
    question = first.number - 1
    assert labelled_passage(store, "proeve", perm.revision, question) is None


def test_the_same_decisions_in_any_order_end_alike(store: Store, perm: Source) -> None:
    first, second, third = passages(store, perm.revision)
    ends = []
    for order in ((first, second, third), (third, first, second)):
        learning = Learner(store)
        for one in order:
            if one is third:
                no_code(store, one, shown=())
            else:
                code(store, perm, one, "guide")
            learning.decided(perm, one)
        learning.anew()
        learning.settle()
        learning.decided(perm, first)
        ends.append(everything(store, perm))
        for _decision in order:
            undo(store)
    assert ends[0] == ends[1]


def test_what_was_taken_back_is_unlearned(store: Store, perm: Source, learner: Learner) -> None:
    before = everything(store, perm)
    [first, *_] = passages(store, perm.revision)
    code(store, perm, first, "guide")
    learner.decided(perm, first)
    assert everything(store, perm) != before
    undo(store)
    learner.decided(perm, first)
    learner.settle()
    learner.decided(perm, first)
    assert everything(store, perm) == before


def test_suggestions_wait_for_the_last_of_several_decisions(store: Store, perm: Source, learner: Learner) -> None:
    with store.command("import") as command:
        turns = [("Ung", text) for text in SAID[1::2]]
        other = source(
            store, add_source(command, transcript(*turns, name="anden"), name="anden", municipality=perm.municipality)
        )
    suggest(store, [other])
    before = everything(store, perm), everything(store, other)
    [first, *_] = passages(store, perm.revision)
    [here, *_] = passages(store, other.revision)
    code(store, perm, first, "guide")
    learner.decided(perm, first, more=True)
    assert (everything(store, perm), everything(store, other)) == before
    code(store, other, here, "guide")
    learner.decided(other, here)
    together = everything(store, perm), everything(store, other)
    assert (together[0] != before[0], together[1] != before[1]) == (True, True)
    learner.decided(perm, first)
    learner.decided(other, here)
    assert (everything(store, perm), everything(store, other)) == together


def test_everything_is_learned_anew_in_the_background(
    store: Store, perm: Source, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learn, "ANEW", 2)
    first, second, third = passages(store, perm.revision)
    for one in (first, second):
        code(store, perm, one, "guide")
        learner.decided(perm, one)
    learner.settle()
    no_code(store, third, shown=())
    learner.decided(perm, third)
    provenance = store.query("SELECT provenance FROM suggestion_run")[0]["provenance"]
    assert '"labelled":3' in provenance.replace(" ", "")


def test_a_source_without_consent_is_not_read(store: Store, perm: Source, learner: Learner) -> None:
    with store.command("sources edit") as command:
        command.change("source", (perm.id,), consent_suggest=0)
    runs = store.query("SELECT id FROM suggestion_run")
    [first, *_] = passages(store, perm.revision)
    code(store, perm, first, "guide")
    learner.decided(source(store, perm.id), first)
    assert store.query("SELECT id FROM suggestion_run") == runs


def test_what_is_decided_before_it_is_ready_is_not_forgotten(store: Store, perm: Source) -> None:
    suggest(store, [perm])
    first, second, third = passages(store, perm.revision)
    early = Learner(store)
    code(store, perm, first, "guide")
    early.decided(perm, first)
    early.settle()
    code(store, perm, second, "guide")
    early.decided(perm, second)
    late = Learner(store)
    late.settle()
    late.decided(perm, third)
    provenance = store.query("SELECT provenance FROM suggestion_run")[0]["provenance"]
    assert '"labelled":2' in provenance.replace(" ", "")
