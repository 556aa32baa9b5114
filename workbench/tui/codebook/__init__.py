"""What the codebook's screen is made of: the list of codes, a code as a page, and the forms that change one."""

from workbench.tui.codebook.actions import ACTIONS, TREE
from workbench.tui.codebook.changing import edited, exemplified
from workbench.tui.codebook.example import EXAMPLE, ExampleForm
from workbench.tui.codebook.facts import Facts, facts
from workbench.tui.codebook.form import FORM, CodeForm, Said, Typed
from workbench.tui.codebook.outline import NOWHERE, At, Outline
from workbench.tui.codebook.page import share_said
from workbench.tui.codebook.shelf import Shelf
from workbench.tui.codebook.tree import CodeTree

DIALOGUES = (*FORM, *EXAMPLE)
"""What can be done in the forms."""

__all__ = [
    "ACTIONS", "DIALOGUES", "NOWHERE", "TREE", "At", "CodeForm", "CodeTree", "ExampleForm", "Facts", "Outline",
    "Said", "Shelf", "Typed", "edited", "exemplified", "facts", "share_said",
]  # fmt: skip
