"""How far a slow piece of work is, on stderr: a bar on a terminal; elsewhere nothing, or a line each tenth."""

from __future__ import annotations

import sys
from typing import TextIO

BAR = 24
WIPE = "\r\033[K"


class Progress:
    """A `report` for the rooms; leaving it wipes the bar. `lines` prints a line each tenth where no terminal is."""

    def __init__(self, label: str, *, lines: bool = False, stream: TextIO | None = None) -> None:
        self._label, self._lines, self._stream = label, lines, stream or sys.stderr
        self._shown: tuple[int, int] | None = None
        self._live = self._stream.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Shows that `done` of `total` are done, where that is news."""
        if total < 2 or not (self._live or self._lines):
            return
        step = BAR * done // total if self._live else 10 * done // total
        news = (step, done if self._live else 0)
        if news == self._shown:
            return
        self._shown = news
        self._show(done, total, step)

    def _show(self, done: int, total: int, step: int) -> None:
        if self._live:
            bar = "#" * step + "." * (BAR - step)
            self._stream.write(f"{WIPE}{self._label} [{bar}] {done}/{total}")
        elif step:
            self._stream.write(f"{self._label} {done}/{total}\n")
        self._stream.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *failure: object) -> None:
        if self._live:
            self._stream.write(WIPE)
            self._stream.flush()
