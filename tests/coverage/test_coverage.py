"""Municipalities by focus areas: where the material is thin."""

from dataclasses import replace

from tests.reports.field import BARRIER, STAFF, add, code, kvistsund, municipality, see_all
from tests.store.test_folders import foldered
from workbench.codebook import Codebook
from workbench.coverage import Cell, Column, Coverage, Lack, MunicipalityRow, State, coverage
from workbench.model import AGREED, Place, Valence
from workbench.store import Store, add_codebook, add_coding, municipalities, quotes, statements, stored_codes

PLAN = Column("plan", {"da": "Én plan", "en": "One plan"})
GUIDE = Column("guide", {"da": "Én ungeguide", "en": "One youth guide"})
DOUBLE = Column("plan.dobbelt", {"da": "Dobbeltdokumentation", "en": "Double documentation"})


def test_whole(store: Store) -> None:
    kvistsund(store)
    municipality(store, "Brændlyng", "992")
    braendlyng, first = municipalities(store)

    assert coverage(store) == Coverage(
        columns=(PLAN, GUIDE),
        rows=(
            MunicipalityRow(braendlyng, 0, 0, 0, (Cell("plan"), Cell("guide"))),
            MunicipalityRow(
                first,
                sources=2,
                passages=8,
                dealt_with=8,
                cells=(
                    Cell("plan", 5, 2, ("youth", "staff", "leader"), prioritised=True),
                    Cell("guide", 3, 2, ("youth", "staff")),
                ),
            ),
        ),
    )


def test_by_code_each_counts_its_own_and_an_area_asked_for_covers_its_codes(store: Store) -> None:
    where = municipality(store, themes=("plan",))
    group = add(store, where, "fg1", [("S1", "Vi skriver det hele to gange.")], STAFF)
    code(store, group, 1, "plan.dobbelt", BARRIER)
    lacks = (Lack.STATEMENTS, Lack.SOURCES, Lack.ROLES)

    found = coverage(store, by="code")

    assert found.columns == (PLAN, DOUBLE, GUIDE)
    assert found.row(where).cells == (
        Cell("plan", prioritised=True),
        Cell("plan.dobbelt", 1, 1, ("staff",), lacks, prioritised=True),
        Cell("guide"),
    )
    assert [cell.state for cell in found.row(where).cells] == [State.NONE, State.THIN, State.NONE]
    assert [cell.youth for cell in found.row(where).cells] == [False, False, False]


def test_a_folder_is_a_column_by_area_and_none_by_code(store: Store, codebook: Codebook) -> None:
    with store.command("codebooks add") as command:
        add_codebook(command, foldered(codebook))
    where = municipality(store, themes=("plan",))
    group = add(store, where, "fg1", [("S1", "Vi skriver det hele to gange.")], STAFF)
    code(store, group, 1, "plan.dobbelt", BARRIER)
    lacks = (Lack.STATEMENTS, Lack.SOURCES, Lack.ROLES)
    said = Cell("plan.dobbelt", 1, 1, ("staff",), lacks, prioritised=True)

    by_area, by_code = coverage(store), coverage(store, by="code")

    assert (by_area.columns, by_code.columns) == ((PLAN, GUIDE), (DOUBLE, GUIDE))
    assert by_area.row(where).cells == (replace(said, column="plan"), Cell("guide"))
    assert by_code.row(where).cells == (said, Cell("guide"))


def test_a_statement_counts_once_and_undecided_is_what_is_left(store: Store) -> None:
    where = municipality(store)
    group = add(store, where, "fg1", [("S1", "Vi skriver det to gange."), ("S2", "Det er rigtigt.")], STAFF)
    code(store, group, 1, "plan", BARRIER)
    code(store, group, 1, "plan", BARRIER, layer="Peter")
    code(store, group, 2, "plan", BARRIER, layer="Peter")

    row = coverage(store).row(where)

    assert (row.passages, row.dealt_with, row.undecided) == (2, 0, 2)
    assert row.cell("plan").statements == 1
    see_all(store, group)
    assert coverage(store).row(where).undecided == 0


def test_two_places_of_one_passage_are_one_statement_as_in_reports(store: Store) -> None:
    where = municipality(store)
    group = add(store, where, "fg1", [("S1", "Vi skriver det to gange, hver dag.")], STAFF)
    code(store, group, 1, "plan", BARRIER)
    plan = next(one for one in stored_codes(store) if one.code == "plan")
    for valence in (Valence.BARRIER, Valence.ENABLER):
        with store.command("code") as command:
            add_coding(command, revision=group.revision, place=Place(0, 2), words="Vi", code=plan, valence=valence)

    assert coverage(store, municipality=where).rows[0].cell("plan").statements == 2
    assert statements(quotes(store, counted=True)) == 2


def test_the_agreed_layer_counts_where_there_is_one(store: Store) -> None:
    where = municipality(store)
    group = add(store, where, "fg1", [("S1", "Vi skriver det to gange."), ("S2", "Det er rigtigt.")], STAFF)
    for turn in (1, 2):
        code(store, group, turn, "plan", BARRIER)
    code(store, group, 2, "guide", layer=AGREED)

    cells = coverage(store).row(where).cells

    assert [(cell.column, cell.statements) for cell in cells] == [("plan", 0), ("guide", 1)]


def test_unknown_roles_are_nobody_heard(store: Store) -> None:
    where = municipality(store)
    group = add(store, where, "fg1", [("S1", "Vi skriver det to gange.")], {"S1": ""})
    code(store, group, 1, "plan")

    assert coverage(store).row(where).cell("plan").groups == ()
