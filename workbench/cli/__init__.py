"""The command line: one file per command. A command's module is imported when it is asked for."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from workbench import __version__
from workbench.cli.command import Session, no_such_command, shared_options
from workbench.i18n import _

COMMANDS = {
    "init": "init",
    "demo": "demo",
    "import": "import_",
    "sources": "sources",
    "municipalities": "municipalities",
    "participants": "participants",
    "codebooks": "codebooks",
    "suggest": "suggest",
    "review": "review",
    "accept": "accept",
    "reject": "reject",
    "code": "code",
    "uncode": "uncode",
    "adjust": "adjust",
    "memo": "memo",
    "undo": "undo",
    "redo": "redo",
    "log": "log",
    "search": "search",
    "quotes": "quotes",
    "coverage": "coverage",
    "journeys": "journeys",
    "report": "report",
    "check": "check",
    "models": "models",
    "doctor": "doctor",
}
"""Each command and its module, in the order of the work."""


def purposes() -> dict[str, str]:
    """What each command is for, in a line, in the language spoken now."""
    return {
        "init": _("Make a project"),
        "demo": _("Make a project of invented interviews to try everything on"),
        "import": _("Bring transcripts in"),
        "sources": _("See and correct what material there is"),
        "municipalities": _("See, add and correct municipalities"),
        "participants": _("See and correct who was interviewed"),
        "codebooks": _("See, add and try codebooks"),
        "suggest": _("Have theme codes suggested"),
        "review": _("Decide passage by passage, one key each"),
        "accept": _("Make a suggestion your coding"),
        "reject": _("Say that a suggestion, or every code, does not fit"),
        "code": _("Set a code yourself"),
        "uncode": _("Take a coding of yours away"),
        "adjust": _("Change a coding of yours"),
        "memo": _("Note something for yourself and the others"),
        "undo": _("Take back what you did last"),
        "redo": _("Put back what you took back last"),
        "log": _("See what was done, by whom and when"),
        "search": _("Find what was said"),
        "quotes": _("See what was said under a code"),
        "coverage": _("See where the material is thin"),
        "journeys": _("Bring in and see youth journeys"),
        "report": _("Write practice reports"),
        "check": _("Prove that nothing was lost"),
        "models": _("See and check optional models"),
        "doctor": _("See what is installed and what would be better"),
    }


class Program(click.Group):
    """The program: finds its commands by name, and lists them without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"workbench.cli.{COMMANDS[cmd_name]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl(list(purposes().items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            no_such_command(ctx, args[0], COMMANDS)
        return super().resolve_command(ctx, args)


def program() -> Program:
    """The whole command line, in the language spoken now."""

    def alone(context: click.Context) -> None:
        if context.invoked_subcommand is None:
            click.echo(context.get_help())

    made = Program(
        name="workbench",
        help=_(
            "A workbench for interviews and youth journeys: bring them in, get theme codes suggested, decide, and"
            " hand each municipality a practice report. Everything stays on this computer."
        ),
        callback=click.pass_context(alone),
        invoke_without_command=True,
        params=shared_options(hidden=False),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "color": _colour()},
    )
    return click.version_option(__version__, prog_name="workbench", message="%(prog)s %(version)s")(made)


def run(arguments: list[str], **extra: Any) -> int:
    """Run one command and return the exit code it left with. Raises what the command raises."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on a computer set to an old encoding cannot show every letter; that must not end a command.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    left = program().main(arguments, prog_name="workbench", standalone_mode=False, obj=Session(), **extra)
    return left if isinstance(left, int) else 0


def _colour() -> bool | None:
    """False where bold and underlined text is not wanted or not understood; else click looks at the stream."""
    unwanted = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return False if unwanted else None
