"""The fixed explanatory sentences of the catalogue. Nothing here says anything about what was found."""

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.catalogue.value import Catalogue, ThroughCrosswalk
from workbench.reports.texts import method_paragraphs


def introduction() -> tuple[str, ...]:
    """What the catalogue is, and how the municipalities and those who spoke appear in it."""
    return (
        _(
            "This catalogue brings together what was said in the interviews of the municipalities that take part. It"
            " goes by theme, across municipalities: what recurs in several places, what helps and what hinders, and"
            " what people ask for."
        ),
        _(
            "The municipalities take part openly and are named below. What was said is never tied to one of them:"
            " quotes are by role only, and an example comes from “one of the municipalities that take part”."
        ),
    )


def table_note() -> str:
    """How to read the table of municipalities and themes."""
    return _(
        "The table shows where there is much material and where there is little. It does not compare municipalities:"
        " interviews were not equally many everywhere. A theme that fewer than three municipalities speak about is not"
        " shown by municipality."
    )


def comparison_note() -> str:
    """How to read the tables of differences."""
    return _(
        "Each municipality counts once: as mostly barriers where more barriers than enablers were named, as mostly"
        " enablers where it is the other way round. A group leans the way that more of its municipalities do."
    )


def working_note() -> str:
    """What is listed under what works."""
    return _(
        "Listed are sub-themes where more enablers than barriers were named in most of the municipalities that speak"
        " about them, and in at least two; those of most municipalities come first."
    )


def method(catalogue: Catalogue) -> tuple[str, ...]:
    """How the catalogue came about and what it cannot show."""
    coded, *rest, made = method_paragraphs(catalogue.method, deviating=False)
    crosswalk = _crosswalk(catalogue.crosswalk, catalogue.method.codebook) if catalogue.crosswalk else ()
    return (
        coded,
        *crosswalk,
        *rest,
        _(
            "Numbers of municipalities say in how many municipalities something was said, not how common it is there."
            " Fewer than three are written as “a single municipality” or “few municipalities”, so that none is pointed"
            " to."
        ),
        _(
            "Recommendations from the interviews are those that at least two municipalities ask for. Examples are"
            " findings that were written about one municipality; its name is taken out, and those that hold other"
            " names are not used. Quotes that name a municipality or a region are not used."
        ),
        _(
            "The municipalities were not drawn at random, and there is not equally much material from all of them."
            " Differences between groups are a reason to ask further; they do not show what a form of organisation or"
            " a size leads to."
        ),
        made,
    )


def _crosswalk(through: ThroughCrosswalk, coded: str) -> tuple[str, ...]:
    told = _(
        "The themes are those of the codebook “{themes}”. What was coded with “{coded}” is read under them through the"
        " crosswalk between the two codebooks, when the catalogue is made: nobody has coded it anew. A statement keeps"
        " its tendency and can come to stand under several themes."
    ).format(themes=through.themes, coded=coded)
    if not through.unmapped:
        return (told,)
    lost = _("Without a place there, and therefore in no chapter: {names}.").format(
        names=phrases.several(through.unmapped)
    )
    return (told, lost)
