"""The HTML file in a browser: nothing that bars anybody from reading it, and it prints."""

import io
import json
import os
import shutil
import subprocess
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from pypdf import PdfReader

from tests.reports.formats.sample import hostile, sample
from workbench.reports import html
from workbench.reports.document import Document

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_RUN = """
<script src="axe.js"></script>
<script>
axe.run().then(found => {
  document.body.replaceChildren(Object.assign(document.createElement("pre"), { textContent: JSON.stringify(found) }));
});
</script>
"""


@dataclass(frozen=True, slots=True)
class Browser:
    """Chromium without a window or a network."""

    program: str
    folder: Path

    def run(self, *arguments: str) -> bytes:
        done = subprocess.run(
            [
                self.program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                f"--user-data-dir={self.folder / 'profile'}",
                *arguments,
            ],
            capture_output=True,
            timeout=120,
            check=True,
            env={**os.environ, "HOME": str(self.folder)},
        )
        return done.stdout


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "these tests need Chromium: apt-get install chromium"
    return Browser(found, tmp_path)


@pytest.mark.parametrize(
    ("document", "width"),
    [(sample(), 1200), (sample("en"), 1200), (sample(), 360), (hostile(), 1200)],
    ids=["danish", "english", "phone", "hostile"],
)
def test_nothing_bars_anybody(browser: Browser, tmp_path: Path, document: Document, width: int) -> None:
    told = _examined(browser, tmp_path, html(document), width)

    assert [_fault(one) for one in told["violations"]] == []
    assert {"color-contrast", "heading-order", "html-has-lang", "document-title", "svg-img-alt", "list"} <= {
        one["id"] for one in told["passes"]
    }


def test_what_bars_people_is_noticed(browser: Browser, tmp_path: Path) -> None:
    page = html(sample()).replace('<html lang="da-DK">', "<html>").replace("--muted: #52616B", "--muted: #AAAAAA")

    told = _examined(browser, tmp_path, page, 1200)

    assert {(one["id"], one["impact"]) for one in told["violations"]} == {
        ("html-has-lang", "serious"),
        ("color-contrast", "serious"),
    }


def test_it_prints(browser: Browser, tmp_path: Path) -> None:
    method, plan = sample().sections[-1], sample().sections[2]
    (tmp_path / "report.html").write_text(html(replace(sample(), sections=(method, plan))), "utf-8")

    browser.run("--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'report.pdf'}", _address(tmp_path))

    pages = PdfReader(io.BytesIO((tmp_path / "report.pdf").read_bytes())).pages
    sizes = {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages}
    assert sizes == {(595, 842)}
    # The chapter asks for a page of its own; the first page has room.
    assert pages[1].extract_text().splitlines()[:2] == [f"2 / {len(pages)}", "Én plan"]


def _examined(browser: Browser, folder: Path, page: str, width: int) -> Any:
    """What axe finds in the page; its policy, which lets no script run, is taken out of this copy."""
    assert _POLICY in page
    (folder / "axe.js").write_text(files("axe_core_python").joinpath("axe.min.js").read_text("utf-8"), "utf-8")
    copy = page.replace(_POLICY, "").replace("</body>", f"{_RUN}</body>")
    (folder / "report.html").write_text(copy, "utf-8")
    shown = browser.run(f"--window-size={width},1000", "--virtual-time-budget=30000", "--dump-dom", _address(folder))
    return json.loads(lxml.html.document_fromstring(shown.decode()).findtext("body/pre") or "")


def _fault(violation: Any) -> tuple[str, str, list[str]]:
    return violation["id"], violation["impact"], [node["html"] for node in violation["nodes"]]


def _address(folder: Path) -> str:
    return (folder / "report.html").as_uri()
