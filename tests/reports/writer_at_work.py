"""Edits a Word file in LibreOffice as a person does, key by key. Run by Debian's Python, which has the package `uno`.

python3 writer_at_work.py FROM TO STEPS: the steps are JSON, each a list of a name and what it needs:
find WORDS before|after|over · type WORDS · press COMMAND (`InsertPara`, `Bold`, `DefaultBullet` …) · table · delete N
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # of Debian's Python, not of ours

FORMAT = "MS Word 2007 XML"


def value(name: str, given: object) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, given
    return made


class Writer:
    """An open document with a cursor one can see."""

    def __init__(self, services: Any, file: Path) -> None:
        self.desktop = services("com.sun.star.frame.Desktop")
        self._dispatcher = services("com.sun.star.frame.DispatchHelper")
        self._document = self.desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (value("Hidden", True),))
        self._frame = self._document.CurrentController.Frame
        self._cursor = self._document.CurrentController.ViewCursor

    def find(self, words: str, where: str) -> None:
        asked = self._document.createSearchDescriptor()
        asked.SearchString = words
        self._cursor.gotoRange(self._document.findFirst(asked), False)
        if where == "before":
            self._cursor.collapseToStart()
        elif where == "after":
            self._cursor.collapseToEnd()

    def press(self, command: str, **given: object) -> None:
        self._dispatcher.executeDispatch(
            self._frame, f".uno:{command}", "", 0, tuple(value(name, one) for name, one in given.items())
        )

    def type(self, words: str) -> None:
        self.press("InsertText", Text=words)

    def table(self) -> None:
        self.press("InsertTable", Columns=2, Rows=2)

    def delete(self, times: int) -> None:
        for _ in range(times):
            self.press("Delete")

    def save(self, file: Path) -> None:
        self._document.storeToURL(file.as_uri(), (value("FilterName", FORMAT),))
        self._document.close(True)


def main(source: Path, target: Path, steps: list[list[Any]]) -> None:
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"workbench{os.getpid()}"
        told = ["--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
        with subprocess.Popen(["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", *told]) as office:
            context = connected(office, pipe)
            writer = Writer(lambda name: context.ServiceManager.createInstanceWithContext(name, context), source)
            for name, *given in steps:
                getattr(writer, name)(*given)
            writer.save(target)
            writer.desktop.terminate()


def connected(office: "subprocess.Popen[bytes]", pipe: str) -> Any:
    """The office's context, as soon as it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    refused = uno.getClass("com.sun.star.connection.NoConnectException")
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except refused:
            try:
                office.wait(timeout=0.1)  # it has not begun to listen yet
            except subprocess.TimeoutExpired:
                continue
            break
    raise SystemExit("LibreOffice did not start")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]))
