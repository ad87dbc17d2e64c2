"""How much disk an installation takes: every package it needs, followed through their own lists of needs."""

from __future__ import annotations

import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from docqa_app.paths import find_paths

ROOT = Path(__file__).resolve().parents[2]
PEERS = ("pdfplumber", "pdf2image", "pytesseract", "transformers", "torch")


def ours(folder: Path) -> list[float]:
    """Megabytes of the app with its model and everything it needs, without Python itself."""
    paths = find_paths()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = _megabytes([*project["dependencies"], *project["optional-dependencies"]["cpu"]])
    return [needed + sum(map(_folder_megabytes, (paths.models, paths.resources, ROOT / "docqa_app")))]


def peer(folder: Path) -> list[float]:
    """Megabytes of the peer's packages, without its weights (0.4 GB more)."""
    return [_megabytes(list(PEERS))]


def _megabytes(wanted: list[str]) -> float:
    found: dict[str, Distribution] = {}
    for requirement in wanted:
        _follow(Requirement(requirement), found)
    return sum(_file_sizes(package) for package in found.values()) / 1e6


def _follow(requirement: Requirement, found: dict[str, Distribution]) -> None:
    """Add a package and all it needs here; what is not installed is not needed on this system."""
    name = canonicalize_name(requirement.name)
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return
    if name in found and not requirement.extras:
        return
    found[name] = package
    for line in package.requires or ():
        needed = Requirement(line)
        wanted = [{"extra": extra} for extra in ("", *requirement.extras)]
        if needed.marker is None or any(needed.marker.evaluate(extra) for extra in wanted):
            _follow(needed, found)


def _file_sizes(package: Distribution) -> int:
    files = (Path(str(package.locate_file(file))) for file in package.files or ())
    return sum(file.stat().st_size for file in files if file.is_file())


def _folder_megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
