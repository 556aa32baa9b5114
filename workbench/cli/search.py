"""workbench search: find what was said."""

import shutil

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, say
from workbench.i18n import _, ngettext
from workbench.store import Hit, search
from workbench.terminal import safe
from workbench.workflow.lookup import find_municipality, find_source


@click.command(
    "search",
    cls=Command,
    help=_('Find turns that hold every word in any form (ungeguide finds ungeguiden), or a "whole phrase".'),
)
@click.argument("query", nargs=-1, required=True)
@click.option("--municipality", help=_("Only in this municipality."))
@click.option("--source", "name", help=_("Only in this source."))
@click.option("-n", "--limit", type=click.IntRange(1), default=20, show_default=True)
@json_option
def command(query: tuple[str, ...], municipality: str | None, name: str | None, limit: int, as_json: bool) -> None:
    # A phrase whose quotation marks the shell took arrives as one word with blanks in it.
    wanted = " ".join(f'"{part}"' if " " in part and '"' not in part else part for part in query)
    with session().open() as store:
        found = search(
            store,
            wanted,
            municipality=find_municipality(store, municipality).id if municipality else None,
            source=find_source(store, name).id if name else None,
            limit=limit,
        )
    if as_json:
        emit(
            {
                "query": wanted,
                "total": found.total,
                "hits": [
                    {
                        "source": hit.source,
                        "municipality": hit.municipality,
                        "turn": hit.turn,
                        "speaker": hit.speaker,
                        "text": hit.text,
                        "places": [[hit.start + place.start, hit.start + place.end] for place in hit.places],
                    }
                    for hit in found.hits
                ],
            }
        )
        return
    for hit in found.hits:
        say(f"{safe(hit.municipality)} · {safe(hit.source)} · {hit.turn} · {safe(hit.speaker)}")
        say(f"    {_snippet(hit)}")
    note(ngettext("{n} turn.", "{n} turns.", found.total).format(n=found.total))


def _snippet(hit: Hit) -> str:
    """The line around the first word found, with what was found underlined."""
    width = max(shutil.get_terminal_size((100, 24)).columns - 8, 40)
    first = hit.places[0].start if hit.places else 0
    begin = 0 if len(hit.text) <= width else max(0, min(first - width // 3, len(hit.text) - width))
    end = min(len(hit.text), begin + width)
    shown, at = "…" if begin else "", begin
    for place in hit.places:
        if place.start < at or place.end > end:
            continue
        shown += safe(hit.text[at : place.start])
        shown += click.style(safe(place.of(hit.text)), underline=True, bold=True)
        at = place.end
    return shown + safe(hit.text[at:end]) + ("…" if end < len(hit.text) else "")
