"""What a person means by what they typed; every miss offers the nearest names."""

import pytest

from workbench.errors import WorkbenchError
from workbench.model import Valence
from workbench.store import Source, Store, StoredCode, add_municipality, stored_codes
from workbench.workflow.lookup import (
    find_code,
    find_municipality,
    find_passage,
    find_source,
    find_valence,
    likely,
)


def refused(error: pytest.ExceptionInfo[WorkbenchError]) -> tuple[int, str, str]:
    """Exit code, message and hint."""
    return error.value.exit_code, error.value.message, error.value.hint


@pytest.mark.parametrize("typed", ["Brændlyng", "brændlyng", "BRAENDLYNG", " braendlyng ", "992", "Bra\u0308ndlyng"])
def test_a_municipality_by_name_or_code(store: Store, typed: str) -> None:
    with store.command("municipalities add") as command:
        add_municipality(command, "Brændlyng", code="992")
    if typed == "Bra\u0308ndlyng":  # another letter: ä is not æ
        with pytest.raises(WorkbenchError):
            find_municipality(store, typed)
    else:
        assert find_municipality(store, typed).name == "Brændlyng"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Kvitsund", "Did you mean Kvistsund?"),
        ("kvist", "Did you mean Kvistsund?"),
        ("Oslo", "Add one with: workbench municipalities add NAME"),
        ("", "Add one with: workbench municipalities add NAME"),
    ],
)
def test_an_unknown_municipality(store: Store, talk: Source, typed: str, hint: str) -> None:
    with pytest.raises(WorkbenchError) as error:
        find_municipality(store, typed)
    assert refused(error) == (1, f"There is no municipality “{typed}” in this project.", hint)


def test_a_source_by_name_or_beginning_of_its_id(store: Store, talk: Source) -> None:
    assert find_source(store, "fg1") == talk
    assert find_source(store, "FG1") == talk
    assert find_source(store, talk.id) == talk
    assert find_source(store, talk.id[:13]) == talk


@pytest.mark.parametrize(
    ("typed", "hint"), [("fg2", "See them with: workbench sources"), ("nosuch", "See them with: workbench sources")]
)
def test_an_unknown_source(store: Store, talk: Source, typed: str, hint: str) -> None:
    with pytest.raises(WorkbenchError) as error:
        find_source(store, typed)
    assert refused(error) == (1, f"There is no source “{typed}” in this project.", hint)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("plan", "plan"),
        ("PLAN", "plan"),
        ("plan.dobbelt", "plan.dobbelt"),
        ("dobbelt", "plan.dobbelt"),
        ("Dobbeltdokumentation", "plan.dobbelt"),
        ("one youth guide", "guide"),
        (" guide ", "guide"),
    ],
)
def test_a_code_by_id_last_part_or_name(store: Store, typed: str, code: str) -> None:
    assert find_code(store, typed).code == code


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("plann", "Did you mean plan, plan.dobbelt?"),
        ("dobelt", "Did you mean plan.dobbelt?"),
        ("youth", "Did you mean guide?"),
        ("nosuch", "See them with: workbench codebooks show"),
    ],
)
def test_an_unknown_code(store: Store, typed: str, hint: str) -> None:
    with pytest.raises(WorkbenchError) as error:
        find_code(store, typed)
    assert refused(error) == (1, f"There is no code “{typed}” in the codebooks of this project.", hint)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dobbeltd", ["plan.dobbelt"]),
        ("én", ["plan", "guide", "plan.dobbelt"]),
        ("en", ["plan", "guide", "plan.dobbelt"]),
        ("do", ["plan.dobbelt"]),
        ("yg", []),
        ("oyg", ["guide"]),
        ("pl", ["plan", "plan.dobbelt"]),
        ("gude", ["guide"]),
        ("formiddag", ["guide"]),
        ("xyz", []),
        ("?!", []),
    ],
)
def test_a_few_letters_list_the_likely_codes(store: Store, typed: str, found: list[str]) -> None:
    explained = {"guide": "Den ene voksne, der er der hver formiddag."}
    assert [one.code for one in likely(stored_codes(store), typed, explained)] == found


def test_of_codes_that_are_meant_alike_those_set_last_come_first(store: Store) -> None:
    codes = stored_codes(store)
    assert [one.code for one in likely(codes, "pl", recent=["guide", "plan.dobbelt"])] == ["plan.dobbelt", "plan"]
    assert [one.code for one in likely(codes, "én", recent=["guide"])] == ["guide", "plan", "plan.dobbelt"]


@pytest.mark.parametrize("typed", ["afgræ", "afgrae", "AFGRÆNS"])
def test_danish_letters_are_found_as_they_are_typed(typed: str) -> None:
    code = StoredCode("id", "bog", "1", "indgang.afgraensning", "indgang", {"da": "Hvornår er man KUI-ung"})
    assert likely([code], typed) == [code]


def test_a_passage_by_number(store: Store, talk: Source) -> None:
    assert find_passage(store, talk, 3).text == "Jeg har aldrig set den plan."


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (9, "fg1 has no passage 9; its passages are 1 to 5."),
        (1, "Passage 1 of fg1 is the interviewer's, which is never coded."),
    ],
)
def test_a_passage_that_cannot_be_coded(store: Store, talk: Source, number: int, message: str) -> None:
    with pytest.raises(WorkbenchError) as error:
        find_passage(store, talk, number)
    assert refused(error) == (1, message, "")


@pytest.mark.parametrize("typed", ["barrier", "Barriere", " BARRIER "])
def test_a_valence_in_both_languages(typed: str) -> None:
    assert find_valence(typed) is Valence.BARRIER


def test_an_unknown_valence() -> None:
    with pytest.raises(WorkbenchError) as error:
        find_valence("god")
    assert refused(error) == (
        2,
        "“god” is no valence; expected one of description, barrier, enabler, recommendation.",
        "",
    )
