"""workbench suggest --quality: how often one agreed, and what keeps silent."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workflow.made import answer_many, suggest_by_hand
from workbench.store import Source, Store

NOTE = (
    "Yes: accepted, also on part of the passage or in doubt (?). No: rejected. Left: shown, and neither.\n"
    "Share yes: yes of yes and no, as they were shown then; measured from 40 on.\n"
)
SILENT = (
    "plan.dobbelt is not suggested to you now: yes was your answer to 10 of the newest 40.\n"
    'To have a code suggested all the same, name it in workbench.toml, under [suggest]: always = ["plan.dobbelt"]\n'
)


@pytest.fixture(autouse=True)
def in_use(project: Path) -> None:
    """The project is the one commands find."""


@pytest.fixture
def decided(store: Store, talk: Source) -> Source:
    """Forty decisions against one code, thirty-nine for another."""
    answer_many(store, talk.municipality, "fg2", "plan.dobbelt", "x" * 30 + "a" * 10 + "-", confidence=0.9)
    answer_many(store, talk.municipality, "fg3", "guide", "a" * 30, confidence=0.5)
    answer_many(store, talk.municipality, "fg4", "guide", "a" * 9, confidence=0.3)
    return talk


def counted(agreed: int, rejected: int, untouched: int, share: float | None) -> dict[str, object]:
    """A record of the JSON answer."""
    return {
        "shown": agreed + rejected + untouched,
        "agreed": agreed,
        "in_doubt": 0,
        "rejected": rejected,
        "untouched": untouched,
        "decisions": agreed + rejected,
        "share": share,
    }


NOTHING = counted(0, 0, 0, None)


def test_by_code_and_by_confidence(run: Run, decided: Source) -> None:
    done = run("suggest", "--quality")
    assert done.code == 0
    assert (
        done.out
        == """\
Code          Shown  Yes  ?  No  Left  Share yes
───────────────────────────────────────────────────────
plan.dobbelt     41   10  0  30     1  25%, silent
  high           41   10  0  30     1  25%
guide            39   39  0   0     0  not measured yet
  middle         30   30  0   0     0  not measured yet
  low             9    9  0   0     0  not measured yet
all codes        80   49  0  30     1  62%
  high           41   10  0  30     1  25%
  middle         30   30  0   0     0  not measured yet
  low             9    9  0   0     0  not measured yet
"""
    )
    assert done.err == NOTE + SILENT


def test_as_json(run: Run, decided: Source) -> None:
    poor, good = counted(10, 30, 1, 0.25), counted(39, 0, 0, None)
    middle, low = counted(30, 0, 0, None), counted(9, 0, 0, None)
    done = run("suggest", "--quality", "--json")
    assert done.json == {
        "person": "Maja",
        "measured_from": 40,
        "always": [],
        "all": {**counted(49, 30, 1, 0.6203), "bands": {"high": poor, "middle": middle, "low": low}},
        "codes": [
            {
                "code": "plan.dobbelt",
                "silenced": counted(10, 30, 0, 0.25),
                **poor,
                "bands": {"high": poor, "middle": NOTHING, "low": NOTHING},
            },
            {"code": "guide", "silenced": None, **good, "bands": {"high": NOTHING, "middle": middle, "low": low}},
        ],
    }
    assert done.err == ""


def test_before_anything_is_decided(run: Run, store: Store, talk: Source) -> None:
    suggest_by_hand(store, talk)
    done = run("suggest", "--quality")
    assert (done.code, done.out) == (0, "")
    assert done.err == "You have not dealt with any suggestion yet.\nNext: workbench review\n"
    assert run("suggest", "--quality", "--json").json["all"] == {
        **NOTHING,
        "bands": {"high": NOTHING, "middle": NOTHING, "low": NOTHING},
    }


def test_it_is_about_everything(run: Run, talk: Source) -> None:
    for said in (["fg1"], ["--municipality", "Kvistsund"]):
        done = run("suggest", "--quality", *said)
        assert (done.code, done.out) == (2, "")
        assert "--quality is about all you have decided; it takes no sources and no municipality." in done.err


def test_suggest_says_what_it_is_silent_about_and_the_project_may_want_it_all_the_same(
    run: Run, decided: Source, project: Path
) -> None:
    def suggested() -> list[str]:
        found = run("review", "fg1", "--json").json
        return [each["code"] for one in found for each in one["suggestions"]]

    done = run("suggest", "fg1")
    assert done.err == SILENT + "Next: workbench review\n"
    assert "plan.dobbelt" not in suggested()
    file = project / "workbench.toml"
    text = file.read_text(encoding="utf-8")
    assert "\nalways = []\n" in text
    file.write_text(text.replace("always = []", 'always = ["plan.dobbelt", "planen"]'), encoding="utf-8")
    done = run("suggest", "fg1")
    assert done.err == ("workbench.toml names planen under [suggest], which is no code here.\nNext: workbench review\n")
    assert "silent" not in run("suggest", "--quality").out
    assert run("--as", "Jonas", "suggest", "fg1").err == done.err
