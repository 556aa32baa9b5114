"""Paints the rows that changed. Textual goes through every row of each widget that changed somewhere."""

from collections.abc import Iterable, Mapping, Sequence

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Chops = dict[int, Strip | None]
"""What is painted on a row, by the columns where widgets begin and end; None where nothing is yet."""


def bands(regions: Iterable[Region], width: int) -> tuple[Region, ...]:
    """The rows that these regions touch, as few regions over the whole width."""
    found: list[Region] = []
    for top, bottom in sorted((one.y, one.bottom) for one in regions):
        if found and top <= found[-1].bottom:
            found[-1] = found[-1].union(Region(0, top, width, bottom - top))
        else:
            found.append(Region(0, top, width, bottom - top))
    return tuple(found)


class Bands(Compositor):
    """A compositor whose updates cost what changed, not what stands around it or lies behind it."""

    def render_partial_update(self) -> ChopsUpdate | None:
        screen = self.size.region
        dirty = [seen for one in self._dirty_regions if (seen := one.intersection(screen))]
        self._dirty_regions.clear()
        if not dirty:
            return None
        painted = self._painted(bands(dirty, screen.width))
        return ChopsUpdate(painted, list(self._regions_to_spans(dirty)), [cuts[1:] for cuts in self.cuts])

    def _painted(self, changed: Iterable[Region]) -> Sequence[Mapping[int, Strip | None]]:
        """The rows of the screen, painted where they changed: the foremost widget first, what it hides not at all."""
        rows: list[Chops] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        open_rows = {y for band in changed for y in band.line_range}
        for widget, (region, clip) in self.visible_widgets.items():
            within = region.intersection(clip)
            for band in changed:
                seen = within.intersection(band)
                if seen and not open_rows.isdisjoint(seen.line_range):
                    strips = widget.render_lines(seen.translate(-region.offset))
                    for y, strip in zip(seen.line_range, strips, strict=False):
                        if y in open_rows and self._lay(rows[y], self.cuts[y], seen, strip):
                            open_rows.discard(y)
        return rows

    @staticmethod
    def _lay(row: Chops, cuts: Sequence[int], seen: Region, strip: Strip) -> bool:
        """Lay a strip where its row is bare still; whether nothing is bare any more."""
        first, last = seen.column_span
        within = [cut for cut in cuts if first <= cut <= last]
        for cut, piece in zip(within, strip.divide([cut - first for cut in within[1:]]), strict=False):
            if row.get(cut) is None:
                row[cut] = piece
        return None not in row.values()
