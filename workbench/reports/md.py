"""The practice report in Markdown: the same words as in Word, for version control and for reading anywhere."""

import re
from collections.abc import Iterable
from pathlib import Path

from workbench.reports.keep import write_kept
from workbench.reports.practice import PracticeReport
from workbench.reports.wording import ChapterText, Page, QuoteText, RecommendationText, SectionText, in_words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&|~$#])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))")


def write_markdown(report: PracticeReport, file: Path) -> Path | None:
    """Write the report as Markdown; an earlier file that differs is kept, and its new name returned.

    Raises WorkbenchError when the file cannot be written.
    """
    return write_kept(file, markdown(report).encode())


def markdown(report: PracticeReport) -> str:
    """The report as Markdown (CommonMark with tables)."""
    page = in_words(report)
    blocks = [
        f"# {_text(page.title)}: {_text(page.municipality)}",
        _list(f"**{_text(label)}:** {_text(value)}" for label, value in page.facts),
        _line(page.reading_note),
        *_summary(page),
        *_knowledge(page),
        *(block for chapter in page.chapters for block in _chapter(page, chapter)),
        *_all_recommendations(page),
        f"## {_text(page.t.method)}",
        *(_line(paragraph) for paragraph in page.method),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _summary(page: Page) -> Iterable[str]:
    if page.summary or page.written:
        yield f"## {_text(page.t.summary)}"
    if page.summary:
        yield _table(
            (page.t.focus_area, page.t.rests_on, page.t.balance),
            (
                (
                    _lines(f"**{_text(line.name)}**", _text(line.headline)),
                    _lines(_text(line.evidence), _text(line.most)),
                    _lines(line.barriers + line.enablers, _text(line.balance)),
                )
                for line in page.summary
            ),
        )
        yield _line(page.t.bars)
    for one in page.written:
        yield _bold(one.label, one.body)


def _knowledge(page: Page) -> Iterable[str]:
    yield f"## {_text(page.t.knowledge)}"
    if page.materials:
        yield f"### {_text(page.t.knowledge_sources)}"
        yield _table((page.t.kind, page.t.sources, page.t.period), (map(_text, row) for row in page.materials))
    if page.heard:
        yield f"### {_text(page.t.knowledge_people)}"
        yield _table((page.t.group, page.t.people), (map(_text, row) for row in page.heard))
    for line in page.knowledge:
        yield _line(line)
    if page.missing:
        yield f"### {_text(page.t.missing)}"
        yield _list(map(_line, page.missing))


def _chapter(page: Page, chapter: ChapterText) -> Iterable[str]:
    yield f"## {_text(chapter.name)}"
    yield _line(chapter.prioritised)
    if chapter.evidence:
        yield _lines(_line(chapter.evidence), _line(chapter.balance), end="\\\n")
    if chapter.written:
        yield f"### {_text(page.t.written)}"
        yield from (_bold(one.label, one.body) for one in chapter.written)
    if chapter.findings:
        yield f"### {_text(page.t.findings)}"
    for finding in chapter.findings:
        yield f"#### {_text(finding.name)}"
        yield _lines(_line(finding.evidence), _line(finding.balance), end="\\\n")
        yield from map(_quote, finding.quotes)
    yield _line(chapter.others)
    yield from _section(page.t.youth, chapter.youth)
    yield from _section(page.t.deviation, chapter.deviation)
    if chapter.recommendations:
        yield f"### {_text(page.t.recommendations)}"
        yield from map(_recommendation, chapter.recommendations)


def _section(heading: str, section: SectionText | None) -> Iterable[str]:
    if section is None:
        return
    yield f"### {_text(heading)}"
    yield from map(_line, section.lines)
    for quote in section.quotes:
        yield f"**{_text(quote.about)}**"
        yield _quote(quote)


def _recommendation(one: RecommendationText) -> str:
    parts = (_bold(one.label, one.body), _line(one.evidence), _quote(one.quote) if one.quote else "")
    return "\n\n".join(part for part in parts if part)


def _all_recommendations(page: Page) -> Iterable[str]:
    if not page.recommendations:
        return
    yield f"## {_text(page.t.all_recommendations)}"
    yield _table(
        (page.t.recommendation, page.t.rests_on, page.t.owner, page.t.next_step),
        (
            (
                _lines(
                    f"**{_text(one.label)}**",
                    _text(one.area),
                    _text(one.body),
                    f"{_text(one.quote.text)} `{one.quote.id}`" if one.quote else "",
                ),
                _text(one.evidence),
                _text(one.owner),
                "",
            )
            for one in page.recommendations
        ),
    )


def _quote(quote: QuoteText) -> str:
    return f"> {_text(quote.text)}\\\n> – {_text(quote.by)} `{quote.id}`"


def _bold(label: str, body: str) -> str:
    return _lines(f"**{_text(label)}**", _line(body), end="\\\n")


def _lines(*lines: str, end: str = "<br>") -> str:
    return end.join(line for line in lines if line)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = [_text(title) for title in header]
    body = [titles, ["---"] * len(titles), *(list(row) for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in body)


def _text(text: str) -> str:
    """Text inside a line: nothing in it is taken for markup."""
    return _SPECIAL.sub(r"\\\1", text)


def _line(text: str) -> str:
    """Text that begins a line: nor is its beginning taken for a list."""
    return _AT_START.sub(_escaped_start, _text(text))


def _escaped_start(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark}\\" if mark.isdigit() else f"{found[1]}\\{mark}"
