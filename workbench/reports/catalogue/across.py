"""Counting municipalities: in how many something was said, which way they lean, and what works in most of them."""

from collections.abc import Mapping, Sequence

from workbench.codebook import Code, roles
from workbench.coverage import role_group
from workbench.model import Valence
from workbench.reports.catalogue.value import Comparison, Spread, Tendency, Working
from workbench.reports.chapters import Teller, by_most, valences
from workbench.reports.practice import Perspectives
from workbench.reports.suppress import Counted, suppressed
from workbench.store import Municipality, Quote, statements

FEW = 3
"""Fewer municipalities than this are not counted out: a number would come close to saying which they are."""
COMPARED = 2
"""Fewest municipalities of a group that is compared."""


def by_municipality(said: Sequence[Quote]) -> dict[str, list[Quote]]:
    """What was said, by the municipality's id."""
    found: dict[str, list[Quote]] = {}
    for quote in said:
        found.setdefault(quote.municipality_id, []).append(quote)
    return found


def spread(said: Sequence[Quote], of: int, column: Sequence[int | None] | None = None) -> Spread:
    """In how many of `of` municipalities this was said; `column` is what the table prints of the same statements.

    The total of statements is printed too. Where every municipality whose number is hidden has exactly one, knowing
    how many they are would give each of their numbers away: then it is not said.
    """
    here = len(by_municipality(said))
    cells = [None] * of if column is None else column
    printed = [cell for cell in cells if cell is not None]
    hidden = len(cells) - len(printed)
    left = statements(list(said)) - sum(printed)
    return Spread(None if hidden and hidden == left == here - sum(map(bool, printed)) else here, of)


def table(teller: Teller, several: Sequence[Municipality]) -> Perspectives:
    """Statements by municipality and theme.

    A number is hidden when fewer than k people stand behind it, and further ones so that none can be found by
    subtraction from the chapters' totals. A theme that fewer than three municipalities speak about is hidden whole:
    its row of dashes would say which they are.
    """
    areas = teller.gathered.codebook.areas
    said: dict[tuple[str, str], list[Quote]] = {}
    for quote in teller.gathered.quotes:
        said.setdefault((quote.municipality_id, quote.area), []).append(quote)
    made = suppressed([[_counted(teller, said.get((one.id, area.id), [])) for area in areas] for one in several])
    whole = {
        column
        for column, area in enumerate(areas)
        if 0 < sum((one.id, area.id) in said for one in several) < FEW or column in made.column_totals_hidden
    }
    return Perspectives(
        groups=tuple(one.name for one in several),
        areas=tuple(area.name(teller.language) for area in areas),
        cells=tuple(tuple(None if at in whole else cell for at, cell in enumerate(row)) for row in made.cells),
    )


def tendency(said: Sequence[Quote]) -> Tendency:
    """Which way a group of municipalities leans: each municipality counts once."""
    here = by_municipality(said).values()
    if len(here) < COMPARED:
        return Tendency.TOO_FEW
    counts = [valences(several) for several in here]
    barriers = sum(one.barriers > one.enablers for one in counts)
    enablers = sum(one.enablers > one.barriers for one in counts)
    if not any(one.barriers or one.enablers for one in counts):
        return Tendency.NEITHER
    if barriers == enablers:
        return Tendency.MIXED
    return Tendency.BARRIERS if barriers > enablers else Tendency.ENABLERS


def comparison(
    teller: Teller, groups: Mapping[str, Sequence[Municipality]], themes: Sequence[Code]
) -> Comparison | None:
    """Themes by groups of municipalities, in the order given; None where fewer than two groups can be compared."""
    compared = {label: {one.id for one in several} for label, several in groups.items() if len(several) >= COMPARED}
    if len(compared) < 2:
        return None
    said = teller.gathered.quotes
    return Comparison(
        groups=tuple((label, len(ids)) for label, ids in compared.items()),
        rows=tuple(
            (
                theme.name(teller.language),
                tuple(
                    tendency([quote for quote in said if quote.area == theme.id and quote.municipality_id in ids])
                    for ids in compared.values()
                ),
            )
            for theme in themes
        ),
        left_out=tuple(label for label in groups if label not in compared),
    )


def working(teller: Teller, of: int) -> tuple[Working, ...]:
    """Sub-codes where enablers outnumber barriers in at least two and most of the municipalities that name them.

    Those where most municipalities do come first.
    """
    book = teller.gathered.codebook
    found = []
    for code, said in by_most(teller.gathered.quotes).items():
        here = by_municipality(said).values()
        helped = [several for several in here if _helps(several)]
        if len(helped) < COMPARED or 2 * len(helped) <= len(here):
            continue
        theme = book.code(book.code(code).area).name(teller.language) if code in book else ""
        evidence = teller.evidence(_enablers(said))
        where = spread(_enablers([quote for several in helped for quote in several]), of)
        found.append((-len(helped), -evidence.statements, code, Working(teller.name(code), theme, where, evidence)))
    return tuple(made for *_rank, made in sorted(found, key=lambda one: one[:3]))


def _helps(said: Sequence[Quote]) -> bool:
    counts = valences(said)
    return counts.enablers > counts.barriers


def _enablers(said: Sequence[Quote]) -> list[Quote]:
    return [quote for quote in said if quote.valence is Valence.ENABLER]


def _counted(teller: Teller, said: Sequence[Quote]) -> Counted:
    """The stricter threshold holds where one of those who speak may be young."""
    gathered, known = teller.gathered, roles()
    thresholds = {group.id: group.k for group in known.groups}
    staff = all(thresholds.get(role_group(quote.role)) == "staff" for quote in said)
    return Counted(
        statements=statements(list(said)),
        people=len({quote.participant or (quote.source_id, quote.speaker) for quote in said}),
        k=gathered.k_staff if staff else gathered.k_youth,
    )
