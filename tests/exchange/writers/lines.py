"""Shapes made of lines, as bytes of a text file; they can stand in a Word, OpenDocument or rich text file as well."""

from collections.abc import Callable, Iterable

from tests.exchange.writers.talk import Talk, clock, cut


def line_shapes() -> dict[str, Callable[[Talk], str]]:
    """Every writer of lines by its name."""
    return {
        "prefix": prefix,
        "bold": bold,
        "at": lambda talk: _paragraphs(f"@{one.label}: {one.text}" for one in talk),
        "hash": lambda talk: _paragraphs(f"#{one.label}: {one.text}" for one in talk),
        "square": lambda talk: _paragraphs(f"[{one.label}] {one.text}" for one in talk),
        "curly": lambda talk: _paragraphs(f"{{{one.label}}} {one.text}" for one in talk),
        "below": lambda talk: _paragraphs(f"{one.label}:\n{one.text}" for one in talk),
        "two-space": lambda talk: "".join(f"{one.label}: {one.text}  \n" for one in talk),
        "f4": f4,
        "maxqda": maxqda,
        "noscribe-txt": noscribe,
        "teams": teams,
        "otter": lambda talk: _paragraphs(
            f"{one.label}  {clock(one.start or 0, hours=False)}\n{one.text}" for one in talk
        ),
        "happyscribe": lambda talk: _paragraphs(f"[{clock(one.start or 0)}] - {one.label}\n{one.text}" for one in talk),
        "atrain": atrain,
    }


def _paragraphs(lines: Iterable[str]) -> str:
    return "\n\n".join(lines) + "\n"


def prefix(talk: Talk) -> str:
    """`Lærer: …`"""
    return _paragraphs(f"{one.label}: {one.text}" for one in talk)


def bold(talk: Talk) -> str:
    """`**Lærer:** …`"""
    return _paragraphs(f"**{one.label}:** {one.text}" for one in talk)


def f4(talk: Talk) -> str:
    """`B: … #00:01:02-5#`, the time at the end, in tenths."""
    return "\n".join(f"{one.label}: {one.text} #{clock(one.end or 0, mark='-', digits=1)}#" for one in talk) + "\n"


def maxqda(talk: Talk) -> str:
    """`00:03:40.5Zack: …`"""
    return _paragraphs(f"{clock(one.start or 0, mark='.', digits=1)}{one.label}: {one.text}" for one in talk)


def noscribe(talk: Talk) -> str:
    """`S01: [00:00:12] …`"""
    return "Samtale\n\n" + _paragraphs(f"{one.label}: [{clock(one.start or 0)}] {one.text}" for one in talk)


def teams(talk: Talk) -> str:
    """A meeting's title in four lines, then `Lis Holm   0:03` and what she says below."""
    title = "Interview-20260415_100200-Mødetransskription\n15. april 2026, 10:02\n47m 12s"
    first = talk[0].label
    said = "\n\n".join(f"{one.label}   {clock(one.start or 0, hours=False)}\n{one.text}" for one in talk)
    return f"{title}\n\n{first} startede transskription\n\n{said}\n\n{first} stoppede transskription\n"


def atrain(talk: Talk) -> str:
    """A voice on a line of its own, then pieces that each begin with a time."""
    pieces = "\n\n".join(
        f"{one.label}\n" + "\n".join(f"[{clock(piece.start or 0)}] - {piece.text}" for piece in cut(one))
        for one in talk
    )
    return f"Transcription for optagelse_01\n\n{pieces}\n"
