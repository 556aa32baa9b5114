"""What goes on behind the person gives way to their keys.

Python's collector, left to itself, sets in whenever enough was made, in the midst of a key as well: a sweep through all
that a large project holds takes a fifth of a second, which is felt as a stutter. It works while the person rests. And
a thread that learns hands the interpreter over soon: a key asks for it back at every read of the store.
"""

import gc
import sys
from time import monotonic

RESTED = 0.4
"""Seconds without a key or the mouse after which what is new is swept."""
AWAY = 30.0
"""Seconds without them, and since the last time, after which everything is swept."""
FEW = 2_000
"""New objects for which no sweep is worth while."""
MANY = 30_000
"""New objects that were loaded or learned rather than left over: most of them stay, and to look at them all is felt."""
MOST = 1_000_000
"""Objects laid aside at which everything is swept whether there is time or not: some hundred megabytes."""
HANDED_OVER = 0.0005
"""Seconds that a thread keeps the interpreter while another one asks for it; Python's own are ten times as long."""


class Behind:
    """When the person did something last, and what may go on now."""

    def __init__(self) -> None:
        self._usual = sys.getswitchinterval()
        self._last = self._all = monotonic()
        self._swept = False
        """Something was swept or laid aside since everything was swept."""
        self._aside = 0
        """How many objects were laid aside since then."""

    def begin(self) -> None:
        """Lay aside what is loaded by now; what comes is swept when there is rest."""
        gc.disable()
        gc.freeze()
        sys.setswitchinterval(HANDED_OVER)

    def end(self) -> None:
        """Leave everything as Python has it."""
        sys.setswitchinterval(self._usual)
        gc.unfreeze()
        gc.enable()

    def disturbed(self) -> None:
        """The person did something."""
        self._last = monotonic()

    @property
    def idle(self) -> float:
        """Seconds since then."""
        return monotonic() - self._last

    def sweep(self) -> None:
        """Sweep what there is time for: to be called every now and then."""
        new = gc.get_count()[0]
        away = self.idle > AWAY and monotonic() - self._all > AWAY
        if self._aside > MOST or (self._swept and away):
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._swept, self._aside, self._all = False, 0, monotonic()
        elif new > MANY:
            gc.freeze()
            self._swept, self._aside = True, self._aside + new
        elif new > FEW and self.idle > RESTED:
            gc.collect(0)
            self._swept = True
