"""Import: a file becomes a source whole, or nothing of it is stored."""

import unicodedata
from pathlib import Path

import pytest

from workbench.errors import StoreError, UsageError, WorkbenchError
from workbench.model import AgeGroup, SourceKind, SpeakerProfile, TalkRole, Transcription
from workbench.store import Store, check, municipalities, passages, sources
from workbench.workflow.edit import new_municipality
from workbench.workflow.import_ import Given, Imported, import_file, speaker_given

WORDS = "**Interviewer:** Går det?\n\n**Ung:** Nå, på én måde.\n"


NOTHING_GIVEN = Given()


@pytest.fixture
def kvistsund(store: Store) -> Store:
    """A project with one municipality."""
    new_municipality(store, "Kvistsund")
    return store


def written(folder: Path, name: str, text: str = WORDS) -> Path:
    """A file with this text in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(text.encode())
    return file


def imported(store: Store, file: Path, given: Given = NOTHING_GIVEN) -> Imported:
    """The one source that became of a file."""
    [one] = import_file(store, file, given)
    return one


def test_a_file_becomes_a_source(kvistsund: Store, tmp_path: Path) -> None:
    file = written(tmp_path, "FG 1.md", f"---\nmunicipality: kvistsund\ntitle: Én\nconsent: [suggest]\n---\n{WORDS}")
    made = imported(kvistsund, file)
    assert (made.file, made.duplicate) == (file, False)
    assert sources(kvistsund) == [made.source]
    assert (made.source.name, made.source.title, made.source.municipality_name) == ("fg-1", "Én", "Kvistsund")
    assert (made.source.turns, made.source.passages, made.source.lead_coder) == (2, 1, "Maja")
    assert made.source.consent == {"suggest"}
    assert [one.text for one in passages(kvistsund, made.source.revision)] == ["Nå, på én måde."]


@pytest.mark.parametrize(
    "same",
    [
        WORDS,
        WORDS.replace("\n", "\r\n"),
        WORDS.replace("\n", "\r"),
        unicodedata.normalize("NFD", WORDS),
        f"---\ntitle: Another\n---\n{WORDS}",
    ],
)
def test_the_same_words_are_never_stored_twice(kvistsund: Store, tmp_path: Path, same: str) -> None:
    first = imported(kvistsund, written(tmp_path / "Kvistsund", "fg1.md"))
    again = imported(kvistsund, written(tmp_path / "Kvistsund", "fg2.txt", same))
    assert (again.source, again.duplicate) == (first.source, True)
    assert sources(kvistsund) == [first.source]


def test_two_files_of_one_name_become_two_sources(kvistsund: Store, tmp_path: Path) -> None:
    names = [
        imported(kvistsund, written(tmp_path / part / "Kvistsund", "fg1.md", f"**Ung:** {part}.\n")).source.name
        for part in ("a", "b", "c")
    ]
    assert names == ["fg1", "fg1-2", "fg1-3"]


def test_options_fill_what_the_file_leaves_open(kvistsund: Store, tmp_path: Path) -> None:
    given = Given("Kvistsund", SourceKind.MINUTES, "2026-04", frozenset({"quote"}))
    made = imported(kvistsund, written(tmp_path, "a.md"), given).source
    assert (made.kind, made.transcription, made.month, made.consent) == (
        SourceKind.MINUTES,
        Transcription.MINUTES,
        "2026-04",
        frozenset({"quote"}),
    )


def test_what_the_file_says_goes_before_options(kvistsund: Store, tmp_path: Path) -> None:
    new_municipality(kvistsund, "Brændlyng")
    head = "---\nmunicipality: Kvistsund\nkind: interview\nmonth: 2026-01\nconsent: []\n---\n"
    given = Given("Brændlyng", SourceKind.MINUTES, "2026-04", frozenset({"quote", "share", "suggest"}))
    made = imported(kvistsund, written(tmp_path, "a.md", head + WORDS), given).source
    assert (made.municipality_name, made.kind, made.month, made.consent) == (
        "Kvistsund",
        SourceKind.INTERVIEW,
        "2026-01",
        frozenset(),
    )


def test_the_folder_names_the_municipality_when_nothing_else_does(kvistsund: Store, tmp_path: Path) -> None:
    assert imported(kvistsund, written(tmp_path / "KVISTSUND", "a.md")).source.municipality_name == "Kvistsund"


@pytest.mark.parametrize(
    ("head", "message", "hint"),
    [
        (
            "---\nmunicipality: Kvitsund\n---\n",
            "a.md: There is no municipality “Kvitsund” in this project.",
            "Did you mean Kvistsund?",
        ),
        (
            "",
            "a.md: it does not say which municipality it is from, and its folder “inbox” is none.",
            "Say it with: workbench import --municipality NAME PATH",
        ),
    ],
)
def test_an_unknown_municipality_leaves_nothing(
    kvistsund: Store, tmp_path: Path, head: str, message: str, hint: str
) -> None:
    with pytest.raises(WorkbenchError) as refused:
        imported(kvistsund, written(tmp_path / "inbox", "a.md", head + WORDS))
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert sources(kvistsund) == []


def test_an_unknown_municipality_may_be_added(kvistsund: Store, tmp_path: Path) -> None:
    given = Given("Brændlyng", new_municipalities=True)
    imported(kvistsund, written(tmp_path, "a.md"), given)
    imported(kvistsund, written(tmp_path, "b.md", "**Ung:** Andet.\n"), Given("BRÆNDLYNG", new_municipalities=True))
    assert [one.name for one in municipalities(kvistsund)] == ["Brændlyng", "Kvistsund"]


@pytest.mark.parametrize("month", ["2026", "2026-13", "marts"])
def test_a_month_that_is_none(month: str) -> None:
    with pytest.raises(UsageError) as refused:
        Given(month=month)
    assert refused.value.message == f"“{month}” is no month; write it as 2026-03."


def test_a_full_disk_leaves_nothing_of_the_file(kvistsund: Store, tmp_path: Path) -> None:
    file = written(tmp_path / "Kvistsund", "a.md", "\n\n".join(f"**Ung:** Plan nummer {n}." for n in range(5000)))
    pages = kvistsund.query("PRAGMA page_count")[0]["page_count"]
    kvistsund.query(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(StoreError) as refused:
        imported(kvistsund, file)
    assert refused.value.message == "The disk is full; what you did just now was not stored."
    assert sources(kvistsund) == []
    assert [kvistsund.db[table].count for table in ("original", "speaker", "turn", "turn_search")] == [0, 0, 0, 0]
    assert check(kvistsund).faults == ()
    kvistsund.query("PRAGMA max_page_count = 1000000")
    assert imported(kvistsund, file).source.turns == 5000


SURVEY = "Nr;Kommune;Hvad virker i hverdagen?;Hvad mangler?\n1;Kvistsund;Det ved jeg ikke;Det ved jeg ikke\n"
ROW = "2;Kvistsund;Det ved jeg ikke;\n"


def test_the_same_answer_by_two_people_is_two_sources(kvistsund: Store, tmp_path: Path) -> None:
    made = import_file(kvistsund, written(tmp_path, "svar.csv", SURVEY + ROW))
    assert [(one.source.name, one.duplicate) for one in made] == [
        ("svar-1-1", False),
        ("svar-1-2", False),
        ("svar-2-1", False),
    ]
    assert {one.source.kind for one in made} == {SourceKind.SURVEY}
    assert [one.text for one in passages(kvistsund, made[2].source.revision)] == ["Det ved jeg ikke"]


def test_a_survey_imported_twice_stores_nothing_new(kvistsund: Store, tmp_path: Path) -> None:
    first = import_file(kvistsund, written(tmp_path, "svar.csv", SURVEY + ROW))
    again = import_file(kvistsund, tmp_path / "svar.csv")
    assert [(one.source, one.duplicate) for one in again] == [(one.source, True) for one in first]
    more = import_file(kvistsund, written(tmp_path, "svar.csv", f"{SURVEY}{ROW}3;Kvistsund;Hun svarer altid mig;\n"))
    assert [(one.source.name, one.duplicate) for one in more] == [
        ("svar-1-1", True),
        ("svar-1-2", True),
        ("svar-2-1", True),
        ("svar-3-1", False),
    ]
    assert len(sources(kvistsund)) == 4


def test_two_surveys_of_one_name_keep_their_own_answers(kvistsund: Store, tmp_path: Path) -> None:
    new_municipality(kvistsund, "Brændlyng")
    import_file(kvistsund, written(tmp_path / "a", "svar.csv", SURVEY))
    other = written(tmp_path / "b", "svar.csv", SURVEY.replace("Kvistsund", "Brændlyng"))
    stored = [(one.source.name, one.source.municipality_name, one.duplicate) for one in import_file(kvistsund, other)]
    assert stored == [("svar-1-1-2", "Brændlyng", False), ("svar-1-2-2", "Brændlyng", False)]
    again = [(one.source.name, one.duplicate) for one in import_file(kvistsund, other)]
    assert again == [("svar-1-1-2", True), ("svar-1-2-2", True)]


def test_one_row_of_an_unknown_municipality_leaves_nothing_of_a_survey(kvistsund: Store, tmp_path: Path) -> None:
    file = written(tmp_path, "svar.csv", SURVEY + ROW.replace("Kvistsund", "Nørrekær"))
    with pytest.raises(WorkbenchError) as refused:
        import_file(kvistsund, file)
    assert refused.value.message == "svar.csv: There is no municipality “Nørrekær” in this project."
    assert sources(kvistsund) == []


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("S01=youth", SpeakerProfile("S01", role="youth")),
        ("Lis  Holm=manager:KV-L1", SpeakerProfile("Lis Holm", role="manager", pseudonym="KV-L1")),
        ("S01=youth:KV-U1:15-24", SpeakerProfile("S01", role="youth", pseudonym="KV-U1", age_group=AgeGroup.YOUNG)),
        ("S01=respondent", SpeakerProfile("S01")),
        ("a=b=Interviewer", SpeakerProfile("a=b", talk_role=TalkRole.INTERVIEWER)),
    ],
)
def test_a_speaker_is_given(text: str, profile: SpeakerProfile) -> None:
    assert speaker_given(text) == profile


def test_an_age_group_that_is_none() -> None:
    with pytest.raises(UsageError) as refused:
        speaker_given("S01=youth:KV-U1:15-25")
    assert refused.value.message == "“15-25” is no age group; expected one of 13-15, 15-24, 25-30."


@pytest.mark.parametrize("text", ["S01", "=youth", "S01=", "S01=:U1", ""])
def test_a_speaker_that_is_not_said(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        speaker_given(text)
    assert refused.value.message == f"“{text}” does not say who speaks."
    assert refused.value.hint == 'Write it as: --speaker "S01=caseworker:KV-S1"'
