"""Makes docs/review.svg: a passage under review, as a terminal shows it. Run by `make picture`."""

import io
import re
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from workbench import i18n
from workbench.cli.card import card, keys
from workbench.store import Store, sources, stored_codes, suggestions
from workbench.workflow.demo import demo
from workbench.workflow.explain import explain
from workbench.workflow.review import item

SHOWN = 2
"""A passage with this many suggestions shows how they look."""
TYPICAL = 200
"""Code points of a passage that is neither short nor long."""


def main() -> None:
    """Build the demo, take its first passage that has enough suggestions, draw it."""
    i18n.use("da")
    with tempfile.TemporaryDirectory() as folder:
        made = demo(Path(folder, "demo"), person="Maja")
        with Store.open(made.folder, person="Maja") as store:
            codes = {one.code: one for one in stored_codes(store)}
            every = [
                item(store, source, number)
                for source in sources(store)
                if source.id == made.left.id
                for number, several in sorted(suggestions(store, source.revision).items())
                if len(several) >= SHOWN
            ]
            one = min(every, key=lambda each: abs(len(each.passage.text) - TYPICAL))
            [grounds] = explain(store, [one])
            text = card(one, codes, grounds) + "\n" + keys(len(one.shown))
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(text))
    svg = console.export_svg(title="workbench review")
    # The picture must not fetch a font when somebody looks at it.
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.S).replace("Fira Code", "DejaVu Sans Mono")
    (Path(__file__).parent / "review.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
