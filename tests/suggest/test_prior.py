"""What is known beforehand: taught, written, read again, and fitted to another edition of its codebook."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from numpy.typing import NDArray

from tests.suggest.test_engine import BOOK, CHAT, DOUBLE, DOUBLED, GUIDE, GUIDED, PLAN
from workbench.codebook import Code, load, reference_passages, shipped
from workbench.suggest import prior as priors
from workbench.suggest.features import Features
from workbench.suggest.prior import Prior, mark
from workbench.suggest.reading import readings
from workbench.suggest.rows import Origin, Row, codebook_rows
from workbench.suggest.teach import reference_rows, taught

TEXTS = (DOUBLED, GUIDED, CHAT, "Hun har en plan for mig.", "")
CODES = ("plan", "plan.dobbelt", "guide")
SHIPPED = [id for id in shipped() if reference_passages(id)]
OTHERS = [
    Row(
        text,
        Origin.REFERENCE,
        frozenset(codes.split()),
        None,
        group=group,
        talk=talk,
        question="Og så?" if talk else "",
    )
    for group, talk, said in (
        (
            0,
            "",
            {"Vi skriver alting to gange.": "plan plan.dobbelt", "Ham kan jeg ringe til.": "guide", "Fin bus.": ""},
        ),
        (1, "", {"Det står også i skemaet.": "plan plan.dobbelt", "Hun svarer om natten.": "guide", "Mere te?": ""}),
        (2, "ung", {"Jeg fik en plan i hånden.": "plan", "Hun ringede selv.": "guide", "Regnen kom ind.": ""}),
    )
    for text, codes in said.items()
]


def scores(prior: Prior, texts: tuple[str, ...] = TEXTS) -> NDArray[np.float64]:
    return prior.scores(prior.features.see(readings(texts)))


@pytest.fixture(scope="module")
def known() -> Prior:
    return Prior.taught(BOOK, OTHERS)


def test_it_says_what_fits(known: Prior) -> None:
    assert known.features.codes == CODES
    found = scores(known)
    assert [CODES[best] for best in found[:2, :-1].argmax(axis=1)] in (["plan", "guide"], ["plan.dobbelt", "guide"])
    assert (found[2:3] < 0).all()
    np.testing.assert_allclose(found[4], known.offsets)


def test_its_tests_are_of_those_it_had_not_learned_from(known: Prior) -> None:
    """Only reference rows are tested on: those that stand alone, and those in running talk."""
    assert [len(test.scores) for test in known.tests] == [6] * 4
    assert [len(test.scores) for test in known.talk_tests] == [3] * 4
    guide, talk = known.tests[2], known.talk_tests[2]
    assert (sum(guide.fits), sum(talk.fits)) == (2, 1)
    assert len(Prior.taught(BOOK).tests[0].scores) == sum(row.origin is Origin.EXAMPLE for row in codebook_rows(BOOK))


def test_held_out_scores_are_those_of_a_prior_taught_without_the_group(known: Prior) -> None:
    rest = [row for row in OTHERS if row.group != 0]
    held = tuple(row.text for row in OTHERS if row.group == 0)
    less = Prior.taught(BOOK, rest)
    found = np.array([test.scores[: len(held)] for test in known.tests]).T
    # Terms and offsets are those of all rows, so it is near and not the same.
    np.testing.assert_allclose(found, known.judged(scores(less, held)), atol=0.25)
    assert not np.allclose(found, known.judged(scores(known, held)), atol=0.25)


def test_what_is_written_is_read_again(known: Prior, tmp_path: Path) -> None:
    file = tmp_path / "prior.npz"
    known.save(file)
    again = Prior.read_from(file, BOOK)
    assert (again.read, again.worth, again.features.codes) == (known.read, known.worth, CODES)
    assert [space.columns for space in again.features.spaces] == [space.columns for space in known.features.spaces]
    assert [len(test.scores) for test in again.tests] == [6] * 4
    steps = np.abs(known.weights).max(axis=0) / 127
    assert (np.abs(again.weights - known.weights) <= steps / 2 + 1e-6).all()
    np.testing.assert_allclose(again.offsets, known.offsets, atol=1e-6)
    np.testing.assert_allclose(scores(again), scores(known), atol=0.02)
    assert (again.together, again.talk_together) == (known.together, known.talk_together)


def test_writing_it_twice_gives_the_same_bytes(known: Prior, tmp_path: Path) -> None:
    known.save(tmp_path / "a.npz")
    Prior.taught(BOOK, OTHERS).save(tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_the_codes_of_another_edition_in_their_order(known: Prior) -> None:
    new = Code("vej", {"da": "Vejen"}, "Vejen.", keywords=("vej*",))
    other = known.for_codebook(replace(BOOK, codes=(GUIDE, new, PLAN)))
    found = scores(other)
    np.testing.assert_allclose(
        other.offsets, [known.offsets[2], known.offsets[:-1].mean(), known.offsets[0], known.offsets[-1]]
    )
    assert other.features.codes == ("guide", "vej", "plan")
    np.testing.assert_allclose(found[:, 0], scores(known)[:, 2], atol=0.1)
    np.testing.assert_allclose(found[:, 1], known.offsets[:-1].mean())
    assert found[:, 2].argmax() in (0, 3)
    assert [test.scores for test in other.tests] == [
        known.tests[2].scores,
        [],
        known.tests[0].scores,
        known.tests[-1].scores,
    ]


def test_a_renamed_code_is_the_same_code(known: Prior) -> None:
    renamed = replace(BOOK, codes=(replace(PLAN, names={"da": "Planen"}), DOUBLE, GUIDE))
    np.testing.assert_array_equal(scores(known.for_codebook(renamed)), scores(known))


@pytest.mark.parametrize("id", SHIPPED)
def test_the_shipped_prior_is_in_step_with_its_codebook_and_passages(id: str) -> None:
    """Red after a change to either: run `make prior`."""
    book = load(id)
    rows = [*codebook_rows(book), *reference_rows(book, reference_passages(id))]
    held = Prior.read_from(priors.shipped(id), book)
    assert held.read == {mark(row.text) for row in codebook_rows(book)}
    spaces = Features.fitted(book, readings([row.text for row in rows]), rare=False).spaces
    assert [list(space.columns) for space in held.features.spaces] == [list(space.columns) for space in spaces]
    for one, other in zip(held.features.spaces, spaces, strict=True):
        np.testing.assert_allclose(one.idf, other.idf, atol=1e-6)
        assert one.unseen == other.unseen
    _, offsets = priors.targets(book, rows)
    np.testing.assert_allclose(held.offsets, offsets, atol=1e-6)
    told = [sum(weights) for weights in (test.weights for test in held.tests[:-1])]
    alone = [row for row in rows if row.origin is Origin.REFERENCE and not row.talk]
    expected = [sum(row.says(code.id) is not None for row in alone) for code in book.codes]
    assert told == pytest.approx(expected)


@pytest.mark.parametrize("id", SHIPPED)
def test_the_shipped_prior_scores_as_one_taught_anew(id: str) -> None:
    """Teaching takes half a minute, so only `make soak` does it; otherwise a prior of a fifth has to be like it."""
    book = load(id)
    passages = reference_passages(id)
    soak = settings().max_examples > 100
    anew = taught(book) if soak else Prior.taught(book, reference_rows(book, passages[::5]))
    texts = tuple(one.text for one in passages[:: len(passages) // 100])
    held, found = scores(Prior.read_from(priors.shipped(id), book), texts), scores(anew, texts)
    if soak:
        np.testing.assert_allclose(held, found, atol=0.06)
    assert np.corrcoef(held.ravel(), found.ravel())[0, 1] > (0.99 if soak else 0.75)
