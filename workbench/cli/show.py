"""How the command line speaks: answers on stdout, notes and progress on stderr, data never as markup."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, TextIO

import click

from workbench.i18n import _
from workbench.terminal import safe

if TYPE_CHECKING:
    from rich.progress import Progress


def say(text: str = "") -> None:
    """A line of the answer."""
    click.echo(text)


def note(text: str) -> None:
    """A line beside the answer: what happened, what to do next."""
    click.echo(_wrapped(text, sys.stderr), err=True)


def paragraph(text: str, indent: str) -> None:
    """Lines of the answer under an indent, cut between words where a terminal ends."""
    click.echo(_wrapped(indent + text, sys.stdout))


def _wrapped(text: str, stream: TextIO) -> str:
    """The text as wide as the terminal it goes to; as it is where it goes elsewhere."""
    if not stream.isatty():
        return text
    columns = shutil.get_terminal_size((100, 24)).columns
    lines = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        cut = textwrap.wrap(line.lstrip(), columns, initial_indent=indent, subsequent_indent=indent,
                            break_long_words=False, break_on_hyphens=False)  # fmt: skip
        lines += cut or [""]
    return "\n".join(lines)


def typed(word: str) -> str:
    """A word as one would type it after a command."""
    shown = safe(word)
    return f'"{shown}"' if any(letter.isspace() for letter in shown) else shown


def emit(data: Any) -> None:
    """The answer as one JSON document; English and stable, whatever the language."""
    click.echo("\n".join(map(_escaped, json.dumps(data, ensure_ascii=False, indent=2).split("\n"))))


def emit_line(data: Any) -> None:
    """One line of JSON Lines, sent at once: a program may be waiting for it."""
    click.echo(_escaped(json.dumps(data, ensure_ascii=False)))
    sys.stdout.flush()


def _escaped(line: str) -> str:
    """A line of JSON that means the same and holds nothing a terminal would obey."""
    if safe(line) == line:
        return line
    return "".join(letter if safe(letter) == letter else f"\\u{ord(letter):04x}" for letter in line)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], *, right: Sequence[int] = ()) -> None:
    """A table as wide as it needs; columns in `right` (0-based) hold numbers.

    Piped into a file it is never cut to a screen's width.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[safe(str(cell)) for cell in row] for row in rows]
    shown = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for index, head in enumerate(heads):
        # No word is broken while the terminal is wide enough for the longest of each column.
        longest = max(len(word) for text in (head, *(row[index] for row in cells)) for word in (*text.split(), ""))
        justify: Literal["left", "right"] = "right" if index in right else "left"
        shown.add_column(Text(head), justify=justify, overflow="fold", min_width=longest)
    for row in cells:
        shown.add_row(*map(Text, row))
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    if not sys.stdout.isatty():
        console.width = 10_000
    with console.capture() as captured:
        console.print(shown)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


class Steps:
    """How far a long command has come. Call it after each step, with what the step was about."""

    def __init__(self, bar: "Progress | None" = None, label: str = "", total: int = 0) -> None:
        self._bar = bar
        self._task = bar.add_task(label, total=total, now="") if bar else None

    def __call__(self, text: str = "") -> None:
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, advance=1, now=safe(text))

    def say(self, text: str) -> None:
        """A line of the answer, above the bar."""
        if self._bar is not None:
            self._bar.stop()  # takes the bar away: it is on stderr, the line may go elsewhere
        say(text)
        if self._bar is not None:
            self._bar.start()


@contextmanager
def progress(total: int, label: str) -> Iterator[Steps]:
    """A progress bar on stderr; silent when nobody is looking or there is one step."""
    if total < 2 or not sys.stderr.isatty():
        yield Steps()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[now]}", markup=False),
    )
    # Redirected, rich would send stdout's lines to stderr while the bar is shown.
    console = Console(stderr=True, markup=False)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        yield Steps(bar, label, total)


def refused(message: str, hint: str = "") -> None:
    """An error: what was found and expected, then what to do."""
    said = "\n".join(safe(line) for line in message.split("\n"))
    note(_("Error: {message}").format(message=said))
    if hint:
        note("\n".join(safe(line) for line in hint.split("\n")))


def misused(error: click.ClickException) -> None:
    """Wrong usage: how the command is meant, then what was wrong."""
    context = getattr(error, "ctx", None)
    if context is not None:
        note(context.get_usage())
        hint = _("See: {command} --help").format(command=context.command_path)
        refused(error.format_message(), hint)
    else:
        refused(error.format_message())
