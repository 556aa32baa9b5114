"""The themes the catalogue is told by: those of the codebook in use, or of another one through the crosswalk."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.codebook import Codebook, crosswalk, load, shipped
from workbench.errors import NotFoundError
from workbench.i18n import _
from workbench.model import Finding, nearest
from workbench.reports.catalogue.value import ThroughCrosswalk
from workbench.store import Quote, statements


@dataclass(frozen=True, slots=True)
class Themes:
    """A codebook whose focus areas are the chapters, and the one that was coded with; mostly the same."""

    book: Codebook
    coded: Codebook
    leads: Mapping[str, tuple[str, ...]]
    """From codes of `coded` to codes of `book`, the best first; empty where both are the same."""

    @staticmethod
    def of(wanted: str | None, coded: Codebook, current: Sequence[Codebook]) -> "Themes":
        """The themes of the codebook with this id, of the project or shipped; of `coded` when None.

        Raises NotFoundError when there is none, or nothing leads from what was coded to it.
        """
        if wanted is None or wanted == coded.id:
            return Themes(coded, coded, {})
        own = {one.id: one for one in current}
        bridge = crosswalk().bridge(coded.id, wanted)
        if wanted not in own and (bridge is None or wanted not in shipped()):
            known = [coded.id, *(id for id in shipped() if crosswalk().bridge(coded.id, id)), *own]
            known = list(dict.fromkeys(known))
            raise NotFoundError(
                _("The catalogue cannot be told by the themes of “{id}”: nothing leads there from “{coded}”.").format(
                    id=wanted, coded=coded.id
                ),
                hint=_("Known: {names}.").format(names=", ".join(nearest(wanted, known) or known)),
            )
        book = own[wanted] if wanted in own else load(wanted)
        found = bridge.targets if bridge else {}
        return Themes(book, coded, {code: tuple(to for to in several if to in book) for code, several in found.items()})

    @property
    def own(self) -> bool:
        """Whether the themes are those that were coded with."""
        return self.book.id == self.coded.id

    def targets(self, codebook: str, code: str) -> tuple[str, ...]:
        """The codes of `book` that a code stands for, the best first."""
        if codebook == self.book.id:
            return (code,)
        return self.leads.get(code, ()) if codebook == self.coded.id else ()

    def read(self, said: Iterable[Quote]) -> tuple[Quote, ...]:
        """What was said, under these themes: a coding can come to stand under several, with its valence."""
        return tuple(
            quote if quote.codebook == self.book.id else self._under(quote, code)
            for quote in said
            for code in self.targets(quote.codebook, quote.code)
        )

    def written(self, one: Finding) -> Finding:
        """A finding under these themes: where its code leads to several, the best one."""
        grounds = tuple(dict.fromkeys(to for code in one.grounds for to in self.targets(one.codebook, code)))
        best = next(iter((*self.targets(one.codebook, one.code), *grounds)), "")
        area = self.book.code(best).area if best in self.book else ""
        return replace(one, code=best, codebook=self.book.id if best else "", area=area, codes=grounds)

    def through(self, said: Sequence[Quote], language: str) -> ThroughCrosswalk | None:
        """How `said`, as it was coded, was read; None where nothing had to be."""
        if self.own:
            return None
        lost = {
            code.id: statements([quote for quote in said if (quote.codebook, quote.code) == (self.coded.id, code.id)])
            for code in self.coded.codes
            if not self.leads.get(code.id)
        }
        return ThroughCrosswalk(
            codebook=self.book.id,
            themes=self.book.name(language),
            leads=tuple(
                (code.name(language), tuple(self.book.code(to).name(language) for to in self.leads[code.id]))
                for code in self.coded.codes
                if self.leads.get(code.id)
            ),
            unmapped=tuple((self.coded.code(id).name(language), number) for id, number in lost.items() if number),
        )

    def _under(self, quote: Quote, code: str) -> Quote:
        return quote._replace(code=code, codebook=self.book.id, area=self.book.code(code).area)
