"""A real terminal for the walks: tmux with a server of its own, the program in it, keys typed and lines read."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from uuid import uuid4

LOW, MIDDLE = (80, 24), (120, 36)
"""Columns and rows of the two terminals that the walks are done in."""
PATIENCE = 30.0
"""Seconds after which what is waited for does not come any more."""
A_MOMENT = 0.02
"""Seconds between two looks at the screen."""
SETTINGS = """
set -g default-terminal tmux-256color
set -g status off
set -s escape-time 0
set -s set-clipboard on
"""
LEFT = "left with"
IN_A_SHELL = ("sh", "-c", f'"$@"; status=$?; echo; echo "{LEFT} $status"; exec cat', "sh")
"""What the program is begun in, as everybody's is: it says the exit status where the program's screen was."""


class Terminal:
    """A window in which the workbench is begun, used, killed and begun again.

    Nothing here waits for a time: whoever asks for something looks again until it is on the screen.
    """

    def __init__(self, folder: Path, project: Path, *, size: tuple[int, int], person: str) -> None:
        """Open the project in a terminal of this size; `folder` holds what a person has on their machine."""
        self._name = f"workbench-{os.getpid()}-{uuid4().hex[:8]}"
        asked = ("-p", str(project), "--as", person, "--lang", "da")
        self._program = [*IN_A_SHELL, sys.executable, "-m", "workbench", *asked]
        settings = folder / "tmux.conf"
        settings.write_text(SETTINGS, encoding="utf-8")
        strange = ("TMUX", "NO_COLOR", "COLUMNS", "LINES", "WORKBENCH_LANG", "WORKBENCH_PERSON")
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in strange},
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CONFIG_HOME": str(folder / "config"),
        }
        columns, rows = map(str, size)
        self._tmux("-f", str(settings), "new-session", "-d", "-x", columns, "-y", rows, *self._program)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        socket = Path(self._said("#{socket_path}"))
        self._tmux("kill-server")
        socket.unlink(missing_ok=True)  # tmux leaves it lying about

    # -- what is typed

    def press(self, *keys: str) -> None:
        """Keys by tmux's names: letters as they are, `Enter`, `Escape`, `Tab`, `F4`, `C-s`, `Up`, `NPage`."""
        self._tmux("send-keys", *(r"\;" if key == ";" else key for key in keys))

    def write(self, text: str) -> None:
        """A text, letter by letter."""
        self._tmux("send-keys", "-l", text)

    def resize(self, size: tuple[int, int]) -> None:
        """Pull the window to another size."""
        columns, rows = map(str, size)
        self._tmux("resize-window", "-x", columns, "-y", rows)

    # -- what is seen

    @property
    def lines(self) -> list[str]:
        """The screen now, line by line, without what is blank at their ends."""
        return [line.rstrip() for line in self._tmux("capture-pane", "-p").split("\n")]

    def sees(self, *wanted: str) -> list[str]:
        """Wait until each of these is a whole line, but for blanks around it; the screen as it is then."""
        return self.until(lambda lines: all(one in {line.strip() for line in lines} for one in wanted), *wanted)

    def reads(self, *wanted: str) -> list[str]:
        """Wait until each of these stands somewhere on the screen; the screen as it is then."""
        return self.until(lambda lines: all(any(one in line for line in lines) for one in wanted), *wanted)

    def asks(self, *wanted: str) -> list[str]:
        """Wait until these stand on the screen and a field in it, not in a dialogue, has the cursor."""
        return self.until(
            lambda lines: all(any(one in line for line in lines) for one in wanted)
            and self._said("#{cursor_y}") != "0",
            *wanted, "a field that has the cursor",
        )  # fmt: skip

    def until(self, there: Callable[[list[str]], bool], *wanted: str) -> list[str]:
        """Wait until the screen is so; the screen as it is then."""
        ends = time.monotonic() + PATIENCE
        while not there(lines := self.lines):
            if time.monotonic() > ends:
                raise AssertionError("\n".join(("Waited for:", *wanted, "The screen shows:", *lines)))
            select.select([], [], [], A_MOMENT)
        return lines

    @property
    def copied(self) -> str:
        """What was copied last: the program asks its terminal to keep it."""
        return self._tmux("show-buffer")

    # -- how it ends

    def cut_power(self) -> None:
        """Kill the program where it is: it closes nothing, writes nothing more."""
        shell = self._said("#{pane_pid}")
        [program] = Path("/proc", shell, "task", shell, "children").read_text().split()
        os.kill(int(program), signal.SIGKILL)
        self.until(lambda lines: not Path("/proc", program).exists(), "the end of the program")

    def leave(self) -> int:
        """Leave by key; the program's exit status."""
        self.press("C-q")
        lines = self.until(lambda lines: any(line.startswith(LEFT) for line in lines), LEFT)
        return int(next(line for line in lines if line.startswith(LEFT)).removeprefix(LEFT))

    def come_back(self) -> None:
        """Begin the program anew, in the same window."""
        self._tmux("respawn-pane", "-k", *self._program)

    def _said(self, what: str) -> str:
        return self._tmux("display-message", "-p", what).strip()

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._name, *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
