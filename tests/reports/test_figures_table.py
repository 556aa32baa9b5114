"""Figures as tables of their numbers."""

from tests.reports.figures_shown import BARS, HEATMAP, JOURNEY
from workbench.reports.figures import table


def test_bars() -> None:
    assert table(BARS) == (
        ("", "Barrierer", "Fremmere"),
        (
            ("Én indgang", "12", "3"),
            ("Ungdomsuddannelsesvejledningens samarbejde med beskæftigelsesindsatsen", "0", "·"),
        ),
    )


def test_heatmap() -> None:
    assert table(HEATMAP) == (
        ("", "Én plan", "Sammenhængende indsats"),
        (("Unge", "12", "·"), ("Ledere", "–", "4")),
    )


def test_journey_line() -> None:
    assert table(JOURNEY) == (
        ("Etape", "Median af stemning", "Unge"),
        (("Udskoling", "−1½", "7"), ("FGU", "·", "·"), ("Praktik", "+2", "6"), ("Job", "0", "≥ 5")),
    )
