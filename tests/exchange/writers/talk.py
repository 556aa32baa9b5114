"""Talk to write down: turns with a speaker, words and times in seconds."""

from collections.abc import Iterator

from workbench.exchange.page import Said

Talk = list[Said]


def turn(label: str, text: str, start: float, end: float) -> Said:
    """A turn as it was said."""
    return Said(label, text, start, end)


def clock(seconds: float, *, hours: bool = True, mark: str = "", digits: int = 3) -> str:
    """`01:02:03`, with a fraction after `mark` where one is given."""
    thousandths = round(seconds * 1000)
    whole, rest = divmod(thousandths, 1000)
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    shown = f"{hour:02}:{minute:02}:{second:02}" if hours or hour else f"{minute}:{second:02}"
    return shown + (f"{mark}{rest:03}"[: len(mark) + digits] if mark else "")


def cut(said: Said, words: int = 12) -> Iterator[Said]:
    """A turn in the short pieces of a subtitle, sharing its time by the number of words."""
    every = said.text.split(" ")
    start, end = said.start or 0.0, said.end or 0.0
    for at in range(0, len(every), words):
        part = every[at : at + words]
        begin = start + (end - start) * at / len(every)
        stop = start + (end - start) * (at + len(part)) / len(every)
        yield Said(said.label, " ".join(part), round(begin, 3), round(stop, 3))
