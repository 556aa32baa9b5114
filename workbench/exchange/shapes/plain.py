"""Text in which nobody is named: each paragraph is a turn of the speaker "", and so is each line with a time."""

import re

from workbench.exchange.clock import CLOCK
from workbench.exchange.page import Page, Said
from workbench.exchange.shapes.asked import Asked
from workbench.exchange.shapes.labels import RULE
from workbench.exchange.shapes.turns import Open, timed

_BEGINS = re.compile(rf"\[{CLOCK}\]\s*\S")


def score(page: Page, asked: Asked) -> float:
    """Always possible, never likely: anything that names speakers fits better."""
    return 0.05 if any(line.strip() for line in page.lines) else 0.0


def read(page: Page, asked: Asked) -> list[Said]:
    """The paragraphs, parted by empty lines, by Markdown's rules and by times at the start of lines."""
    said = [Open("")]
    for line in page.lines:
        words = " ".join(line.split())
        ends = not words or RULE.fullmatch(words) is not None
        if said[-1].words and (ends or _BEGINS.match(words)):
            said.append(Open(""))
        if not ends:
            said[-1].say(words)
    return list(timed(said))
