"""Text in which nobody is named: each paragraph is a turn of the speaker ""."""

from workbench.exchange.page import Page, Said
from workbench.exchange.shapes.asked import Asked
from workbench.exchange.shapes.labels import RULE


def score(page: Page, asked: Asked) -> float:
    """Always possible, never likely: anything that names speakers fits better."""
    return 0.05 if any(line.strip() for line in page.lines) else 0.0


def read(page: Page, asked: Asked) -> list[Said]:
    """The paragraphs, parted by empty lines and by Markdown's rules."""
    paragraphs: list[list[str]] = [[]]
    for line in page.lines:
        words = " ".join(line.split())
        if words and not RULE.fullmatch(words):
            paragraphs[-1].append(words)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [Said("", " ".join(lines)) for lines in paragraphs if lines]
