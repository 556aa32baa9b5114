"""What people say about a file before it is read."""

from pathlib import Path

import pytest

from tests.exchange.files import declaring, refusal, said, timed, written
from workbench.errors import UsageError
from workbench.exchange import AS_FOUND, Asked, format_label, read
from workbench.model import SpeakerProfile, TalkRole

TAGGED = "<Per>\tHej.\n<Bo>\tNå, og\nså videre.\n<Per> Ja."


def test_a_pattern_finds_speakers(tmp_path: Path) -> None:
    assert said(tmp_path, "a.txt", TAGGED, Asked(speaker_pattern=r"<(\w+)>\s*")) == [
        ("Per", "Hej."),
        ("Bo", "Nå, og så videre."),
        ("Per", "Ja."),
    ]


def test_a_pattern_sees_tabs_and_may_name_its_group(tmp_path: Path) -> None:
    asked = Asked(speaker_pattern=r"(?P<number>\d+)\t(?P<label>\w+)\t")
    assert said(tmp_path, "a.txt", "1\tPer\tHej  du.\n2\tBo\tNå.", asked) == [("Per", "Hej du."), ("Bo", "Nå.")]


def test_a_pattern_holds_in_subtitles(tmp_path: Path) -> None:
    raw = "WEBVTT\n\n00:01.000 --> 00:02.000\n>> PER | Hej.\n\n00:02.000 --> 00:03.000\n>> BO | Nå."
    asked = Asked(speaker_pattern=r">> (\w+) \| ")
    assert timed(tmp_path, "a.vtt", raw, asked) == [("PER", "Hej.", 1.0, 2.0), ("BO", "Nå.", 2.0, 3.0)]


@pytest.mark.parametrize(
    ("pattern", "message", "hint"),
    [
        ("<(", "“<(” is no pattern: missing ), unterminated subpattern at position 1.", ""),
        (
            r"^\w+:",
            r"The pattern “^\w+:” has no group for the speaker's name.",
            r"Put the name in brackets, as in: '^<(\w+)>\s*'",
        ),
    ],
)
def test_a_pattern_that_is_none(tmp_path: Path, pattern: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        Asked(speaker_pattern=pattern).checked()
    assert (refused.value.message, refused.value.hint) == (message, hint)
    file = written(tmp_path, "a.txt", TAGGED)
    assert refusal(file, Asked(speaker_pattern=pattern)) == (UsageError, message, hint)


def test_a_format_goes_before_what_was_found(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", "Ung: Ja.\n\nUng: Nej.")
    assert read(file).format == "labels"
    reading = read(file, Asked("plain"))
    assert (reading.format, reading.candidates) == ("plain", (("labels", 0.9), ("plain", 0.05)))
    assert said(tmp_path, "a.txt", "Ung: Ja.\n\nUng: Nej.", Asked("plain")) == [("", "Ung: Ja."), ("", "Ung: Nej.")]


@pytest.mark.parametrize("name", ["labels", "F4", "maxqda", "noscribe-txt", "word"])
def test_a_program_is_a_format(tmp_path: Path, name: str) -> None:
    assert read(written(tmp_path, "a.txt", "A: Ja.\n\nA: Nej."), Asked(name)).format == "labels"


def test_a_format_that_is_none_names_the_nearest(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", "Ung: Ja.")
    assert refusal(file, Asked("noscrib")) == (
        UsageError,
        "There is no format “noscrib”.",
        "Known: noscribe, noscribe-vtt, noscribe-txt.",
    )
    assert refusal(file, Asked("x" * 30))[2].startswith("Known: atrain, cues, easytranscript, f4, ")


def test_a_format_is_shown_in_words() -> None:
    assert format_label("f4") == "speakers named at the start of lines"
    assert format_label("survey") == "a survey, with one row for each who answered"


def test_who_is_named_beforehand_need_not_speak_twice(tmp_path: Path) -> None:
    raw = "Per: Hej.\n\nBo:Ja.\n\nHun sagde: nej."
    assert said(tmp_path, "a.txt", raw, AS_FOUND) == [("", "Per: Hej."), ("", "Bo:Ja."), ("", "Hun sagde: nej.")]
    assert said(tmp_path, "a.txt", raw, declaring("per", "Bo")) == [("per", "Hej."), ("Bo", "Ja. Hun sagde: nej.")]


def test_metadata_gives_a_speaker_another_label(tmp_path: Path) -> None:
    head = "---\nspeakers:\n  Lis Holm: {label: Leder, role: manager, pseudonym: L1}\n---\n"
    found = read(written(tmp_path, "a.txt", f"{head}LIS HOLM: Hej.\n\nPer: Ja.\n\nPer: Nå.")).transcript
    assert found.speakers == ("Leder", "Per")
    assert found.profile.speakers == (
        SpeakerProfile("Leder", pseudonym="L1", role="manager"),
        SpeakerProfile("Per"),
    )


def test_an_option_goes_before_metadata(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", "---\nspeakers:\n  S01: {role: youth}\n---\nS01: Hej.\n\nS00: Ja.\n\nS00: Nå.")
    asked = Asked(speakers={"s01": SpeakerProfile("S01", role="manager", pseudonym="L1")})
    assert read(file, asked).transcript.profile.speakers == (
        SpeakerProfile("S01", role="manager", pseudonym="L1"),
        SpeakerProfile("S00"),
    )
    asked = Asked(speakers={"s00": SpeakerProfile("S00", talk_role=TalkRole.INTERVIEWER)})
    assert [one.talk_role.value for one in read(file, asked).transcript.profile.speakers] == [
        "respondent",
        "interviewer",
    ]
