"""workbench codebooks: see codebooks, add your own, try one on loose passages."""

from pathlib import Path

import click

from workbench.cli.command import Group, json_option, session
from workbench.cli.show import emit, emit_line, note, say, table
from workbench.codebook import Codebook, load, shipped
from workbench.errors import WorkbenchError
from workbench.exchange import read_passages
from workbench.i18n import _, language
from workbench.store import add_codebook, current_codebooks
from workbench.terminal import safe
from workbench.workflow.trial import trial


@click.group("codebooks", cls=Group, invoke_without_command=True, help=_("See, add and try codebooks."))
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    if context.invoked_subcommand is None:
        _list(as_json)


@command.command("list", help=_("The project's codebooks, or the shipped ones where there is no project."))
@json_option
def list_(as_json: bool) -> None:
    _list(as_json)


@command.command("show", help=_("A codebook's codes, with what belongs to them and what does not."))
@click.argument("ref", metavar="[CODEBOOK]", required=False)
@json_option
def show(ref: str | None, as_json: bool) -> None:
    books = _books()
    if ref:
        books = [book for book in books if book.id == ref] or [load(ref)]
    if as_json:
        emit([_record(book) for book in books])
        return
    for book in books:
        say(click.style(f"{safe(book.name(language()))}  ({book.id} {book.version})", bold=True))
        for code in book.codes:
            indent = "  " * code.level
            say()
            say(f"{indent}{click.style(code.id, bold=True)}  {safe(code.name(language()))}")
            say(f"{indent}  {safe(code.definition)}")
            for each in code.include:
                say(f"{indent}  + {safe(each)}")
            for left_out in code.exclude:
                say(f"{indent}  – {safe(left_out.text)}" + (f" → {left_out.use}" if left_out.use else ""))


@command.command("add", help=_("Add a codebook file to the project, or its new version."))
@click.argument("ref", metavar="CODEBOOK")
def add(ref: str) -> None:
    book = load(ref)
    with session().open() as store, store.command("codebooks add") as made:
        add_codebook(made, book)
    note(_("The project codes by {codebook} {version} now.").format(codebook=book.id, version=book.version))


@command.command(
    "try",
    help=_(
        "Run a codebook on loose passages, without a project: FILE holds one JSON object with id and text per line."
    ),
)
@click.argument("ref", metavar="CODEBOOK")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--level", type=click.Choice(["1", "2"]), help=_("1: focus areas only; 2: sub-codes only."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer with JSON Lines, one object per passage."))
def try_(ref: str, file: Path, level: str | None, as_json: bool) -> None:
    book = load(ref)
    for passage, found in trial(book, list(read_passages(file)), level=int(level) if level else None):
        if as_json:
            emit_line(
                {
                    "id": passage.id,
                    "codes": [
                        {
                            "code": one.code,
                            "confidence": round(one.confidence, 4),
                            "evidence": [
                                {"start": each.place.start, "end": each.place.end, "text": each.text}
                                for each in one.evidence
                            ],
                        }
                        for one in found
                    ],
                }
            )
            continue
        say(f"{safe(passage.id)}  {safe(passage.text)}")
        for one in found:
            why = ", ".join(f"“{safe(each.text)}”" for each in one.evidence) or _("weak evidence")
            say(f"    {one.code}  {one.level.label} ({one.confidence:.2f}) · {why}")
        if not found:
            say("    " + _("no code"))


def _books() -> list[Codebook]:
    """The project's codebooks; the shipped ones where there is no project."""
    try:
        store = session().open()
    except WorkbenchError:
        if session().project:
            raise
        return [load(id) for id in shipped()]
    with store:
        return current_codebooks(store)


def _list(as_json: bool) -> None:
    books = _books()
    if as_json:
        emit([_record(book) for book in books])
        return
    table(
        [_("Codebook"), _("Version"), _("Name"), _("Focus areas"), _("Codes")],
        ((book.id, book.version, book.name(language()), len(book.areas), len(book.codes)) for book in books),
        right=(3, 4),
    )


def _record(book: Codebook) -> dict[str, object]:
    return {
        "id": book.id,
        "version": book.version,
        "name": dict(book.names),
        "codes": [
            {
                "code": code.id,
                "parent": code.parent or None,
                "name": dict(code.names),
                "definition": code.definition,
                "include": list(code.include),
                "exclude": [{"text": each.text, "use": each.use} for each in code.exclude],
                "keywords": list(code.keywords),
                "examples": list(code.examples),
            }
            for code in book.codes
        ],
    }
