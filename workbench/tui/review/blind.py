"""Blind mode: suggestions are hidden until a person has decided."""

from dataclasses import dataclass, replace

from workbench.workflow.order import At


@dataclass(frozen=True, slots=True)
class Blind:
    """Whether one decides blind now, and what was seen and decided so far in a sitting.

    What was decided blind stays as it is until it is taken back or blind mode ends, so that it can be compared with
    what others found.
    """

    on: bool = False
    seen: frozenset[At] = frozenset()
    """Passages whose suggestions were in sight."""
    decided: frozenset[At] = frozenset()
    """Passages decided before their suggestions were in sight."""

    def hides(self, at: At) -> bool:
        """Whether what is suggested for a passage may not be seen yet."""
        return self.on and at not in self.seen

    def settles(self, at: At) -> bool:
        """Whether what was decided of a passage stays as it is."""
        return self.on and at in self.decided and at in self.seen

    def turned(self) -> "Blind":
        """Begun, or ended."""
        return replace(self, on=not self.on)

    def after_seeing(self, at: At) -> "Blind":
        """The suggestions for a passage are in sight from now on."""
        return replace(self, seen=self.seen | {at})

    def after_deciding(self, at: At) -> "Blind":
        """A passage was decided blind."""
        return replace(self, decided=self.decided | {at})

    def after_taking_back(self, at: At) -> "Blind":
        """What was decided of a passage was taken back."""
        return replace(self, decided=self.decided - {at})
