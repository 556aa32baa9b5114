"""Suggestions: which codes a passage may carry, how sure that is, and which words say so."""

from workbench.suggest.engine import Engine

__all__ = ["Engine"]
