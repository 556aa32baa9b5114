"""What was done, in words: the history's verbs and what they were about."""

from collections.abc import Sequence

from workbench.i18n import _
from workbench.store import Done, Event, Store, subjects

TOLD = 40
"""Changes of a command whose names are told: one may have twenty thousand."""


def about(store: Store, events: Sequence[Event]) -> str:
    """What events are about, the first of them if they are very many; empty when they name nothing."""
    return " · ".join(subjects(store, events[:TOLD])) + (" · …" if len(events) > TOLD else "")


def deed(store: Store, done: Done) -> str:
    """A command that was taken back or put back: `coded (fg1 · plan)`."""
    told = about(store, done.events)
    return f"{verb(done.verb)} ({told})" if told else verb(done.verb)


def verb(name: str) -> str:
    """What a command did, in the language spoken now; a verb that is not known as it is."""
    return {
        "init": _("made the project"),
        "import": _("brought in"),
        "accept": _("accepted"),
        "reject": _("rejected"),
        "no-code": _("no code"),
        "code": _("coded"),
        "uncode": _("took a coding away"),
        "adjust": _("changed a coding"),
        "undo": _("undid"),
        "redo": _("redid"),
        "codebooks add": _("added a codebook"),
        "codebooks migrate": _("brought a codebook to a new version"),
        "codebooks edit": _("changed a code"),
        "codebooks example": _("added an example to a code"),
        "municipalities add": _("added a municipality"),
        "municipalities edit": _("corrected a municipality"),
        "participants edit": _("corrected a participant"),
        "participants assign": _("said who speaks"),
        "sources edit": _("corrected a source"),
        "quotes star": _("starred a quote"),
        "quotes unstar": _("took a star away"),
        "quotes edit": _("edited a quote"),
        "quotes approve": _("approved a quote"),
        "quotes unapprove": _("took an approval back"),
        "journeys import": _("brought in a youth journey"),
        "journeys remove": _("took a youth journey away"),
        "findings add": _("wrote a finding"),
        "findings edit": _("changed a finding"),
        "findings remove": _("took a finding away"),
        "findings import": _("brought in findings"),
        "memo add": _("wrote a memo"),
        "memo edit": _("changed a memo"),
        "memo remove": _("took a memo away"),
    }.get(name, name)
