"""Reports on disk held against the project: what somebody changed in Word, and what changed underneath."""

from dataclasses import dataclass
from pathlib import Path

from workbench.errors import InvalidFileError, NotFoundError, WorkbenchError
from workbench.i18n import LANGUAGES, _
from workbench.reports import Comparison, Document, compare, docx, opened, practice_document, prose_of
from workbench.store import Municipality, Store, municipalities, sources
from workbench.workflow.catalogue import catalogue_name, fresh_catalogue
from workbench.workflow.report import Wanted, approved_words, composed, outline_named, report_name, template_of


@dataclass(frozen=True, slots=True)
class Report:
    """Which report a Word file is."""

    municipality: Municipality | None
    """None for the catalogue."""
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Standing:
    """A report in the project's folder, and whether it still says what the project says."""

    file: Path
    about: str
    comparison: Comparison

    @property
    def stale(self) -> bool:
        """Whether figures or quotes changed underneath since it was written."""
        found = self.comparison
        return bool(found.lines or found.quotes or found.quotes_gone or found.quotes_new)


def compare_file(store: Store, file: Path) -> Comparison:
    """What differs between a Word report, perhaps worked in, and the same report as it would be written now.

    Raises NotFoundError when there is no such file, InvalidFileError when it is no report of this project.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise NotFoundError(_("There is no file {file}.").format(file=file)) from None
    except OSError as error:
        raise WorkbenchError(_("{file} cannot be read: {reason}.").format(file=file, reason=error.strerror)) from error
    return _compared(store, content, _report(store, content, file))


def standings(store: Store) -> tuple[list[Standing], list[Municipality]]:
    """Every report in the project's folder, and the municipalities with material that have none."""
    found, reported = [], set()
    for file in sorted((store.root / "reports").glob("*.docx")):
        content = file.read_bytes()
        try:
            report = _report(store, content, file)
        except InvalidFileError:  # somebody's own file
            continue
        if file.stem != _name(store, report):  # an earlier one that was kept, or a copy
            continue
        about = report.municipality.name if report.municipality else _("The catalogue")
        found.append(Standing(file, about, _compared(store, content, report)))
        reported.add(report.municipality.id if report.municipality else "")
    without = [one for one in municipalities(store) if one.id not in reported and sources(store, municipality=one.id)]
    return found, without


def _report(store: Store, content: bytes, file: Path) -> Report:
    """Which report it is: the file says so in its properties."""
    told = opened(content).told
    kind, _gap, edition = told.get("keywords", "").partition(" ")
    length, *more = edition.split() or [""]
    language = told.get("language", "")[:2]
    about = told.get("title", "").partition(" – ")[2]
    where = next((one for one in municipalities(store) if one.name == about), None)
    known = kind in ("practice", "catalogue") and language in LANGUAGES and length in ("short", "full")
    if not known or (kind == "practice" and where is None):
        raise InvalidFileError(
            _("{file} is no report of this project.").format(file=file),
            hint=_("Give a Word file that workbench report wrote here."),
        )
    themes = next((one for one in more if kind == "catalogue"), None)
    wanted = Wanted(language, outline_named(length), internal="internal" in more, themes=themes)
    return Report(where if kind == "practice" else None, wanted)


def _compared(store: Store, content: bytes, report: Report) -> Comparison:
    """Against a fresh report that holds the same prose, so that prose itself is no difference."""
    written = {id: place.prose for id, place in prose_of(content).items() if place.prose}
    fresh = _fresh(store, report).with_prose(written)
    return compare(content, docx(fresh, template_of(store)), approved_words(store, report.municipality))


def _fresh(store: Store, report: Report) -> Document:
    if report.municipality is None:
        return fresh_catalogue(store, report.wanted)
    return practice_document(composed(store, report.municipality, report.wanted)[0])


def _name(store: Store, report: Report) -> str:
    language, wanted = report.wanted.told(store), report.wanted
    if report.municipality is None:
        return catalogue_name(language, wanted.themes)
    return report_name(store, report.municipality, language, wanted.outline, internal=wanted.internal)
