"""The same talk as every program would write it, so that reading can be held against what was said."""

from tests.exchange.writers.documents import documents
from tests.exchange.writers.lines import line_shapes
from tests.exchange.writers.subtitles import subtitles
from tests.exchange.writers.talk import Talk, turn

__all__ = ["Talk", "documents", "line_shapes", "subtitles", "turn"]
