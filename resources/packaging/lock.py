"""Locking: writes exact versions and hashes of everything that is installed, for every system at once. Needs uv."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = Path(__file__).resolve().parent / "lock"
HEADER = "# Written by `make lock` from pyproject.toml; not edited by hand.\n"
PARTS = {
    "app": [],
    "cpu": ["--extra", "cpu"],
    "gpu": ["--extra", "gpu"],
    "cluster": ["--extra", "cluster"],
    "embedded": ["--extra", "embedded"],
    "train": ["--group", "train"],
    "dev": ["--group", "dev"],
    "bench": ["--group", "bench"],
}
"""A lock a part: what is asked for beside the app's own dependencies, which stand in `app` alone."""

BY_TORCH = re.compile(r"^(torch|triton|nvidia|cuda)(-[a-z0-9-]+)?==")
"""Torch and its CUDA parts: left out of the train lock, for their builds and hashes differ (docs/adr/0001)."""


def lock_all(upgrade: bool) -> None:
    """Resolve everything once, so that the parts agree, then write one lock a part."""
    LOCKS.mkdir(exist_ok=True)
    known = [] if upgrade else [f"--constraint={path}" for path in sorted(LOCKS.glob("*.txt"))]
    whole = _resolve("pyproject.toml", ["--all-extras", "--group=train", "--group=dev", "--group=bench", *known])
    with tempfile.TemporaryDirectory() as folder:
        agreed = Path(folder) / "agreed.txt"
        agreed.write_text("".join(_blocks(whole)), encoding="utf-8")
        parts = {
            part: _blocks(_resolve("pyproject.toml", [*wanted, f"--constraint={agreed}"]))
            for part, wanted in PARTS.items()
        }
        parts["build"] = _blocks(_resolve("-", [f"--constraint={agreed}"], "\n".join(_build_backend())))
    for part, blocks in parts.items():
        _write(part, blocks if part == "app" else [block for block in blocks if block not in parts["app"]])


def _build_backend() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["build-system"]["requires"])


def _resolve(source: str, options: list[str], given: str = "") -> str:
    """The locked text of uv for a source file, or for the requirements given where the source is "-"."""
    command = ["uv", "pip", "compile", source, "--universal", "--python-version=3.11", "--generate-hashes"]
    plain = ["--quiet", "--no-header", "--no-annotate"]
    done = subprocess.run(
        [*command, *plain, *options], cwd=ROOT, input=given, text=True, stdout=subprocess.PIPE, check=True
    )
    return done.stdout


def _blocks(text: str) -> list[str]:
    """One block a package: its exact version and, indented below, its hashes."""
    return [block for block in re.split(r"^(?=\S)", text, flags=re.MULTILINE) if block.strip()]


def _write(part: str, blocks: list[str]) -> None:
    kept = [block for block in blocks if part == "gpu" or not BY_TORCH.match(block)]
    (LOCKS / f"{part}.txt").write_text(HEADER + "".join(kept), encoding="utf-8")
    print(f"{part}: {len(kept)} packages")


if __name__ == "__main__":
    if shutil.which("uv") is None:
        sys.exit("Locking needs uv (pip install uv); installing from the locks does not.")
    lock_all(upgrade="--upgrade" in sys.argv)
