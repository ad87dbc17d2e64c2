"""Where resources, models and the user's data lie: in a checkout, when installed, and under DOCQA_HOME."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "docqa"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders of one installation and one user; those of the user may not exist yet."""

    resources: Path
    models: Path
    data: Path
    cache: Path
    logs: Path

    @property
    def settings_file(self) -> Path:
        return self.data / "settings.json"

    @property
    def session_file(self) -> Path:
        return self.data / "session.json"

    @property
    def recent_file(self) -> Path:
        return self.data / "recent.json"

    @property
    def library_file(self) -> Path:
        """Documents seen before, their values and every change of them."""
        return self.data / "library.sqlite3"

    @property
    def queue_file(self) -> Path:
        """Files that wait to be read or reviewed."""
        return self.data / "queue.sqlite3"

    @property
    def pasted(self) -> Path:
        """Pictures pasted from the clipboard, kept so that a restart can open them again."""
        return self.data / "pasted"

    @property
    def export_presets(self) -> Path:
        return self.data / "export-presets"

    @property
    def schemas(self) -> Path:
        """Shipped kinds of documents."""
        return self.resources / "schemas"

    @property
    def own_schemas(self) -> Path:
        """Kinds of documents that the user made."""
        return self.data / "schemas"

    @property
    def packed_languages(self) -> Path:
        """Language files for recognition that are shipped packed."""
        return self.resources / "tessdata"

    @property
    def languages(self) -> Path:
        """Language files as recognition needs them, gathered where Tesseract is missing."""
        return self.cache / "tessdata"

    @property
    def samples(self) -> Path:
        return self.resources / "samples"


def find_paths(environ: Mapping[str, str] = os.environ) -> Paths:
    """The folders of this start.

    DOCQA_HOME moves everything of the user's into one folder (tests, a stick, a second profile);
    DOCQA_MODELS points at other models.
    """
    shipped = _shipped_root()
    models = Path(environ["DOCQA_MODELS"]) if environ.get("DOCQA_MODELS") else shipped / "models"
    home = environ.get("DOCQA_HOME")
    if home:
        root = Path(home).absolute()
        return Paths(shipped / "resources", models, root / "data", root / "cache", root / "logs")
    return Paths(
        shipped / "resources",
        models,
        Path(platformdirs.user_data_dir(APP, appauthor=False)),
        Path(platformdirs.user_cache_dir(APP, appauthor=False)),
        Path(platformdirs.user_log_dir(APP, appauthor=False)),
    )


def _shipped_root() -> Path:
    """The folder that holds `resources` and `models`: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    return package if (package / "resources").is_dir() else package.parent
