"""What the screen of quotes is made of: the filter, a quote as a line and as a page, its marks and its light edit."""

from workbench.tui.quotes.actions import ACTIONS
from workbench.tui.quotes.filter import QuoteFilter
from workbench.tui.quotes.finding import FindingQuotes
from workbench.tui.quotes.light_edit import LIGHT_EDIT, LightEditScreen
from workbench.tui.quotes.line import asked_line
from workbench.tui.quotes.marking import approve_or_unapprove, keep_edit, star_or_unstar
from workbench.tui.quotes.panes import QuoteList
from workbench.tui.quotes.table import write_table

__all__ = [
    "ACTIONS", "LIGHT_EDIT", "FindingQuotes", "LightEditScreen", "QuoteFilter", "QuoteList", "approve_or_unapprove",
    "asked_line", "keep_edit", "star_or_unstar", "write_table",
]  # fmt: skip
