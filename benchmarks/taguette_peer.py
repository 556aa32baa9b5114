"""Taguette, measured as its users meet it: its own server, its own database, asked over HTTP on this machine.

    python taguette_peer.py MATERIAL.json FOLDER      (a Python that has taguette; nothing of ours is imported)

Prints one JSON object: seconds of every request, by kind. Places are turned into Taguette's own, bytes of UTF-8 in
the text of the document. What comes back is compared with what was put in, so that nothing fast is nothing done.
"""

import csv
import html
import http.client
import io
import json
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

SERVER = """
from taguette.web import base
base.Application.check_messages = lambda self: None
from taguette.main import main
main()
"""
"""Taguette's own entry, without its daily question to taguette.org: a benchmark opens no connection outward."""

START_SECONDS = 60.0


class Browser:
    """One connection, with the cookies that Taguette sets."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        self.cookies: dict[str, str] = {}

    def send(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> tuple[int, bytes, str]:
        """Status, body and Location of the answer."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if kind:
            headers["Content-Type"] = kind
        if "_xsrf" in self.cookies:
            headers["X-XSRFToken"] = self.cookies["_xsrf"]
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status >= 400:
            raise SystemExit(f"{method} {path}: {answer.status} {content[:200]!r}")
        return answer.status, content, answer.headers.get("Location", "")

    def json(self, method: str, path: str, value: object = None) -> Any:
        """The answer to a request as Taguette's own pages make it."""
        body = None if value is None else json.dumps(value).encode()
        return json.loads(self.send(method, path, body, "application/json" if body else "")[1])


@contextmanager
def server(folder: Path) -> Iterator[tuple[Browser, str]]:
    """A running server with an empty project: a browser that is let in, and the project's address."""
    log = folder / "server.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                SERVER,
                "--no-browser",
                "-p",
                str(free_port()),
                "--database",
                str(folder / "t.sqlite3"),
            ],
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            found = _address(log, process)
            browser = Browser(int(found[1]))
            browser.send("GET", f"/?token={found[2]}")
            browser.send("GET", "/project/new")
            form = urlencode({"name": "Ungeindsats", "description": "", "_xsrf": browser.cookies["_xsrf"]})
            _, _, project = browser.send("POST", "/project/new", form.encode(), "application/x-www-form-urlencoded")
            yield browser, project
        finally:
            process.terminate()
            process.wait(timeout=30)


def free_port() -> int:
    """A port that nobody listens on just now."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _address(log: Path, process: "subprocess.Popen[bytes]") -> re.Match[str]:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"http://localhost:(\d+)/\?token=(\w+)", log.read_text()):
            return found
        time.sleep(0.05)
    raise SystemExit(f"Taguette did not start:\n{log.read_text()}")


def as_html(text: str) -> str:
    """One paragraph per turn; the line breaks between them are text to Taguette, so its places stay ours."""
    paragraphs = "\n".join(f"<p>{html.escape(turn, quote=False)}</p>" for turn in text.split("\n"))
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{paragraphs}</body></html>'


def upload(name: str, content: str) -> tuple[bytes, str]:
    """The form that imports a document, and its content type."""
    mark = "----workbench-benchmark"
    fields = {"name": name, "description": "", "text_direction": "LEFT_TO_RIGHT"}
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()
    ]
    parts.append(
        f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{quote(name)}.html"\r\n'
        f"Content-Type: text/html\r\n\r\n{content}\r\n--{mark}--\r\n"
    )
    return "".join(parts).encode(), f"multipart/form-data; boundary={mark}"


def highlight(text: str, coding: dict[str, Any], tags: list[int]) -> dict[str, Any]:
    """A coding as Taguette takes it."""
    start, end = (len(text[: coding[edge]].encode()) for edge in ("start", "end"))
    return {"start_offset": start, "end_offset": end, "tags": [tags[coding["code"]]]}


def fill(database: Path, rows: list[tuple[int, dict[str, Any], str]]) -> None:
    """Put highlights into Taguette's tables as it would itself: (document, highlight, words)."""
    with sqlite3.connect(database, timeout=60) as db:
        for document, made, words in rows:
            # A highlight that crosses paragraphs is cut out with both of them.
            snippet = "\n".join(f"<p>{html.escape(part, quote=False)}</p>" for part in words.split("\n"))
            found = db.execute(
                "INSERT INTO highlights (document_id, start_offset, end_offset, snippet) VALUES (?, ?, ?, ?)",
                [document, made["start_offset"], made["end_offset"], snippet],
            )
            db.execute("INSERT INTO highlight_tags VALUES (?, ?)", [found.lastrowid, made["tags"][0]])
    db.close()


def seconds(work: Any, *given: Any) -> tuple[float, Any]:
    """How long it took, and what it gave."""
    began = time.perf_counter()
    found = work(*given)
    return time.perf_counter() - began, found


def read_all(browser: Browser, project: str, tag: str) -> list[dict[str, Any]]:
    """Every highlight of a tag, page after page as Taguette's own list is read."""
    found: list[dict[str, Any]] = []
    page = pages = 1
    while page <= pages:
        answer = browser.json("GET", f"/api{project}/highlights/{quote(tag)}?page={page}")
        found += answer["highlights"]
        page, pages = page + 1, answer["pages"]
    return found


EXPORTS = ("csv", "xlsx", "html")
"""Forms in which Taguette hands out highlights by itself; for Word and PDF it needs calibre's ebook-convert."""


def export(browser: Browser, project: str, form: str) -> bytes:
    """Every highlight of every tag as a file, as the menu of its pages gives it."""
    return browser.send("GET", f"{project}/export/highlights/.{form}")[1]


def exports(browser: Browser, project: str, said: list[str], rounds: int) -> dict[str, list[float]]:
    """Seconds per form; what came is held against what was put in."""
    taken: dict[str, list[float]] = {form: [] for form in EXPORTS}
    files: dict[str, bytes] = {}
    for _ in range(rounds):
        for form in EXPORTS:
            one, files[form] = seconds(export, browser, project, form)
            taken[form].append(one)
    found = (
        [row[-1] for row in csv.reader(io.StringIO(files["csv"].decode("utf-8"), newline=""))][1:] if files else said
    )
    if sorted(map(_letters, found)) != sorted(map(_letters, said)):
        raise SystemExit(f"Taguette exported {len(found)} highlights of {len(said)}, or other words")
    return taken


def _letters(text: str) -> str:
    """Without the line breaks, which its conversion to plain text sets anew."""
    return "".join(text.split())


def measure(material: dict[str, Any], folder: Path) -> dict[str, Any]:
    """All of it: `texts`, `codings` (interview, start, end, code), `tags`, `heavy`, `add`, `reads`, `exports`."""
    texts, codings = material["texts"], material["codings"]
    with server(folder) as (browser, project):
        browser.send("GET", project)
        tags = [
            browser.json("POST", f"/api{project}/tag/new", {"path": tag, "description": ""})["id"]
            for tag in material["tags"]
        ]
        imports, documents = [], []
        for name, text in texts:
            taken, answer = seconds(browser.send, "POST", f"/api{project}/document/new", *upload(name, as_html(text)))
            imports.append(taken)
            documents.append(json.loads(answer[1])["created"])
        given = [(documents[c["interview"]], highlight(texts[c["interview"]][1], c, tags), c) for c in codings]
        said = [texts[c["interview"]][1][c["start"] : c["end"]] for c in codings]
        by_hand = material["add"]
        fill(
            folder / "t.sqlite3",
            [(document, made, words) for (document, made, _), words in zip(given, said, strict=True)][:-by_hand],
        )
        adds = [
            seconds(browser.json, "POST", f"/api{project}/document/{document}/highlight/new", made)[0]
            for document, made, _ in given[-by_hand:]
        ]
        reads: list[float] = []
        found: list[dict[str, Any]] = []
        for _ in range(material["reads"]):
            taken, found = seconds(read_all, browser, project, material["tags"][material["heavy"]])
            reads.append(taken)
        exported = exports(browser, project, said, material["exports"])
    expected = sorted(words for words, c in zip(said, codings, strict=True) if c["code"] == material["heavy"])
    read = sorted(html.unescape(re.sub(r"<[^>]+>", "", one["content"])) for one in found)
    if read != expected:
        wrong = [pair for pair in zip(read, expected, strict=False) if pair[0] != pair[1]]
        raise SystemExit(f"Taguette gave {len(read)} highlights of {len(expected)}; {wrong[:1]}")
    return {"import": imports, "add": adds, "quotes": reads, "found": len(found), "exports": exported}


if __name__ == "__main__":
    material_file, work_folder = (Path(argument) for argument in sys.argv[1:])
    print(json.dumps(measure(json.loads(material_file.read_text(encoding="utf-8")), work_folder)))
