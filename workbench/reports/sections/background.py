"""Why the report was made, and how the municipality has organised itself: what is known, and places to write."""

from workbench.i18n import _, ngettext
from workbench.reports.document import Block, Cell, Place, Section, Table, Tone, Words
from workbench.reports.practice import PracticeReport, Setting


def background(report: PracticeReport) -> Section:
    """Purpose and scope as the project names them, and what the focus areas are about."""
    setting = report.setting
    blocks: list[Block] = [Words(setting.purpose)] if setting.purpose else []
    blocks.append(Place("background.purpose", _("Write about the background and the purpose here.")))
    blocks.append(
        Words(
            _(
                "The report follows the focus areas of the municipal youth effort. They are understood as the"
                " codebook defines them:"
            )
        )
    )
    blocks.append(
        Table(
            head=(_("Focus area"), _("What it is about")),
            rows=tuple((Cell.of(name, Tone.STRONG), Cell.of(about)) for name, about in setting.areas),
            widths=(4.0, 12.0),
        )
    )
    if setting.scope:
        blocks.append(Words(setting.scope, Tone.NOTE))
    return Section("background", _("Background and purpose"), tuple(blocks))


def organisation(report: PracticeReport) -> Section | None:
    """None where nothing is known of the municipality: an empty chapter helps nobody."""
    facts = _facts(report.setting)
    if not facts:
        return None
    table = Table(
        head=(_("About the municipality"), _("Detail")),
        rows=tuple((Cell.of(label, Tone.STRONG), Cell.of(value)) for label, value in facts),
        widths=(5.0, 11.0),
    )
    place = Place("organisation.local", _("Write about the local organisation here."))
    return Section("organisation", _("Local organisation"), (table, place))


def _facts(setting: Setting) -> list[tuple[str, str]]:
    size = setting.size or 0
    rounded = f"{round(size, -3):,}".replace(",", _(","))
    told = (
        (_("Region"), setting.region),
        (_("Inhabitants"), ngettext("about {n}", "about {n}", size).format(n=rounded) if size else ""),
        (_("Form of organisation"), setting.organisation_form),
        (_("Themes asked for beforehand"), ", ".join(setting.themes)),
    )
    return [(label, value) for label, value in told if value]
