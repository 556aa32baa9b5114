"""A focus area's chapter: what was said most, by whom, and what speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench import model
from workbench.codebook import Code, roles
from workbench.coverage import role_group
from workbench.i18n import _
from workbench.model import FindingKind, Valence
from workbench.reports.attribution import public_labels
from workbench.reports.choice import Candidate, Used, choose
from workbench.reports.material import Gathered
from workbench.reports.practice import (
    Chapter,
    Deviation,
    Evidence,
    Finding,
    ListedQuote,
    Outline,
    Recommendation,
    ShownQuote,
    Valences,
    Written,
    YouthPerspective,
)
from workbench.reports.smallnumbers import SourceUse, count_sources
from workbench.store import Quote, statements


@dataclass(frozen=True, slots=True)
class Teller:
    """Turns what was gathered into what may be printed, in one language."""

    gathered: Gathered
    labels: dict[str, str]
    """What may be printed for each role."""
    language: str
    outline: Outline

    @staticmethod
    def of(gathered: Gathered, language: str, outline: Outline) -> "Teller":
        people: dict[str, int] = {}
        for person in gathered.people:
            people[person.role] = people.get(person.role, 0) + 1
        labels = public_labels(people, k_staff=gathered.k_staff, k_youth=gathered.k_youth, language=language)
        return Teller(gathered, labels, language, outline)

    def by(self, role: str) -> str:
        """The label for a role."""
        return self.labels.get(role) or _("Participant")

    def name(self, code: str) -> str:
        """The code's name; a focus area coded by itself is so in general."""
        found = self.gathered.codebook.code(code) if code in self.gathered.codebook else None
        if found is None:
            return code
        name = found.name(self.language)
        return name if found.parent else _("{area}, in general").format(area=name)

    def evidence(self, said: Sequence[Quote]) -> Evidence:
        """What these codings amount to."""
        order = {role.id: number for number, role in enumerate(roles().roles)}
        heard = [self.by(role) for role in sorted({quote.role for quote in said}, key=lambda id: order.get(id, -1))]
        named = {role.labels[self.language] for role in roles().roles}
        thresholds = self.gathered.thresholds
        kinds = {source.id: source.kind for source in self.gathered.sources}
        return Evidence(
            statements=statements(list(said)),
            sources=count_sources(
                SourceUse(quote.source_id, kinds[quote.source_id], thresholds.get(quote.source_id, 0)) for quote in said
            ),
            heard=tuple(sorted(dict.fromkeys(heard), key=lambda label: label not in named)),
        )

    def written(self, one: model.Finding) -> Written:
        """A finding with what it rests on: what is coded with its codes, in its sources where it names any."""
        return Written(one.label, one.body, self._behind(one))

    def recommendation(self, one: model.Finding, area: str) -> Recommendation:
        """A recommendation somebody wrote."""
        return Recommendation(
            one.label, area, self._behind(one), body=one.body, criterion=one.success_criterion, owner=one.owner
        )

    def stands_under(self, one: model.Finding) -> str:
        """The focus area of this codebook that a finding stands under; empty for none."""
        return one.area if one.codebook == self.gathered.codebook.id else ""

    def _behind(self, one: model.Finding) -> Evidence | None:
        grounds = set(one.grounds)
        said = [
            quote
            for quote in self.gathered.quotes
            if grounds & {quote.code, quote.area} and (not one.sources or quote.source_id in one.source_ids)
        ]
        return self.evidence(said) if said else None

    def candidates(self, said: Sequence[Quote]) -> list[Candidate]:
        """Those that may be quoted."""
        edited, starred, approved = self.gathered.edited, self.gathered.starred, self.gathered.approved
        return [
            Candidate(
                quote,
                edited.get(quote.id, quote.text),
                approved=quote.id in approved,
                starred=quote.id in starred,
                young=_young(quote),
            )
            for quote in said
            if quote.may_quote and quote.text.strip()
        ]

    def shown(self, chosen: Candidate) -> ShownQuote:
        return ShownQuote(
            id=chosen.quote.id[:8],
            text=chosen.text,
            by=self.by(chosen.quote.role),
            about=self.name(chosen.quote.code),
        )


def valences(said: Sequence[Quote]) -> Valences:
    """How many statements there are of each."""
    return Valences(
        barriers=statements([quote for quote in said if quote.valence is Valence.BARRIER]),
        enablers=statements([quote for quote in said if quote.valence is Valence.ENABLER]),
        recommendations=statements([quote for quote in said if quote.valence is Valence.RECOMMENDATION]),
        descriptions=statements([quote for quote in said if quote.valence is Valence.DESCRIPTION]),
    )


def chapter(teller: Teller, area: Code, by_young: int | None) -> Chapter | None:
    """The chapter of a focus area; None when nothing was said or written about it.

    `by_young` is the number of young people's statements as it may be printed.
    """
    gathered, outline = teller.gathered, teller.outline
    said = [quote for quote in gathered.quotes if quote.area == area.id]
    wrote = [one for one in gathered.written if teller.stands_under(one) == area.id]
    advised = [one for one in wrote if one.kind is FindingKind.RECOMMENDATION]
    if not said and not wrote:
        return None
    by_code = by_most(said)
    top = list(by_code)[: outline.findings]
    deviating = [quote for code in by_code for quote in _deviating(by_code[code])]
    asked = [quote for quote in said if quote.valence is Valence.RECOMMENDATION]
    against = {quote.id for quote in deviating}
    used = Used()
    recommendations = _recommendations(teller, area, asked, used)
    # Where young people said little, their own section comes before the findings' quotes.
    young = [quote for quote in said if _young(quote) and quote not in asked]
    plain = [quote for quote in young if quote.id not in against]
    youth_quotes = choose(teller.candidates(plain), min(outline.youth_quotes, (len(plain) + 1) // 2), used)
    against_quotes = choose(teller.candidates(deviating), outline.deviating_quotes, used)
    main = [quote for quote in said if quote.id not in against and quote not in asked and quote.code in top]
    main_quotes = choose(teller.candidates(main), outline.quotes, used)
    every_young = [quote for quote in said if _young(quote)]
    return Chapter(
        code=area.id,
        name=area.name(teller.language),
        prioritised=gathered.row.cell(area.id).prioritised,
        evidence=teller.evidence(said),
        valences=valences(said),
        written=tuple(teller.written(one) for one in wrote if one.kind is FindingKind.FINDING),
        findings=tuple(
            Finding(
                name=teller.name(code),
                evidence=teller.evidence(by_code[code]),
                valences=valences(by_code[code]),
                quotes=tuple(teller.shown(one) for one in main_quotes if one.quote.code == code),
            )
            for code in top
        ),
        by_code=tuple((teller.name(code), valences(quotes)) for code, quotes in by_code.items()),
        others=tuple((teller.name(code), statements(by_code[code])) for code in by_code if code not in top),
        youth=YouthPerspective(
            statements=by_young,
            valences=valences(every_young),
            about=tuple(map(teller.name, by_most(every_young))),
            quotes=tuple(teller.shown(one) for one in youth_quotes),
        )
        if every_young
        else None,
        deviation=Deviation(statements(deviating), tuple(teller.shown(one) for one in against_quotes))
        if deviating
        else None,
        recommendations=(
            *(teller.recommendation(one, area.name(teller.language)) for one in advised),
            *recommendations,
        ),
    )


def listed_quotes(teller: Teller) -> tuple[ListedQuote, ...]:
    """Every quote that may be shown, with its place, in the order of the transcripts."""
    return tuple(
        ListedQuote(
            id=one.quote.id[:8],
            text=one.text,
            by=teller.by(one.quote.role),
            about=teller.name(one.quote.code),
            source=one.quote.source,
            turn=one.quote.turn,
            seconds=one.quote.seconds,
            approved=one.approved,
        )
        for one in teller.candidates(teller.gathered.quotes)
    )


def by_most(said: Sequence[Quote]) -> dict[str, list[Quote]]:
    """Codings by code, the code with most statements first; of equals the one named first in the alphabet."""
    found: dict[str, list[Quote]] = {}
    for quote in said:
        found.setdefault(quote.code, []).append(quote)
    order = sorted(found, key=lambda code: (-statements(found[code]), code))
    return {code: found[code] for code in order}


def _recommendations(teller: Teller, area: Code, asked: Sequence[Quote], used: Used) -> list[Recommendation]:
    """What the interviews asked for, one per sub-code, each with the quote that says it best."""
    made = []
    for code, several in list(by_most(asked).items())[: teller.outline.asked]:
        best = choose(teller.candidates(several), 1, used)
        made.append(
            Recommendation(
                label=teller.name(code),
                area=area.name(teller.language),
                evidence=teller.evidence(several),
                quote=teller.shown(best[0]) if best else None,
            )
        )
    return made


def _deviating(said: Sequence[Quote]) -> list[Quote]:
    """Marked as contrary, or an enabler where barriers dominate the sub-code, or the other way round."""
    barriers = statements([quote for quote in said if quote.valence is Valence.BARRIER])
    enablers = statements([quote for quote in said if quote.valence is Valence.ENABLER])
    fewer = None if barriers == enablers else Valence.ENABLER if barriers > enablers else Valence.BARRIER
    return [quote for quote in said if quote.contrary or quote.valence is fewer]


def _young(quote: Quote) -> bool:
    return role_group(quote.role) == "youth"
