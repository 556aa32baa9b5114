"""The program's front door: the only place that knows its front ends, and where every error ends."""

import os
import sys
import traceback
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code (see docs): 0 done, 1 refused, 2 wrong usage,
    3 refused to protect people, 130 interrupted."""
    given = sys.argv[1:] if arguments is None else arguments
    from workbench import i18n

    i18n.use(_language(given))
    import click

    from workbench import cli
    from workbench.cli.show import misused, refused
    from workbench.errors import WorkbenchError
    from workbench.i18n import _

    try:
        if (asked := _alone(given)) is not None and sys.stdin.isatty() and sys.stdout.isatty():
            return _screen(asked)
        return cli.run(given)
    except WorkbenchError as error:
        refused(error.message, error.hint)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        refused(_("Interrupted. What was finished before is stored; the rest left no trace."))
        return 130
    except click.ClickException as error:
        misused(error)
        return error.exit_code
    except BrokenPipeError:
        # The reader went away (| head); writing more would only complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        refused(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "))
        return 1
    except UnicodeEncodeError:
        refused(_("What was typed holds bytes that are no text in UTF-8."))
        return 2
    except Exception as error:
        if os.environ.get("WORKBENCH_DEBUG"):
            raise
        where = traceback.extract_tb(error.__traceback__)[-1]
        refused(
            _("A fault in the workbench itself: {kind} at {file}:{line}.").format(
                kind=type(error).__name__, file=Path(where.filename).name, line=where.lineno
            ),
            _("Nothing half done was stored. Please report it; WORKBENCH_DEBUG=1 shows more."),
        )
        return 1


def _alone(arguments: list[str]) -> dict[str, str] | None:
    """Project, person and language that were named where no command was; None where one was."""
    shared = {"-p": "project", "--project": "project", "--as": "person", "--lang": "language"}
    asked: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name not in shared:
            return None
        asked[shared[name]] = value if equals else next(rest, "")
    return asked


def _screen(asked: dict[str, str]) -> int:
    """Open the project on the screen."""
    from workbench import config, tui

    return tui.run(config.find_project(asked.get("project")), config.person(asked.get("person")))


def _language(arguments: list[str]) -> str:
    """The language asked for, else the project's, else Danish. Needed before any help text is made."""
    from workbench import config, i18n
    from workbench.errors import WorkbenchError

    def option(*names: str) -> str | None:
        for index, argument in enumerate(arguments):
            name, equals, value = argument.partition("=")
            if name in names:
                return value if equals else next(iter(arguments[index + 1 : index + 2]), None)
        return None

    try:
        asked = config.preferred_language(option("--lang"))
        if asked is None:
            project = config.find_project(option("-p", "--project"))
            asked = config.read_settings(Path(project) / config.PROJECT_FILE).language
    except (WorkbenchError, OSError):
        asked = None  # the command itself will say what is wrong with the project
    return asked if asked in i18n.LANGUAGES else "da"


if __name__ == "__main__":
    sys.exit(main())
