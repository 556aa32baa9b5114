"""Something larger than its place on the screen, which may grow without the screen being laid out again."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar

from workbench.tui.widgets.bar import SlimBar
from workbench.tui.widgets.bare import Bare


class Scrolled(Bare, ScrollView):
    """A view whose extent changes often: with what is typed, or as rows are read."""

    DEFAULT_CSS = """
    Scrolled { width: 1fr; height: 1fr; overflow: auto auto; }
    """

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """Made when it is first asked for, as Textual does."""
        if self._vertical_scrollbar is None:
            bar = SlimBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def stretch(self, extent: Size) -> None:
        """So large is what there is to see; the screen is laid out again only where a scroll bar comes or goes."""
        if self._bars(self.virtual_size) != self._bars(extent):
            self.virtual_size = extent
            return
        self.set_reactive(ScrollView.virtual_size, extent)
        across, down = self._bars(extent)
        if across:
            self.horizontal_scrollbar.window_virtual_size = extent.width
        if down:
            self.vertical_scrollbar.window_virtual_size = extent.height

    def _bars(self, extent: Size) -> tuple[bool, bool]:
        """Whether that much needs a scroll bar, across and down."""
        return extent.width > self.size.width, extent.height > self.size.height
