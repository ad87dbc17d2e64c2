"""What the user chose, as one frozen value in one JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from docqa_app.files import write_text_atomically


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default.

    `languages` are Tesseract codes joined by "+"; `device` is "auto", "cpu" or "cuda"; `doubt_below` is the
    confidence (0..1) under which an answer is marked "Check this"; `appearance` is "system", "light" or "dark".
    """

    languages: str = "eng"
    device: str = "auto"
    grid_columns: int = 4
    grid_rows: int = 4
    doubt_below: float = 0.8
    appearance: str = "system"
    reopen_documents: bool = True


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as they apply now; `problem` is a sentence where the file could not be used."""

    settings: Settings
    problem: str = ""


def load_settings(path: Path) -> LoadedSettings:
    """The user's settings; the defaults, and a sentence that says so, where the file is damaged."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return LoadedSettings(Settings())
    except (OSError, ValueError) as error:
        return LoadedSettings(Settings(), _damaged(path, str(error)))
    if not isinstance(stored, dict):
        return LoadedSettings(Settings(), _damaged(path, "it does not hold a list of settings"))
    return _from_stored(path, stored)


def save_settings(path: Path, settings: Settings) -> None:
    """Replaces the file at once, so that a crash leaves either the old or the new one; OSError where it can't."""
    write_text_atomically(path, json.dumps(asdict(settings), indent=2) + "\n")


def _from_stored(path: Path, stored: dict[str, Any]) -> LoadedSettings:
    """Takes every setting that fits and names those that do not; unknown ones are of another version."""
    defaults = Settings()
    known = {f.name for f in fields(Settings)}
    good = {
        name: value for name, value in stored.items() if name in known and _fits(name, value, getattr(defaults, name))
    }
    bad = sorted(name for name in stored if name in known and name not in good)
    problem = f"Some settings in {path} were not usable, so their defaults apply: {', '.join(bad)}." if bad else ""
    return LoadedSettings(Settings(**good), problem)


def _fits(name: str, value: object, default: object) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, int | float) and 0.0 <= value <= 1.0
    if isinstance(default, int):
        return isinstance(value, int) and 1 <= value <= 32
    allowed = {"device": {"auto", "cpu", "cuda"}, "appearance": {"system", "light", "dark"}}.get(name)
    return isinstance(value, str) and bool(value) and (allowed is None or value in allowed)


def _damaged(path: Path, why: str) -> str:
    return f"The settings in {path} could not be read ({why}), so the defaults apply."
