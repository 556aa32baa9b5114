"""Reading that may take longer than a key press: in a thread, with a store of its own, while the screen goes on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from workbench.store import Store

if TYPE_CHECKING:
    from workbench.tui.screens.base import DeskScreen

Reading = Callable[[Store], object]


class Read(Message):
    """Something was read, or could not be."""

    def __init__(self, asked: object, found: object = None, error: BaseException | None = None) -> None:
        super().__init__()
        self.asked = asked
        """What was asked for, as `read` was told: whether it is still wanted is for the screen to say."""
        self.found = found
        self.error = error


def read(screen: "DeskScreen", asked: object, reading: Reading, *, group: str = "read") -> None:
    """Read, and tell the screen with a Read; what it was reading before in this group is given up."""

    def run() -> None:
        try:
            with Store.open(screen.desk.root, person=screen.desk.person) as store:
                screen.post_message(Read(asked, reading(store)))
        except Exception as error:  # noqa: BLE001 — whatever goes wrong here is told on the screen and ends nothing
            screen.post_message(Read(asked, error=error))

    screen.run_worker(run, thread=True, exclusive=True, group=group, exit_on_error=False)
