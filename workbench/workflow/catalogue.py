"""Writing the catalogue across municipalities: gathered, composed, with people's prose kept, in every format."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.i18n import _, ngettext, speaking
from workbench.reports import Document
from workbench.reports.catalogue import Catalogue, Field, catalogue_document, compose_catalogue, gather_field
from workbench.store import Store
from workbench.workflow.report import Wanted, Written, protect, write_document
from workbench.workflow.report_warnings import warnings


def write_catalogue(store: Store, wanted: Wanted) -> Written:
    """Write the catalogue into the project's `reports` folder; it has one length, and no internal edition.

    Raises UsageError for an unknown format or language, NotFoundError for themes that cannot be read, ProtectedError
    when a quote is starred or approved that may not be quoted or fewer than three municipalities have material,
    WorkbenchError when nobody has or a file cannot be written.
    """
    made, field = _composed(store, wanted)
    name = catalogue_name(made.language, wanted.themes)
    written = write_document(store, catalogue_document(made), name, wanted)
    return replace(written, warnings=(*_warnings(field, made), *written.warnings))


def fresh_catalogue(store: Store, wanted: Wanted) -> Document:
    """The catalogue as it would be written now. Raises as `write_catalogue`."""
    return catalogue_document(_composed(store, wanted)[0])


def catalogue_name(language: str, themes: str | None = None) -> str:
    """The file's name without its ending; by the themes of another codebook it is another file."""
    with speaking(language):
        return "-".join(part for part in (_("catalogue"), themes or "") if part)


def _composed(store: Store, wanted: Wanted) -> tuple[Catalogue, Field]:
    language = wanted.told(store)
    field = gather_field(store, wanted.themes)
    for part in field.parts:
        protect(part)
    return compose_catalogue(field, language), field


def _warnings(field: Field, made: Catalogue) -> Iterator[str]:
    """What speaks for waiting with the catalogue, or for reading it once more before it is sent."""
    shown = [quote for theme in made.themes for quote in theme.shown()]
    yield from warnings(replace(field.joint, quotes=field.themes.read(field.said)), shown)
    if field.silent:
        names = ", ".join(field.silent)
        yield _("Without material, and therefore not in the catalogue: {names}.").format(names=names)
    for theme in made.themes:
        if theme.pattern.said.number == 1:
            yield _("{area}: everything comes from a single municipality.").format(area=theme.name)
    if field.telling:
        yield ngettext(
            "{n} quote names a municipality or a region and is not used: workbench quotes edit ID ({ids}).",
            "{n} quotes name a municipality or a region and are not used: workbench quotes edit ID ({ids}).",
            len(field.telling),
        ).format(n=len(field.telling), ids=", ".join(field.telling))
    if examples := sum(theme.example is not None for theme in made.themes):
        yield ngettext(
            "{n} example comes from a finding about one municipality: read whether it can be recognised.",
            "{n} examples come from findings about one municipality: read whether it can be recognised.",
            examples,
        ).format(n=examples)
