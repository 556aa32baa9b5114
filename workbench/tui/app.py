"""The application: one desk, seven screens, and what works everywhere."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from textual import events

from workbench import config, i18n
from workbench.i18n import N_, _, translated
from workbench.tui import registry
from workbench.tui.actions import Action, bindings
from workbench.tui.at_length import REDO, UNDO, at_length
from workbench.tui.behind import Behind
from workbench.tui.desk import Desk
from workbench.tui.keymap import keymap
from workbench.tui.last import last_file, remember, remembered
from workbench.tui.screens.goto import GoToScreen
from workbench.tui.screens.palette import Commands, Palette
from workbench.tui.themes import DARK, LIGHT, THEMES
from workbench.tui.ways import NAMES, Ways

ACTIONS = (
    Action("app.go", ("g",), N_("Go to"), N_("A screen by its number, a pane by its letter."), footer=True),
    Action("app.help", ("question_mark",), N_("Help"), footer=True),
    Action("app.command_palette", ("ctrl+p",), N_("All commands")),
    Action("app.undo", ("u",), N_("Undo"), N_("Takes back what you did last, on whichever screen."), verbs=("undo",)),
    Action("app.redo", ("ctrl+r",), N_("Redo"), verbs=("redo",)),
    Action("app.back", ("escape",), N_("Back")),
    Action("app.language", ("f9",), N_("Danish / English")),
    Action("app.theme", ("f10",), N_("Light / dark")),
    Action("app.quit", ("ctrl+q",), N_("Leave"), N_("Everything is stored already."), always=True),
    Action("app.screen_1", ("f1", "1"), N_("Overview")),
    Action("app.screen_2", ("f2", "2"), N_("Transcript")),
    Action("app.screen_3", ("f3", "3"), N_("Review")),
    Action("app.screen_4", ("f4", "4"), N_("Quotes")),
    Action("app.screen_5", ("f5", "5"), N_("Codebook")),
    Action("app.screen_6", ("f6", "6"), N_("Sources")),
    Action("app.screen_7", ("f7", "7"), N_("History")),
)

KEPT_EVERY = 2.0
"""Seconds: where one was is known after a power cut, too."""
SWEPT_EVERY = 1.0
"""Seconds after which there is asked whether there is time for the collector."""


class WorkbenchApp(Ways):
    """The workbench on the screen."""

    BINDINGS = bindings(ACTIONS)
    CSS = """
    DeskScreen { background: $background; color: $foreground; }
    * { scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1; }
    """
    COMMANDS: ClassVar = {Commands}

    def __init__(self, root: Path, person: str) -> None:
        super().__init__()
        self.keys: Mapping[str, str] = keymap(config.config_folder() / "keys.toml", registry.every())
        self.desk = Desk(root, person)
        self._last_file = last_file(self.desk.store.settings.id, person)
        self.last = remembered(self._last_file)
        self._kept = self.last
        self._behind = Behind()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours by name, also while the first screen is put together and no theme of ours is in force yet."""
        return LIGHT.variables

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.last.theme if self.last.theme in (LIGHT.name, DARK.name) else LIGHT.name
        if self.last.language in i18n.LANGUAGES:
            i18n.use(self.last.language)
        self.title = self.desk.store.settings.name
        self.set_keymap(dict(self.keys))
        self.switch_mode(self.last.screen if self.last.screen in NAMES else NAMES[0])
        self.set_interval(KEPT_EVERY, self.keep_place)
        self.call_after_refresh(self.run_worker, registry.by_screen, thread=True, group="ahead", exit_on_error=False)
        self._behind.begin()
        self.set_interval(SWEPT_EVERY, self._behind.sweep)

    def on_unmount(self) -> None:
        self.keep_place()
        self.desk.close()
        self._behind.end()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent):
            self._behind.disturbed()
        await super().on_event(event)

    def keep_place(self) -> None:
        """Write down where one is, if that is not written yet."""
        if self._kept != self.last:
            self._kept = self.last
            remember(self._last_file, self.last)

    def footer(self) -> Iterator[Action]:
        """What works everywhere and is worth a place in the footer."""
        return (one for one in ACTIONS if one.footer)

    def action_go(self) -> None:
        panes = {
            str(one.JUMP): one
            for one in self.place.query("*")
            if hasattr(one, "JUMP") and all(each.display for each in one.ancestors_with_self)
        }
        offered = [*self.numbered(), *((key, translated(getattr(one, "TITLE", ""))) for key, one in panes.items())]

        def go(key: str | None) -> None:
            if key is None:
                return
            if key.isdecimal():
                self.go_to(NAMES[int(key) - 1])
            else:
                panes[key].focus()

        self.push_screen(GoToScreen(offered), go)

    def numbered(self) -> list[tuple[str, str]]:
        """Screens by number, with their names in the language spoken now."""
        return [(one.keys[1], one.said) for one in ACTIONS if one.method.startswith("screen_")]

    def action_help(self) -> None:
        from workbench.tui.screens.help import HelpScreen

        here = list(self.place.actions())
        names = dict(zip(NAMES, (name for _number, name in self.numbered()), strict=True))
        rest = [
            (names[screen], [one for one in actions if one not in here])
            for screen, actions in registry.by_screen().items()
            if screen in names
        ]
        self.push_screen(HelpScreen([(_("Here"), here), (_("Everywhere"), ACTIONS), *rest], self.keys))

    def action_command_palette(self) -> None:
        self.push_screen(Palette())

    def action_help_quit(self) -> None:
        """What ctrl+c says, where many expect it to leave."""
        self.place.say(_("ctrl+q leaves. Everything is stored already."))

    def action_undo(self) -> None:
        if not at_length(self.place, UNDO):
            self.place.action_undo()

    def action_redo(self) -> None:
        if not at_length(self.place, REDO):
            self.place.action_redo()

    def action_language(self) -> None:
        i18n.use("en" if i18n.language() == "da" else "da")
        self.last = self.last.at(language=i18n.language())
        self.place.say("")  # it was said in the other language
        self.place.show_anew(always=True)

    def action_theme(self) -> None:
        self.theme = DARK.name if self.theme == LIGHT.name else LIGHT.name
        self.last = self.last.at(theme=self.theme)

    def possible(self) -> Iterator[tuple[Action, Callable[[], object]]]:
        """What can be done here, then everywhere, and what does it."""
        here = self.place
        for one in (*here.actions(), *ACTIONS):
            owner = {"app": self, here.SCOPE: here}.get(one.scope, here.focused)
            act = getattr(owner, f"action_{one.method}", None)
            if act is not None and one.method != "command_palette":
                yield one, act
