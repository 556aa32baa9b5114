"""How good and how quick suggestions are, beside keyword autocoding and plain TF-IDF likeness.

    python -m benchmarks.suggestions [--rows FILE.jsonl ...] [--out benchmarks/suggestions.md]

A row is `{"text": …, "labels": [area, …], "kind": …}`; no label means that no code fits. The gold codings of the sample
transcripts and the talks of an author who taught nothing are always measured too. No passage is printed.
"""

import argparse
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.suggesting.ablation import Ablation
from benchmarks.suggesting.curve import learning_curve, picture
from benchmarks.suggesting.material import HOUSE, Labelled, gold, rows
from benchmarks.suggesting.parts import ablation_part, curve_part, rows_part, speed_part, talk_part
from benchmarks.suggesting.speed import costs
from workbench.codebook import Codebook, load, reference_passages
from workbench.suggest import Engine

ROWS = HOUSE / "tests" / "suggest" / "rows.jsonl"
TALKS = HOUSE / "tests" / "suggest" / "held_out.jsonl"
EXPLAINED = """\
**What is compared.** All methods read the same passages in the same run, at level 1. *Keywords* codes every area that
has a keyword met, as MAXQDA's and NVivo's dictionaries do; *likeness* is scikit-learn's TF-IDF cosine to an area's
definitions, keywords and examples, cut where it does best on the codebook's own examples. *P@1*: of the passages with
a code, how often the surest area is right. *ECE*: expected calibration error over all pairs of passage and area in
ten equal bins, what is not shown counting as 0; *of all*: of every confidence. *Wrongly coded*: of the passages
without a code, how many are shown one. The peer in Speed is scikit-learn's TF-IDF of words and letters with a
logistic regression per code, taught the same reference passages; it gives no evidence and no abstention. A passage of
`transcripts/` has a gold code when the two share 15 code points or half of what was coded. **Not compared**: people
with each other; the gold has one coder, and figures on rows of our own flatter whoever wrote them.
"""


def report(files: Sequence[Path], codebook: Codebook, drawn: Path | None) -> str:
    """Everything, as Markdown; the picture is written beside it."""
    engine = Engine.learn(codebook)
    sample = gold(codebook)
    parts = [rows_part(file, codebook, engine) for file in files]
    parts.append(talk_part("held_out.jsonl, an author's whole talks", rows(TALKS, codebook), codebook, engine))
    parts.append(talk_part("The gold of transcripts/", sample, codebook, engine))
    points = learning_curve(codebook, sample)
    if drawn:
        drawn.write_text(picture(points), encoding="utf-8")
    parts.append(curve_part(points, drawn.name if drawn else ""))
    known = [
        Labelled(one.text, one.codes | {codebook.code(code).area for code in one.codes})
        for one in reference_passages(codebook.id)
    ]
    parts.append(speed_part(costs(codebook, sample, known)))
    worth = Ablation(codebook, sample)
    parts.append(ablation_part(worth.blocks(), worth.by_authors(), worth.authors, worth.passages))
    named = " ".join(f"--rows {file.name}" for file in files)
    found = "\n".join(parts)
    return f"""# Suggestions

`python -m benchmarks.suggestions {named} --out benchmarks/suggestions.md`
{datetime.now(UTC):%Y-%m-%d} · Python {platform.python_version()}, numpy {version("numpy")}, scikit-learn \
{version("scikit-learn")}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end. {codebook.id} \
{codebook.version}.

{found}
{EXPLAINED}"""


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=Path, action="append", help="labelled passages, JSON Lines; again for more")
    parser.add_argument("--codebook", default="kui-fire-fokusomraader")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    drawn = options.out.with_suffix(".svg") if options.out else None
    text = report(options.rows or [ROWS], load(options.codebook), drawn)
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
