"""What every command shares: which project, who is working, which language, and JSON on request."""

import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from workbench import config, i18n
from workbench.cli.show import typed
from workbench.errors import NotFoundError
from workbench.i18n import _
from workbench.terminal import safe

if TYPE_CHECKING:
    from workbench.store import Store

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(slots=True)
class Session:
    """What was said before or after the command's name; the last word counts."""

    project: str | None = None
    person: str | None = None

    def open(self) -> "Store":
        """The project's store. Raises NotFoundError when there is no project."""
        from workbench.store import Store

        return Store.open(config.find_project(self.project), person=config.person(self.person))

    def open_if_any(self) -> "Store | None":
        """The project's store, or None where no project was named and none is here."""
        try:
            return self.open()
        except NotFoundError:
            if self.project:
                raise
            return None


INTERRUPTED = 130
"""The exit code of a command that was stopped by its user."""


def spelled(*words: str, project: str | None = None) -> str:
    """How this program is called again from here with these words, in the same project or in the one named."""
    called = Path(sys.argv[0])
    program = "workbench" if shutil.which("workbench") or called.name != "workbench" else str(called)
    project = project or session().project
    return " ".join((program, *(("-p", typed(project)) if project else ()), *map(typed, words)))


def session() -> Session:
    """The session of the command that runs now."""
    return click.get_current_context().ensure_object(Session)


def _keep(name: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    def keep(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            setattr(context.ensure_object(Session), name, value)

    return keep


def _speak(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        i18n.use(value)


def shared_options(hidden: bool) -> list[click.Option]:
    """-p, --as and --lang: shown once, by the program itself, and understood after every command too."""
    return [
        click.Option(
            ["-p", "--project"], metavar="DIR", expose_value=False, is_eager=True, hidden=hidden,
            callback=_keep("project"), help=_("The project's folder (else $WORKBENCH_PROJECT, else found upward)."),
        ),
        click.Option(
            ["--as", "person"], metavar="NAME", expose_value=False, is_eager=True, hidden=hidden,
            callback=_keep("person"), help=_("Who is working (else $WORKBENCH_PERSON, your config, your login)."),
        ),
        click.Option(
            ["--lang", "language"], type=click.Choice(i18n.LANGUAGES), expose_value=False, is_eager=True,
            hidden=hidden, callback=_speak, help=_("Danish or English."),
        ),
    ]  # fmt: skip


class Command(click.Command):
    """A command that also takes the shared options."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(shared_options(hidden=True))


class Group(click.Group):
    """A command with sub-commands; alone it does the first thing one would want."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(shared_options(hidden=True))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands and not args[0].startswith("-"):
            no_such_command(ctx, args[0], self.commands)
        return super().resolve_command(ctx, args)


def no_such_command(context: click.Context, typed: str, known: Iterable[str]) -> NoReturn:
    """Wrong usage: a command that is not there, with the nearest that are."""
    from workbench.model import nearest

    near = nearest(typed, known)
    said = _("There is no command “{name}”.").format(name=safe(typed))
    context.fail(said + (" " + _("Did you mean {names}?").format(names=", ".join(near)) if near else ""))


def json_option(function: Function) -> Function:
    """Adds --json."""
    return click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))(function)
