"""One code changed in a codebook's file, and every other letter as it was."""

import difflib
from dataclasses import replace

import pytest

from tests.conftest import CODEBOOK
from workbench.codebook import Code, Codebook, Exclusion, load, parse, shipped
from workbench.codebook.rewrite import rewrite
from workbench.errors import InvalidFileError, WorkbenchError

COMMENTED = """
# Our own codebook
id: proeve
version: 0.1.0   # raised by hand
name: {da: Prøve}
changes:
- {version: 0.1.0, text: Den første.}
codes:
- id: plan   # the plan
  name: {da: Én plan}
  definition: >-
    Om den ene plan,
    og kun den.

  # what belongs to it
  include:
  - uddannelsesplanen
  # and what does not
  exclude:
  - {text: en plan for dagen, use: guide}
- {id: guide, name: {da: Guide}, definition: Den voksne.}
"""


def changed(before: Codebook, after: Codebook) -> list[str]:
    """The lines that are gone and come."""
    lines = difflib.unified_diff(before.yaml.splitlines(), after.yaml.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def test_comments_order_and_the_rest_stay() -> None:
    book = parse(COMMENTED)
    new = replace(
        book.code("plan"),
        definition='Om "den ene": planen # æøå 😀',
        include=("uddannelsesplanen", "at opdatere den"),
        examples=("Vi har én plan.",),
    )
    after = rewrite(book, new, "0.2.0", "plan: definition.")
    assert changed(book, after) == [
        "-version: 0.1.0   # raised by hand",
        "+version: 0.2.0   # raised by hand",
        '+- {version: "0.2.0", text: "plan: definition."}',
        "-  definition: >-",
        "-    Om den ene plan,",
        "-    og kun den.",
        '+  definition: "Om \\"den ene\\": planen # æøå 😀"',
        "+  examples:",
        '+  - "Vi har én plan."',
        '+  - "at opdatere den"',
    ]
    assert after == replace(book, version="0.2.0", codes=(new, book.code("guide")), yaml=after.yaml)


def test_a_code_on_one_line() -> None:
    book = parse(COMMENTED)
    new = replace(book.code("guide"), names={"da": "Guide", "en": "Guide"}, exclude=(Exclusion("en ven"),))
    assert changed(book, rewrite(book, new, "0.2.0", "guide"))[-1] == (
        '+- {id: guide, name: {da: "Guide", en: "Guide"}, definition: Den voksne., exclude: [{text: "en ven"}]}'
    )


def variants(code: Code) -> list[Code]:
    """The code, said otherwise in every part."""
    return [
        replace(code, definition="Ny: 'æøå' # ja"),
        replace(code, names={"da": "Å", "en": "B: c"}),
        replace(code, include=(*code.include, "ny: ting")),
        replace(code, include=()),
        replace(code, exclude=(Exclusion("x: y"), *code.exclude[1:])),
        *([] if code.folder else [replace(code, examples=(*code.examples, "Nå, 'det'."))]),
    ]


@pytest.mark.parametrize("id", [*shipped(), ""])
def test_every_part_of_every_code(id: str) -> None:
    book = load(id) if id else parse(CODEBOOK)
    for code in book.codes:
        for new in variants(code):
            after = rewrite(book, new, "9.9.9", "alt")
            assert (after.version, after.code(code.id)) == ("9.9.9", new)


def test_a_file_that_repeats_itself_is_left_alone() -> None:
    book = parse(CODEBOOK.replace("Om den ene plan", "&om Om den ene plan").replace("Det samme skrives", "*om #"))
    with pytest.raises((WorkbenchError, InvalidFileError)):
        rewrite(book, replace(book.code("plan.dobbelt"), definition="Noget andet."), "0.2.0", "")
