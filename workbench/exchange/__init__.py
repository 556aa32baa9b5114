"""Files from outside, read into values. Nothing here touches the store."""

from workbench.exchange.clock import shown as clock_shown
from workbench.exchange.files import ENDINGS, transcript_files
from workbench.exchange.gold import GoldCoding, read_gold
from workbench.exchange.journeys import read_journey
from workbench.exchange.municipalities import read_municipalities
from workbench.exchange.passages import LoosePassage, read_passages
from workbench.exchange.read import AS_FOUND, Reading, format_label, read
from workbench.exchange.shapes import Asked

__all__ = [
    "AS_FOUND",
    "ENDINGS",
    "Asked",
    "GoldCoding",
    "LoosePassage",
    "Reading",
    "clock_shown",
    "format_label",
    "read",
    "read_gold",
    "read_journey",
    "read_municipalities",
    "read_passages",
    "transcript_files",
]
