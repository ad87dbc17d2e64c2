"""Opens the settings, and asks beside them what takes a moment: which languages there are, which models are whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from docqa_app.ui.background import Lane
from docqa_app.ui.parts import Parts
from docqa_app.ui.preferences import Preferences
from docqa_app.ui.settings_dialog import SettingsDialog
from docqa_app.ui.work.model import ModelLoading


class SettingsRoom(QObject):
    """One dialog after another; what comes for one that is closed is let go of."""

    def __init__(
        self,
        preferences: Preferences,
        parts: Parts,
        lane: Lane,
        model: ModelLoading,
        folder: Path,
        window: QWidget,
    ) -> None:
        """`folder` is that of the models."""
        super().__init__(window)
        self._preferences = preferences
        self._parts = parts
        self._lane = lane
        self._model = model
        self._folder = folder
        self._window = window
        self._opened: SettingsDialog | None = None
        model.changed.connect(self._tell_in_use)

    def open(self) -> None:
        """The settings, or those that are open already: two would overwrite each other."""
        if self._opened is not None:
            self._opened.raise_()
            self._opened.activateWindow()
            return
        engine = self._model.engine
        advised = engine.check_below if engine else None
        dialog = SettingsDialog(self._preferences, advised, self._folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._opened = dialog
        dialog.finished.connect(self._close)
        self._ask(self._parts.languages, dialog.languages.show_installed, dialog)
        dialog.models.check_wanted.connect(lambda: self._check(dialog))
        self._check(dialog)
        self._tell_in_use()
        dialog.show()

    def _close(self) -> None:
        self._opened = None

    def _check(self, dialog: SettingsDialog) -> None:
        dialog.models.show_checking()
        self._ask(self._parts.models, dialog.models.show_models, dialog)

    def _tell_in_use(self) -> None:
        """The model may be loaded only now."""
        if self._opened is not None:
            engine = self._model.engine
            self._opened.models.show_in_use(engine.folder if engine else None)

    def _ask(self, question: Callable[[], Any], tell: Callable[[Any], None], dialog: SettingsDialog) -> None:
        asking = self._lane.run(lambda report, note: question(), tell)
        dialog.finished.connect(lambda: asking.cancel())  # a bound method would not keep its handle alive
