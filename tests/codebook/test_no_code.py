"""The passages that no codebook has a code for."""

import pytest

from workbench.codebook import load, no_code_passages, parse_no_code, shipped
from workbench.errors import InvalidFileError

SMALL = "id: no-code\nversion: 0.1.0\npassages:\n- Goddag, og tak\n  for sidst.\n- 'Ja: fint.'\n"


def test_parse_whole() -> None:
    assert parse_no_code(SMALL) == ("Goddag, og tak for sidst.", "Ja: fint.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: the file is empty"),
        (SMALL.replace("no-code", "snak"), "line 1: id: found 'snak', expected one of no-code"),
        (SMALL + "- 'Ja: fint.'\n", "line 7: passages: 'Ja: fint.' is given twice"),
    ],
)
def test_faults(text: str, said: str) -> None:
    with pytest.raises(InvalidFileError) as refused:
        parse_no_code(text)
    assert refused.value.message == f"no-code.yaml, {said}"


def test_the_shipped_list_is_long_enough_and_nobody_s_own() -> None:
    every = no_code_passages()
    assert len(every) >= 60
    assert every[0] == "Goddag, og tak fordi jeg måtte komme forbi."
    own = {text for id in shipped() for text in load(id).no_code_examples}
    assert own.isdisjoint(every)
