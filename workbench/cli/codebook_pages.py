"""A codebook, or a vocabulary for journeys, as a page and as a record."""

from collections.abc import Mapping

import click

from workbench.cli.show import say
from workbench.codebook import Codebook, Exclusion, JourneyVocabulary, Kind
from workbench.i18n import _, language
from workbench.terminal import safe


def show_codebook(book: Codebook) -> None:
    """Every code with what belongs to it and what does not."""
    _title(book)
    for code in book.codes:
        indent = "  " * code.level
        marks = [text for true, text in ((code.folder, _("folder")), (code.retired, _("retired"))) if true]
        say()
        say(" · ".join((f"{indent}{click.style(code.id, bold=True)}  {safe(code.name(language()))}", *marks)))
        say(f"{indent}  {safe(code.definition)}")
        for each in code.include:
            say(f"{indent}  + {safe(each)}")
        for left_out in code.exclude:
            _left_out(left_out, indent)


def show_vocabulary(vocabulary: JourneyVocabulary) -> None:
    """Every word, list by list."""
    _title(vocabulary)
    _heading(_("Stages"))
    for stage in vocabulary.stages:
        _word(stage.id, stage.names, stage.definition)
        for left_out in stage.exclude:
            _left_out(left_out, "    ")
    _heading(_("Contact points"))
    for point in vocabulary.contact_points:
        _word(point.id, point.names, point.definition)
    _heading(_("Actors"))
    for actor in vocabulary.actors:
        _word(actor.id, actor.names)
    _heading(_("Feelings"))
    for feeling in vocabulary.feelings:
        _word(feeling.id, feeling.names, f"{feeling.value:+d}" if feeling.value else "0")
    _heading(_("Scale"))
    for step in vocabulary.feeling_scale:
        _word(f"{step.value:+d}" if step.value else "0", step.names)


def codebook_record(book: Codebook) -> dict[str, object]:
    """The codebook as JSON tells it."""
    return {
        "id": book.id,
        "version": book.version,
        "kind": Kind.CODEBOOK.value,
        "name": dict(book.names),
        "codes": [
            {
                "code": code.id,
                "parent": code.parent or None,
                "name": dict(code.names),
                "definition": code.definition,
                "folder": code.folder,
                "retired": code.retired,
                "replaced_by": code.replaced_by or None,
                "include": list(code.include),
                "exclude": [_exclusion(each) for each in code.exclude],
                "keywords": list(code.keywords),
                "examples": list(code.examples),
                "recommendation_types": list(code.recommendation_types),
            }
            for code in book.codes
        ],
    }


def vocabulary_record(vocabulary: JourneyVocabulary) -> dict[str, object]:
    """The vocabulary as JSON tells it."""
    return {
        "id": vocabulary.id,
        "version": vocabulary.version,
        "kind": Kind.JOURNEY.value,
        "name": dict(vocabulary.names),
        "stages": [
            {
                "id": one.id,
                "name": dict(one.names),
                "definition": one.definition,
                "exclude": [_exclusion(each) for each in one.exclude],
                "keywords": list(one.keywords),
                "examples": list(one.examples),
            }
            for one in vocabulary.stages
        ],
        "contact_points": [
            {
                "id": one.id,
                "name": dict(one.names),
                "definition": one.definition,
                "keywords": list(one.keywords),
                "examples": list(one.examples),
            }
            for one in vocabulary.contact_points
        ],
        "actors": [
            {"id": one.id, "name": dict(one.names), "role": one.role or None, "keywords": list(one.keywords)}
            for one in vocabulary.actors
        ],
        "feelings": [
            {"id": one.id, "name": dict(one.names), "value": one.value, "keywords": list(one.keywords)}
            for one in vocabulary.feelings
        ],
        "feeling_scale": [{"value": one.value, "name": dict(one.names)} for one in vocabulary.feeling_scale],
    }


def _exclusion(each: Exclusion) -> dict[str, str]:
    return {"text": each.text, "use": each.use}


def _title(book: Codebook | JourneyVocabulary) -> None:
    say(click.style(f"{safe(book.name(language()))}  ({book.id} {book.version})", bold=True))


def _heading(text: str) -> None:
    say()
    say(click.style(text, bold=True))


def _word(id: str, names: Mapping[str, str], about: str = "") -> None:
    name = names.get(language()) or next(iter(names.values()))
    say(f"  {click.style(id, bold=True)}  {safe(name)}")
    if about:
        say(f"    {safe(about)}")


def _left_out(each: Exclusion, indent: str) -> None:
    say(f"{indent}  – {safe(each.text)}" + (f" → {each.use}" if each.use else ""))
