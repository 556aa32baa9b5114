"""What a report rests on and what it lacks, with nobody countable who is too few."""

from collections.abc import Sequence

from workbench.codebook import RoleGroup, roles
from workbench.coverage import Lack
from workbench.reports.chapters import Teller
from workbench.reports.practice import Heard, KnowledgeBase, Material
from workbench.reports.smallnumbers import Count, SourceUse, count_sources
from workbench.store import Source


def knowledge_base(teller: Teller) -> KnowledgeBase:
    """The knowledge base of a municipality.

    There are no totals of people or sources and no hours by kind: a total gives away a hidden number beside it.
    """
    gathered = teller.gathered
    known = roles()
    groups = {person.group for person in gathered.people}
    cells = [(area.name(teller.language), gathered.row.cell(area.id)) for area in gathered.codebook.areas]
    young, unknown = "youth" in groups, "" in groups
    kinds = list(dict.fromkeys(source.kind for source in sorted(gathered.sources, key=lambda one: one.kind.value)))
    ages: dict[str, int] = {}
    for person in gathered.people:
        if person.group == "youth" and person.age_group:
            ages[person.age_group] = ages.get(person.age_group, 0) + 1
    return KnowledgeBase(
        materials=tuple(
            _material(teller, [source for source in gathered.sources if source.kind is kind]) for kind in kinds
        ),
        heard=tuple(_heard(teller, group) for group in known.groups if group.id in groups),
        roles=_named_roles(teller),
        age_groups=tuple(sorted(age for age, number in ages.items() if number >= gathered.k_youth)),
        half_hours=round(sum(source.minutes or 0 for source in gathered.sources) / 30),
        unknown_roles=unknown,
        no_leaders=not unknown and "leader" not in groups,
        no_youth=not unknown and not young,
        no_staff=not unknown and "staff" not in groups,
        silent=tuple(name for name, cell in cells if not cell.statements),
        thin=tuple(name for name, cell in cells if Lack.STATEMENTS in cell.lacks),
        without_youth=tuple(name for name, cell in cells if young and cell.statements and not cell.youth),
    )


def _material(teller: Teller, several: Sequence[Source]) -> Material:
    months = sorted(source.month for source in several if source.month)
    thresholds = teller.gathered.thresholds
    return Material(
        kind=several[0].kind,
        sources=count_sources(SourceUse(source.id, source.kind, thresholds.get(source.id, 0)) for source in several),
        first=months[0] if months else "",
        last=months[-1] if months else "",
    )


def _heard(teller: Teller, group: RoleGroup) -> Heard:
    gathered = teller.gathered
    return Heard(
        group=group.labels[teller.language],
        people=Count.of(
            sum(person.group == group.id for person in gathered.people),
            gathered.k_youth if group.k == "youth" else gathered.k_staff,
        ),
    )


def _named_roles(teller: Teller) -> tuple[str, ...]:
    """The roles that may be named and say more than their group does."""
    known = roles()
    coarse = {group.labels[teller.language] for group in known.groups}
    present = {person.role for person in teller.gathered.people}
    labels = (teller.by(role.id) for role in known.roles if role.id in present)
    own = {role.labels[teller.language] for role in known.roles}
    return tuple(label for label in dict.fromkeys(labels) if label in own - coarse)
