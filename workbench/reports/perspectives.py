"""Who spoke about what: statements by role group and focus area, as they may be printed."""

from collections.abc import Sequence

from workbench.codebook import RoleGroup, roles
from workbench.coverage import role_group
from workbench.reports.chapters import Teller
from workbench.reports.practice import Perspectives
from workbench.reports.suppress import Counted, suppressed
from workbench.store import Quote, statements

YOUTH = "youth"


def perspectives(teller: Teller) -> tuple[Perspectives, dict[str, int | None]]:
    """The table, and by focus area the number of young people's statements, None where it is hidden.

    A number is hidden when fewer than k people stand behind it. As the chapters print each area's total, further
    numbers are hidden so that none can be found by subtraction. People whose role is unknown are left out.
    """
    gathered = teller.gathered
    areas = gathered.codebook.areas
    said: dict[tuple[str, str], list[Quote]] = {}
    for quote in gathered.quotes:
        said.setdefault((role_group(quote.role), quote.area), []).append(quote)
    heard = {group for group, _area in said}
    groups = [group for group in roles().groups if group.id in heard]
    matrix = [[_counted(teller, group, said.get((group.id, area.id), [])) for area in areas] for group in groups]
    cells = suppressed(matrix).cells
    young = next((number for number, group in enumerate(groups) if group.id == YOUTH), None)
    return (
        Perspectives(
            groups=tuple(group.labels[teller.language] for group in groups),
            areas=tuple(area.name(teller.language) for area in areas),
            cells=cells,
        ),
        {} if young is None else {area.id: cells[young][column] for column, area in enumerate(areas)},
    )


def _counted(teller: Teller, group: RoleGroup, said: Sequence[Quote]) -> Counted:
    gathered = teller.gathered
    return Counted(
        statements=statements(list(said)),
        people=len({quote.participant or (quote.source_id, quote.speaker) for quote in said}),
        k=gathered.k_youth if group.k == "youth" else gathered.k_staff,
    )
