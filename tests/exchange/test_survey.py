"""Surveys: each open answer is a source, with what the row says of whoever gave it."""

from pathlib import Path

import pytest

from tests.exchange.files import refusal, turns, written
from tests.exchange.writers.workbooks import csv_table, xlsx
from workbench.errors import InvalidFileError, UsageError
from workbench.exchange import Asked, read
from workbench.exchange.survey import ANSWER, QUESTION
from workbench.model import AgeGroup, SourceKind, SpeakerProfile, TalkRole

HEADS = ["Id", "Kommune", "Rolle", "Center", "Alder", "Hvor mange møder?", "Hvad virker?", "Hvad mangler der?"]
FIRST = ["A7", "Kvistsund", "Lærer", "Skole", "", "4", "At vi mødes ofte.", "Mere tid til det."]
SECOND = ["", "", "astronaut", "", "16 år", "2", "  At hun\naltid svarer. ", ""]


@pytest.mark.parametrize(
    ("name", "raw"), [("s.csv", csv_table([HEADS, FIRST, SECOND])), ("s.xlsx", xlsx([HEADS, FIRST, SECOND]))]
)
def test_every_open_answer_is_a_source_with_its_question_before_it(tmp_path: Path, name: str, raw: bytes) -> None:
    written(tmp_path, "s.meta.yaml", "title: Skema\nmunicipality: Brændlyng\nconsent: [quote]")
    reading = read(written(tmp_path, name, raw))
    assert (reading.format, reading.candidates) == ("survey", (("survey", 1.0),))
    assert [(one.name, turns(one)) for one in reading.transcripts] == [
        ("s-1-1", [(QUESTION, "Hvad virker?"), (ANSWER, "At vi mødes ofte.")]),
        ("s-1-2", [(QUESTION, "Hvad mangler der?"), (ANSWER, "Mere tid til det.")]),
        ("s-2-1", [(QUESTION, "Hvad virker?"), (ANSWER, "At hun altid svarer.")]),
    ]
    first, second, third = (one.profile for one in reading.transcripts)
    assert (first.title, second.title) == ("Skema 1: Hvad virker?", "Skema 1: Hvad mangler der?")
    assert [one.municipality for one in (first, second, third)] == ["Kvistsund", "Kvistsund", "Brændlyng"]
    assert {(one.kind, one.consent) for one in (first, second, third)} == {(SourceKind.SURVEY, frozenset({"quote"}))}
    asks = SpeakerProfile(QUESTION, talk_role=TalkRole.INTERVIEWER)
    assert first.speakers == (asks, SpeakerProfile(ANSWER, pseudonym="s-a7", role="teacher", centre="Skole"))
    assert third.speakers == (asks, SpeakerProfile(ANSWER, pseudonym="s-2", age_group=AgeGroup.YOUNG))


@pytest.mark.parametrize(
    ("said", "group", "role"),
    [
        ("13-15", AgeGroup.PUPIL, "youth"),
        ("15-24 år", AgeGroup.YOUNG, "youth"),
        ("25–30", AgeGroup.YOUNG_ADULT, "youth"),
        ("14", AgeGroup.PUPIL, "youth"),
        ("24", AgeGroup.YOUNG, "youth"),
        ("30", AgeGroup.YOUNG_ADULT, "youth"),
        ("12", None, ""),
        ("31", None, ""),
        ("41-50", None, ""),
        ("ung", None, ""),
    ],
)
def test_age_groups(tmp_path: Path, said: str, group: AgeGroup | None, role: str) -> None:
    raw = csv_table([["Aldersgruppe", "Hvad virker?"], [said, "At hun altid svarer."]])
    who = read(written(tmp_path, "s.csv", raw)).transcript.profile.speakers[1]
    assert (who.age_group, who.role) == (group, role)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_whatever_parts_the_cells(tmp_path: Path, mark: str) -> None:
    raw = f'Nr{mark}"Hvad virker{mark} synes du?"\n1{mark}"Vi mødes{mark} ofte, og ""taler"""\n'
    name = "s.tsv" if mark == "\t" else "s.csv"
    [one] = read(written(tmp_path, name, raw.encode("cp1252"))).transcripts
    question, answer = f"Hvad virker{mark} synes du?".split(), f'Vi mødes{mark} ofte, og "taler"'.split()
    assert one.text == f"{' '.join(question)}\n{' '.join(answer)}"


def test_columns_may_be_named(tmp_path: Path) -> None:
    rows = [["Nr", "Ét ord", "Hvad virker?"], ["1", "Tillid", "At vi mødes ofte."], ["2", "Tid", "Ved jeg ikke helt."]]
    file = written(tmp_path, "s.csv", csv_table(rows))
    assert [one.name for one in read(file).transcripts] == ["s-1-1", "s-2-1"]
    named = read(file, Asked(answers=("ét ord",))).transcripts
    assert [one.text for one in named] == ["Ét ord\nTillid", "Ét ord\nTid"]
    assert refusal(file, Asked(answers=("Hvad virkr?",))) == (
        UsageError,
        "s.csv has no column “Hvad virkr?”.",
        "Its columns: Hvad virker?.",
    )


def test_a_table_without_sentences_is_no_survey(tmp_path: Path) -> None:
    file = written(tmp_path, "s.csv", csv_table([["Nr", "Antal"], ["1", "3"], ["2", "5"]]))
    assert refusal(file, Asked("survey")) == (
        InvalidFileError,
        "s.csv has no column in which people wrote sentences.",
        "Name the column with: --answers HEADING",
    )


def test_the_sheet_with_answers_is_found(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0].append(["Om skemaet"])
    sheet = book.create_sheet("Svar")
    for row in (["Nr", "Hvad virker?"], [1, "At hun altid svarer."], [None, None], [3.0, "At vi mødes ofte."]):
        sheet.append(row)
    book.save(tmp_path / "s.xlsx")
    found = read(tmp_path / "s.xlsx").transcripts
    assert [(one.name, one.profile.speakers[1].pseudonym) for one in found] == [("s-1-1", "s-1"), ("s-2-1", "s-3")]


def test_a_table_of_speakers_is_a_transcript(tmp_path: Path) -> None:
    rows = [["Tid", "Taler", "Tekst"], ["0:01", "Ung", "Ja, det var sådan."], ["0:05", "Lis", "Hvordan var det så?"]]
    for name, raw in (("s.csv", csv_table(rows)), ("s.xlsx", xlsx(rows))):
        reading = read(written(tmp_path, name, raw))
        assert reading.format == "table"
        assert turns(reading.transcript) == [("Ung", "Ja, det var sådan."), ("Lis", "Hvordan var det så?")]
