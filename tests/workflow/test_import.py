"""Import: a file becomes a source whole, or nothing of it is stored."""

import unicodedata
from pathlib import Path

import pytest

from workbench.errors import StoreError, UsageError, WorkbenchError
from workbench.model import SourceKind, Transcription
from workbench.store import Store, check, municipalities, passages, sources
from workbench.workflow.edit import new_municipality
from workbench.workflow.import_ import Given, import_file

WORDS = "**Interviewer:** Går det?\n\n**Ung:** Nå, på én måde.\n"


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


def test_a_file_becomes_a_source(kvistsund: Store, tmp_path: Path) -> None:
    file = written(tmp_path, "FG 1.md", f"---\nmunicipality: kvistsund\ntitle: Én\nconsent: [suggest]\n---\n{WORDS}")
    made = import_file(kvistsund, file)
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
    first = import_file(kvistsund, written(tmp_path / "Kvistsund", "fg1.md"))
    again = import_file(kvistsund, written(tmp_path / "Kvistsund", "fg2.txt", same))
    assert (again.source, again.duplicate) == (first.source, True)
    assert sources(kvistsund) == [first.source]


def test_two_files_of_one_name_become_two_sources(kvistsund: Store, tmp_path: Path) -> None:
    names = [
        import_file(kvistsund, written(tmp_path / part / "Kvistsund", "fg1.md", f"**Ung:** {part}.\n")).source.name
        for part in ("a", "b", "c")
    ]
    assert names == ["fg1", "fg1-2", "fg1-3"]


def test_options_fill_what_the_file_leaves_open(kvistsund: Store, tmp_path: Path) -> None:
    given = Given("Kvistsund", SourceKind.MINUTES, "2026-04", frozenset({"quote"}))
    made = import_file(kvistsund, written(tmp_path, "a.md"), given).source
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
    made = import_file(kvistsund, written(tmp_path, "a.md", head + WORDS), given).source
    assert (made.municipality_name, made.kind, made.month, made.consent) == (
        "Kvistsund",
        SourceKind.INTERVIEW,
        "2026-01",
        frozenset(),
    )


def test_the_folder_names_the_municipality_when_nothing_else_does(kvistsund: Store, tmp_path: Path) -> None:
    assert import_file(kvistsund, written(tmp_path / "KVISTSUND", "a.md")).source.municipality_name == "Kvistsund"


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
        import_file(kvistsund, written(tmp_path / "inbox", "a.md", head + WORDS))
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert sources(kvistsund) == []


def test_an_unknown_municipality_may_be_added(kvistsund: Store, tmp_path: Path) -> None:
    given = Given("Brændlyng", new_municipalities=True)
    import_file(kvistsund, written(tmp_path, "a.md"), given)
    import_file(kvistsund, written(tmp_path, "b.md", "**Ung:** Andet.\n"), Given("BRÆNDLYNG", new_municipalities=True))
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
        import_file(kvistsund, file)
    assert refused.value.message == "The disk is full; what you did just now was not stored."
    assert sources(kvistsund) == []
    assert [kvistsund.db[table].count for table in ("original", "speaker", "turn", "turn_search")] == [0, 0, 0, 0]
    assert check(kvistsund).faults == ()
    kvistsund.query("PRAGMA max_page_count = 1000000")
    assert import_file(kvistsund, file).source.turns == 5000
