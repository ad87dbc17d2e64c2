"""Staging: a folder Briefcase can build from, with both settings files joined and only what is shipped inside."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STAGE = ROOT / "build" / "stage"
LOCKS = Path(__file__).resolve().parent / "lock"
FOLDERS = ("docqa_app", "models", "resources")
FILES = ("LICENSE", "NOTICE", "README.md", "CHANGELOG.md")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "training", "packaging")
"""Nobody who uses the app trains or installs with it."""

BRIEFCASE_TABLES = re.compile(r"^\[tool\.briefcase[^\]]*\]\n(?:(?!\[).*\n?)*", re.MULTILINE)


def stage(target: Path = STAGE) -> Path:
    """Fill `target` anew; returns it. Briefcase's commands run inside it."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, target / folder, ignore=LEFT_OUT)
    shutil.copytree(ROOT / "resources" / "packaging" / "icons", target / "icons")
    for name in FILES:
        shutil.copy(ROOT / name, target / name)
    (target / "pyproject.toml").write_text(joined_settings(), encoding="utf-8")
    (target / "pins.txt").write_text(pins(), encoding="utf-8")
    return target


def joined_settings() -> str:
    """pyproject.toml with its own few lines for Briefcase replaced by the whole of briefcase.toml."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    packaging = (ROOT / "briefcase.toml").read_text(encoding="utf-8")
    return f"{BRIEFCASE_TABLES.sub('', project)}\n{packaging}"


def pins() -> str:
    """The exact versions of what a bundle may hold, one a line, as pip reads constraints."""
    locks = "".join((LOCKS / f"{part}.txt").read_text(encoding="utf-8") for part in ("app", "cpu", "embedded"))
    return "".join(f"{pin.strip()}\n" for pin in re.findall(r"^[a-z0-9][^\\\n]*", locks, flags=re.MULTILINE))


if __name__ == "__main__":
    print(f"Staged in {stage()}: run `briefcase create`, `build` and `package` there.")
