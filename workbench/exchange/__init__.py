"""Files from outside, read into values. Nothing here touches the store."""

from workbench.exchange.files import transcript_files
from workbench.exchange.gold import GoldCoding, read_gold
from workbench.exchange.municipalities import read_municipalities
from workbench.exchange.passages import LoosePassage, read_passages
from workbench.exchange.read import read

__all__ = [
    "GoldCoding",
    "LoosePassage",
    "read",
    "read_gold",
    "read_municipalities",
    "read_passages",
    "transcript_files",
]
