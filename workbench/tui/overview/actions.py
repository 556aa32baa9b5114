"""What can be done in the overview, and the keys for it."""

from workbench.i18n import N_
from workbench.tui.actions import Action

ACTIONS: tuple[Action, ...] = (
    Action(
        "overview.down", ("enter",), N_("Go down"),
        N_("To a municipality's sources, a focus area's codes, a source's passages, what was said."), footer=True,
    ),
    Action("overview.up", ("escape", "backspace"), N_("Go up")),
    Action(
        "overview.review", ("v",), N_("Review here"),
        N_("A source's passages; above the sources those where something is suggested that there is least of."),
        footer=True,
    ),
    Action(
        "overview.suggest", ("s",), N_("Suggest"),
        N_("Codes for the sources that have no suggestions yet, here or everywhere; anew for the source one is in."),
        footer=True,
    ),
    Action("overview.report", ("r",), N_("Report"), N_("Writes the municipality's practice report."), footer=True),
    Action("overview.reports", ("R",), N_("All reports"), N_("Writes the practice report of every municipality.")),
    Action("overview.why", ("w",), N_("Why"), N_("Shows or hides what stands behind the numbers."), footer=True),
    Action("overview.order", ("o",), N_("Order"), N_("Thin places first, or by name.")),
    Action("overview.transcript", ("t",), N_("Transcript"), N_("The words themselves, at this source or passage.")),
    Action("overview.quotes", ("q",), N_("Quotes"), N_("What was said under the code or in the municipality.")),
)  # fmt: skip
