"""Writes docs/keys.md, every key of the screen, from the actions: `make keys`. A test holds the two together."""

from itertools import groupby
from pathlib import Path

from workbench import i18n
from workbench.tui import registry
from workbench.tui.actions import Action, shown

FILE = Path(__file__).with_name("keys.md")
HEAD = """# Taster

Lavet af `make keys`. Andre taster giver du i `keys.toml` ved siden af din egen `config.toml`: til venstre navnet i
sidste kolonne, til højre tasterne, adskilt af komma, fx `"transcript.code" = "k"`.
"""


def page() -> str:
    """The page in Danish: a table for each place."""
    with i18n.speaking("da"):
        tables = [
            "\n".join((f"## {scope}", "", "| Tast | Gør | Navn |", "| --- | --- | --- |", *map(_row, actions)))
            for scope, actions in groupby(registry.every(), key=lambda one: one.scope)
        ]
    return "\n\n".join((HEAD.strip(), *tables)) + "\n"


def _row(one: Action) -> str:
    keys = " ".join(f"`{shown(key)}`" for key in one.keys)
    said = f"{one.said}. {one.explained}" if one.explained else one.said
    return f"| {keys} | {said} | `{one.id}` |"


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
