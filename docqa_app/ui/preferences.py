"""The settings as they are now; a change is kept at once and told to those whom it concerns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from docqa_app.settings import Settings, save_settings


class Preferences(QObject):
    """`changed` carries the settings before and now; `failed` a sentence where they could not be kept."""

    changed = Signal(object, object)
    failed = Signal(str)

    def __init__(self, settings: Settings, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = settings
        self._file = file

    def change(self, **choices: Any) -> None:
        """Takes new values for some settings, by their names."""
        before, self.now = self.now, replace(self.now, **choices)
        if before == self.now:
            return
        try:
            save_settings(self._file, self.now)
        except OSError as error:
            why = error.strerror or str(error)
            self.failed.emit(
                self.tr(
                    "The settings could not be kept in {file} ({why}). They apply until you close the window."
                ).format(file=self._file, why=why)
            )
        self.changed.emit(before, self.now)
