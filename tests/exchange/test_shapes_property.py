"""Whatever is said, and whichever program wrote it down: what is read is what was said, by whom and when."""

import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.files import Timed, declaring, timed
from tests.exchange.writers import Talk, documents, line_shapes, subtitles, turn
from tests.exchange.writers.documents import docx_table
from workbench.exchange import AS_FOUND, Asked
from workbench.exchange.page import Said

CASTS = (
    ("Interviewer", "Ung"),
    ("I", "B"),
    ("S00", "S01"),
    ("Int", "Resp. 1", "Resp. 2"),
    ("Åse Ærø-Lindegård", "Østen Sørbæk", "Per"),
    ("Interviewer", "Informant 2 (Teknisk ansvarlig)", "UU-vejleder"),
    ("Moderator", "FGU-lærer", "Jobkonsulent 1", "Jobkonsulent 2"),
)
PHRASES = (
    "Ja.",
    "Nå, jamen øh (.) det ved jeg ikke.",
    "(lacht)",
    "Det var ligesom // altså // en pause",
    "„Så gå dog hjem“, sagde hun!",
    "«Kommer du?» spurgte hun;",
    "[pause]",
    "Vi mødtes klokken 10:30 ved bussen;",
    "Jeg fik 12 mails på 3 dage …",
    "🙂 👩‍🚀 fedt",
    "Æbler, øl og ål – 100 % rigtigt?",
    "R&D-afdelingen <3 os",
    "det er a/b-test, kr. 1.250,50",
    "(uforståeligt) måske",
    "Altså det blev bare ved og ved, og til sidst sagde jeg til min ungeguide, at nu måtte det altså være nok.",
)
ASIDES = ("Hun sagde: nej tak.", "Jeg spurgte så: „Kommer du?“")


@st.composite
def talks(draw: st.DrawFn) -> Talk:
    """Two to eight turns, each by somebody else than the one before: pieces of one speaker in a row are one turn."""
    cast = draw(st.sampled_from(CASTS))
    found: Talk = []
    at = draw(st.integers(0, 7_300_000)) / 1000
    # A phrase before a colon that begins two lines is a label by its shape, so one such is said at most once.
    quoted = draw(st.integers(0, 7))
    for number in range(draw(st.integers(2, 8))):
        label = draw(st.sampled_from([one for one in cast if not found or one != found[-1].label]))
        words = draw(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4))
        if number == quoted:
            words.insert(draw(st.integers(0, len(words))), draw(st.sampled_from(ASIDES)))
        end = at + draw(st.integers(400, 90_000)) / 1000
        found.append(turn(label, " ".join(words), round(at, 3), round(end, 3)))
        at = round(end + draw(st.integers(0, 5_000)) / 1000, 3)
    return found


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for every generated file."""
    return tmp_path_factory.mktemp("shapes")


def floor(seconds: float | None, digits: int) -> float:
    """Cut off, as programs do, at so many digits."""
    return float(math.floor(round((seconds or 0) * 1000) / 10 ** (3 - digits)) / 10**digits)


def untimed(talk: Talk) -> list[Timed]:
    """What is left in a shape without times."""
    return [(one.label, one.text, None, None) for one in talk]


def second(talk: Talk) -> list[Timed]:
    """What is left where a turn has its first second."""
    return [(one.label, one.text, floor(one.start, 0), None) for one in talk]


def tenth(talk: Talk) -> list[Timed]:
    """What is left where a turn has its first tenth of a second."""
    return [(one.label, one.text, floor(one.start, 1), None) for one in talk]


def ends(talk: Talk) -> list[Timed]:
    """What is left where a turn has its last tenth, which is where the next one begins."""
    marks = [None, *(floor(one.end, 1) for one in talk)]
    return [(one.label, one.text, marks[number], marks[number + 1]) for number, one in enumerate(talk)]


def whole(talk: Talk) -> list[Timed]:
    """Everything."""
    return [(one.label, one.text, one.start, one.end) for one in talk]


KEPT: dict[str, Callable[[Talk], list[Timed]]] = {
    **dict.fromkeys(line_shapes(), untimed),
    **dict.fromkeys(("noscribe-txt", "teams", "otter", "happyscribe", "atrain"), second),
    "maxqda": tenth,
    "f4": ends,
}
STATED = frozenset({"bold", "at", "hash", "teams", "otter", "atrain"})
"""Shapes of lines that mark a speaker by signs; the others are told by names that come again."""
FEWER = settings(max_examples=max(4, settings().max_examples // 20))


def asked_for(talk: Talk, stated: bool) -> Asked:
    """Somebody who speaks once has to be named beforehand where only coming again makes a label of a name."""
    counted = Counter(one.label for one in talk)
    return AS_FOUND if stated or (min(counted.values()) > 1 and len(counted) > 1) else declaring(*counted)


@pytest.mark.parametrize("shape", line_shapes())
@given(talk=talks())
def test_lines_of_text(folder: Path, shape: str, talk: Talk) -> None:
    text = line_shapes()[shape](talk)
    assert timed(folder, "a.txt", text, asked_for(talk, shape in STATED)) == KEPT[shape](talk)


@pytest.mark.parametrize("document", documents())
@pytest.mark.parametrize("shape", line_shapes())
@given(talk=talks())
@FEWER
def test_lines_in_documents(folder: Path, shape: str, document: str, talk: Talk) -> None:
    ending, writer = documents()[document]
    raw = writer(line_shapes()[shape](talk))
    assert timed(folder, f"a.{ending}", raw, asked_for(talk, shape in STATED)) == KEPT[shape](talk)


@pytest.mark.parametrize("shape", subtitles())
@given(talk=talks())
def test_subtitles_and_pieces(folder: Path, shape: str, talk: Talk) -> None:
    ending, writer = subtitles()[shape]
    stated = shape not in ("zoom-vtt", "srt", "stacked-vtt")
    assert timed(folder, f"a.{ending}", writer(talk), asked_for(talk, stated)) == whole(talk)


@pytest.mark.parametrize(("times", "kept"), [(True, second), (False, untimed)])
@given(talk=talks())
@FEWER
def test_tables(folder: Path, times: bool, kept: Callable[[Talk], list[Timed]], talk: Talk) -> None:
    assert timed(folder, "a.docx", docx_table(talk, times=times)) == kept(talk)


def test_the_clocks_here_are_not_the_readers() -> None:
    talk = [Said("I", "Ja.", 3723.456, 3725.999)]
    assert (second(talk), tenth(talk)) == ([("I", "Ja.", 3723.0, None)], [("I", "Ja.", 3723.4, None)])
    assert ends(talk) == [("I", "Ja.", None, 3725.9)]
