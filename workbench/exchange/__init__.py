"""Files from outside, read into values. Nothing here touches the store."""

from workbench.exchange.clock import shown as clock_shown
from workbench.exchange.files import ENDINGS, journey_files, transcript_files
from workbench.exchange.findings import FindingEntry, FindingsFile, findings_yaml, read_findings
from workbench.exchange.gold import GoldCoding, read_gold
from workbench.exchange.journeys import JourneyFile, read_journey
from workbench.exchange.municipalities import read_municipalities
from workbench.exchange.passages import LoosePassage, read_passages
from workbench.exchange.read import AS_FOUND, Reading, format_label, read
from workbench.exchange.shapes import Asked

__all__ = [
    "AS_FOUND",
    "ENDINGS",
    "Asked",
    "FindingEntry",
    "FindingsFile",
    "GoldCoding",
    "JourneyFile",
    "LoosePassage",
    "Reading",
    "clock_shown",
    "findings_yaml",
    "format_label",
    "journey_files",
    "read",
    "read_findings",
    "read_gold",
    "read_journey",
    "read_municipalities",
    "read_passages",
    "transcript_files",
]
