"""Writing the practice report of one municipality, and saying what its writer should know beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.coverage import Lack, State
from workbench.errors import UsageError, WorkbenchError
from workbench.i18n import LANGUAGES, _, ngettext, speaking
from workbench.i18n import language as spoken
from workbench.model import Transcription, handle
from workbench.reports import Gathered, compose, gather, write_docx, write_markdown
from workbench.store import Municipality, Store, municipalities, statements

FORMATS = ("docx", "md")


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a report left on disk."""

    files: tuple[Path, ...]
    kept: tuple[Path, ...]
    """Where earlier reports that differ lie now."""
    warnings: tuple[str, ...]
    """For whoever sends the report, in the language spoken; the report itself does not hold them."""


def write_report(
    store: Store, municipality: Municipality, *, language: str | None, formats: Sequence[str] = FORMATS
) -> Written:
    """Write the municipality's practice report into the project's `reports` folder.

    `language` is the report's own (the project's report language when None). Raises UsageError for an unknown
    format or language, WorkbenchError when the municipality has no sources or a file cannot be written,
    InvalidFileError for a template that cannot be used.
    """
    told = language or store.settings.report_language
    if told not in LANGUAGES:
        raise UsageError(
            _("Reports are written in {names}, not in “{name}”.").format(names=", ".join(LANGUAGES), name=told)
        )
    if unknown := [one for one in formats if one not in FORMATS]:
        raise UsageError(
            _("A practice report is written as {names}, not as “{name}”.").format(
                names=", ".join(FORMATS), name=unknown[0]
            )
        )
    gathered = gather(store, municipality.id)
    if not gathered.sources:
        raise WorkbenchError(
            _("There is nothing from {name} yet: no source to report on.").format(name=municipality.name),
            hint=_("Add some with: workbench import PATH"),
        )
    report = compose(gathered, told)
    folder, name = store.root / "reports", report_name(store, municipality, told)
    files, kept = [], []
    for form in dict.fromkeys(formats):
        file = folder / f"{name}.{form}"
        earlier = write_docx(report, file, _template(store)) if form == "docx" else write_markdown(report, file)
        files.append(file)
        kept += [earlier] if earlier else []
    return Written(tuple(files), tuple(kept), warnings(gathered))


def report_name(store: Store, municipality: Municipality, language: str) -> str:
    """The file's name without its ending; two municipalities never share one."""
    own = handle(municipality.name)
    if any(handle(other.name) == own and other.id != municipality.id for other in municipalities(store)):
        own = f"{own}-{municipality.code or municipality.id[:8]}"
    with speaking(language):
        return _("practice-report-{municipality}").format(municipality=own)


def warnings(gathered: Gathered) -> tuple[str, ...]:
    """What speaks for waiting with the report, or for saying more when it is sent."""
    row = gathered.row
    found = []
    if not gathered.quotes:
        found.append(_("No codings are counted yet: the report holds the knowledge base and the method only."))
    if row.undecided:
        found.append(
            ngettext(
                "{n} passage of {passages} is undecided: the report says that it is preliminary.",
                "{n} passages of {passages} are undecided: the report says that it is preliminary.",
                row.undecided,
            ).format(n=row.undecided, passages=row.passages)
        )
    if gathered.uncounted:
        found.append(
            ngettext(
                "{n} coding is not counted: it is not the lead coder's.",
                "{n} codings are not counted: they are not the lead coder's.",
                gathered.uncounted,
            ).format(n=gathered.uncounted)
        )
    found += _thin(gathered) if gathered.quotes else []
    without_consent = [
        one for one in gathered.quotes if not one.may_quote and one.transcription is Transcription.VERBATIM
    ]
    if held := statements(without_consent):
        found.append(
            ngettext(
                "{n} statement is counted but never quoted: the consent does not cover quoting.",
                "{n} statements are counted but never quoted: the consent does not cover quoting.",
                held,
            ).format(n=held)
        )
    minutes = [one for one in gathered.quotes if one.transcription is Transcription.MINUTES]
    if held := statements(minutes):
        found.append(
            ngettext(
                "{n} statement is counted but never quoted: it stands in minutes, not in somebody's own words.",
                "{n} statements are counted but never quoted: they stand in minutes, not in somebody's own words.",
                held,
            ).format(n=held)
        )
    return tuple(found)


def _thin(gathered: Gathered) -> list[str]:
    """Each focus area with too little behind it, and why."""
    lines = []
    for area in gathered.codebook.areas:
        cell = gathered.row.cell(area.id)
        why = {
            Lack.STATEMENTS: _("few statements"),
            Lack.SOURCES: _("only one source"),
            Lack.ROLES: _("only one role group"),
        }
        reasons = [_("nothing was said")] if cell.state is State.NONE else [why[lack] for lack in cell.lacks]
        if not reasons:
            continue
        line = _("{area} is thin: {reasons}.").format(area=area.name(spoken()), reasons=", ".join(reasons))
        if cell.prioritised:
            line = _("{area} is thin, and the municipality asked for it: {reasons}.").format(
                area=area.name(spoken()), reasons=", ".join(reasons)
            )
        lines.append(line)
    return lines


def _template(store: Store) -> Path | None:
    """The project's own template: a path in workbench.toml, seen from the project's folder."""
    named = store.settings.report_template
    return store.root / Path(named).expanduser() if named else None
