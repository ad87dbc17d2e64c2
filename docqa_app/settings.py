"""What the user chose, as one frozen value in one JSON file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from docqa_app.files import write_text_atomically

WITHOUT_ADVICE = 0.8
"""Where "Check this" begins until the model is loaded and says."""

Shortcuts = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of deeds, each with the keys that were chosen for it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default.

    `languages` are Tesseract codes joined by "+", or "auto": each page's is found out; `device` is "auto", "cpu" or
    "cuda"; `doubt_below` is the confidence (0..1) under which an answer is marked "Check this", None leaves it to the
    model; `appearance` is "system", "light" or "dark"; `speech` is the language of the window, "system", "en" or "de";
    `shortcuts` holds only the deeds whose keys were changed; `model` is the label of the one that shall answer, "" is
    the newest that is whole; `model_seen` is the one that answered last, which nobody chooses.
    """

    languages: str = "auto"
    device: str = "auto"
    grid_columns: int = 4
    grid_rows: int = 4
    doubt_below: float | None = None
    appearance: str = "system"
    speech: str = "system"
    reopen_documents: bool = True
    shortcuts: Shortcuts = ()
    model: str = ""
    model_seen: str = ""

    def check_below(self, advised: float | None = None) -> float:
        """Where "Check this" begins, 0..1: where the user wants it, else where the model advises."""
        if self.doubt_below is not None:
            return self.doubt_below
        return WITHOUT_ADVICE if advised is None else advised


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
    except (OSError, ValueError, RecursionError) as error:
        return LoadedSettings(Settings(), _damaged(path, str(error)))
    if not isinstance(stored, dict):
        return LoadedSettings(Settings(), _damaged(path, "it does not hold a list of settings"))
    return _from_stored(path, stored)


def save_settings(path: Path, settings: Settings) -> None:
    """Replaces the file at once, so that a crash leaves either the old or the new one; OSError where it can't."""
    stored = asdict(settings) | {"shortcuts": dict(settings.shortcuts)}
    write_text_atomically(path, json.dumps(stored, indent=2, ensure_ascii=False) + "\n")


def _from_stored(path: Path, stored: dict[str, Any]) -> LoadedSettings:
    """Takes every setting that fits and names those that do not; unknown ones are of another version."""
    good = {name: value for name, value in stored.items() if name in FITS and FITS[name](value)}
    bad = sorted(name for name in stored if name in FITS and name not in good)
    problem = f"Some settings in {path} were not usable, so their defaults apply: {', '.join(bad)}." if bad else ""
    if keys := good.pop("shortcuts", None):
        good["shortcuts"] = tuple((name, tuple(chosen)) for name, chosen in keys.items())
    return LoadedSettings(Settings(**good), problem)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _is_few(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 32


def _is_share(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool) and 0.0 <= value <= 1.0)


def _are_shortcuts(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(keys, list) and all(isinstance(key, str) for key in keys) for keys in value.values()
    )


def _one_of(*names: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in names


FITS: dict[str, Callable[[object], bool]] = {
    "languages": _is_text,
    "device": _one_of("auto", "cpu", "cuda"),
    "grid_columns": _is_few,
    "grid_rows": _is_few,
    "doubt_below": _is_share,
    "appearance": _one_of("system", "light", "dark"),
    "speech": _one_of("system", "en", "de"),
    "reopen_documents": lambda value: isinstance(value, bool),
    "shortcuts": _are_shortcuts,
    "model": lambda value: isinstance(value, str),
    "model_seen": lambda value: isinstance(value, str),
}
"""What a stored value must be to be taken, for every setting."""


def _damaged(path: Path, why: str) -> str:
    return f"The settings in {path} could not be read ({why}), so the defaults apply."
