"""Reports in other formats than Word: Markdown, HTML and PDF, each from the same document."""

from workbench.reports.formats.html import html
from workbench.reports.formats.markdown import markdown
from workbench.reports.formats.pdf import pdf

__all__ = ["html", "markdown", "pdf"]
