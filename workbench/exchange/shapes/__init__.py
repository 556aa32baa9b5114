"""The ways a transcript says who speaks and when. Each gives a page a score and reads it; the best one is taken."""

from workbench.exchange.shapes.asked import Asked
from workbench.exchange.shapes.registry import NAMES, SHAPES, Shape, candidates, shape_named

__all__ = ["NAMES", "SHAPES", "Asked", "Shape", "candidates", "shape_named"]
