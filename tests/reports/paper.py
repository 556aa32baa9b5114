"""A small report as a Word file, and what people do to one: the ground of the tests on places and comparisons."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

from workbench.reports.document import (
    Block,
    Box,
    BoxItem,
    Cell,
    Document,
    Heading,
    Place,
    Prose,
    Quotation,
    Run,
    Section,
    Shape,
    Table,
    Tone,
    Words,
)
from workbench.reports.package import parts_of
from workbench.reports.word import docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "word/document.xml"
HINT = "Skriv konklusionen her."
OPENING, CONCLUSION, CLOSING = "summary.opening", "plan.conclusion", "method.closing"


def body(*runs: str | Run, shape: Shape = Shape.BODY) -> Prose:
    """A paragraph of these runs."""
    return Prose(tuple(Run(run) if isinstance(run, str) else run for run in runs), shape)


def bold(text: str) -> Run:
    return Run(text, bold=True)


def italic(text: str) -> Run:
    return Run(text, italic=True)


def document(
    *, n: int = 3, quote: str = "Vi skriver det to steder.", written: Mapping[str, tuple[Prose, ...]] | None = None,
    more: tuple[Block, ...] = (), rows: tuple[tuple[str, str], ...] = (), by: str = "Sagsbehandler",
) -> Document:  # fmt: skip
    """A report with three marked places, `n` statements and a quote."""
    counts = (("Én plan", f"{n} udsagn"), ("Én ungeguide", "2 udsagn"), *rows)
    recommended = BoxItem(
        "Ét skema", "Lad os få ét skema.", Quotation("“Lad os få ét.”", "Leder", "cccc3333"), f"Bygger på: {n} udsagn"
    )
    sections = (
        Section(
            "summary",
            "Resumé",
            (
                Place(OPENING, "Skriv hovedbudskabet her."),
                Table(("Fokusområde", "Bygger på"), tuple((Cell.of(one), Cell.of(two)) for one, two in counts), (8, 8)),
            ),
        ),
        Section(
            "areas",
            "Én plan",
            (
                Words(f"{n} udsagn, 1 kilde", Tone.EVIDENCE),
                Place(CONCLUSION, HINT),
                Heading("Hovedpointer"),
                Quotation(f"“{quote}”", by, "aaaa1111"),
                Quotation("“Jeg har aldrig set den.”", "Ung", "bbbb2222", "Én plan"),
                *more,
                Box("Anbefalinger", (recommended,)),
            ),
        ),
        Section("method", "Metode", (Words("Tallene tæller udsagn."), Place(CLOSING, "Skriv forbehold her."))),
    )
    return Document(
        kind="practice", edition="short", language="da", title="Praksisrapport", subtitle="Kvistsund",
        project="projekt", status="Foreløbig", facts=(("Status", "Foreløbig"),), reading_note="Læs roligt.",
        sections=sections, words=(("page", "Side"), ("of", "af"), ("figure", "Figur"), ("contents", "Indhold")),
    ).with_prose(written or {})  # fmt: skip


def report(made: Document | None = None) -> bytes:
    """The report as the Word file people get."""
    return docx(made or document())


def changed(content: bytes, change: Callable[[str], str], part: str = MAIN) -> bytes:
    """The file with one of its parts changed."""
    parts = parts_of(content)
    return packed({**parts, part: change(parts[part].decode()).encode()})


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return made.getvalue()


def typed(content: bytes, xml: str, place: str = CONCLUSION) -> bytes:
    """The file with the hint of a place replaced by these paragraphs, as a word processor would write them."""
    marks = [f'w:name="wb{number}_{place.replace(".", "_")}"' for number in (1, 2)]

    def change(text: str) -> str:
        start = text.index("</w:p>", text.index(marks[0])) + len("</w:p>")
        end = max(found.start() for found in re.finditer("<w:p[ >]", text[: text.index(marks[1])]))
        return text[:start] + xml + text[end:]

    return changed(content, change)


def without(content: bytes, mark: str) -> bytes:
    """The file without the paragraph that holds a bookmark, as when somebody deletes it."""

    def change(text: str) -> str:
        at = text.index(f'w:name="{mark}"')
        start = max(found.start() for found in re.finditer("<w:p[ >]", text[:at]))
        return text[:start] + text[text.index("</w:p>", at) + len("</w:p>") :]

    return changed(content, change)
