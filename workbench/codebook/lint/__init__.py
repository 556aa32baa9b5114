"""What could be better in a codebook that is right by its schema: borders, examples, keywords."""

from workbench.codebook.lint.book import Finding
from workbench.codebook.lint.bridges import lint_crosswalk
from workbench.codebook.lint.rules import RULES, VOCABULARY_RULES, lint, lint_vocabulary

__all__ = ["RULES", "VOCABULARY_RULES", "Finding", "lint", "lint_crosswalk", "lint_vocabulary"]
