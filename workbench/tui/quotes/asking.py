"""Asking which quotes to look at: by anything that is known of them, or by their words."""

from collections.abc import Callable
from dataclasses import replace

from textual.app import App

from workbench.i18n import _
from workbench.store import holding
from workbench.tui.desk import Desk
from workbench.tui.quotes.filter import QuoteFilter
from workbench.tui.quotes.offers import offers
from workbench.tui.widgets.ask import AskScreen
from workbench.tui.widgets.choose import ChooseScreen

Asked = Callable[[QuoteFilter], None]
"""Takes what is asked for."""


def ask_what(app: App[None], desk: Desk, now: QuoteFilter, asked: Asked) -> None:
    """Let one thing be chosen; what is asked for already is taken back."""
    every = offers(desk, now)

    def chosen(number: int | None) -> None:
        if number is not None:
            asked(every[number].filter)

    app.push_screen(ChooseScreen(_("Show only"), [one.choice for one in every]), chosen)


def ask_words(app: App[None], now: QuoteFilter, asked: Asked) -> None:
    """Let words be typed; no words show all again."""

    def take(typed: str) -> str:
        words = typed.strip()
        if words:
            holding(words)  # refuses what cannot be sought
        asked(replace(now, text=words))
        return ""

    hint = _('Words in any form, or a "whole phrase"; nothing shows all again.')
    app.push_screen(AskScreen(_("Only with these words"), take, value=now.text, hint=hint))
