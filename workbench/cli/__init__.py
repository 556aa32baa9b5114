"""The command line: one file per command. A command's module is imported when it is asked for."""

from importlib import import_module
from typing import Any

import click

from workbench import __version__
from workbench.cli.command import Session, shared_options
from workbench.i18n import _

COMMANDS = {
    "init": "init",
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
    "undo": "undo",
    "redo": "redo",
    "log": "log",
    "search": "search",
    "quotes": "quotes",
    "coverage": "coverage",
    "report": "report",
    "check": "check",
    "doctor": "doctor",
    "demo": "demo",
}
"""Each command and its module, in the order of the work."""


class Program(click.Group):
    """The program: finds its commands by name, in the order of the work."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"workbench.cli.{COMMANDS[cmd_name]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from workbench.model import nearest

        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = nearest(args[0], COMMANDS)
            said = _("There is no command “{name}”.").format(name=args[0])
            ctx.fail(said + (" " + _("Did you mean {names}?").format(names=", ".join(near)) if near else ""))
        return super().resolve_command(ctx, args)


def program() -> Program:
    """The whole command line, in the language spoken now."""
    made = Program(
        name="workbench",
        help=_(
            "A workbench for interviews and youth journeys: bring them in, get theme codes suggested, decide, and"
            " hand each municipality a practice report. Everything stays on this computer."
        ),
        no_args_is_help=True,
        params=shared_options(hidden=False),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    return click.version_option(__version__, prog_name="workbench", message="%(prog)s %(version)s")(made)


def run(arguments: list[str], **extra: Any) -> None:
    """Run one command. Raises what the command raises; the caller turns it into an exit code."""
    program().main(arguments, prog_name="workbench", standalone_mode=False, obj=Session(), **extra)
