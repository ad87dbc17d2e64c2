"""Files of drawn pages that a command needs and that are not there yet."""

from __future__ import annotations

from pathlib import Path

from docqa_app.training.data import generate

DEV_SEED = 900_000  # pages from this seed on are never learned from


def drawn_pages(path: Path, count: int, seed: int, kind: str | None = None) -> Path:
    """A file of `count` drawn pages (of one kind), drawn now if it is not there."""
    if not path.exists():
        beside = path.with_suffix(".part")
        of_kind = ["--kind", kind] if kind else []
        generate.main(["--count", str(count), "--seed", str(seed), "--out", str(beside), *of_kind])
        beside.replace(path)
    return path
