"""Documents made by hand: one with every kind of block, one whose texts are hostile."""

from dataclasses import replace
from datetime import UTC, datetime

from workbench.reports.document import (
    Block,
    Box,
    BoxItem,
    Bullets,
    Cell,
    Document,
    Heading,
    Picture,
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
from workbench.reports.figures import BarRow, Bars, Heatmap, HeatmapCell, JourneyLine, Stage
from workbench.reports.plain import all_plain

HOSTILE = (
    '{{ 7*7 }} <script>alert(1)</script> #eval("1") $x^2$ =SUM(A1) --- **b** _i_ [a](http://b) `c` a|b \\ &lt; ☺ 🙂'
)
"""What a template, a browser, Typst, TeX, a spreadsheet or Markdown would take for its own."""

_WORDS = {
    "da": (("page", "Side"), ("of", "af"), ("figure", "Figur"), ("table", "Tabel"), ("contents", "Indhold")),
    "en": (("page", "Page"), ("of", "of"), ("figure", "Figure"), ("table", "Table"), ("contents", "Contents")),
}

_BARS = Bars((BarRow("Dobbelt dokumentation", 8, 0), BarRow("Overblik", 1, 3)), "Barrierer", "Fremmere", "udsagn")
_HEATMAP = Heatmap(("Unge", "Ledere"), ("Én plan",), ((HeatmapCell("7", 1.0),), (HeatmapCell("·", None, hidden=True),)))
_JOURNEY = JourneyLine(
    (Stage("Første møde", -1.5, "n = 7"), Stage("Praktik", 1.0, "n = 6")),
    "Trin", "Medianfølelse", "Rejser", ("meget dårligt", "dårligt", "midt imellem", "godt", "meget godt"),
)  # fmt: skip


def sample(language: str = "da") -> Document:
    """A short report with every kind of block; in English only its fixed words are."""
    return Document(
        kind="practice",
        edition="full",
        language=language,
        title="Praksisrapport",
        subtitle="Kvistsund",
        project="Ungeindsats 2026",
        status="Foreløbig: 40 af 52 afsnit behandlet",
        facts=(("Status", "Foreløbig: 40 af 52 afsnit behandlet"), ("Data fra", "3. marts 2026")),
        reading_note="Tallene viser, hvad der blev sagt.",
        sections=(_summary(), _knowledge(), _area(), _empty(), _method()),
        dated=datetime(2026, 3, 3, 10, 30, tzinfo=UTC),
        words=_WORDS[language],
    )


def hostile() -> Document:
    """A report in which every text is hostile, as the plain text that reaches a document."""
    text = f"{HOSTILE}\x00\x1b[31m\u202e\u2066\ufeff\ud800\nend"
    quote = Quotation(text, text, "0badc0de", text)
    blocks: tuple[Block, ...] = (
        Heading(text),
        *(Words(text, tone) for tone in Tone),
        Bullets((text,)),
        quote,
        Table((text, text), ((Cell.of(text), Cell.of(text, Tone.STRONG)),), (8.0, 8.0), caption=text),
        Box(text, (BoxItem(text, text, quote, text),)),
        Picture("hostile", Bars((BarRow(text, 1, 2),), text, text, text), text, text),
        Place("p", text, tuple(Prose((Run(text, bold=True), Run(text, italic=True)), shape) for shape in Shape)),
    )
    return all_plain(
        replace(
            sample(),
            title=text,
            subtitle=text,
            project=text,
            status=text,
            facts=((text, text),),
            reading_note=text,
            sections=(Section("areas", text, blocks),),
        )
    )


def _summary() -> Section:
    table = Table(
        head=("Fokusområde", "Bygger på"),
        rows=(
            (
                Cell((Words("Én plan", Tone.STRONG), Words("De unge kender ikke deres plan"))),
                Cell.of("12 udsagn, 4 kilder", Tone.EVIDENCE),
            ),
        ),
        widths=(9.0, 7.0),
    )
    return Section("summary", "Sammenfatning", (table,))


def _knowledge() -> Section:
    heard = Table(
        head=("Gruppe", "Personer"),
        rows=((Cell.of("Unge", Tone.STRONG), Cell.of("7")), (Cell.of("Ledere", Tone.STRONG), Cell.of("færre end 3"))),
        widths=(6.0, 10.0),
        caption="Hvem der blev hørt",
        numeric=True,
    )
    blocks: tuple[Block, ...] = (
        heard,
        Picture("heard", _HEATMAP, "Figur 2. Hvem talte om hvad", "Unge: Én plan 7."),
        Heading("Hvad der mangler"),
        Bullets(("Ledere er ikke hørt.", "Få udsagn om: Én indgang.")),
    )
    return Section("knowledge", "Hvem der blev hørt", blocks)


def _area() -> Section:
    alt = "Dobbelt dokumentation: 8 barrierer. Overblik: 3 fremmere."
    blocks: tuple[Block, ...] = (
        Words("12 udsagn, 4 kilder", Tone.EVIDENCE),
        Words("De unge kender ikke deres plan", Tone.STRONG),
        Place("plan.conclusion", "Skriv konklusionen her.", _prose()),
        Place("plan.more", "Skriv konklusionen her."),
        Picture("bars-plan", _BARS, "Figur 1. Barrierer og fremmere", alt),
        Picture("journey", _JOURNEY, "Figur 3. Rejsens følelse", "Første møde: ned. Praktik: op."),
        Heading("Hvad interviewene viser"),
        Heading("Dobbelt dokumentation", 3),
        Quotation("“Vi skriver det samme to steder.”", "Ungeguide", "1f2e3d4c"),
        Quotation("“Vi skriver det samme to steder.”", "Ungeguide", "5b6a7988", about="Overblik"),
        Words("Også nævnt: overlevering.", Tone.NOTE),
        Box("Anbefalinger", _recommendations()),
    )
    return Section("areas", "Én plan", blocks, new_page=True)


def _recommendations() -> tuple[BoxItem, ...]:
    quote = Quotation("“Lad os få ét skema.”", "Ungeguide", "99aa00bb")
    return (
        BoxItem("Lad de unge skrive med", "Et fast punkt på hvert møde.", evidence="Bygger på: 3 udsagn"),
        BoxItem("Ét skema", quote=quote),
    )


def _prose() -> tuple[Prose, ...]:
    return (
        Prose((Run("Planen er "), Run("ikke", bold=True), Run(" deres egen, og "), Run("det ved de", italic=True))),
        Prose((Run("Det betyder"),), Shape.HEADING),
        Prose((Run("at ingen følger op"),), Shape.BULLET),
        Prose((Run("at mødet gentages"),), Shape.BULLET),
        Prose((Run("først spørge"),), Shape.NUMBER),
        Prose((Run("så skrive"),), Shape.NUMBER),
        Prose((Run(" "),)),
    )


def _empty() -> Section:
    """Two places where nothing is written yet, one under a heading."""
    hint = "Skriv konklusionen her."
    return Section("variation", "Overblik", (Place("a", hint), Heading("Det betyder"), Place("b", hint)))


def _method() -> Section:
    return Section("method", "Metode", (Words("Kodet med ungekodebogen.", Tone.SMALL),))
