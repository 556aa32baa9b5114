"""What is asked before a municipality is added that the project does not have."""

from collections.abc import Sequence

from workbench.i18n import _, ngettext
from workbench.model import nearest
from workbench.store import Store, municipalities
from workbench.terminal import safe
from workbench.workflow.preview import Home


def asked_of(store: Store, new: Sequence[Home]) -> str:
    """One line for each, with what it may have been meant as, then the question."""
    known = [one.name for one in municipalities(store)]
    said = [_new_said(one, nearest(one.name, known)) for one in new]
    return "\n".join([*said, ngettext("Add it to the project?", "Add them to the project?", len(new))])


def _new_said(home: Home, near: Sequence[str]) -> str:
    name = safe(home.name)
    if home.said:
        said = _("“{name}” is not in this project yet.").format(name=name)
    else:
        said = _("No municipality is said. The folder is called “{name}”, which is not in this project yet.").format(
            name=name
        )
    meant = _("Did you mean {names}?").format(names=", ".join(near)) if near else ""
    return f"{said} {meant}".strip()
