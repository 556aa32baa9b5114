"""The programs people transcribe with, each with its own ways, as small as they come."""

from pathlib import Path

import pytest

from tests.exchange.files import declaring, said, timed, written
from tests.exchange.test_documents import run, runs, word
from tests.exchange.writers.documents import rtf
from workbench.exchange import read
from workbench.exchange.page import Said
from workbench.exchange.shapes.pieces import joined

NOSCRIBE = (
    '<html><head><meta name="audio_source" content="./x.mp3" /></head><body>'
    '<p style="font-weight: 600">x</p><p><span>Transcribed with noScribe vers. 0.7<br />(Language: da)</span></p>'
)


def test_noscribe_talk_over_another_is_a_turn_inside_a_turn(tmp_path: Path) -> None:
    page = (
        f'{NOSCRIBE}<p ><a name="ts_12140_22800_S01" >S01: <span style="color: #78909C" >[00:00:12]</span> Goddag.</a>'
        '<a name="ts_22800_24360_S01" > (..)</a><a name="ts_30090_30910_//S02" > //S02: Hvor dejligt.</a>'
        '<a name="ts_31870_33510_S01" >// Hun sagde: kom [00:00:32] ind / eller // ud.</a></p>'
        '<p ><a name="ts_34000_35000_S02" >S02: Ja.</a></p></body></html>'
    )
    assert timed(tmp_path, "a.html", page) == [
        ("S01", "Goddag. (..)", 12.14, 24.36),
        ("S02", "Hvor dejligt.", 30.09, 30.91),
        ("S01", "Hun sagde: kom ind / eller // ud.", 31.87, 33.51),
        ("S02", "Ja.", 34.0, 35.0),
    ]


def test_noscribe_names_changed_and_words_typed_in_its_editor(tmp_path: Path) -> None:
    page = (
        f'{NOSCRIBE}<p ><a name="ts_0_1000_S01" >Lis Holm: Goddag.</a> Og velkommen.</p>'
        '<p >Det glemte den.</p><p ><a name="ts_2000_3000_S01" >Per: Ja.</a><a name="ts_3000_4000_S01" > Nå.</a></p>'
        '<p ><b><a name="ts_5000_6000_S00" >Lis Holm: Slut.</a></b></p></body></html>'
    )
    assert timed(tmp_path, "a.html", page) == [
        ("Lis Holm", "Goddag. Og velkommen. Det glemte den.", 0.0, 1.0),
        ("Per", "Ja. Nå.", 2.0, 4.0),
        ("Lis Holm", "Slut.", 5.0, 6.0),
    ]


def test_noscribe_without_voices(tmp_path: Path) -> None:
    page = f'{NOSCRIBE}<p ><a name="ts_0_1000_" >Hun sagde: nej.</a><a name="ts_1000_2000_" > Ja.</a></p></body></html>'
    assert timed(tmp_path, "a.html", page) == [("", "Hun sagde: nej. Ja.", 0.0, 2.0)]


@pytest.mark.parametrize("began", ["startede transskription", "har startet transskription", "started transcription"])
def test_teams_document_in_danish_and_english(tmp_path: Path, began: str) -> None:
    lines = ["Møde-20260615_133555-Mødetransskription", "15. juni 2026, 13.35", "27m 42s", f"Åse Ærø {began}"]
    second = "Per (Gæst)\u00a0\u00a0\u00a01:02:03"
    talk = ["Åse Ærø   0:03", "Hun sagde: nej.", "Og så gik hun.", second, "Ja, kl. 10:30."]
    raw = word("".join(runs(run(line)) for line in (*lines, *talk)))
    assert timed(tmp_path, "a.docx", raw) == [
        ("Åse Ærø", "Hun sagde: nej. Og så gik hun.", 3.0, None),
        ("Per (Gæst)", "Ja, kl. 10:30.", 3723.0, None),
    ]
    first = runs(run("Åse Ærø   0:03"), "<w:r><w:br/></w:r>", run("Ja."))
    broken = word(first + runs(run("Per   0:09"), run("")) + runs(run("Nå.")))
    assert timed(tmp_path, "b.docx", broken) == [("Åse Ærø", "Ja.", 3.0, None), ("Per", "Nå.", 9.0, None)]


def test_teams_subtitles_with_several_voices_in_a_cue(tmp_path: Path) -> None:
    raw = (
        "WEBVTT\n\nb6e0c4f2-0000-4000-8000-000000000001/12-0\n0:0:0.0 --> 0:0:0.570\n"
        "<v Åse Ærø>Ja.</v>\n<v Per>Nå, og\nså?</v>\n"
        "\n00:00:00.500 --> 00:00:02.000\n<v Per>R&amp;D.</v>\n"
    )
    assert timed(tmp_path, "a.vtt", raw) == [("Åse Ærø", "Ja.", 0.0, 0.57), ("Per", "Nå, og så? R&D.", 0.0, 2.0)]


def test_zoom_leaves_the_name_out_while_somebody_goes_on(tmp_path: Path) -> None:
    cues = ["Dora Møller (SL): Goddag.", "og velkommen: alle.", "Per: Tak.", "Dora Møller (SL): Nå.", "Per: Ja."]
    raw = "WEBVTT\n" + "".join(f"\n{n}\n00:00:0{n}.000 --> 00:00:0{n}.900\n{cue}\n" for n, cue in enumerate(cues, 1))
    assert timed(tmp_path, "a.vtt", raw) == [
        ("Dora Møller (SL)", "Goddag. og velkommen: alle.", 1.0, 2.9),
        ("Per", "Tak.", 3.0, 3.9),
        ("Dora Møller (SL)", "Nå.", 4.0, 4.9),
        ("Per", "Ja.", 5.0, 5.9),
    ]


def test_names_above_the_words_of_a_cue(tmp_path: Path) -> None:
    raw = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n(Lis Holm)\nGoddag.\n\n00:02.000 --> 00:03.000\nog velkommen.\n(griner)\n\n"
        "00:03.000 --> 00:04.000\n- (Per)\n- Ja.\n- (Lis Holm)\n- Nå.\n\n00:04.000 --> 00:05.000\n(Per)\n(griner)\n"
    )
    assert timed(tmp_path, "a.vtt", raw) == [
        ("Lis Holm", "Goddag. og velkommen. (griner)", 1.0, 3.0),
        ("Per", "Ja.", 3.0, 4.0),
        ("Lis Holm", "Nå.", 3.0, 4.0),
        ("Per", "(griner)", 4.0, 5.0),
    ]


def test_subtitles_of_plain_whisper_have_turns_by_pauses(tmp_path: Path) -> None:
    raw = (
        "1\n00:00:01,000 --> 00:00:02,000\nJa, det\n2\n00:00:02,000 --> 00:00:03,000\nvar sådan.\n\n"
        "3\n00:00:05,000 --> 00:00:06,000\nNå.\n"
    )
    assert timed(tmp_path, "a.srt", raw) == [("", "Ja, det var sådan.", 1.0, 3.0), ("", "Nå.", 5.0, 6.0)]


def test_f4_marks_end_a_turn_and_dresing_pehl_signs_are_words(tmp_path: Path) -> None:
    talk = (
        "I: Hvorfor?\nB: Gerne (.) (lacht) //ja// abge/ (12) (unv.). #00:01:02-5#\n"
        "I: Nå. #00:01:05-0#\nB: Ja.\nI: Slut."
    )
    known = [
        ("I", "Hvorfor?", None, None),
        ("B", "Gerne (.) (lacht) //ja// abge/ (12) (unv.).", None, 62.5),
        ("I", "Nå.", 62.5, 65.0),
        ("B", "Ja.", 65.0, None),
        ("I", "Slut.", None, None),
    ]
    assert timed(tmp_path, "a.txt", talk) == known
    assert timed(tmp_path, "a.rtf", rtf(talk)) == known


def test_a_colon_without_a_space_names_whoever_is_known(tmp_path: Path) -> None:
    assert said(tmp_path, "a.txt", "I:Hvorfor?\nB:Ja.", declaring("I", "B")) == [("I", "Hvorfor?"), ("B", "Ja.")]
    assert said(tmp_path, "a.txt", "I: Hvorfor?\nB: Ja.\nI:Nå?\nB: Nej.") == [
        ("I", "Hvorfor?"),
        ("B", "Ja."),
        ("I", "Nå?"),
        ("B", "Nej."),
    ]


def test_maxqda_times_stand_before_names(tmp_path: Path) -> None:
    raw = "00:03:40.5Zack: Hej 2.\n\n00:03:41.0Lis: Ja.\n\n00:03:42.0Zack: Nå.\n\n00:04:00.0Lis: Nej."
    assert timed(tmp_path, "a.txt", raw) == [
        ("Zack", "Hej 2.", 220.5, None),
        ("Lis", "Ja.", 221.0, None),
        ("Zack", "Nå.", 222.0, None),
        ("Lis", "Nej.", 240.0, None),
    ]


def test_atrain_both_ways(tmp_path: Path) -> None:
    lines = "Transcription for x\n\nSPEAKER_00\n[00:00:01] - Ja.\n[00:00:04] - Nå.\n\nSPEAKER_01\n[00:00:06] - Nej.\n"
    known = [("SPEAKER_00", "Ja. Nå.", 1.0, None), ("SPEAKER_01", "Nej.", 6.0, None)]
    assert timed(tmp_path, "a.txt", lines) == known
    assert timed(tmp_path, "b.txt", lines.replace("Ja.\n", "Ja. ").replace("SPEAKER_01\n", "SPEAKER_01 ")) == known


def test_times_inside_turns_are_not_said(tmp_path: Path) -> None:
    raw = (
        "Speaker 1: [00:00:05] Ja, det [00:00:09] var.\nSpeaker 2: (0:12) Nå.\n"
        "Speaker 1: Ja #0:15# ja.\nSpeaker 2: Nej."
    )
    assert timed(tmp_path, "a.txt", raw) == [
        ("Speaker 1", "Ja, det var.", 5.0, None),
        ("Speaker 2", "Nå.", 12.0, None),
        ("Speaker 1", "Ja ja.", None, None),
        ("Speaker 2", "Nej.", None, None),
    ]


def test_times_without_names_begin_turns(tmp_path: Path) -> None:
    assert timed(tmp_path, "a.txt", "[00:00:05] Ja, det\nvar.\n[00:00:09] Nå.\n\nUden tid.") == [
        ("", "Ja, det var.", 5.0, None),
        ("", "Nå.", 9.0, None),
        ("", "Uden tid.", None, None),
    ]


@pytest.mark.parametrize(
    "heading",
    ["Lis Holm  0:05", "Lis Holm\t0:05", "Lis Holm (0:05)", "Lis Holm 0:05", "[0:05] - Lis Holm", "(0:05) Lis Holm:"],
)
def test_headings_of_every_program(tmp_path: Path, heading: str) -> None:
    other = heading.replace("Lis Holm", "Per")
    raw = f"{heading}\nVi ses (10:30)\n\n{other}\nJa.\n\n{heading}\nNå.\n\n{other}\nNej."
    assert timed(tmp_path, "a.txt", raw) == [
        ("Lis Holm", "Vi ses (10:30)", 5.0, None),
        ("Per", "Ja.", 5.0, None),
        ("Lis Holm", "Nå.", 5.0, None),
        ("Per", "Nej.", 5.0, None),
    ]


def test_danish_markdown_with_two_spaces_at_the_end(tmp_path: Path) -> None:
    other = "Informant 2 (Teknisk ansvarlig)"
    raw = f"# Interview\n\nInterviewer: Hvad er det?  \n{other}: Det er det.  \n{other}: Ja.  \n"
    assert said(tmp_path, "a.md", raw) == [
        ("Interviewer", "Hvad er det?"),
        ("Informant 2 (Teknisk ansvarlig)", "Det er det."),
        ("Informant 2 (Teknisk ansvarlig)", "Ja."),
    ]


def test_whisper_cpp_counts_in_milliseconds(tmp_path: Path) -> None:
    first, second = '"offsets": {"from": 500, "to": 1500}', '"offsets": {"from": 1500, "to": 2000}'
    raw = f'{{"transcription": [{{{first}, "text": " Ja."}}, {{{second}, "text": " Nå."}}]}}'
    assert timed(tmp_path, "a.json", raw) == [("", "Ja. Nå.", 0.5, 2.0)]


def test_brackets_at_the_start_of_a_text_are_not_json(tmp_path: Path) -> None:
    assert said(tmp_path, "a.txt", "[Ung] Ja.\n\n[Lis] Nå.\n\n[Ung] Nej.\n\n[Lis] Jo.")[0] == ("Ung", "Ja.")
    curly = "{Ung} Ja.\n{Lis} Nå.\n{Ung} Ja.\n{Lis} Ja."
    assert read(written(tmp_path, "b.txt", curly)).transcript.speakers == ("Ung", "Lis")


@pytest.mark.parametrize(
    ("pieces", "known"),
    [
        ([Said("A", "Ja", 0, 1), Said("A", "nå.", 9, 10)], [Said("A", "Ja nå.", 0, 10)]),
        ([Said("", "Ja.", 0, 1), Said("", "Nå.", 2.4, 3)], [Said("", "Ja. Nå.", 0, 3)]),
        ([Said("", "Ja.", 0, 1), Said("", "Nå.", 2.5, 3)], [Said("", "Ja.", 0, 1), Said("", "Nå.", 2.5, 3)]),
        ([Said("", "Ja", 0, 1), Said("", "Nå.", 9, 10)], [Said("", "Ja Nå.", 0, 10)]),
        ([Said("", "Ja.”"), Said("", "Nå.")], [Said("", "Ja.”"), Said("", "Nå.")]),
        ([Said("A", "Ja.", 0, 5), Said("A", "Nå.", 1, 2)], [Said("A", "Ja. Nå.", 0, 5)]),
        (
            [Said("A", "Ja."), Said("B", "Nå."), Said("A", "Jo.")],
            [Said("A", "Ja."), Said("B", "Nå."), Said("A", "Jo.")],
        ),
        ([], []),
    ],
)
def test_pieces_become_turns(pieces: list[Said], known: list[Said]) -> None:
    assert list(joined(pieces)) == known
