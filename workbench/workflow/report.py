"""Writing the practice report of one municipality: gathered, composed, with people's prose kept, in every format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.errors import ProtectedError, UsageError, WorkbenchError
from workbench.i18n import LANGUAGES, _, speaking
from workbench.model import Transcription, handle
from workbench.reports import (
    OUTLINES,
    SHORT,
    Comparison,
    Document,
    Gathered,
    Outline,
    PracticeReport,
    ReadPlace,
    compare,
    compose,
    docx,
    gather,
    html,
    markdown,
    pdf,
    png,
    practice_document,
    prose_of,
    svg,
    write_kept,
)
from workbench.store import Municipality, Store, municipalities, quote_marks, quotes
from workbench.workflow.report_warnings import warnings

FORMATS = ("docx", "html", "md", "pdf")


def formats_here() -> tuple[str, ...]:
    """The formats that can be written on this computer: PDF needs the extra `pdf`."""
    from importlib.util import find_spec

    return FORMATS if find_spec("typst") else FORMATS[:-1]


FIGURES = ("svg", "png")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What report is asked for. Raises UsageError for an unknown format."""

    language: str | None = None
    """The report's own; the project's report language when None."""
    outline: Outline = SHORT
    formats: Sequence[str] = field(default_factory=formats_here)
    internal: bool = False
    """With the list of every quote and its place."""
    figures: bool = False
    """The figures as files of their own too."""
    text_from: Path | None = None
    """The Word file whose prose is kept; the one that the report replaces when None."""
    themes: str | None = None
    """Of the catalogue: the codebook whose themes are its chapters; the project's own when None."""

    def __post_init__(self) -> None:
        if unknown := [one for one in self.formats if one not in FORMATS]:
            raise UsageError(
                _("A report is written as {names}, not as “{name}”.").format(names=", ".join(FORMATS), name=unknown[0])
            )

    def told(self, store: Store) -> str:
        """The language. Raises UsageError for one that reports are not written in."""
        language = self.language or store.settings.report_language
        if language not in LANGUAGES:
            raise UsageError(
                _("Reports are written in {names}, not in “{name}”.").format(names=", ".join(LANGUAGES), name=language)
            )
        return language


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a report left on disk."""

    files: tuple[Path, ...]
    kept: tuple[Path, ...]
    """Where earlier reports that differ lie now."""
    warnings: tuple[str, ...]
    """For whoever sends the report, in the language spoken; the report itself does not hold them."""
    changed: Comparison | None
    """What changed underneath since the earlier Word file; None where there was none."""


def write_report(store: Store, municipality: Municipality, wanted: Wanted = Wanted()) -> Written:
    """Write the municipality's practice report into the project's `reports` folder.

    Raises UsageError for an unknown language, ProtectedError when a quote is starred or approved that may
    not be quoted, WorkbenchError when the municipality has no sources or a file cannot be written, InvalidFileError
    for a template that cannot be used.
    """
    language = wanted.told(store)
    report, gathered = composed(store, municipality, wanted)
    name = report_name(store, municipality, language, wanted.outline, internal=wanted.internal)
    document = practice_document(report)
    written = write_document(store, document, name, wanted)
    shown = [quote for chapter in report.chapters for quote in chapter.shown()]
    return replace(written, warnings=(*warnings(gathered, shown), *written.warnings))


def composed(store: Store, municipality: Municipality, wanted: Wanted) -> tuple[PracticeReport, Gathered]:
    """The report as a value, and what it was made of. Raises ProtectedError and WorkbenchError as `write_report`."""
    gathered = gather(store, municipality.id)
    if not gathered.sources:
        raise WorkbenchError(
            _("There is nothing from {name} yet: no source to report on.").format(name=municipality.name),
            hint=_("Add some with: workbench import PATH"),
        )
    protect(gathered)
    return compose(gathered, wanted.told(store), wanted.outline, internal=wanted.internal), gathered


def write_document(store: Store, document: Document, name: str, wanted: Wanted) -> Written:
    """Write a document in every format asked for; prose of the Word file it replaces is kept in all of them.

    Raises WorkbenchError when a file cannot be written.
    """
    folder = store.root / "reports"
    earlier = _read(wanted.text_from or folder / f"{name}.docx", named=wanted.text_from is not None)
    notes: list[str] = []
    if earlier is not None:
        places = prose_of(earlier)
        document = document.with_prose({id: place.prose for id, place in places.items() if place.prose})
        notes = _not_carried(document, places)
    files, kept = [], []
    fresh: bytes | None = None
    for form in dict.fromkeys(wanted.formats):
        content = _content(store, document, form)
        fresh = content if form == "docx" else fresh
        files.append(folder / f"{name}.{form}")
        kept.append(write_kept(files[-1], content))
    if wanted.figures:
        for picture in document.pictures():
            files += [folder / f"{name}-{picture.id}.{form}" for form in FIGURES]
            kept.append(
                write_kept(files[-2], svg(picture.figure, id=picture.id, alt=picture.alt, language=document.language))
            )
            kept.append(write_kept(files[-1], png(picture.figure)))
    fresh = fresh or (docx(document, template_of(store)) if earlier is not None else b"")
    changed = compare(earlier, fresh, approved_words(store)) if earlier is not None else None
    return Written(tuple(files), tuple(one for one in kept if one), tuple(notes), changed)


def report_name(
    store: Store, municipality: Municipality, language: str, outline: Outline = SHORT, *, internal: bool = False
) -> str:
    """The file's name without its ending; two municipalities never share one, nor two outlines."""
    own = handle(municipality.name)
    if any(handle(other.name) == own and other.id != municipality.id for other in municipalities(store)):
        own = f"{own}-{municipality.code or municipality.id[:8]}"
    with speaking(language):
        parts = (
            _("practice-report-{municipality}").format(municipality=own),
            _("full") if outline.full else "",
            _("internal") if internal else "",
        )
        return "-".join(part for part in parts if part)


def approved_words(store: Store, municipality: Municipality | None = None) -> dict[str, str]:
    """The words somebody approved, by the id a report prints; of one municipality or of all."""
    approved = {id: mark.edited for id, mark in quote_marks(store).items() if mark.approved_by}
    if not approved:
        return {}
    said = quotes(store, municipality=municipality.id if municipality else None)
    return {one.id[:8]: approved[one.id] or one.text for one in said if one.id in approved}


def template_of(store: Store) -> Path | None:
    """The project's own template: a path in workbench.toml, seen from the project's folder."""
    named = store.settings.report_template
    return store.root / Path(named).expanduser() if named else None


def outline_named(typed: str) -> Outline:
    """`short` or `full`, or in Danish `kort` or `fuld`. Raises UsageError."""
    same = {"kort": "short", "fuld": "full"}
    name = same.get(typed, typed)
    if name not in OUTLINES:
        raise UsageError(_("A report is short or full, not “{name}”.").format(name=typed))
    return OUTLINES[name]


def _content(store: Store, document: Document, form: str) -> bytes:
    match form:
        case "docx":
            return docx(document, template_of(store))
        case "html":
            return html(document).encode()
        case "pdf":
            return pdf(document)
        case _:
            return markdown(document).encode()


def _read(file: Path, *, named: bool) -> bytes | None:
    """The earlier Word file; None where there is none. Raises WorkbenchError when one was named and is not there."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        if not named:
            return None
        raise WorkbenchError(_("There is no file {file}.").format(file=file)) from None
    except OSError as error:
        raise WorkbenchError(
            _("{file} cannot be read: {reason}.").format(file=file, reason=error.strerror or error),
            hint=_("Close it where it is open. Nothing was written."),
        ) from error


def _not_carried(document: Document, places: Mapping[str, ReadPlace]) -> list[str]:
    """What people put into the earlier Word file that the new one does not hold."""
    has = {place.id for place in document.places()}
    notes = []
    for id, place in places.items():
        if place.prose and id not in has:
            notes.append(
                _("The text in “{place}” has no place in this report any more; the earlier file keeps it.").format(
                    place=id
                )
            )
        if place.left_behind:
            notes.append(
                _("From “{place}”, this cannot be carried over; the earlier file keeps it: {things}.").format(
                    place=id, things=", ".join(place.left_behind)
                )
            )
    return notes


def protect(gathered: Gathered) -> None:
    """Refuse where somebody chose a quote that may not be printed: it would silently be missing.

    Raises ProtectedError, naming the quotes.
    """
    chosen = gathered.starred | gathered.approved
    held = [quote for quote in gathered.quotes if quote.id in chosen and not quote.may_quote]
    if not held:
        return
    minutes = [one.id[:8] for one in held if one.transcription is Transcription.MINUTES]
    consent = [one.id[:8] for one in held if one.transcription is not Transcription.MINUTES]
    reasons = []
    if consent:
        reasons.append(_("the consent does not cover quoting ({ids})").format(ids=", ".join(consent)))
    if minutes:
        reasons.append(_("minutes are nobody's own words ({ids})").format(ids=", ".join(minutes)))
    raise ProtectedError(
        _("Chosen quotes may not be printed: {reasons}.").format(reasons="; ".join(reasons)),
        hint=_("Take them out with: workbench quotes unstar ID, workbench quotes unapprove ID"),
    )
