"""A new edition of a shipped codebook is used at once: its codes, its words, and what its prior still knows."""

from dataclasses import replace

import pytest

from workbench.codebook import Code, Codebook, load
from workbench.model import LabelledPassage
from workbench.suggest import Engine

KUI = load("kui-fire-fokusomraader")
ASKED = (
    "Vi skriver det samme ind i to systemer, hver eneste gang.",
    "Min ungeguide svarer altid, når jeg skriver til hende.",
    "Der er mere kage i køkkenet, hvis I er sultne.",
)
HORSE = "Nede ved folden stod hestene, og der fik han lov at strigle dem hver torsdag."
NEAR_HORSE = "Om torsdagen striglede hun hestene nede ved folden."


def edition(*codes: Code) -> Engine:
    return Engine.learn(replace(KUI, version="9.0.0", codes=codes, yaml=""))


def suggested(engine: Engine) -> list[list[str]]:
    return [[one.code for one in found] for found in engine.suggest(ASKED)]


@pytest.fixture(scope="module")
def current() -> Engine:
    return Engine.learn(KUI)


def test_what_the_current_edition_suggests(current: Engine) -> None:
    first, second, third = suggested(current)
    assert (first[0], second[0][:5], third) == ("plan.dobbelt", "guide", [])


def test_a_code_that_is_gone_is_not_suggested_and_the_others_are_as_before(current: Engine) -> None:
    gone = edition(*(code for code in KUI.codes if code.id != "plan.dobbelt"))
    assert "plan.dobbelt" not in gone.confidences(ASKED[:1])[0]
    before, after = current.confidences(ASKED), gone.confidences(ASKED)
    for was, now in zip(before, after, strict=True):
        for code in now:
            assert now[code] == pytest.approx(was[code], abs=0.05), code
    assert suggested(gone)[1:] == suggested(current)[1:]


def test_a_renamed_code_changes_nothing(current: Engine) -> None:
    renamed = edition(*(replace(code, names={"da": f"Ny {code.id}"}) for code in KUI.codes))
    assert renamed.confidences(ASKED) == current.confidences(ASKED)
    assert renamed.provenance["codebook_version"] == "9.0.0"


def test_a_retired_code_is_not_suggested(current: Engine) -> None:
    retired = edition(*(replace(code, retired=code.id == "plan.dobbelt") for code in KUI.codes))
    assert "plan.dobbelt" not in {one.code for one in retired.suggest(ASKED[:1])[0]}


def test_a_new_code_is_learned_from_its_own_rows(current: Engine) -> None:
    horses = Code(
        "heste",
        {"da": "Heste"},
        "Arbejdet med heste som vej tilbage.",
        keywords=("hest*", "stald*", "strigle*"),
        examples=(
            HORSE,
            "Det var i stalden, hun begyndte at snakke.",
            "Hesten dømmer ikke, siger han, den vil bare strigles.",
            "Han rider to gange om ugen, og så muger han ud.",
        ),
    )
    engine = edition(*KUI.codes, horses)
    found = engine.confidences([NEAR_HORSE, *ASKED])
    assert max(found[0], key=found[0].__getitem__) == "heste"
    assert found[0]["heste"] > 5 * max(each["heste"] for each in found[1:])
    for was, now in zip(current.confidences(ASKED), found[1:], strict=True):
        for code in was:
            assert now[code] == pytest.approx(was[code], abs=0.05), code


def test_an_added_example_matters() -> None:
    def with_example(code: Code) -> Code:
        return replace(code, examples=(*code.examples, HORSE)) if code.id == "guide.relation" else code

    before = edition(*KUI.codes).confidences([NEAR_HORSE])[0]
    after = edition(*map(with_example, KUI.codes)).confidences([NEAR_HORSE])[0]
    assert after["guide.relation"] > 2 * before["guide.relation"]
    assert after["plan.dobbelt"] < 1.5 * before["plan.dobbelt"] + 0.01


def test_decisions_are_kept_for_the_codes_that_are_left() -> None:
    book: Codebook = replace(KUI, codes=tuple(code for code in KUI.codes if code.id != "plan.dobbelt"), yaml="")
    said = [LabelledPassage(HORSE, frozenset({"guide.relation", "plan.dobbelt"}), rejected=frozenset({"vaek"}))]
    before, after = (Engine.learn(book, decisions).confidences([NEAR_HORSE])[0] for decisions in ((), said))
    assert after["guide.relation"] > 1.2 * before["guide.relation"]
