"""The files opened last, kept between runs in one small file."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

from docqa_app.files import write_text_atomically

MOST = 12
log = logging.getLogger(__name__)


class Recent:
    """The newest first; a file that can't be written is a loss of comfort only, so it is logged and forgotten."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._paths = _load(file)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those that are still there."""
        return tuple(path for path in self._paths if os.path.isfile(path))  # noqa: PTH113 (Path raises where it may not look)

    def folder(self) -> str:
        """Where the last file lay; "" at first."""
        return str(self._paths[0].parent) if self._paths else ""

    def add(self, *paths: Path) -> None:
        """The last of them becomes the newest."""
        self._keep((*reversed(paths), *(old for old in self._paths if old not in paths)))

    def forget(self, *paths: Path) -> None:
        self._keep(tuple(path for path in self._paths if path not in paths))

    def clear(self) -> None:
        self._keep(())

    def _keep(self, paths: tuple[Path, ...]) -> None:
        self._paths = paths[:MOST]
        try:
            write_text_atomically(self._file, json.dumps([str(path) for path in self._paths], indent=1) + "\n")
        except OSError as error:
            log.warning("The list of recent files was not kept: %s", error)


def _load(file: Path) -> tuple[Path, ...]:
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(Path(one) for one in stored if isinstance(one, str)) if isinstance(stored, list) else ()
