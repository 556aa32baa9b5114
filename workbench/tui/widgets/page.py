"""A page of text to be read and scrolled, written anew without laying the whole screen out again."""

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

MARGIN = 1
"""Columns between the text and the scroll bar."""


class Page(ScrollView, can_focus=True):
    """Shows one text; up and down scroll it."""

    DEFAULT_CSS = """
    Page { background: $surface; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = Content()
        self._lines: list[Strip] = []
        self._laid_for = 0
        """Columns that the lines were broken for."""

    def show(self, text: Content) -> None:
        """Another text, from its beginning; one that is the same stays where it is."""
        if text == self._text and self._text.spans == text.spans:
            return
        self._text = text
        self.scroll_to(y=0, animate=False, immediate=True)
        self._lay()

    @property
    def plain(self) -> str:
        """What it says, without its styles."""
        return self._text.plain

    def on_resize(self) -> None:
        if self._laid_for != self.scrollable_content_region.width:
            self._lay()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._lay()

    def render_line(self, y: int) -> Strip:
        width, line = self.scrollable_content_region.width, y + self.scroll_offset.y
        style = self.visual_style.rich_style
        if line >= len(self._lines):
            return Strip.blank(width, style)
        return self._lines[line].adjust_cell_length(width, style)

    def _lay(self) -> None:
        width = self.scrollable_content_region.width
        if width <= MARGIN:
            return
        self._laid_for = width
        self._lines = Visual.to_strips(self, self._text, width - MARGIN, None, self.visual_style)
        # Set as usual it would lay the whole screen out again, which costs three times what the page does.
        self.set_reactive(Page.virtual_size, Size(width, len(self._lines)))
        self.vertical_scrollbar.window_virtual_size = len(self._lines)
        self.vertical_scrollbar.refresh()
        self.refresh()
