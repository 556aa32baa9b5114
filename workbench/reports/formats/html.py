"""A report as one HTML file that loads nothing and runs nothing: for the screen, a screen reader, a phone or print."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.reports import figures, house_styles
from workbench.reports.document import Document, Picture
from workbench.reports.formats.flow import Item, parts

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_FOLDER = Path(__file__).parent
_COLOURS = ("INK", "ACCENT", "MUTED", "SHADE", "LINE")


def html(document: Document) -> str:
    """The report as an HTML page with its styles and figures inside; nothing in its texts is taken for markup."""
    from markupsafe import Markup

    def drawn(picture: Picture) -> Markup:
        made = figures.svg(picture.figure, id=picture.id, alt=picture.alt, language=document.language)
        return Markup(made.decode())  # noqa: S704 — drawn here, its texts escaped

    return _template().render(
        document=document,
        parts=parts(document),
        kind=_kind,
        drawn=drawn,
        style=_style(),
    )


def _kind(item: Item) -> str:
    """Name of the template's macro."""
    return type(item).__name__.lower()


@cache
def _style() -> "Markup":
    from markupsafe import Markup

    colours = "".join(f"--{name.lower()}: #{getattr(house_styles, name)}; " for name in _COLOURS)
    return Markup(f":root {{ {colours}}}\n{(_FOLDER / 'report.css').read_text('utf-8')}")  # noqa: S704 — our own file


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2")
