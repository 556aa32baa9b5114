"""The figures as Markdown: every key beside its goal, an editor and an empty application beside ours."""

import os
import platform
import statistics
import textwrap
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from benchmarks.screen import whole, widget
from benchmarks.screen.pressing import Cost

MEDIAN, P95, MEMORY, FIRST, FOLLOWING = 8.0, 16.0, 30.0, 1.5, 100.0
"""Goals: milliseconds of processor time a key, megabytes for the source, times an empty application's first picture,
milliseconds until suggestions follow a decision."""

Results = Mapping[str, Mapping[str, Any]]

MEASURED = f"""
**What is measured.** Processor time of the main thread from the key to the last byte written, all that is painted
in full and written to nobody; goal ≤ {MEDIAN:.0f} ms median and ≤ {P95:.0f} ms p95. Python's collector waits until
nothing is typed, as the workbench has it, in all applications alike. `TextArea` shows the text alone: it knows no
speakers and no codings, and cannot grow a selection. The empty application changes one word. Memory is what the
process takes more than that of the empty application, and the text; turns and passages as the store gives them need
not be kept. To the first picture: all processor time since Python began, but for reading the source, until the
screen stands there whole; what takes longer, as the numbers of the overview do, is counted in threads and comes
after. The middle of a few. Each application, and each screen, runs in a process of its own. What follows a decision
runs in a thread of its own: wall time from the decision to the new suggestions in the store. A key that several
others go before (a sentence on, then its code) is counted as each of them.
"""


def costs(of: Mapping[str, Any]) -> dict[str, Cost]:
    """What each kind of key cost, where it changed anything."""
    return {
        name: Cost([ms for ms, _size in pressed], [size for _ms, size in pressed])
        for name, several in of.items()
        if isinstance(several, list) and (pressed := [(ms, size) for ms, size in several if size])
    }


def report(results: Results, sizes: Sequence[str], *, following: Sequence[float], options: str) -> str:
    """All of it; `sizes` say what was measured on."""
    view, editor, empty = (results[kind] for kind in widget.KINDS)
    ours, theirs, nothing = costs(view), costs(editor), costs(empty)
    lines = [
        "# The screen beside an editor and an empty application",
        "",
        f"`python -m benchmarks.screen {options}--out benchmarks/screen.md`",
        f"{datetime.now(UTC):%Y-%m-%d} · Python {platform.python_version()}, textual=={version('textual')},",
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end; a terminal of {widget.SIZE[0]} ×"
        f" {widget.SIZE[1]}.",
        *sizes,
        "",
        "## The whole workbench",
        "",
        "| screen | a key | median / p95 ms | × empty | written | met |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    floor = nothing["a row down"].median
    for screen in whole.PLANS:
        for name, cost in costs(results[screen]).items():
            row = (screen, name, str(cost), f"{cost.median / floor:.1f}", _size(cost), _met(cost))
            lines.append(f"| {' | '.join(row)} |")
    lines += ["", "## The view of a transcript alone", ""]
    lines += ["| a key | ours: median / p95 ms | `TextArea` | empty application | `TextArea` : ours | written | met |"]
    lines += ["| --- | --- | --- | --- | --- | --- | --- |"]
    for name, cost in ours.items():
        peer, bare = theirs.get(name), nothing.get(name)
        ratio = f"{peer.median / cost.median:.0f} ×" if peer else "–"
        cells = (name, str(cost), str(peer or "–"), str(bare or "–"), ratio, _size(cost), _met(cost))
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "## At the start, and behind it", "", "| | ours | `TextArea` | empty | × empty | goal |"]
    lines += ["| --- | --- | --- | --- | --- | --- |"]
    first = f"≤ {FIRST} × empty"
    base = empty["first paint"]
    lines.append(
        f"| first picture: the view alone | {view['first paint']:.2f} s | {editor['first paint']:.2f} s | {base:.2f} s"
        f" | {view['first paint'] / base:.1f} | {first} |"
    )
    for screen in ("overview", "transcript"):
        taken = results[screen]["first paint"]
        lines.append(f"| first picture: {screen} | {taken:.2f} s | – | {base:.2f} s | {taken / base:.1f} | {first} |")
        taken = results[screen]["complete"]
        lines.append(
            f"| {screen}, with all that is counted | {taken:.2f} s | – | {base:.2f} s | {taken / base:.1f} | – |"
        )
    longest = max(results[screen]["longest sweep"] for screen in whole.PLANS)
    lines += [
        f"| memory for the source | {view['memory'] - empty['memory']:.0f} MB"
        f" | {editor['memory'] - empty['memory']:.0f} MB | – | – | ≤ {MEMORY:.0f} MB |",
        f"| the collector while nothing is typed, at most | {longest:.0f} ms | – | – | – | – |",
        f"| suggestions follow a decision | {statistics.median(following):.0f} ms | – | – | – | ≤ {FOLLOWING:.0f} ms |",
        "",
        *textwrap.wrap(MEASURED.strip(), 120),
    ]
    return "\n".join(lines) + "\n"


def _met(cost: Cost) -> str:
    return "yes" if cost.median <= MEDIAN and cost.p95 <= P95 else "**no**"


def _size(cost: Cost) -> str:
    return f"{cost.size / 1000:.1f} kB"
