"""workbench codebooks: see codebooks, add your own, try one on loose passages."""

from contextlib import nullcontext
from pathlib import Path

import click

from workbench.cli.codebook_checks import crosswalk_, lint_
from workbench.cli.codebook_edit import edit_, example_
from workbench.cli.codebook_export import export_
from workbench.cli.codebook_pages import codebook_record, show_codebook, show_vocabulary, vocabulary_record
from workbench.cli.codebook_versions import diff_, migrate_
from workbench.cli.command import Group, json_option, session
from workbench.cli.show import emit, emit_line, note, say, table
from workbench.codebook import Kind, kind_of, load, load_vocabulary, shipped
from workbench.exchange import read_passages
from workbench.i18n import _, language
from workbench.terminal import safe
from workbench.workflow.codebooks import add, meant, own_codebooks
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
    if ref and kind_of(ref) is Kind.JOURNEY:
        vocabulary = load_vocabulary(ref)
        if as_json:
            emit([vocabulary_record(vocabulary)])
        else:
            show_vocabulary(vocabulary)
        return
    with session().open_if_any() or nullcontext() as store:
        books = [meant(store, ref)] if ref else own_codebooks(store)
    if as_json:
        emit([codebook_record(book) for book in books])
        return
    for book in books:
        show_codebook(book)


@command.command("add", help=_("Add a codebook file to the project, or its new version."))
@click.argument("ref", metavar="CODEBOOK")
def add_(ref: str) -> None:
    book = load(ref)
    with session().open() as store:
        add(store, book)
    note(_("The project codes by {codebook} {version} now.").format(codebook=book.id, version=book.version))


for _each in (lint_, crosswalk_, diff_, migrate_, export_, edit_, example_):
    command.add_command(_each)


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


def _list(as_json: bool) -> None:
    with session().open_if_any() or nullcontext() as store:
        books = own_codebooks(store)
    vocabularies = [load_vocabulary(id) for id in shipped(Kind.JOURNEY)]
    if as_json:
        emit([*map(codebook_record, books), *map(vocabulary_record, vocabularies)])
        return
    table(
        [_("Codebook"), _("Version"), _("Kind"), _("Name"), _("Focus areas"), _("Codes")],
        (
            *(
                (book.id, book.version, _("themes"), book.name(language()), len(book.areas),
                 sum(code.usable for code in book.codes))
                for book in books
            ),
            *((one.id, one.version, _("youth journeys"), one.name(language()), "", "") for one in vocabularies),
        ),
        right=(4, 5),
    )  # fmt: skip
