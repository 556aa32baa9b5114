"""Which text is most like a passage, and how like it has to be."""

from time import perf_counter

import pytest

from workbench.codebook import Code, Codebook, load, no_code_passages
from workbench.model import Place
from workbench.suggest.nearest import FLOOR, Common, Near, alike, nearest

LINES = (
    "Jeg stod på venteliste i otte måneder, før der kom en guide.",
    "Hun tog med til lægen og ventede udenfor.",
    "Vi skriver det samme i to systemer.",
)


@pytest.fixture(scope="module")
def book() -> Codebook:
    return load("kui-fire-fokusomraader")


def lines(code: Code) -> list[str]:
    return [*code.examples, *code.include, code.definition]


def common(book: Codebook) -> Common:
    return Common.among([line for code in book.codes for line in lines(code)])


def test_the_most_like_is_found_in_other_forms_of_its_words() -> None:
    assert nearest("Der var ventelister, og så skulle vi finde guider i en måned.", LINES) == Near(0, 0.5322)
    assert nearest("Lægen, og jeg ventede.", LINES) == Near(1, 0.7168)


def test_the_same_words_are_as_like_as_can_be_and_the_first_of_equals_is_taken() -> None:
    assert nearest(LINES[2], [*LINES, LINES[2]]) == Near(2, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Det var jo sådan, at jeg ikke havde noget, før der kom nogen.",  # stop words only
        "Venteliste.",  # one word
        "Kaffen er kold, og vejret er træls.",
    ],
)
def test_nothing_is_near(text: str) -> None:
    assert nearest(text, LINES) is None
    assert nearest(text, ()) is None


def test_stop_words_make_no_text_nearer() -> None:
    padded = "Altså, det var jo sådan, at lægen, ja, og så var det, at jeg ventede, ikke?"
    assert nearest(padded, LINES) == nearest("Lægen, og jeg ventede.", LINES)


def test_what_is_common_makes_less_near() -> None:
    text, line = "Den unge og kommunen talte om kaniner.", "Kommunen og den unge lavede en plan."
    here = Common.among(["Den unge og kommunen."] * 50 + ["Kaniner.", "En plan lavede de.", "Talte de?"])
    assert nearest(text, [line], Common.among([line])) == Near(0, 0.379)
    assert nearest(text, [line], here) is None


def test_the_floor_holds_on_the_shipped_codebook(book: Codebook) -> None:
    known = common(book)
    left_out = [
        nearest(example, [line for line in lines(code) if line != example], known)
        for code in book.codes
        for example in code.examples
    ]
    idle = [
        nearest(text, lines(code), known)
        for code in book.codes
        for text in (*book.no_code_examples, *no_code_passages())
    ]
    near, wrong = sum(map(bool, left_out)) / len(left_out), sum(map(bool, idle)) / len(idle)
    assert (near > 0.22, wrong < 0.012) == (True, True), (near, wrong)
    assert min(one.likeness for one in left_out if one) >= FLOOR


def test_sixty_candidates_take_a_few_milliseconds(book: Codebook) -> None:
    known = common(book)
    candidates = [example for code in book.codes for example in code.examples][:60]
    texts = [example for code in book.codes for example in code.examples][60:160]
    started = perf_counter()
    for text in texts:
        nearest(text, candidates, known)
    assert (perf_counter() - started) / len(texts) < 0.02


def test_the_words_in_common_have_their_places() -> None:
    assert alike("Lægen lod mig vente.", LINES[1]) == (Place(16, 21), Place(25, 32))
    assert alike("Noget helt andet.", LINES[1]) == ()
