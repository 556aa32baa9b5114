"""Figures that several tests look at; all words invented."""

from workbench.reports.figures import BarRow, Bars, Heatmap, HeatmapCell, JourneyLine, Stage

FEELINGS = ("Meget svært", "Svært", "Hverken godt eller svært", "Godt", "Rigtig godt")
HOSTILE = "<script>alert('x')</script> $\\frac{1}{2}$ a&b \x00\x1b[31m\u202e\ufffe\ud800 --> ]]> 🙂"

BARS = Bars(
    (
        BarRow("Én indgang", 12, 3),
        BarRow("Ungdomsuddannelsesvejledningens samarbejde med beskæftigelsesindsatsen", 0, None),
    ),
    "Barrierer",
    "Fremmere",
    "udsagn",
)
HEATMAP = Heatmap(
    ("Unge", "Ledere"),
    ("Én plan", "Sammenhængende indsats"),
    (
        (HeatmapCell("12", 1.0), HeatmapCell("·", None, hidden=True)),
        (HeatmapCell("–", 0.0), HeatmapCell("4", 1 / 3)),
    ),
)
JOURNEY = JourneyLine(
    (Stage("Udskoling", -1.5, "7"), Stage("FGU", None, "·"), Stage("Praktik", 2.0, "6"), Stage("Job", 0.0, "≥ 5")),
    "Etape",
    "Median af stemning",
    "Unge",
    FEELINGS,
)
HOSTILE_BARS = Bars((BarRow(HOSTILE, 3, 4),), HOSTILE, HOSTILE, HOSTILE)
HOSTILE_HEATMAP = Heatmap((HOSTILE,), (HOSTILE,), ((HeatmapCell("$3$\x1b", 0.5),),))
HOSTILE_JOURNEY = JourneyLine((Stage(HOSTILE, 1.0, HOSTILE),), HOSTILE, HOSTILE, HOSTILE, (HOSTILE,) * 5)
