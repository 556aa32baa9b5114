"""A report writer at a terminal edits a quote in an editor: a slip is told, and nothing they wrote is lost."""

import os
import stat
import sys
from pathlib import Path

import pexpect
import pytest

from tests.store.test_undo import accept
from workbench.store import QuoteMark, Source, Store, quote_marks

EDITOR = """#!{python}
import sys
from pathlib import Path

file, tries = Path(sys.argv[1]), Path("{tries}")
seen = tries.read_text(encoding="utf-8") if tries.exists() else ""
tries.write_text(seen + file.read_text(encoding="utf-8") + "\\f", encoding="utf-8")
text = file.read_text(encoding="utf-8")
written = text.replace("aldrig set", "set") if not seen else text.replace("har set", "har […] set")
file.write_text(written, encoding="utf-8")
"""


def test_an_edit_in_the_editor(store: Store, talk: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = accept(store, talk, 1, "plan")
    editor, tries = tmp_path / "editor", tmp_path / "tries"
    editor.write_text(EDITOR.format(python=sys.executable, tries=tries), encoding="utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.delenv("VISUAL", raising=False)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "workbench", "-p", str(store.root), "--lang", "en", "quotes", "edit", id[:8]],
        dimensions=(24, 100),
        env={**os.environ, "EDITOR": str(editor), "TERM": "xterm-256color"},
        encoding="utf-8",
        timeout=60,
    )
    child.expect_exact("left out: “aldrig”")
    child.expect_exact("Edit it again? [Y/n]:")
    child.sendline("")
    child.expect_exact("“Jeg har […] set den plan.”")
    child.expect_exact("“aldrig” is left out: see that it still means the same.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert quote_marks(store) == {id: QuoteMark(edited="Jeg har […] set den plan.")}
    shown = tries.read_text(encoding="utf-8").split("\f")
    assert [text.splitlines()[0] for text in shown[:-1]] == ["Jeg har aldrig set den plan.", "Jeg har set den plan."]
    assert shown[0].splitlines()[-1] == "# As said: Jeg har aldrig set den plan."
