"""Every sample is read as it was written: golden/ holds what its author put into the file, turn by turn."""

import csv
import math
from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench import config
from workbench.exchange import Reading, read, transcript_files
from workbench.model import Turn

GOLDEN = Path(__file__).parent / "golden"
Row = tuple[str, int, str, float | None, float | None]
"""Label, code points, first words, start and end."""

FORMATS = {
    "kvistsund/fokusgruppe-medarbejdere.md": ("text", "labels", "utf-8", "untimed"),  # **Lærer:** …
    "kvistsund/interview-leder.docx": ("docx", "table", "utf-8", "second"),  # a table: time, speaker, words
    "kvistsund/ungerejse-a.txt": ("text", "labels", "cp1252", "untimed"),  # Ung: …, from an old Windows machine
    "braendlyng/fokusgruppe-ungeenheden.rtf": ("rtf", "labels", "utf-8", "untimed"),
    "braendlyng/interview-ungeguide.txt": ("text", "labels", "utf-8", "second"),  # noScribe: S01: [00:00:12] …
    "braendlyng/ungerejse-b.txt": ("text", "headings", "utf-8", "second"),  # aTrain
    "ravnstroem/fokusgruppe-ungeindsatsen.docx": ("docx", "headings", "utf-8", "second"),  # Teams
    "ravnstroem/interview-afdelingsleder.vtt": ("text", "cues", "utf-8", "whole"),  # Zoom
    "ravnstroem/referat-styregruppe.docx": ("docx", "labels", "utf-8", "untimed"),
    "ravnstroem/ungerejse-c.html": ("html", "pieces", "utf-8", "whole"),  # noScribe
    "havrevig/fokusgruppe-raadhuset.txt": ("text", "labels", "utf-8", "tenth"),  # MAXQDA: 00:03:40.5Lærer: …
    "havrevig/interview-mor.srt": ("text", "cues", "utf-8", "whole"),
    "havrevig/referat-netvaerksmoede.md": ("text", "labels", "utf-8", "untimed"),
    "tjoernefjord/fokusgruppe-skole-og-job.vtt": ("text", "cues", "utf-8", "whole"),  # (Lærer) above the words
    "tjoernefjord/interview-sagsbehandler.txt": ("text", "labels", "utf-8", "ends"),  # f4: … #00:01:02-5#
    "tjoernefjord/ungerejse-d.json": ("json", "pieces", "utf-8", "whole"),  # aTrain
    "graaskaer/fokusgruppe-ungeguider.vtt": ("text", "cues", "utf-8", "whole"),  # Teams: <v Name>…</v>
    "graaskaer/interview-misbrugskonsulent.odt": ("odt", "labels", "utf-8", "untimed"),
    "graaskaer/lyddagbog.json": ("json", "pieces", "utf-8", "whole"),  # Whisper, which tells no voices apart
    "graaskaer/ungerejse-e.vtt": ("text", "cues", "utf-8", "whole"),  # noScribe: <v S01>…
    "surveys/survey-fagpersoner.csv": ("csv", "survey", "utf-8-sig", ""),
    "surveys/survey-unge.xlsx": ("xlsx", "survey", "utf-8", ""),
}
"""Of every sample: what the file is, how it names speakers, its encoding, and how much of the times it holds."""
TRANSCRIPTS = [name for name in FORMATS if not name.startswith("surveys/")]


@dataclass(frozen=True)
class Written:
    """A line of golden/."""

    label: str
    start: float
    end: float
    letters: int
    begins: str


def samples() -> Path:
    """The folder they are in."""
    return config.shipped("transcripts")


def golden(name: str) -> list[Written]:
    """What was written into a sample."""
    file = GOLDEN / f"{name.partition('.')[0].replace('/', '-')}.tsv"
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    return [Written(label, float(start), float(end), int(count), begins) for label, start, end, count, begins in rows]


def floor(seconds: float, digits: int) -> float:
    """Cut off at so many digits, as programs do."""
    return float(math.floor(round(seconds * 1000) / 10 ** (3 - digits)) / 10**digits)


def expected(rows: list[Written], precision: str) -> list[Row]:
    """What can be read from a file that holds times to this precision."""
    every: dict[str, list[tuple[float | None, float | None]]] = {
        "untimed": [(None, None) for _ in rows],
        "second": [(floor(one.start, 0), None) for one in rows],
        "tenth": [(floor(one.start, 1), None) for one in rows],
        "ends": [
            (floor(before.end, 1) if before else None, floor(one.end, 1))
            for before, one in zip([None, *rows], rows, strict=False)
        ],
        "whole": [(one.start, one.end) for one in rows],
    }
    times = every[precision]
    return [(one.label, one.letters, one.begins, start, end) for one, (start, end) in zip(rows, times, strict=True)]


def found(reading: Reading) -> list[Row]:
    """What was read."""
    text = reading.transcript.text

    def row(turn: Turn) -> Row:
        said = turn.place.of(text)
        return turn.speaker, len(said), " ".join(said.split()[:4]), turn.from_seconds, turn.to_seconds

    return [row(turn) for turn in reading.transcript.turns]


def test_every_sample_is_looked_at() -> None:
    assert sorted(str(file.relative_to(samples())) for file in transcript_files(samples())) == sorted(FORMATS)
    stems = {name.partition(".")[0].replace("/", "-") for name in TRANSCRIPTS}
    assert {file.stem for file in GOLDEN.iterdir()} == stems


@pytest.mark.parametrize(("name", "known"), FORMATS.items())
def test_what_a_sample_is(name: str, known: tuple[str, str, str, str]) -> None:
    reading = read(samples() / name)
    assert (reading.kind.value, reading.format, reading.encoding) == known[:3]
    assert reading.certain is (known[2] != "cp1252")
    assert reading.candidates[0][0] == known[1]


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_turns_are_what_was_written(name: str) -> None:
    assert found(read(samples() / name)) == expected(golden(name), FORMATS[name][3])


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_a_sample_says_where_it_is_from_and_what_was_agreed_to(name: str) -> None:
    reading = read(samples() / name)
    about = reading.transcript.profile
    assert about.municipality
    assert about.title
    assert about.consent == {"quote", "share", "suggest"}
    assert set(reading.transcript.speakers) <= {one.label for one in about.speakers}
    assert all(one.shown == "" for one in about.speakers)


def test_the_windows_sample_has_its_line_ends() -> None:
    raw = (samples() / "kvistsund" / "ungerejse-a.txt").read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") > 100
    assert "\r" not in read(samples() / "kvistsund" / "ungerejse-a.txt").transcript.text


def cells(name: str) -> list[list[str]]:
    """The rows of a survey, by other means than the reader's."""
    file = samples() / "surveys" / name
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as opened:
            return list(csv.reader(opened, delimiter=";"))
    from openpyxl import load_workbook

    book = load_workbook(file)
    return [
        ["" if cell is None else str(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)
    ]


@pytest.mark.parametrize(
    ("name", "questions", "answers"), [("survey-fagpersoner.csv", [4, 5, 6], 41), ("survey-unge.xlsx", [4, 5], 19)]
)
def test_every_open_answer_of_a_survey_is_a_source(name: str, questions: list[int], answers: int) -> None:
    heads, *rows = cells(name)
    stem = name.partition(".")[0]
    written = [
        (f"{stem}-{number}-{nth}", row[1], f"{' '.join(heads[at].split())}\n{' '.join(row[at].split())}")
        for number, row in enumerate(rows, 1)
        for nth, at in enumerate(questions, 1)
        if row[at].strip()
    ]
    sources = read(samples() / "surveys" / name).transcripts
    assert [(one.name, one.profile.municipality, one.text) for one in sources] == written
    assert len(written) == answers
    assert {tuple(one.speakers) for one in sources} == {("Spørgsmål", "Svar")}
