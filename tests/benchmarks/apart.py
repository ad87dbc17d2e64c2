"""Each measurement in a process of its own, so that none warms or burdens the next."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.memory import peak_until_done

CORES = 2


@dataclass(frozen=True, slots=True)
class Measured:
    """What one process found: `values` in the unit of its row, and the most MB it and its children held together."""

    values: tuple[float, ...]
    memory: float


def measure_apart(case: str, folder: Path) -> Measured:
    """Run "module:function" of this folder on the documents; RuntimeError with its last words where it fails."""
    command = [sys.executable, "-m", "tests.benchmarks.apart", case, str(folder)]
    with (folder / "said.txt").open("w+") as said, (folder / "found.txt").open("w+") as found:
        process = subprocess.Popen(command, env=_environment(), stdout=found, stderr=said, text=True)
        memory = peak_until_done(process)
        said.seek(0)
        found.seek(0)
        if process.returncode:
            raise RuntimeError(f"{case}: {said.read().strip().splitlines()[-1:]}")
        return Measured(tuple(json.loads(found.read().splitlines()[-1])), memory)


def _environment() -> dict[str, str]:
    """Ours, with Qt drawing offscreen where no display is named."""
    shown = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    return dict(os.environ) if shown else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def use_cores(count: int) -> None:
    """Keep this process and its children to so many cores, where the system can (Linux)."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


if __name__ == "__main__":
    module, _, function = sys.argv[1].partition(":")
    print(json.dumps(getattr(importlib.import_module(f"tests.benchmarks.{module}"), function)(Path(sys.argv[2]))))
