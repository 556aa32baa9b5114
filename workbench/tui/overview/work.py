"""Long work that is begun from the overview: suggesting, and writing reports."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from workbench.i18n import _, ngettext
from workbench.store import Municipality, Store, sources, standings
from workbench.terminal import safe
from workbench.tui.job import Say


@dataclass(frozen=True, slots=True)
class Outcome:
    """What long work left."""

    said: str
    """In a sentence."""
    to_read: Text
    """In full; empty where the sentence says it all."""


def suggest_missing(store: Store, within: Municipality | None, say: Say) -> Outcome:
    """Suggest for the sources that have no suggestions yet: of this municipality, or all."""
    # Engines are loaded where they are asked for: the overview is the first thing somebody sees.
    from workbench.workflow.suggest import suggest

    found = standings(store, municipality=within.id if within else None)
    without = [
        one
        for one in sources(store, municipality=within.id if within else None)
        if not found[one.id].suggested and "suggest" in one.consent
    ]
    if not without:
        return Outcome(_("Every source that may have suggestions has them."), Text())
    say(_("Learning from what is decided …"))
    begun = iter(range(1, len(without) + 1))
    made = suggest(
        store,
        without,
        progress=lambda source: say(
            _("Suggesting, {n} of {all}: {source} (esc stops)").format(
                n=next(begun), all=len(without), source=source.name
            )
        ),
    )
    said = ngettext(
        "Suggested for {n} source: {suggestions} suggestions in {passages} passages.",
        "Suggested for {n} sources: {suggestions} suggestions in {passages} passages.",
        len(made),
    ).format(
        n=len(made),
        suggestions=sum(one.suggestions for one in made),
        passages=sum(one.with_suggestion for one in made),
    )
    return Outcome(said, Text())


def write_reports(store: Store, chosen: Sequence[Municipality], say: Say) -> Outcome:
    """Write the practice report of each of these that has material.

    Raises WorkbenchError as `write_report`; reports that were written by then stay.
    """
    from workbench.workflow.report import write_report

    with_material = [one for one in chosen if sources(store, municipality=one.id)] or chosen[:1]
    to_read, files, warned = Text(), list[str](), 0
    for number, one in enumerate(with_material, 1):
        say(
            _("Writing report {n} of {all}: {municipality} (esc stops)").format(
                n=number, all=len(with_material), municipality=one.name
            )
        )
        written = write_report(store, one)
        warned += bool(written.warnings)
        files.append(f"{written.files[0].stem} ({', '.join(file.suffix[1:] for file in written.files)})")
        to_read.append(f"{safe(one.name)}\n", "bold")
        to_read.append("".join(f"  {safe(str(file))}\n" for file in written.files))
        for file in written.kept:
            to_read.append("  " + _("The earlier file is kept as {file}.").format(file=safe(str(file))) + "\n")
        for warning in written.warnings:
            to_read.append(f"  {safe(warning)}\n")
    said = ngettext(
        "{n} report written, {warned} with something to look at: {files}",
        "{n} reports written, {warned} with something to look at: {files}",
        len(files),
    ).format(n=len(files), warned=warned, files=", ".join(files))
    return Outcome(said, to_read)
