"""What a code says, field by field, to be said anew."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static, TextArea

from workbench.codebook import Code, Exclusion
from workbench.i18n import N_, _
from workbench.tui.actions import Action, bindings
from workbench.tui.widgets.draft import Draft, area
from workbench.workflow.codebook_edit import read_exclusion, written_exclusion

FORM = (
    Action("code_form.keep", ("ctrl+s",), N_("Make the new version"), verbs=("codebooks edit",)),
    Action("code_form.close", ("escape",), N_("Close"), N_("What you typed is there when you come back.")),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the form says a code is."""

    names: Mapping[str, str]
    definition: str
    include: Sequence[str]
    exclude: Sequence[Exclusion]


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields."""

    da: str
    en: str
    definition: str
    include: str
    exclude: str

    @staticmethod
    def of(code: Code) -> "Typed":
        """A code as it is written in the fields."""
        return Typed(
            da=code.names.get("da", ""),
            en=code.names.get("en", ""),
            definition=code.definition,
            include="\n".join(code.include),
            exclude="\n".join(map(written_exclusion, code.exclude)),
        )

    def said(self, code: Code) -> Said:
        """What that says the code is; a name in a language in which it had none may stay away."""
        names = {"da": self.da, "en": self.en}
        return Said(
            {language: name for language, name in names.items() if name.strip() or language in code.names},
            self.definition,
            _lines(self.include),
            tuple(map(read_exclusion, _lines(self.exclude))),
        )


class CodeForm(Draft[Typed]):
    """A code's names and texts; `take` makes the new version."""

    DEFAULT_CSS = """
    CodeForm VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
    CodeForm Input, CodeForm Input:focus { width: 1fr; background: $panel; padding: 0 1 !important; }
    CodeForm TextArea { min-height: 2; max-height: 7; }
    """
    SCOPE = "code_form"
    BINDINGS = bindings(FORM)
    KEYS = FORM

    def __init__(self, code: Code, typed: Typed, take: Callable[[Said], str]) -> None:
        super().__init__()
        self._code, self._typed, self._take = code, typed, take

    def fields(self) -> ComposeResult:
        typed = self._typed
        with VerticalScroll(can_focus=False):
            yield from self._line("da", _("Name in Danish"), typed.da)
            yield from self._line("en", _("Name in English"), typed.en)
            yield from self._area("definition", _("Definition"), typed.definition)
            yield from self._area("include", _("Belongs to it, a line each"), typed.include)
            yield from self._area(
                "exclude", _("Does not belong to it, a line each; -> and a code says where"), typed.exclude
            )

    def _line(self, id: str, label: str, text: str) -> ComposeResult:
        yield Static(label, classes="heading")
        yield Input(text, compact=True, select_on_focus=False, id=id)

    def _area(self, id: str, label: str, text: str) -> ComposeResult:
        yield Static(label, classes="heading")
        yield area(text, id)

    @property
    def typed(self) -> Typed:
        """What stands in the fields now."""
        names = {one.id or "": one.value for one in self.query(Input)}
        return Typed(**names, **{one.id or "": one.text for one in self.query(TextArea)})

    def action_keep(self) -> None:
        self.keep(lambda: self._take(self.typed.said(self._code)))

    def action_close(self) -> None:
        self.dismiss(self.typed)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
