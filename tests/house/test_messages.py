"""Every message can be found: `_`, `N_` and `ngettext` get plain texts, never inside an f-string or from a variable."""

import ast
from pathlib import Path

import pytest

from workbench import i18n

PACKAGE = Path(i18n.__file__).parent
MODULES = sorted(file.relative_to(PACKAGE).as_posix() for file in PACKAGE.rglob("*.py"))


def asked(node: ast.AST) -> bool:
    """Whether this is a call for a message."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_", "ngettext")


@pytest.mark.parametrize("module", MODULES)
def test_messages_are_plain_texts(module: str) -> None:
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    hidden = [
        inner.lineno
        for outer in ast.walk(tree)
        if isinstance(outer, ast.JoinedStr)
        for inner in ast.walk(outer)
        if asked(inner) and isinstance(inner, ast.Call)
    ]
    texts = {"_": 1, "N_": 1, "ngettext": 2}
    varied = [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in texts
        for argument in call.args[: texts[call.func.id]]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]
    assert (hidden, varied) == ([], [])
