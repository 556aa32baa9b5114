"""What sets two versions of a codebook apart."""

import pytest

from tests.conftest import CODEBOOK
from workbench.codebook import parse
from workbench.codebook.changes import Bump, Change, What, diff, raised, wanted_bump

OLD = """\
id: min
version: 0.1.0
name: {da: Min}
axes: {niveau: {name: {da: N}, definition: N., values: [{id: a, name: {da: A}}]}}
codes:
- id: plan
  name: {da: Plan}
  definition: Om planen.
  include: [alt, mere]
  exclude: [{text: guiden, use: guide}]
  keywords: [plan]
  examples: [Der er en plan.]
  recommendation_types: [mål]
  codes:
  - {id: plan.gammel, name: {da: Gammel}, definition: Gammel.}
- {id: guide, name: {da: Guide}, definition: Om guiden.}
- {id: borte, name: {da: Borte}, definition: Borte., retired: true}
no_code_examples: [Hej.]
"""

CASES: dict[str, tuple[str, str, tuple[Change, ...]]] = {
    "nothing": ("version: 0.1.0", "version: 0.2.0", ()),
    "another order": ("include: [alt, mere]", "include: [mere, alt]", ()),
    "a definition": ("Om planen.", "Planen.", (Change(What.DEFINITION, "plan", ("Om planen.",), ("Planen.",)),)),
    "what belongs": ("[alt, mere]", "[alt, mest]", (Change(What.INCLUDE, "plan", ("mere",), ("mest",)),)),
    "what does not": (
        "[{text: guiden, use: guide}]",
        "[{text: guiden}]",
        (Change(What.EXCLUDE, "plan", ("guiden → guide",), ("guiden",)),),
    ),
    "a name": ("name: {da: Plan}", "name: {da: Plan, en: Plan}", (Change(What.RENAMED, "plan", (), ("en: Plan",)),)),
    "keywords": ("[plan]", "[plan, planer]", (Change(What.KEYWORDS, "plan", (), ("planer",)),)),
    "examples": ("[Der er en plan.]", "[]", (Change(What.EXAMPLES, "plan", ("Der er en plan.",)),)),
    "recommendations": ("[mål]", "[vej]", (Change(What.RECOMMENDATIONS, "plan", ("mål",), ("vej",)),)),
    "a new code": (
        "- {id: guide,",
        "- {id: ny, name: {da: Ny}, definition: Ny.}\n- {id: guide,",
        (Change(What.ADDED, "ny", (), ("Ny.",)),),
    ),
    "a code that is gone": (
        "  - {id: plan.gammel, name: {da: Gammel}, definition: Gammel.}\n",
        "  - {id: plan.ny, name: {da: Ny}, definition: Ny.}\n",
        (Change(What.REMOVED, "plan.gammel", ("Gammel.",)), Change(What.ADDED, "plan.ny", (), ("Ny.",))),
    ),
    "a code that moved": (
        "  codes:\n  - {id: plan.gammel, name: {da: Gammel}, definition: Gammel.}\n"
        "- {id: guide, name: {da: Guide}, definition: Om guiden.}\n",
        "- {id: guide, name: {da: Guide}, definition: Om guiden., codes: "
        "[{id: guide.gammel, name: {da: Gammel}, definition: Gammel., keywords: [x]}]}\n",
        (
            Change(What.MOVED, "plan.gammel", ("plan.gammel",), ("guide.gammel",)),
            Change(What.KEYWORDS, "plan.gammel", (), ("x",)),
        ),
    ),
    "a code that is retired": (
        "definition: Gammel.}",
        "definition: Gammel., retired: true, replaced_by: guide}",
        (Change(What.RETIRED, "plan.gammel", (), ("guide",)),),
    ),
    "a code that is in use again": (
        "definition: Borte., retired: true}",
        "definition: Borte.}",
        (Change(What.ADDED, "borte", (), ("Borte.",)),),
    ),
    "a code that became a folder": (
        "  keywords: [plan]\n  examples: [Der er en plan.]\n",
        "  folder: true\n",
        (
            Change(What.FOLDER, "plan"),
            Change(What.KEYWORDS, "plan", ("plan",)),
            Change(What.EXAMPLES, "plan", ("Der er en plan.",)),
        ),
    ),
    "the codebook's name": (
        "name: {da: Min}",
        "name: {da: Vores}",
        (Change(What.RENAMED, "", ("da: Min",), ("da: Vores",)),),
    ),
    "passages without a code": ("[Hej.]", "[Farvel.]", (Change(What.EXAMPLES, "", ("Hej.",), ("Farvel.",)),)),
    "axes": (
        "{niveau: {name: {da: N}",
        "{enhed: {name: {da: E}, definition: E., free_text: true}, niveau: {name: {da: M}",
        (Change(What.AXES, "", ("niveau",), ("enhed", "niveau")),),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_change(case: str) -> None:
    before, after, wanted = CASES[case]
    assert OLD.count(before) == 1
    assert diff(parse(OLD), parse(OLD.replace(before, after))) == wanted


def test_two_codes_alike_do_not_both_move_to_the_same_place() -> None:
    twice = OLD.replace(
        "- {id: borte,", "- {id: mere, name: {da: M}, definition: M., codes: [{id: mere.gammel, name: {da: Gammel},"
        " definition: Gammel.}]}\n- {id: borte,"
    )  # fmt: skip
    once = twice.replace("plan.gammel", "plan.ny").replace(
        ", codes: [{id: mere.gammel, name: {da: Gammel}, definition: Gammel.}]", ""
    )
    assert diff(parse(twice), parse(once)) == (
        Change(What.MOVED, "plan.gammel", ("plan.gammel",), ("plan.ny",)),
        Change(What.REMOVED, "mere.gammel", ("Gammel.",)),
    )


def test_every_kind_of_change_has_a_case() -> None:
    assert {change.what for *_, changes in CASES.values() for change in changes} == set(What)


def test_a_changed_meaning_wants_its_codings_looked_at_again() -> None:
    assert [what.value for what in What if Change(what, "plan").look_again] == [
        "removed", "moved", "retired", "folder", "definition", "include", "exclude",
    ]  # fmt: skip
    assert {what.value: Change(what, "plan").bump.name for what in What} == {
        "added": "MINOR",
        "removed": "MAJOR",
        "moved": "MAJOR",
        "retired": "MINOR",
        "folder": "MINOR",
        "definition": "MINOR",
        "include": "MINOR",
        "exclude": "MINOR",
        "renamed": "PATCH",
        "keywords": "PATCH",
        "examples": "PATCH",
        "recommendation_types": "PATCH",
        "axes": "MINOR",
    }
    assert wanted_bump([Change(What.KEYWORDS, "a"), Change(What.REMOVED, "b"), Change(What.ADDED, "c")]) is Bump.MAJOR
    assert wanted_bump([]) is Bump.NONE


@pytest.mark.parametrize(
    ("bump", "version", "wanted"),
    [
        (Bump.NONE, "1.2.3", "1.2.3"),
        (Bump.PATCH, "1.2.3", "1.2.4"),
        (Bump.MINOR, "1.2.3", "1.3.0"),
        (Bump.MAJOR, "1.2.3", "2.0.0"),
        (Bump.PATCH, "1", "1.0.1"),
        (Bump.MINOR, "0.9", "0.10.0"),
    ],
)
def test_the_version_that_follows(bump: Bump, version: str, wanted: str) -> None:
    assert bump.after(version) == wanted
    assert raised(version, wanted) is bump


def test_an_older_version_is_raised_by_nothing() -> None:
    assert (raised("0.10.0", "0.9.0"), raised("1", "1.0.0"), raised("0.9", "0.10")) == (None, Bump.NONE, Bump.MINOR)


def test_a_codebook_is_the_same_as_itself() -> None:
    assert diff(parse(CODEBOOK), parse(CODEBOOK + "# En kommentar\n")) == ()
