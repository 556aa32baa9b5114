"""A dialogue in which one writes: what is typed and not kept is there when one comes back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from workbench.errors import WorkbenchError
from workbench.terminal import safe
from workbench.tui.actions import Action
from workbench.tui.widgets.keybar import KeyBar
from workbench.tui.widgets.modal import Modal

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

Typed = TypeVar("Typed")
Key = TypeVar("Key")


class Draft(Modal[Typed | None]):
    """Answers with what was typed and not kept; None once it was kept, and `done` says what became of it."""

    DEFAULT_CSS = """
    Draft { align: center middle; background: $background 60%; }
    Draft > Vertical {
        width: 94%; max-width: 110; height: auto; max-height: 100%; background: $surface; border: round $primary;
        padding: 0 1;
    }
    Draft .heading { color: $muted; padding: 0 1; }
    Draft TextArea { height: auto; background: $panel; padding: 0 1; }
    Draft #told { height: auto; max-height: 8; margin: 1 0; padding: 0 1; }
    Draft #told.-error { color: $error; text-style: bold; }
    Draft KeyBar { background: $surface; }
    """
    KEYS: ClassVar[Sequence[Action]] = ()
    """What can be done; the last is told however little room there is."""

    def __init__(self) -> None:
        super().__init__()
        self.done = ""
        """What was done, once it was kept."""

    def fields(self) -> ComposeResult:
        """What one writes in."""
        yield from ()

    def compose(self) -> ComposeResult:
        with Vertical():
            yield from self.fields()
            yield Static(id="told")
            yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(KeyBar).show(self.KEYS, dict(cast("WorkbenchApp", self.app).keys))

    def tell(self, said: str, *, error: bool = False) -> None:
        """Say something below the fields, on as many lines as it has; text from data in it is made safe."""
        told = self.query_one("#told", Static)
        told.set_class(error, "-error")
        told.update(Text("\n".join(map(safe, said.split("\n")))))

    def left(
        self, drafts: dict[Key, Typed], key: Key, fresh: Typed, done: Callable[[str], None]
    ) -> Callable[[Typed | None], None]:
        """For `push_screen`: puts what was typed among the drafts, unless it is as it was, or was kept.

        `done` is called with the sentence about what was done.
        """

        def closed(typed: Typed | None) -> None:
            drafts.pop(key, None)
            if typed is not None and typed != fresh:
                drafts[key] = typed
            if self.done:
                done(self.done)

        return closed

    def keep(self, take: Callable[[], str]) -> None:
        """Keep it with `take`, which says what was done; a refusal is told, and leaves everything as it was typed."""
        try:
            self.done = take()
        except WorkbenchError as error:
            self.tell(f"! {error.message}\n{error.hint or ''}".strip(), error=True)
            return
        self.dismiss(None)


def area(text: str, id: str | None = None, *, kind: type[TextArea] = TextArea) -> TextArea:
    """A calm field for more than a line; tab goes on to the next."""
    return kind(
        text, id=id, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False,
        tab_behavior="focus",
    )  # fmt: skip
