"""How much memory a process and all it started hold together, as Linux accounts for it; elsewhere nothing is known."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PROCESSES = Path("/proc")
LOOK_SECONDS = 0.2


def peak_until_done(process: subprocess.Popen[str]) -> float:
    """The most megabytes the process and its children held at any look while it ran; 0 where that cannot be seen."""
    peak = 0.0
    while True:
        try:
            process.wait(LOOK_SECONDS)
            return peak
        except subprocess.TimeoutExpired:
            peak = max(peak, held_by_tree(process.pid))


def held_by_tree(root: int) -> float:
    """Megabytes held by a process and its descendants; what several share is counted once."""
    if sys.platform != "linux":
        return 0.0
    parents = dict(_parents())
    family = {root}
    while added := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= added
    return sum(map(_held, family)) / 1e3


def _parents() -> list[tuple[int, int]]:
    """Every process with its parent; those that end meanwhile are left out."""
    found = []
    for status in PROCESSES.glob("[0-9]*/stat"):
        try:
            found.append((int(status.parent.name), int(status.read_text().rpartition(")")[2].split()[1])))
        except OSError:
            continue
    return found


def _held(pid: int) -> int:
    """Kilobytes of one process, its part of shared pages only."""
    try:
        rollup = (PROCESSES / str(pid) / "smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(map(int, re.findall(r"^Pss:\s+(\d+)", rollup, flags=re.MULTILINE)))
