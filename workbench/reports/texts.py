"""The fixed explanatory sentences of a practice report. Nothing here says anything about what was found."""

from workbench.i18n import _, ngettext
from workbench.reports import phrases
from workbench.reports.practice import KnowledgeBase, Method


def reading_note() -> str:
    """How to read the numbers: on the cover, and again under method."""
    return _(
        "The numbers count statements, not shares. They show what was said and what it rests on, not how common it is."
    )


def knowledge_facts(base: KnowledgeBase) -> tuple[str, ...]:
    """Lines under the tables of the knowledge base."""
    lines = []
    if base.half_hours:
        lines.append(_("Length of the talks: {hours}.").format(hours=phrases.hours(base.half_hours)))
    if base.roles:
        lines.append(_("Roles with enough people to be named: {names}.").format(names=", ".join(base.roles)))
    if base.age_groups:
        ages = ", ".join(group.replace("-", "–") for group in base.age_groups)
        lines.append(_("Age groups of the young people: {ages}.").format(ages=ages))
    return tuple(lines)


def missing(base: KnowledgeBase) -> tuple[str, ...]:
    """What the material lacks, a line each."""
    lines = []
    if base.unknown_roles:
        lines.append(_("The role of some participants is not known."))
    if base.no_youth:
        lines.append(_("Young people have not been heard."))
    if base.no_staff:
        lines.append(_("Members of staff have not been heard."))
    if base.no_leaders:
        lines.append(_("Leaders have not been heard."))
    if base.silent:
        lines.append(_("Nothing was said about: {areas}.").format(areas=", ".join(base.silent)))
    if base.thin:
        lines.append(_("Few statements about: {areas}.").format(areas=", ".join(base.thin)))
    if base.without_youth:
        lines.append(_("Without young people's voices: {areas}.").format(areas=", ".join(base.without_youth)))
    return tuple(lines)


def method_paragraphs(method: Method, *, deviating: bool = True) -> tuple[str, ...]:
    """How the report came about and what it cannot show; `deviating` where it has deviating voices."""
    return tuple(
        paragraph
        for paragraph in (
            _codebook(method),
            _suggestions(method),
            _(
                "A statement is one passage with one code and one tendency: barrier, enabler, recommendation or"
                " description. The same passage can therefore count under several themes."
            ),
            reading_note(),
            _(
                "A statement counts as deviating when it is an enabler within a theme where barriers dominate, or"
                " the other way round, or when a coder marked it as contrary."
            )
            if deviating
            else "",
            _(
                "Quotes are the speakers' own words, at most lightly edited by a person, from material whose consent"
                " covers quoting. The characters after a quote lead back to its place in the transcript."
            ),
            _(
                "People are named by role only. A role is named where at least {k_staff} members of staff, or"
                " {k_youth} young people or relatives, with that role took part; otherwise a broader label is used."
                " Numbers of people below these limits are not shown, nor numbers of sources they could be computed"
                " from."
            ).format(k_staff=method.k_staff, k_youth=method.k_youth),
            _(
                "The report holds counts, chosen quotes, what people wrote, and fixed explanations. No"
                " text in it is generated. Made with Ungeindsats Workbench {version}."
            ).format(version=method.tool),
        )
        if paragraph
    )


def _codebook(method: Method) -> str:
    sentences = [
        _("The material was coded with the codebook “{codebook}”, version {version}.").format(
            codebook=method.codebook, version=method.version
        )
    ]
    if method.other_versions:
        sentences.append(
            _("Some codings were made with version {versions}.").format(versions=", ".join(method.other_versions))
        )
    if method.coders:
        sentences.append(_("Coded by {names}.").format(names=", ".join(method.coders)))
    if method.agreed:
        sentences.append(_("Where coders have settled on codings together, those count."))
    return " ".join(sentences)


def _suggestions(method: Method) -> str:
    if not method.suggestions_decided:
        return _("All codings were made by people, without suggestions from the machine.")
    return ngettext(
        "The machine suggested codes; a person decided on each one. {accepted} of {n} decided suggestion was"
        " accepted ({percent}\N{NO-BREAK SPACE}%).",
        "The machine suggested codes; a person decided on each one. {accepted} of {n} decided suggestions were"
        " accepted ({percent}\N{NO-BREAK SPACE}%).",
        method.suggestions_decided,
    ).format(
        accepted=method.suggestions_accepted,
        n=method.suggestions_decided,
        percent=round(100 * method.suggestions_accepted / method.suggestions_decided),
    )
