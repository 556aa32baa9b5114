"""workbench review, line by line from a pipe: what is shown, what each key does, where it goes on."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import transcript
from tests.store.test_folders import foldered
from tests.workflow.made import suggest_by_hand
from workbench.codebook import Codebook
from workbench.model import Suggestion
from workbench.store import (
    Source,
    Store,
    add_codebook,
    add_source,
    quotes,
    replace_suggestions,
    stored_codes,
    undecided,
)

HEAD = "── Kvistsund · fg1 · passage {} · {} of 3 decided ──"
KEYS = "Enter later · b back · u undo · h help · q stop"


@pytest.fixture(autouse=True)
def with_suggestions(store: Store, talk: Source, project: Path) -> None:
    """Suggestions that a test knows."""
    suggest_by_hand(store, talk)


def codings(store: Store) -> list[tuple[int, str, str, bool]]:
    """Passage, code, valence and doubt of every coding."""
    return [(one.passage, one.code, one.valence.value, one.doubt) for one in quotes(store)]


def heads(out: str) -> list[str]:
    """The first line of every card."""
    return [line.rstrip("─ ") for line in out.splitlines() if line.startswith("──")]


def test_a_passage_is_shown_in_context_with_what_is_suggested_and_why(run: Run) -> None:
    done = run("review", "fg1", typed="q\n")
    assert (done.code, done.err) == (0, "")
    first = HEAD.format(2, 0)
    assert (
        done.out
        == f"""\
Read the passage beside the bar, then press a key; h explains the keys.

{first}{"─" * (100 - len(first))}
  Interviewer: Hvordan går det med planen?

▌ Sagsbehandler: Vi skriver det samme to steder. Det tager en hel formiddag.

  Ung: Jeg har aldrig set den plan.

  1  Double documentation  plan.dobbelt
     high confidence, because of “to steder”
     codebook, example: “Vi skriver det samme to steder, hver eneste gang.”
  2  One youth guide  guide
     low confidence, because of “formiddag”

1-2 accept · x reject · c other code · v valence · n no code · ? doubt
{KEYS}
Valence: description. Key:{" "}

Stored: 0 decisions; 3 passages are left.
It goes on here with: workbench review fg1
"""
    )


def test_every_key_does_what_it_says(run: Run, store: Store, talk: Source) -> None:
    typed = ["v", "1", "x", "?", "v", "v", "c", "dobbeltd", "1", "v", "v", "?", "1", "n"]
    done = run("review", "fg1", typed="\n".join(typed) + "\n")
    assert done.code == 0
    assert codings(store) == [
        (2, "plan.dobbelt", "barrier", False),
        (3, "plan", "enabler", True),
        (3, "plan.dobbelt", "enabler", True),
    ]
    assert undecided(store, talk.revision) == []
    said = [
        line
        for line in done.out.splitlines()
        if line.startswith(("✓", "✗", "–", "    1 (", "    2 (", "Valence", "Stored"))
    ]
    assert said == [
        "Valence: description. Key: ",
        "Valence: barrier. Key: ",
        "✓ Double documentation  plan.dobbelt – barrier",
        "    2 (One youth guide) is not answered: 2 accepts, x rejects, Enter leaves it.",
        "Valence: description. Key: ",
        "✗ rejected: One youth guide",
        "Valence: description. Key: ",
        "Valence: description, in doubt. Key: ",
        "Valence: barrier, in doubt. Key: ",
        "Valence: enabler, in doubt. Key: ",
        "✓ Double documentation  plan.dobbelt – enabler ?",
        "    1 (One plan) is not answered: 1 accepts, x rejects, Enter leaves it.",
        "Valence: description. Key: ",
        "Valence: barrier. Key: ",
        "Valence: enabler. Key: ",
        "Valence: enabler, in doubt. Key: ",
        "✓ One plan  plan – enabler ?",
        "Valence: description. Key: ",
        "– no code here",
        "Stored: 5 decisions. Well done: every passage here is decided.",
    ]
    assert done.out.endswith("Next: workbench report Kvistsund\n")


def test_later_comes_back_next_time(run: Run) -> None:
    out = run("review", typed="\nn\nq\n").out
    assert heads(out) == [
        f"── Kvistsund · fg1 · passage {n} · {done} of 3 decided" for n, done in ((2, 0), (3, 0), (5, 1))
    ]
    assert heads(run("review", typed="q\n").out) == ["── Kvistsund · fg1 · passage 2 · 1 of 3 decided"]


def test_undo_takes_back_decisions_across_sittings_and_nothing_else(run: Run, store: Store, talk: Source) -> None:
    run("review", typed="1\nx\nq\n")
    done = run("review", typed="u\nu\nu\nq\n")
    assert [line for line in done.out.splitlines() if line.startswith(("Took back", "There is no"))] == [
        "Took back: rejected (fg1 · 2 · guide)",
        "Took back: accepted (fg1 · 2 · plan.dobbelt)",
        "There is no decision of yours to take back.",
    ]
    assert heads(done.out) == [
        "── Kvistsund · fg1 · passage 3 · 1 of 3 decided",
        "── Kvistsund · fg1 · passage 2 · 1 of 3 decided",
        "── Kvistsund · fg1 · passage 2 · 0 of 3 decided",
    ]
    assert codings(store) == []
    assert undecided(store, talk.revision) == [2, 3, 5]


def test_back_shows_what_was_said_there_and_lets_one_add_to_it(run: Run, store: Store) -> None:
    done = run("review", typed="n\n1\nb\nc\nguide\nb\nb\nq\n")
    assert codings(store) == [(3, "guide", "description", False), (3, "plan", "description", False)]
    assert "  ✓  One plan  plan – description\n" in done.out
    assert "  ✓  You decided here: no code.\n" in done.out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3", "There are only 2 suggestions here."),
        ("y", "“y” does nothing here; h explains the keys."),
        ("\x1b[A", "That key does nothing here; h explains the keys."),
        ("b", "This is the first passage of this sitting; u takes back decisions made before it."),
        ("1\nn", "You have set a code here already; u takes it back, Enter goes on."),
        ("c\nxyz\n", "    No code looks like “xyz”; ? shows all."),
        ("c\nx\x07\u202e\n", "    No code looks like “x␇\ufffd”; ? shows all."),
        ("c\n?\n", "    2  One youth guide  guide"),
        ("c\n?\n1\n", "    2  Double documentation  plan.dobbelt"),
        ("?\nn", "A doubt belongs to a code; n once more says that no code fits."),
        ("\n", "→ later: passage 2"),
        ("c\none\n", "    2  One youth guide  guide"),
        ("h", "  u      undo the last decision, as often as you like"),
        ("u", "There is no decision of yours to take back."),
    ],
)
def test_a_key_that_does_nothing_says_why(run: Run, typed: str, said: str) -> None:
    assert said in run("review", typed=f"{typed}\nq\n").out.splitlines()


def test_where_nothing_is_suggested_it_says_why(run: Run, store: Store, talk: Source) -> None:
    out = run("review", typed="n\nn\n1\nx\nq\n").out
    assert "  No suggestion.\n" in out
    assert "Nothing is suggested here; c sets a code.\n" in out
    assert "There is nothing to reject here; n says that no code fits.\n" in out
    run("sources", "edit", "fg1", "--consent", "quote")
    suggest_by_hand(store, talk, {})
    assert "  No suggestion: the consent does not cover it.\n" in run("review", typed="q\n").out


@pytest.mark.parametrize("typed", ["", "1", "c", "c\npl"])
def test_the_end_of_what_is_typed_is_the_end(run: Run, typed: str) -> None:
    done = run("review", typed=typed)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "It goes on here with: workbench review"


def test_suggestions_are_made_where_there_are_none(run: Run, store: Store, talk: Source) -> None:
    store.person = "Jonas"
    done = run("--as", "Jonas", "review", typed="q\n")
    assert (done.code, done.err) == (0, "Reading the material for suggestions …\n")
    assert "  1  Double documentation  plan.dobbelt\n" in done.out


def test_the_undecided_can_be_listed(run: Run, talk: Source) -> None:
    assert len(heads(run("review", "--list").out)) == 3
    answer = run("review", "--json").json
    assert [one["passage"] for one in answer] == [2, 3, 5]
    assert answer[1] == {
        "source": "fg1",
        "passage": 3,
        "start": 88,
        "end": 116,
        "speaker": "Ung",
        "text": "Jeg har aldrig set den plan.",
        "suggestions": [
            {
                "code": "plan",
                "confidence": 0.6,
                "level": "middle",
                "keyword": "",
                "evidence": [{"start": 23, "end": 27, "text": "plan"}],
                "line": None,
                "near": None,
            }
        ],
    }


def test_the_least_sure_can_come_first_also_in_the_list_and_where_it_goes_on(run: Run) -> None:
    assert [one["passage"] for one in run("review", "--json", "--order", "uncertain").json] == [3, 2, 5]
    order = ("--order", "uncertain")
    done = run("review", *order, "fg1", typed="\nb\nn\nu\nq\n")
    assert heads(done.out) == [
        f"── Kvistsund · fg1 · passage {n} · {done} of 3 decided"
        for n, done in ((3, 0), (2, 0), (3, 0), (2, 1), (3, 0))
    ]
    assert done.out.endswith("It goes on here with: workbench review fg1 --order uncertain\n")
    assert heads(run("review", "--list", *order).out)[0] == "── Kvistsund · fg1 · passage 3 · 0 of 3 decided"


def test_the_thinnest_can_come_first_and_what_was_asked_for_before_it(run: Run, store: Store, talk: Source) -> None:
    def listed() -> list[int]:
        return [one["passage"] for one in run("review", "--json", "--order", "thin").json]

    suggest_by_hand(store, talk, {2: (("guide", 0.9, "formiddag"),), 3: (("plan", 0.6, "plan"),)})
    assert listed() == [2, 3, 5]
    run("code", "fg1", "5", "guide")
    assert listed() == [3, 2]
    run("municipalities", "edit", "Kvistsund", "--theme", "guide")
    assert listed() == [2, 3]
    assert run("review", "--order", "thickest").code == 2


def test_what_others_said_under_a_code_is_shown_where_it_is_like_this(run: Run, store: Store, talk: Source) -> None:
    with store.command("import") as command:
        said = transcript(("Ung", "Så skrev de det samme tre steder,\nog det tog formiddagen."), name="fg2")
        add_source(command, said, name="fg2", municipality=talk.municipality)
    run("code", "fg2", "1", "plan.dobbelt")
    quote = "Så skrev de det samme tre steder, og det tog formiddagen."
    assert f"     like: “{quote}” (Kvistsund, fg2)\n" in run("review", "fg1", typed="q\n").out
    assert run("review", "fg1", "--json").json[0]["suggestions"][0]["near"] == {
        "text": quote.replace(", ", ",\n"),
        "source": "fg2",
        "municipality": "Kvistsund",
    }


def test_evidence_is_called_weak_when_nothing_speaks_for_a_code(run: Run, store: Store, talk: Source) -> None:
    replace_suggestions(
        store,
        revision=talk.revision,
        codebook="proeve",
        provenance={},
        made={2: [Suggestion("plan.dobbelt", 0.2), Suggestion("guide", 0.2)]},
        codes={one.code: one for one in stored_codes(store)},
    )
    out = run("review", "fg1", typed="q\n").out
    assert (
        """\
  1  Double documentation  plan.dobbelt
     low confidence, no single word points to it
     codebook, example: “Vi skriver det samme to steder, hver eneste gang.”
  2  One youth guide  guide
     low confidence, weak evidence
"""
        in out
    )


def test_a_project_without_sources(run: Run, tmp_path: Path) -> None:
    run("init", str(tmp_path / "p"))
    done = run("-p", str(tmp_path / "p"), "review")
    assert (done.code, done.out) == (1, "")
    assert done.err == "Error: There is nothing to review yet.\nBring transcripts in with: workbench import FILE\n"


def test_a_folder_leads_to_its_codes_and_is_never_set(run: Run, store: Store, codebook: Codebook) -> None:
    with store.command("codebooks add") as command:
        add_codebook(command, foldered(codebook))
    done = run("review", "fg1", typed="c\n?\n1\n\nc\nplan\n1\nq\n")
    listed = [line.split("  ") for line in done.out.splitlines() if line.startswith("    ")]
    assert [line[-1] for line in listed if line[-1] in ("plan", "guide", "plan.dobbelt")][:2] == ["plan", "guide"]
    assert codings(store) == [(2, "plan.dobbelt", "description", False), (3, "plan.dobbelt", "description", False)]
