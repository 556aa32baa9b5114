"""What a file says about itself is read whole, or every fault is named with its line."""

import pytest

from workbench.errors import InvalidFileError
from workbench.exchange.metadata import profile, split_front_matter
from workbench.model import AgeGroup, SourceKind, SourceProfile, SpeakerProfile, TalkRole, Transcription

WHOLE = """
title: Fokusgruppe 1
municipality: Kvistsund
kind: focus_group
transcription: verbatim
month: 2026-03
phase: 2
centre: Børn og Unge
minutes: 58
lead_coder: Maja
legal_basis: consent
consent: [quote, suggest]
erase_by: 2027-01-31
speakers:
  Interviewer:
  Leder: {role: manager, pseudonym: KV-L1, centre: Jobcenter, age_group: 25-30}
  Ida: {label: Leder 2, talk_role: interviewer}
"""


def faults(text: str, **given: int) -> list[str]:
    """The lines of the refusal."""
    with pytest.raises(InvalidFileError) as refused:
        profile(text, "fg1.md", **given)
    assert refused.value.hint == "Mend the file in a text editor and try again; nothing was changed."
    return refused.value.message.split("\n")


def test_every_key_is_read() -> None:
    assert profile(WHOLE, "fg1.md") == SourceProfile(
        municipality="Kvistsund",
        title="Fokusgruppe 1",
        kind=SourceKind.FOCUS_GROUP,
        transcription=Transcription.VERBATIM,
        month="2026-03",
        phase="2",
        centre="Børn og Unge",
        minutes=58,
        lead_coder="Maja",
        legal_basis="consent",
        consent=frozenset({"quote", "suggest"}),
        erase_by="2027-01-31",
        speakers=(
            SpeakerProfile("Interviewer", talk_role=TalkRole.INTERVIEWER),
            SpeakerProfile(
                "Leder", pseudonym="KV-L1", role="manager", centre="Jobcenter", age_group=AgeGroup.YOUNG_ADULT
            ),
            SpeakerProfile("Ida", shown="Leder 2", talk_role=TalkRole.INTERVIEWER),
        ),
        said=frozenset(line.split(":")[0] for line in WHOLE.strip().split("\n")[:12]),
    )


def test_minutes_are_nobodys_own_words() -> None:
    assert profile("kind: minutes", "r.md") == SourceProfile(
        kind=SourceKind.MINUTES, transcription=Transcription.MINUTES, said=frozenset({"kind"})
    )


def test_no_consent_said_is_told_from_nothing_said() -> None:
    assert profile("consent: []", "r.md") == SourceProfile(said=frozenset({"consent"}))
    assert profile("consent:", "r.md") == SourceProfile()


def test_every_fault_is_named_at_once_with_its_line() -> None:
    text = """monht: 2026-03
kind: fokusgruppe
month: 2026-13
minutes: en time
consent: [quotes]
erase_by: snart
title: [a]
speakers:
  Ung: {role: caseworkr, age_group: 16, pseudonim: U1}
  Leder: chef
title: igen
"""
    assert faults(text, first_line=2) == [
        "fg1.md, line 2: “monht” is not known; expected: month",
        "fg1.md, line 3: kind should be one of focus_group, interview, youth_journey, minutes, survey, document",
        "fg1.md, line 4: month should be a month such as 2026-03; a day would tell too much",
        "fg1.md, line 5: minutes should be a whole number of minutes",
        "fg1.md, line 6: consent should be a list of quote, share, suggest",
        "fg1.md, line 7: erase_by should be a day such as 2027-01-31",
        "fg1.md, line 10: speakers > Ung > age_group should be one of 13-15, 15-24, 25-30",
        "fg1.md, line 10: speakers > Ung > role should be a role (Known: caseworker)",
        "fg1.md, line 10: “pseudonim” is not known; expected: pseudonym",
        "fg1.md, line 11: speakers > Leder should be what is known of the speaker, such as {role: caseworker}",
        "… and 1 more fault",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("hej", "fg1.md, line 1: the metadata should be lines of the form “key: value”"),
        ("- a\n- b", "fg1.md, line 1: the metadata should be lines of the form “key: value”"),
        ("title: a: b", "fg1.md, line 1: column 9: a colon inside a text; put the text in quotation marks"),
        ("title: a\n\tphase: 2", "fg1.md, line 2: a tab at the start of the line; indent with spaces"),
        ("speakers: [Ung]", "fg1.md, line 1: speakers should be the speakers' labels, each with what is known of them"),
        (
            "title: !!python/object:os.system x",
            "fg1.md, line 1: the tag tag:yaml.org,2002:python/object:os.system; only plain values are read",
        ),
        ("month: 2026-03-14", "fg1.md, line 1: month should be a month such as 2026-03; a day would tell too much"),
        ("erase_by: 2027-02-30", "fg1.md, line 1: erase_by should be a day such as 2027-01-31"),
        ("phase: 1\nphase: 2", "fg1.md, line 2: “phase” is given twice"),
        ("consent: quote", "fg1.md, line 1: consent should be a list of quote, share, suggest"),
    ],
)
def test_one_fault(text: str, fault: str) -> None:
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\ntitle: A\n---\nUng: hej", ("title: A\n", "Ung: hej", 2)),
        ("\n\n---  \ntitle: A\n---\n\nUng: hej", ("title: A\n", "\nUng: hej", 4)),
        ("---\n---\nUng: hej", ("", "Ung: hej", 2)),
        ("Ung: hej\n---\nx", ("", "Ung: hej\n---\nx", 0)),
        ("---\n\nUng: hej\n", ("", "---\n\nUng: hej\n", 0)),
        ("---\nInterviewer: hej?\nUng: ja\n", ("", "---\nInterviewer: hej?\nUng: ja\n", 0)),
    ],
)
def test_front_matter_is_told_from_the_talk(text: str, parts: tuple[str, str, int]) -> None:
    assert split_front_matter(text, "fg1.md") == parts


@pytest.mark.parametrize("text", ["---\ntitle: A\n\nUng: hej", "\n---\n# note\nkonsent: x\nmonth: 2026-03\n\nUng: hej"])
def test_front_matter_that_is_never_closed_is_refused(text: str) -> None:
    with pytest.raises(InvalidFileError) as refused:
        split_front_matter(text, "fg1.md")
    line = 1 + (len(text) - len(text.lstrip("\n")))
    assert refused.value.message == f"fg1.md, line {line}: the front matter is not closed by a line of ---"
