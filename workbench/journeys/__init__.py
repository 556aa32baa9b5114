"""What the ways of young people have in common, with none of them shown."""

from workbench.journeys.common import CommonJourney, CommonStage, Middle, journey_line
from workbench.journeys.counting import Counting, Young
from workbench.journeys.median import middle_step
from workbench.journeys.own import OwnJourney, own_journeys

__all__ = [
    "CommonJourney",
    "CommonStage",
    "Counting",
    "Middle",
    "OwnJourney",
    "Young",
    "journey_line",
    "middle_step",
    "own_journeys",
]
