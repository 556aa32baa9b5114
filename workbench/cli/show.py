"""How the command line speaks: answers on stdout, notes and progress on stderr, data never as markup."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from workbench.i18n import _
from workbench.terminal import safe


def say(text: str = "") -> None:
    """A line of the answer."""
    click.echo(text)


def note(text: str) -> None:
    """A line beside the answer: what happened, what to do next."""
    click.echo(text, err=True)


def emit(data: Any) -> None:
    """The answer as one JSON document; English and stable, whatever the language."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def emit_line(data: Any) -> None:
    """One line of JSON Lines, sent at once: a program may be waiting for it."""
    click.echo(json.dumps(data, ensure_ascii=False))
    sys.stdout.flush()


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], *, right: Sequence[int] = ()) -> None:
    """A table as wide as it needs; columns in `right` (0-based) hold numbers.

    Piped into a file it is never cut to a screen's width.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for index, head in enumerate(heads):
        shown.add_column(Text(head), justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        shown.add_row(*(Text(safe(str(cell))) for cell in row))
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    if not sys.stdout.isatty():
        console.width = 10_000
    with console.capture() as captured:
        console.print(shown)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


@contextmanager
def progress(total: int, label: str) -> Iterator[Any]:
    """A progress bar on stderr with `advance(text)`; silent when nobody is looking or there is one step."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda text="": None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[now]}"))
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as bar:
        task = bar.add_task(label, total=total, now="")
        yield lambda text="": bar.update(task, advance=1, now=safe(text))


def refused(message: str, hint: str = "") -> None:
    """An error: what was found and expected, then what to do."""
    lines = message.split("\n")
    note(f"{_('Error')}: " + "\n".join(safe(line) for line in lines))
    if hint:
        note("\n".join(safe(line) for line in hint.split("\n")))
