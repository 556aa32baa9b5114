"""The codebook as a table for a human reader."""

import csv
import io

import pytest

from workbench.codebook import load, parse
from workbench.codebook.appendix import appendix, inert

BOOK = """\
id: min
version: 0.1.0
name: {da: Min}
codes:
- id: plan
  name: {da: Plan, en: The plan}
  definition: "=HYPERLINK(\\"x\\")"
  include: [planer, "-1"]
  exclude: [{text: guiden, use: guide}, {text: resten}]
  keywords: [plan*, "@plan"]
- {id: guide, name: {da: "+Guide"}, definition: Guiden., retired: true}
"""


def test_the_table() -> None:
    assert appendix(parse(BOOK)) == (
        "code,name_da,name_en,definition,include,exclude,keywords\r\n"
        'plan,Plan,The plan,"\'=HYPERLINK(""x"")","planer\n-1","guiden → guide\nresten","plan*, @plan"\r\n'
    )


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_run(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


def test_other_cells_stay_as_they_are() -> None:
    assert [inert(cell) for cell in ("plan", "'x", " =1", "")] == ["plan", "'x", " =1", ""]


def test_the_shipped_codebook_has_a_row_per_code() -> None:
    rows = list(csv.DictReader(io.StringIO(appendix(load("praksiskatalog-temaer")))))
    assert len(rows) == 18
    assert rows[1]["code"] == "maal.forankring"
    assert rows[1]["name_en"] == "Political and strategic anchoring"
    assert rows[1]["include"].splitlines()[0] == "byråd, udvalg, direktion og styregruppe"
