"""What one goes through: whose passages, and which of them come first."""

from dataclasses import dataclass, replace

from workbench.i18n import _
from workbench.store import Source, Store, sources
from workbench.workflow.order import Order


@dataclass(frozen=True, slots=True)
class Pile:
    """All sources, those of one municipality, or one source; in an order."""

    order: Order = Order.TRANSCRIPT
    municipality: str = ""
    """Id; empty for all."""
    source: str = ""
    """Id; empty for all."""

    def sources(self, store: Store) -> list[Source]:
        """Those whose passages are in it."""
        found = sources(store, municipality=self.municipality or None)
        return [one for one in found if not self.source or one.id == self.source]

    def reordered(self) -> "Pile":
        """In the next order; after the last comes the first."""
        every = list(Order)
        return replace(self, order=every[(every.index(self.order) + 1) % len(every)])

    def narrowed(self, at: Source | None) -> "Pile":
        """Only the municipality of this source, then only the source, then all again; `at` is None past the end."""
        if self.source or at is None:
            return replace(self, municipality="", source="")
        if self.municipality:
            return replace(self, source=at.id)
        return replace(self, municipality=at.municipality)

    def said(self, at: Source | None) -> str:
        """Whose passages these are, where `at` is one of them."""
        if at is None or not (self.municipality or self.source):
            return _("Everywhere.")
        return _("Only {what}.").format(what=(at.title or at.name) if self.source else at.municipality_name)
