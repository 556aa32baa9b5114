"""The catalogue as a value: every number recomputed from the statements as they were written down."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reports.catalogue_field import NAMES, REGIONS, Line, field_phase, lines, wrote
from tests.reports.field import add, code, municipality, star
from workbench.errors import ProtectedError, WorkbenchError
from workbench.model import Valence
from workbench.reports.catalogue import Catalogue, catalogue
from workbench.reports.catalogue.across import spread
from workbench.reports.catalogue.value import Comparison, Example, Spread, TakingPart, Tendency, Theme
from workbench.reports.choice import Candidate, Used, choose
from workbench.reports.practice import Valences
from workbench.store import Store, quotes

EVERY = tuple(lines())


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Store]:
    store = field_phase(tmp_path / "projekt")
    yield store
    store.close()


def told(store: Store) -> Catalogue:
    return catalogue(store, language="en")


def theme(made: Catalogue, code: str) -> Theme:
    return next(one for one in made.themes if one.code == code)


def where(several: list[Line]) -> set[str]:
    return {line.municipality for line in several}


def divided(several: list[Line]) -> Valences:
    return Valences(*(sum(line.valence is one for line in several) for one in (
        Valence.BARRIER, Valence.ENABLER, Valence.RECOMMENDATION, Valence.DESCRIPTION
    )))  # fmt: skip


def test_every_number_of_every_theme(field: Store) -> None:
    made = told(field)
    assert [one.code for one in made.themes] == ["indgang", "plan", "guide", "sammen"]
    for one in made.themes:
        said = [line for line in EVERY if line.area == one.code]
        assert one.evidence.statements == len(said)
        assert one.valences == divided(said)
        for found, valence in ((one.pattern.barriers, Valence.BARRIER), (one.pattern.enablers, Valence.ENABLER)):
            assert found == Spread(len(where([line for line in said if line.valence is valence])), 5)
        by_code: dict[str, list[Line]] = {}
        for line in said:
            by_code.setdefault(line.code, []).append(line)
        order = sorted(by_code, key=lambda code: (-len(where(by_code[code])), -len(by_code[code]), code))
        assert [(sub.evidence.statements, sub.valences) for sub in one.sub_themes] == [
            (len(by_code[code]), divided(by_code[code])) for code in order
        ]
    assert [one.pattern.said.number for one in made.themes] == [5, 4, 5, 2]
    assert [sub.pattern.said for sub in theme(made, "plan").sub_themes] == [Spread(3, 5), Spread(3, 5), Spread(1, 5)]


def test_a_number_of_municipalities_that_would_give_each_its_own_is_not_said(field: Store) -> None:
    """One young person in each of five said one thing: "5 statements in all 5" would count every one of them."""
    said = [quote for quote in quotes(field, counted=True) if quote.code == "indgang.koordinering"]
    assert len(said) == 5
    assert spread(said, 5) == Spread(None, 5)
    assert spread(said, 5, [None, 1, 1, 1, 1]) == Spread(None, 5)
    assert spread(said, 6) == Spread(5, 6)  # one of six has none, and nobody says which
    assert spread(said[:4], 5, [None, None, 1, 1, 1]) == Spread(4, 5)
    assert theme(told(field), "indgang").sub_themes[0].pattern.said == Spread(None, 5)


def test_table_of_municipalities_and_themes(field: Store) -> None:
    made = told(field).by_municipality
    assert made.groups == ("Brændlyng", "Gråskær", "Havrevig", "Kvistsund", "Ravnstrøm")
    assert made.areas == ("One entry point", "One plan", "One youth guide", "Coherent effort")
    areas = ("indgang", "plan", "guide", "sammen")
    for name, row in zip(made.groups, made.cells, strict=True):
        for area, cell in zip(areas, row, strict=True):
            said = [line for line in EVERY if (line.municipality, line.area) == (name, area)]
            people = len({line.person for line in said})
            young = any(line.speaker == "U" for line in said)
            if 0 < people < (5 if young else 3):
                assert cell is None, (name, area)
            assert cell in (None, len(said)), (name, area)
    columns = {area: [row[at] for row in made.cells] for at, area in enumerate(areas)}
    assert columns["indgang"] == [None] * 5  # a young person among fewer than five
    assert columns["sammen"] == [None] * 5  # two municipalities, and dashes would say which
    assert columns["plan"][2] is None  # one person in Havrevig
    assert columns["plan"].count(None) >= 2  # and another, or the total would give it away
    assert columns["guide"][2] is None  # a young person and three members of staff in Havrevig
    assert [cell for cell in columns["guide"] if cell is not None] == [5, 4, 5]


def test_groups_are_compared_from_two_municipalities_on(field: Store) -> None:
    made = told(field)
    few = Tendency.TOO_FEW
    rows = (
        ("One entry point", (Tendency.BARRIERS, Tendency.BARRIERS)),
        ("One plan", (few, Tendency.MIXED)),
        ("One youth guide", (Tendency.MIXED, Tendency.ENABLERS)),
        ("Coherent effort", (few, few)),
    )
    assert made.by_form == Comparison((("netværk", 2), ("samlet enhed", 2)), rows, ("ad hoc",))
    turned = tuple((name, (second, first)) for name, (first, second) in rows)
    assert made.by_size == Comparison(
        (("30,000 to 60,000 inhabitants", 2), ("60,000 inhabitants and more", 2)), turned, ("Under 30,000 inhabitants",)
    )


def test_tendencies_are_those_of_the_lines(field: Store) -> None:
    """The same table, one municipality and one line after the other."""
    made = told(field)
    assert made.by_form is not None
    forms = {"netværk": ("Brændlyng", "Ravnstrøm"), "samlet enhed": ("Kvistsund", "Gråskær")}
    areas = ("indgang", "plan", "guide", "sammen")
    for area, (_name, tendencies) in zip(areas, made.by_form.rows, strict=True):
        for members, found in zip(forms.values(), tendencies, strict=True):
            leans, speaks = 0, 0
            for member in members:
                said = [line for line in EVERY if (line.municipality, line.area) == (member, area)]
                own = divided(said)
                speaks += bool(said)
                leans += (own.enablers > own.barriers) - (own.enablers < own.barriers)
            expected = Tendency.MIXED if not leans else Tendency.ENABLERS if leans > 0 else Tendency.BARRIERS
            assert found is (Tendency.TOO_FEW if speaks < 2 else expected)


def test_what_works_is_what_helps_in_most_municipalities(field: Store) -> None:
    """Relation helps in three of the five that name it, the plan in general in all three; interplay in two of four."""
    made = told(field).working
    assert [(one.name, one.theme, one.spread, one.evidence.statements) for one in made] == [
        ("Relationship and continuity", "One youth guide", Spread(3, 5), 7),
        ("One plan, in general", "One plan", Spread(3, 5), 4),
    ]


def test_recommendations_that_several_ask_for(field: Store) -> None:
    """The IT system, which one municipality asks for, is not among them."""
    wrote(field, None, "guide", "Giv guiden tid", "Sæt færre unge på hver guide.", recommendation=True)
    asked = theme(told(field), "guide").recommendations
    assert [(one.recommendation.label, one.spread) for one in asked] == [
        ("Giv guiden tid", None),
        ("Allocation of guides", Spread(4, 5)),
        ("Guide's coordinating role", Spread(2, 5)),
    ]
    assert [one.recommendation.evidence.statements for one in asked if one.recommendation.evidence] == [23, 4, 2]
    assert theme(told(field), "plan").recommendations == ()


def test_quotes_come_from_different_municipalities_and_name_none(field: Store) -> None:
    made = told(field)
    by_id = {quote.id[:8]: quote for quote in quotes(field)}
    origins = {one.code: Counter(by_id[quote.id].municipality for quote in one.shown()) for one in made.themes}
    assert origins == {
        "indgang": {"Brændlyng": 2, "Havrevig": 1, "Kvistsund": 1, "Ravnstrøm": 2},
        "plan": {"Brændlyng": 2, "Havrevig": 1, "Kvistsund": 1},
        "guide": {"Brændlyng": 2, "Havrevig": 2, "Kvistsund": 2, "Ravnstrøm": 1},
        "sammen": {"Kvistsund": 2, "Ravnstrøm": 2},
    }
    printed = [quote for one in made.themes for quote in one.shown()]
    assert len({quote.id for quote in printed}) == len(printed) > 8
    assert not [quote for quote in printed if any(name in quote.text + quote.by for name in (*NAMES, *REGIONS))]
    # "Caseworker" would leave the one leader as the only "member of staff".
    assert {quote.by for quote in printed} == {"Member of staff", "Young person"}


def test_even_a_starred_quote_that_names_a_municipality_waits_for_an_edit(field: Store) -> None:
    telling = next(quote for quote in quotes(field) if "Kvistsund" in quote.text)
    star(field, telling.id)
    assert telling.id[:8] not in [quote.id for one in told(field).themes for quote in one.shown()]
    star(field, telling.id, edited="[…] venter de et år på en guide.")
    assert telling.id[:8] in [quote.id for one in told(field).themes for quote in one.shown()]


def test_roles_are_counted_over_all_municipalities(field: Store) -> None:
    """One leader only, who is staff to readers, and the five young people together are enough to be counted."""
    made = told(field)
    assert [(one.group, one.people.exact, one.people.below) for one in made.knowledge.heard] == [
        ("Young person", 5, None),
        ("Member of staff", 15, None),
        ("Leader", None, 3),
    ]
    assert theme(made, "sammen").evidence.heard == ("Member of staff",)
    youth = theme(made, "indgang").youth
    assert youth is not None
    assert (youth.valences, youth.about) == (Valences(barriers=4, enablers=1), ("The municipality coordinates",))


def test_example_without_any_name(field: Store) -> None:
    wrote(field, "Brændlyng", "plan", "Planen bor hos Lone", "Hun er den eneste, der kan åbne den.")
    wrote(field, "Havrevig", "plan", "Planen kendes", "I Kvistsund er det anderledes.")
    wrote(field, "Gråskær", "plan", "Gråskærs plan er ny", "Gråskær Kommune har skrevet den om.")
    wrote(field, "Gråskær", "guide", "Guiden bliver", "Tre år i træk.")
    wrote(field, "Ravnstrøm", "guide.rolle", "Guiden ringer først", "Hver mandag.")
    made = told(field)
    assert theme(made, "plan").example == Example(
        "[the municipality's] plan er ny", "[the municipality] har skrevet den om."
    )
    assert theme(made, "guide").example == Example("Guiden ringer først", "Hver mandag.")  # Gråskær gave one
    assert theme(made, "indgang").example is None


def test_findings_across_stand_by_theme_and_before_it(field: Store) -> None:
    wrote(field, None, "plan", "Planen er flere planer")
    made = told(field)
    assert [one.label for one in theme(made, "plan").written] == ["Planen er flere planer"]
    assert [one.label for one in theme(made, "guide").written] == []


def test_who_takes_part(field: Store) -> None:
    made = told(field)
    assert made.municipalities[0] == TakingPart(
        "Brændlyng", "Region Syddanmark", "60,000 inhabitants and more", "netværk"
    )
    assert [one.name for one in made.municipalities] == ["Brændlyng", "Gråskær", "Havrevig", "Kvistsund", "Ravnstrøm"]
    assert theme(made, "plan").pattern.forms == ("netværk", "samlet enhed")  # not the form that one alone has


def test_the_same_project_gives_the_same_catalogue(field: Store) -> None:
    assert told(field) == told(field)


def test_no_catalogue_of_nothing(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="nothing to report on yet"):
        told(store)


def test_no_catalogue_of_two(tmp_path: Path) -> None:
    """Each of the two could tell what was said in the other."""
    store = field_phase(tmp_path / "to", ("Kvistsund", "Ravnstrøm"))
    with pytest.raises(ProtectedError, match="at least 3 municipalities; there is material from 2"):
        told(store)
    store.close()


def test_a_municipality_speaks_again_after_the_others_have(store: Store) -> None:
    """However strong its quotes are, and whoever says them."""
    for name, strength in (("Abel", 3), ("Bæk", 1)):
        here = municipality(store, name, code=name)
        for number in range(1, strength + 1):
            source = add(store, here, f"{name}-{number}", [("S", f"Det siger vi i {number}.")], {"S": "caseworker"})
            code(store, source, 1, "plan", strength=strength)
    said = [
        Candidate(quote, quote.text, approved=False, starred=False, young=False)
        for quote in quotes(store, counted=True)
    ]
    assert [one.quote.source for one in choose(said, 3, Used())] == ["Abel-1", "Bæk-1", "Abel-2"]
