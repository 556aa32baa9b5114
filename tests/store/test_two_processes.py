"""Two processes write to one project at once: nobody fails, nothing is lost."""

import subprocess
import sys
from pathlib import Path

from workbench.store import Store, check

WRITES = 300
WRITER = """
import sys
from pathlib import Path
from workbench.store import Store, add_municipality
root, person, writes = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Store.open(root, person=person) as store:
    for number in range(writes):
        with store.command("municipalities add") as command:
            add_municipality(command, f"{person} {number}")
"""


def test_600_writes_without_an_error(store: Store, tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(store.root), person, str(WRITES)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for person in ("Maja", "Peter")
    ]
    assert [writer.communicate(timeout=300)[1] for writer in writers] == ["", ""]
    assert [writer.returncode for writer in writers] == [0, 0]
    found = store.query("SELECT name FROM municipality")
    assert {row["name"] for row in found} == {f"{p} {n}" for p in ("Maja", "Peter") for n in range(WRITES)}
    assert len(found) == 2 * WRITES
    report = check(store)
    assert (report.events, report.faults) == (2 * WRITES + 4, ())
