"""The engine on a small codebook of its own: what it suggests, why, and when it keeps silent."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.codebook import Code, Codebook
from workbench.model import LabelledPassage, Suggestion
from workbench.suggest import Engine

PLAN = Code(
    "plan",
    {"da": "Én plan"},
    "Uddannelsesplanen som samlende redskab.",
    keywords=("plan", "uddannelsesplan", "handleplan"),
    examples=(
        "Der er fire planer på den samme dreng, og ingen af dem passer sammen.",
        "Vi slår altid op i planen, inden vi taler med hende.",
        "Jeg har aldrig set den plan, de taler om.",
    ),
)
DOUBLE = Code(
    "plan.dobbelt",
    {"da": "Dobbeltdokumentation"},
    "Samme oplysning føres flere steder.",
    parent="plan",
    keywords=("dobbelt*", "to steder", "kopier*"),
    examples=(
        "Vi skriver det samme ind to steder hver eneste gang.",
        "Jeg kopierer bare teksten over i det andet system.",
        "Først i journalen og så en gang til i skemaet, det er dobbelt arbejde.",
    ),
)
GUIDE = Code(
    "guide",
    {"da": "Én ungeguide"},
    "Den gennemgående voksne, som den unge kan stole på.",
    keywords=("ungeguide*", "kontaktperson", "mentor", "støtte*"),
    examples=(
        "Hun er den eneste, der altid svarer, når jeg skriver.",
        "Min ungeguide tog med mig til lægen den første gang.",
        "Han blev ved med at ringe, også selvom jeg lagde på.",
    ),
)
BOOK = Codebook("lille", "1.0.0", {"da": "Lille"}, (PLAN, DOUBLE, GUIDE))

DOUBLED = "Altså, jeg skriver det samme to steder, og det er dobbelt arbejde."
GUIDED = "Min kontaktperson svarer altid, når jeg skriver til hende."
CHAT = "Der er mere kage i køkkenet, hvis I er sultne."


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.learn(BOOK)


def codes(suggestions: tuple[Suggestion, ...]) -> list[str]:
    return [suggestion.code for suggestion in suggestions]


def test_a_sub_code_stands_for_its_area(engine: Engine) -> None:
    assert [codes(found) for found in engine.suggest([DOUBLED, GUIDED])] == [["plan.dobbelt"], ["guide"]]


def test_areas_or_sub_codes_alone(engine: Engine) -> None:
    assert [codes(found) for found in engine.suggest([DOUBLED, GUIDED], level=1)] == [["plan"], ["guide"]]
    assert [codes(found) for found in engine.suggest([DOUBLED, GUIDED], level=2)] == [["plan.dobbelt"], []]


def test_best_first_and_no_more_than_asked_for(engine: Engine) -> None:
    both = f"{GUIDED} Min ungeguide skriver det samme to steder, så det er dobbelt for min kontaktperson."
    found = engine.suggest([both])[0]
    assert set(codes(found)) == {"guide", "plan.dobbelt"}
    assert found[0].confidence >= found[1].confidence
    assert engine.suggest([both], limit=1) == [found[:1]]


def test_no_sub_code_is_surer_than_its_area(engine: Engine) -> None:
    for each in engine.confidences([DOUBLED, GUIDED, CHAT, "Hun har en plan."]):
        assert each["plan.dobbelt"] <= each["plan"]


@pytest.mark.parametrize(
    "text", ["", "   ", "...", "Ja.", "Ja. Nej. Det ved jeg ikke.", CHAT, "Tak for i dag, og kom godt hjem.", "12 34"]
)
def test_it_abstains_on_small_talk_and_on_nothing(engine: Engine, text: str) -> None:
    assert engine.suggest([text]) == [()]


def test_evidence_is_what_stands_at_its_place(engine: Engine) -> None:
    for text in (DOUBLED, GUIDED, "Min unge guide har en plan for mig."):
        for suggestion in engine.suggest([text])[0]:
            assert suggestion.evidence
            assert [e.place.of(text) for e in suggestion.evidence] == [e.text for e in suggestion.evidence]
            weights = [e.weight for e in suggestion.evidence]
            assert weights == sorted(weights, reverse=True)
            assert 0 < sum(weights) <= 1.0001
            assert len(weights) <= 5


def test_the_keyword_is_named_as_the_codebook_writes_it(engine: Engine) -> None:
    met = {
        "Min ungeguide tog med mig til lægen.": "ungeguide*",
        "Min unge guide tog med mig den første gang.": "ungeguide*",
        "Min kontaktperson svarer altid, og bostøtten tog med mig.": "kontaktperson",
    }
    found = {text: engine.suggest([text], level=1)[0][0] for text in met}
    assert {text: suggestion.keyword for text, suggestion in found.items()} == met
    assert {s.code for s in found.values()} == {"guide"}


def test_evidence_of_a_phrase_and_of_a_compound(engine: Engine) -> None:
    words = {e.text for e in engine.suggest([DOUBLED])[0][0].evidence}
    assert {"steder", "dobbelt"} <= words
    assert "og" not in words
    text = "Min støtteperson svarer altid, og bostøtten tog med mig til lægen."
    assert {"støtteperson", "bostøtten"} <= {e.text for e in engine.suggest([text])[0][0].evidence}


def test_spoken_spellings_are_evidence_as_they_stand(engine: Engine) -> None:
    text = "Altså min unge guide, hun tog med mig."
    assert "unge guide" in [e.text for e in engine.suggest([text])[0][0].evidence]


def test_what_is_asked_and_said_around_counts_and_is_no_evidence(engine: Engine) -> None:
    answer = "Ja, det er Lone, og hende ringer jeg til."
    question = "Har du en kontaktperson eller en mentor, der svarer, når du skriver?"
    unasked = engine.confidences([answer], questions=[""])[0]["guide"]
    asked = engine.confidences([answer], questions=[question])[0]["guide"]
    between = engine.confidences([GUIDED, answer, GUIDED], questions=[question] * 3)[1]["guide"]
    assert unasked < asked < between
    (found,) = engine.suggest([GUIDED, answer, GUIDED], questions=[question] * 3)[1]
    assert (found.code, found.keyword) == ("guide", "")
    assert {each.text for each in found.evidence} <= {"Lone", "ringer"}


def test_without_a_question_a_talk_of_one_passage_is_a_passage(engine: Engine) -> None:
    for text in (DOUBLED, GUIDED, CHAT):
        assert engine.confidences([text], questions=[""]) == engine.confidences([text])


def test_one_question_per_passage(engine: Engine) -> None:
    with pytest.raises(ValueError, match=r"^2 questions for 1 passages$"):
        engine.suggest(["Ja."], questions=["", ""])


def test_the_same_again_is_the_same(engine: Engine) -> None:
    texts = [DOUBLED, GUIDED, CHAT]
    labelled = [LabelledPassage(GUIDED, frozenset({"guide"}))]
    assert Engine.learn(BOOK).confidences(texts) == engine.confidences(texts)
    twice = [Engine.learn(BOOK, labelled, texts).suggest(texts) for _ in range(2)]
    assert twice[0] == twice[1]


def test_what_a_run_rests_on(engine: Engine) -> None:
    assert {key: engine.provenance[key] for key in ("codebook", "codebook_version", "labelled")} == {
        "codebook": "lille",
        "codebook_version": "1.0.0",
        "labelled": 0,
    }
    assert set(engine.provenance) == {
        "codebook", "codebook_version", "labelled", "lemmas", "numpy", "scikit-learn",
    }  # fmt: skip
    assert Engine.learn(BOOK, [LabelledPassage(CHAT, frozenset(), no_code=True)]).provenance["labelled"] == 1


def test_a_retired_code_is_not_suggested() -> None:
    retired = Code("guide", GUIDE.names, GUIDE.definition, examples=GUIDE.examples, retired=True)
    engine = Engine.learn(Codebook("gammel", "1.0.0", {"da": "Gammel"}, (PLAN, DOUBLE, retired)))
    assert [codes(found) for found in engine.suggest([GUIDED, DOUBLED])] == [[], ["plan.dobbelt"]]


def test_another_process_says_the_same(engine: Engine) -> None:
    code = (
        "from tests.suggest.test_engine import BOOK, CHAT, DOUBLED, GUIDED\n"
        "from workbench.suggest import Engine\n"
        "print(Engine.learn(BOOK).suggest([DOUBLED, GUIDED, CHAT]))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]
    assert said == [repr(engine.suggest([DOUBLED, GUIDED, CHAT]))] * 2
