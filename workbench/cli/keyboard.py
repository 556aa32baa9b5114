"""One key at a time from a terminal; one line at a time from a pipe, a script or a screen reader's helper."""

import sys

import click


class Keyboard:
    """Where answers come from."""

    def __init__(self) -> None:
        self._lines = sys.stdin
        self._single = self._lines is not None and self._lines.isatty() and sys.stdout.isatty()
        if hasattr(self._lines, "reconfigure"):
            self._lines.reconfigure(errors="replace")  # bytes that are no text are an unknown key, not an end

    def key(self, prompt: str) -> str:
        """The key pressed, lower case; from a pipe, a line's first character. Empty at the end of input."""
        click.echo(prompt, nl=False)
        if not self._single:
            line = self._lines.readline() if self._lines is not None else ""
            click.echo()
            return (line.strip()[:1] or "\n").casefold() if line else ""
        try:
            pressed = click.getchar()
        except EOFError:
            click.echo()
            return ""
        # An arrow or function key arrives as several characters: one unknown key, not several known ones.
        key = pressed if len(pressed) == 1 else "\x1b"
        click.echo(key if key.isprintable() else "")
        return key.casefold()

    def line(self, prompt: str) -> str:
        """A line of text; empty at the end of input, and where an escape or arrow key was pressed in it."""
        click.echo(prompt, nl=False)
        line = self._lines.readline() if self._lines is not None else ""
        if not self._single:
            click.echo()
        return "" if "\x1b" in line else line.strip()

    def forget(self) -> None:
        """Drop what was typed ahead: it was meant for a line, and would now be taken for keys."""
        if not self._single:
            return
        try:
            import termios
        except ImportError:  # Windows keeps no such queue
            return
        termios.tcflush(self._lines, termios.TCIFLUSH)
