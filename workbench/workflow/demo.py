"""The demo: all the shipped material as a project, coded by its gold decisions but for one source, with its reports.

The findings and recommendations in the reports come from a file beside the material, as a house would write them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench import config
from workbench.exchange import (
    GoldCoding,
    journey_files,
    read,
    read_findings,
    read_gold,
    read_municipalities,
    transcript_files,
)
from workbench.i18n import language
from workbench.store import (
    Source,
    Store,
    add_municipality,
    municipalities,
    passages,
    quotes,
    sources,
    statements,
    stored_codes,
    suggestions,
    undecided,
)
from workbench.workflow.catalogue import write_catalogue
from workbench.workflow.decide import accept, no_code, reject, set_code
from workbench.workflow.findings_file import import_findings
from workbench.workflow.import_ import import_file
from workbench.workflow.journeys import import_journey
from workbench.workflow.report import Wanted, write_report
from workbench.workflow.start import start
from workbench.workflow.suggest import suggest

LEFT = "interview-ungeguide"
"""The source whose gold decisions are not applied: it is left for whoever tries the demo."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the demo holds for one municipality."""

    municipality: str
    sources: int
    passages: int
    suggestions: int
    accepted: int
    """Suggestions that the gold coder accepted."""
    statements: int
    report: Path


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo project."""

    folder: Path
    rows: tuple[Row, ...]
    left: Source
    """A source that nobody has coded yet."""


def free_folder(wanted: Path) -> Path:
    """This folder, or the first `demo-2`, `demo-3` … that is not there: a demo somebody coded in is never touched."""
    folder, number = wanted, 1
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    return folder


def demo(folder: Path, *, person: str, say: Callable[[str], None] = lambda step: None) -> Demo:
    """Make the demo project in this folder. Calls `say` with the name of each file as it is brought in."""
    shipped = config.shipped("transcripts")
    with start(folder, name="Demo", person=person, language=language()) as store:
        with store.command("municipalities add") as command:
            for one in read_municipalities(shipped / "municipalities.yaml"):
                add_municipality(command, **one)
        gold: dict[str, list[GoldCoding]] = {}
        for file in transcript_files(shipped):
            say(file.name)
            codings = read_gold(file.with_suffix(".gold.jsonl"), read(file).transcripts)
            for imported, own in zip(import_file(store, file), codings, strict=True):
                gold[imported.source.id] = own
        suggest(store, sources(store))
        for source in sources(store):
            if source.name != LEFT:
                apply_gold(store, source, gold[source.id])
        import_findings(store, read_findings(shipped / "findings.yaml"))
        for file in journey_files(config.shipped("journeys")):
            say(file.name)
            import_journey(store, file)
        rows = [_row(store, one.id, one.name) for one in municipalities(store)]
        write_catalogue(store, Wanted())
        left = next(source for source in sources(store) if source.name == LEFT)
    return Demo(folder, tuple(rows), left)


def apply_gold(store: Store, source: Source, gold: Sequence[GoldCoding]) -> None:
    """Go through a source as its gold coder would: accept what they found, reject the rest, add what is missing."""
    codes = {one.code: one for one in stored_codes(store)}
    shown = suggestions(store, source.revision)
    every = passages(store, source.revision)
    home = {one: max(every, key=lambda passage: one.place.overlap(passage.place)) for one in gold}
    for passage in every:
        here = shown.get(passage.number, [])
        touching = {one.code: one for one in gold if one.place.overlap(passage.place)}
        missing = {one.code: one for one in gold if home[one] is passage}
        for one in here:
            if (chosen := touching.get(one.suggestion.code)) is not None:
                accept(store, passage, one, codes[chosen.code], shown=here, valence=chosen.valence)
                missing.pop(chosen.code, None)
        for chosen in missing.values():
            set_code(store, source, chosen.place, codes[chosen.code], valence=chosen.valence)
        near = {*touching, *(codes[code].area for code in touching)}  # the right area is not wrong, only too coarse
        if wrong := [one for one in here if one.suggestion.code not in near]:
            reject(store, passage, [(one, codes[one.suggestion.code]) for one in wrong], shown=here)
    left = set(undecided(store, source.revision))
    for passage in (one for one in every if one.number in left):
        no_code(store, passage, shown=shown.get(passage.number, []))


def _row(store: Store, municipality: str, name: str) -> Row:
    found = next(one for one in municipalities(store) if one.id == municipality)
    written = write_report(store, found)
    here = sources(store, municipality=municipality)
    accepted = [quote for quote in quotes(store, municipality=municipality) if quote.suggested]
    return Row(
        municipality=name,
        sources=len(here),
        passages=sum(one.passages for one in here),
        suggestions=sum(len(several) for one in here for several in suggestions(store, one.revision).values()),
        accepted=len(accepted),
        statements=statements(quotes(store, municipality=municipality, counted=True)),
        report=next(file for file in written.files if file.suffix == ".docx"),
    )
