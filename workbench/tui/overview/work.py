"""Long work that is begun from the overview: suggesting, and writing reports."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from workbench.i18n import _, ngettext
from workbench.store import Municipality, Source, Store, source, sources, standings
from workbench.terminal import safe
from workbench.tui.job import Say
from workbench.tui.overview.level import bold, lines, muted

NOTHING = Content()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What long work left."""

    said: str
    """In a sentence."""
    to_read: Content = NOTHING
    """In full; empty where the sentence says it all."""


def suggest_missing(store: Store, within: Municipality | None, say: Say) -> Outcome:
    """Suggest for the sources that have no suggestions yet: of this municipality, or all.

    Raises WorkbenchError when the project has no codebook.
    """
    chosen = _without(store, within)
    if not chosen:
        return Outcome(_("Every source that may have suggestions has them."))
    return _suggest(store, chosen, say)


def suggest_anew(store: Store, id: str, say: Say) -> Outcome:
    """Suggest for one source (id), in place of what was suggested before. Raises as `suggest_missing`."""
    chosen = source(store, id)
    if "suggest" not in chosen.consent:
        told = _("{source}: the consent does not cover suggestions, so none were made.")
        return Outcome(told.format(source=chosen.name))
    return _suggest(store, [chosen], say)


def _suggest(store: Store, chosen: Sequence[Source], say: Say) -> Outcome:
    # Engines are loaded where they are asked for: the overview is the first thing somebody sees.
    from workbench.workflow.suggest import suggest

    say(_("Learning from what is decided …"))
    begun = iter(range(1, len(chosen) + 1))
    made = suggest(
        store,
        chosen,
        progress=lambda begins: say(
            _("Suggesting, {n} of {all}: {source} (esc stops)").format(
                n=next(begun), all=len(chosen), source=begins.name
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
    return Outcome(said)


def _without(store: Store, within: Municipality | None) -> list[Source]:
    """The sources that may have suggestions and have none."""
    municipality = within.id if within else None
    found = standings(store, municipality=municipality)
    return [
        one
        for one in sources(store, municipality=municipality)
        if not found[one.id].suggested and "suggest" in one.consent
    ]


def write_reports(store: Store, chosen: Sequence[Municipality], say: Say) -> Outcome:
    """Write the practice report of each of these that has material.

    Raises WorkbenchError as `write_report`; reports that were written by then stay.
    """
    from workbench.workflow.report import write_report

    with_material = [one for one in chosen if sources(store, municipality=one.id)] or chosen[:1]
    to_read: list[Content | str] = [muted(_("In {folder}:").format(folder=store.root / "reports"))]
    files, warned = list[str](), 0
    for number, one in enumerate(with_material, 1):
        say(
            _("Writing report {n} of {all}: {municipality} (esc stops)").format(
                n=number, all=len(with_material), municipality=one.name
            )
        )
        written = write_report(store, one)
        warned += bool(written.warnings)
        files.append(f"{written.files[0].stem} ({', '.join(file.suffix[1:] for file in written.files)})")
        to_read.append(Content.assemble(bold(one.name), "  ", muted(files[-1])))
        to_read += [f"  {safe(warning)}" for warning in written.warnings]
        kept = _("The earlier file is kept as {file}.")
        to_read += [muted(f"  {kept.format(file=file.name)}") for file in written.kept]
    said = ngettext(
        "{n} report written, {warned} with something to look at: {files}",
        "{n} reports written, {warned} with something to look at: {files}",
        len(files),
    ).format(n=len(files), warned=warned, files=", ".join(files))
    return Outcome(said, lines(*to_read))
