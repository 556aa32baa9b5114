"""Gold codings are found in their turn, or the line that is wrong is named."""

from pathlib import Path

import pytest

from tests.conftest import TALK, transcript
from workbench import config
from workbench.errors import InvalidFileError, NotFoundError
from workbench.exchange import GoldCoding, read, read_gold, transcript_files
from workbench.model import Place, Valence


def test_a_quote_becomes_a_place_in_its_own_turn(tmp_path: Path) -> None:
    file = tmp_path / "fg1.gold.jsonl"
    file.write_text(
        '{"turn": 3, "quote": "den plan", "code": "plan", "valence": "barrier"}\n\n'
        '{"turn": 1, "quote": "planen", "code": "plan", "valence": "description"}\n'
    )
    talk = transcript(*TALK)
    [found] = read_gold(file, [talk])
    assert [one.place.of(talk.text) for one in found] == ["den plan", "planen"]
    assert found[1] == GoldCoding(Place(20, 26), "plan", Valence.DESCRIPTION)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"turn": 2, "quote": "den plan", "code": "plan", "valence": "barrier"}', "turn 2 does not say this"),
        ('{"turn": 2, "quote": "", "code": "plan", "valence": "barrier"}', "turn 2 does not say this"),
        ('{"turn": 9, "quote": "den", "code": "plan", "valence": "barrier"}', "there is no turn 9"),
        ('{"turn": 0, "quote": "den", "code": "plan", "valence": "barrier"}', "there is no turn 0"),
        ('{"turn": "1", "quote": "den", "code": "plan", "valence": "barrier"}', "there is no turn 1"),
        ('{"turn": true, "quote": "den", "code": "plan", "valence": "barrier"}', "there is no turn True"),
        ('{"turn": 3, "quote": 4, "code": "plan", "valence": "barrier"}', "“quote” should be a text"),
        ('{"turn": 3, "quote": "den plan", "code": 1, "valence": "barrier"}', "“code” should be a text"),
        (
            '{"turn": 3, "quote": "den plan", "code": "plan", "valence": "bad"}',
            "“valence” should be one of description, barrier, enabler, recommendation",
        ),
        ('{"turn": 3, "quote": "den plan"}', 'expected an object with "turn", "quote", "code", "valence"'),
        ("[1]", 'expected an object with "turn", "quote", "code", "valence"'),
        ("{", "this is no JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, line: str, fault: str) -> None:
    file = tmp_path / "fg1.gold.jsonl"
    file.write_text(f'{{"turn": 3, "quote": "plan", "code": "plan", "valence": "barrier"}}\n{line}\n')
    with pytest.raises(InvalidFileError) as refused:
        read_gold(file, [transcript(*TALK)])
    assert refused.value.message == f"fg1.gold.jsonl, line 2: {fault}"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as refused:
        read_gold(tmp_path / "no.jsonl", [transcript(*TALK)])
    assert refused.value.message == f"There is no file {tmp_path / 'no.jsonl'}."


def test_a_line_may_name_its_source(tmp_path: Path) -> None:
    file = tmp_path / "s.gold.jsonl"
    line = '{"turn": 1, "quote": "Ja", "code": "plan", "valence": "barrier"'
    file.write_text(f'{line}, "source": "s-2-1"}}\n{line}}}\n{line}, "source": "s-2-1"}}\n')
    several = [transcript(("Svar", "Ja."), name="s-1-1"), transcript(("Svar", "Ja."), name="s-2-1")]
    one = GoldCoding(Place(0, 2), "plan", Valence.BARRIER)
    assert read_gold(file, several) == [[one], [one, one]]
    file.write_text(f'{line}, "source": "s-3-1"}}')
    with pytest.raises(InvalidFileError) as refused:
        read_gold(file, several)
    assert refused.value.message == "s.gold.jsonl, line 1: there is no source s-3-1"


def test_every_sample_has_gold_that_fits_it() -> None:
    files = sorted(config.shipped("transcripts").rglob("*.gold.jsonl"))
    assert len(files) == 22
    for gold in files:
        stem = gold.name.removesuffix(".gold.jsonl")
        [file] = [one for one in transcript_files(gold.parent) if one.stem == stem]
        transcripts = read(file).transcripts
        found = read_gold(gold, transcripts)
        assert sum(map(len, found)) >= 15, gold.name
        for talk, codings in zip(transcripts, found, strict=True):
            assert all(one.place.of(talk.text).strip() for one in codings)
