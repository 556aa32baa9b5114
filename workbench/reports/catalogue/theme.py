"""A theme across municipalities: where it was heard, an example, whom to quote, what is asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.codebook import Code
from workbench.coverage import role_group
from workbench.i18n import _
from workbench.model import FindingKind, Valence
from workbench.reports.catalogue.across import COMPARED, by_municipality, spread
from workbench.reports.catalogue.field import Field
from workbench.reports.catalogue.names import holds_names, without
from workbench.reports.catalogue.value import Asked, Example, Pattern, SubTheme, Theme
from workbench.reports.chapters import Teller, by_most, valences
from workbench.reports.choice import Used, choose
from workbench.reports.practice import Recommendation, ShownQuote, YouthPerspective
from workbench.store import Municipality, Quote

QUOTES = 4
"""Quotes of a theme, beside young people's and those of recommendations."""
YOUTH_QUOTES = 2
RECOMMENDATIONS = 4
"""Recommendations from the interviews, beside those somebody wrote."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the chapters share while they are made, one after the other."""

    material: Field
    teller: Teller
    broadly: Teller
    """Says of evidence which groups were heard: across municipalities the list of roles is as long as roles.yaml."""
    forms: Mapping[str, Sequence[Municipality]]
    """Municipalities by form of organisation."""
    places: list[Quote] = field(default_factory=list)
    """Shown already: no quote stands under two themes."""
    examples: dict[str, int] = field(default_factory=dict)
    """How many examples each municipality has given."""

    @property
    def number(self) -> int:
        """Of municipalities."""
        return len(self.material.parts)


def theme(telling: Telling, area: Code, by_young: int | None, column: Sequence[int | None]) -> Theme | None:
    """A theme's chapter; None when nothing was said or written about it.

    `by_young` is the number of young people's statements as it may be printed, `column` what is printed of each
    municipality.
    """
    teller = telling.teller
    said = [quote for quote in teller.gathered.quotes if quote.area == area.id]
    wrote = [one for one in teller.gathered.written if teller.stands_under(one) == area.id]
    if not said and not wrote:
        return None
    used = Used(places=telling.places)
    wishes = [quote for quote in said if quote.valence is Valence.RECOMMENDATION]
    asked = _asked(telling, area, wishes, used)
    young = [quote for quote in said if role_group(quote.role) == "youth"]
    # Where young people said little, their own section comes before the other quotes.
    youth_quotes = _shown(teller, [quote for quote in young if quote not in wishes], YOUTH_QUOTES, used)
    quotes = _shown(teller, [quote for quote in said if quote not in wishes], QUOTES, used)
    name = area.name(teller.language)
    return Theme(
        code=area.id,
        name=name,
        definition=area.definition,
        evidence=telling.broadly.evidence(said),
        valences=valences(said),
        pattern=_pattern(telling, said, column),
        written=tuple(telling.broadly.written(one) for one in wrote if one.kind is FindingKind.FINDING),
        sub_themes=_sub_themes(telling, said),
        example=_example(telling, area.id),
        quotes=quotes,
        youth=YouthPerspective(by_young, valences(young), tuple(map(teller.name, by_most(young))), youth_quotes)
        if young
        else None,
        recommendations=(
            *(
                Asked(telling.broadly.recommendation(one, name))
                for one in wrote
                if one.kind is FindingKind.RECOMMENDATION
            ),
            *asked,
        ),
    )


def _shown(teller: Teller, said: Iterable[Quote], number: int, used: Used) -> tuple[ShownQuote, ...]:
    return tuple(map(teller.shown, choose(teller.candidates(list(said)), number, used)))


def _pattern(telling: Telling, said: Sequence[Quote], column: Sequence[int | None] | None = None) -> Pattern:
    here = by_municipality(said)
    return Pattern(
        said=spread(said, telling.number, column),
        barriers=spread([quote for quote in said if quote.valence is Valence.BARRIER], telling.number),
        enablers=spread([quote for quote in said if quote.valence is Valence.ENABLER], telling.number),
        forms=tuple(
            label
            for label, several in telling.forms.items()
            if len(several) >= COMPARED and any(one.id in here for one in several)
        ),
    )


def _sub_themes(telling: Telling, said: Sequence[Quote]) -> tuple[SubTheme, ...]:
    teller, by_code = telling.teller, by_most(said)
    order = sorted(by_code, key=lambda code: -len(by_municipality(by_code[code])))
    return tuple(
        SubTheme(
            name=teller.name(code),
            evidence=telling.broadly.evidence(by_code[code]),
            valences=valences(by_code[code]),
            pattern=_pattern(telling, by_code[code]),
        )
        for code in order
    )


def _asked(telling: Telling, area: Code, wishes: Sequence[Quote], used: Used) -> list[Asked]:
    """What the interviews of at least two municipalities ask for, one per sub-code: those of most come first."""
    teller, by_code = telling.teller, by_most(wishes)
    common = [code for code in by_code if len(by_municipality(by_code[code])) >= COMPARED]
    made = []
    for code in sorted(common, key=lambda code: -len(by_municipality(by_code[code])))[:RECOMMENDATIONS]:
        best = _shown(teller, by_code[code], 1, used)
        made.append(
            Asked(
                Recommendation(
                    label=teller.name(code),
                    area=area.name(teller.language),
                    evidence=telling.broadly.evidence(by_code[code]),
                    quote=best[0] if best else None,
                ),
                spread(by_code[code], telling.number),
            )
        )
    return made


def _example(telling: Telling, area: str) -> Example | None:
    """The first finding about the theme that does not say where it comes from, from who has given fewest so far."""
    fitting = []
    for position, one in enumerate(telling.material.municipalities):
        for number, finding in enumerate(telling.material.findings.get(one.id, ())):
            if telling.teller.stands_under(finding) != area:
                continue
            told = tuple(_unnamed(text, one) for text in (finding.label, finding.body))
            if not any(telling.material.names.among(text) or holds_names(text) for text in told):
                fitting.append((telling.examples.get(one.id, 0), not finding.body, position, number, one.id, told))
    if not fitting:
        return None
    *_rank, where, (label, body) = min(fitting)
    telling.examples[where] = telling.examples.get(where, 0) + 1
    return Example(label, body)


def _unnamed(text: str, municipality: Municipality) -> str:
    return without(text, municipality.name, instead=_("[the municipality]"), genitive=_("[the municipality's]"))
