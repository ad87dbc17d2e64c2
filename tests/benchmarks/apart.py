"""Each measurement in a process of its own, so that none warms or burdens the next."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CORES = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """What one process found: `values` in the unit of its row, and the most memory it and its children held, in MB."""

    values: tuple[float, ...]
    memory: float


def measure_apart(case: str, folder: Path) -> Measured:
    """Run "module:function" of this folder on the documents; RuntimeError with its last words where it fails."""
    command = [sys.executable, "-m", "tests.benchmarks.apart", case, str(folder)]
    done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{case}: {done.stderr.strip().splitlines()[-1:]}")
    found = json.loads(done.stdout.splitlines()[-1])
    return Measured(tuple(found["values"]), found["memory"])


def _environment() -> dict[str, str]:
    """Ours, with Qt drawing offscreen where no display is named."""
    shown = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    return dict(os.environ) if shown else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def use_cores(count: int) -> None:
    """Keep this process and its children to so many cores, where the system can (Linux)."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


def _peak_memory() -> float:
    """The most this process has held, and the most any single child has, in MB (0 where the system does not say)."""
    if sys.platform == "win32":
        return 0.0
    import resource

    unit = 1e6 if sys.platform == "darwin" else 1e3
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + children) / unit


if __name__ == "__main__":
    module, _, function = sys.argv[1].partition(":")
    values = getattr(importlib.import_module(f"tests.benchmarks.{module}"), function)(Path(sys.argv[2]))
    print(json.dumps({"values": values, "memory": _peak_memory()}))
