"""What a key costs, from the view of one enormous source to the whole workbench on a large project.

python -m benchmarks.screen [--turns N] [--out FILE]
"""

import argparse
import json
import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.screen import whole, widget
from benchmarks.screen.enormous import LARGE_CODINGS, TURNS

STARTS = 3
"""Times an application is started."""
FULL = ("overview", "transcript")
"""Screens whose first picture is told."""


def main() -> None:
    """Measure, print the tables, and write them down where --out says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screen", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--turns", type=int, default=TURNS, help="turns of the source; codings go with them")
    parser.add_argument("--sources", type=int, default=200, help="sources of the project; codings go with them")
    parser.add_argument("--out", type=Path, help="write the tables and what they compare to this file")
    parser.add_argument("--measure", choices=(*widget.KINDS, *whole.PLANS, "following"), help=argparse.SUPPRESS)
    parser.add_argument("--material", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--start", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.turns < 100 or options.sources < 2:
        parser.error("--turns: 100 or more; --sources: 2 or more")
    if options.measure:
        print(json.dumps(_measured(options.measure, options.material, start=options.start)))
        return
    with tempfile.TemporaryDirectory(prefix="workbench-benchmark-") as folder:
        # Where one was last belongs to the benchmark, not to the person who runs it.
        os.environ |= {"XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}
        done = _compared(Path(folder), options.turns, options.sources)
    print(done)
    if options.out:
        options.out.write_text(done, encoding="utf-8")


def _measured(kind: str, material: Path, *, start: bool) -> Any:
    """In the process that is measured."""
    if kind == "following":
        return whole.following(material)
    if kind in widget.KINDS:
        return widget.measure(kind, material, {} if start else widget.PLANS[kind])
    return whole.measure(material, {} if start else whole.PLANS[kind])


def _compared(folder: Path, turns: int, sources: int) -> str:
    """Everything measured, each in processes of its own, started in turns: a slow minute is everybody's."""
    from benchmarks.screen.project import CODINGS, make
    from benchmarks.screen.table import report

    made, source, project = widget.material(turns), folder / "material", folder / "project"
    source.write_bytes(pickle.dumps(made))
    make(project, count=sources, turns=turns)

    def of(kind: str, *options: str) -> Any:
        if kind in widget.KINDS:
            return _apart(kind, source, *options)
        copy = shutil.copytree(project, folder / "copy")
        try:
            if kind in whole.PLANS:
                whole.prepare(copy, kind)
            return _apart(kind, copy, *options)
        finally:
            shutil.rmtree(copy)

    kinds = (*widget.KINDS, *whole.PLANS)
    starts = [{kind: of(kind, "--start")["first paint"] for kind in (*widget.KINDS, *FULL)} for _round in range(STARTS)]
    results: dict[str, dict[str, Any]] = {kind: of(kind) for kind in kinds}
    for kind in (*widget.KINDS, *FULL):
        results[kind]["first paint"] = statistics.median(one[kind] for one in starts)
    sizes = [
        f"One source of {len(made.turns):,} turns and {len(made.text):,} characters with"
        f" {LARGE_CODINGS * turns // TURNS:,} codings; a project of {sources} sources, that one among them, with",
        f"{CODINGS * sources // 200:,} codings and suggestions for a fifth of the sources.",
    ]
    asked = "".join(
        f"--{name} {given} "
        for name, given, usual in (("turns", turns, TURNS), ("sources", sources, 200))
        if given != usual
    )
    return report(results, sizes, following=of("following"), options=asked)


def _apart(kind: str, material: Path, *options: str) -> Any:
    command: Sequence[str] = [
        sys.executable, "-m", "benchmarks.screen", "--measure", kind, "--material", str(material), *options,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
