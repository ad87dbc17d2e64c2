"""Says once that another model answers than the last time, and offers to try it on what was accepted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from docqa_app.ui.notices import Notice
from docqa_app.ui.preferences import Preferences
from docqa_app.ui.settings_room import SettingsRoom
from docqa_app.ui.work.model import ModelLoading

ABOUT = "model"


class ModelNews(QObject):
    """`told` carries a Notice."""

    told = Signal(object)

    def __init__(self, model: ModelLoading, preferences: Preferences, settings: SettingsRoom, window: QWidget) -> None:
        super().__init__(window)
        self._model, self._preferences, self._settings = model, preferences, settings
        model.changed.connect(self._look)

    def _look(self) -> None:
        engine, seen = self._model.engine, self._preferences.now.model_seen
        if engine is None or engine.model == seen:
            return
        self._preferences.change(model_seen=engine.model)
        if seen:
            deed = (self.tr("Try it"), self._try)
            self.told.emit(Notice(self._said(engine.model, seen), about=ABOUT, deed=deed, news=True))

    def _said(self, now: str, before: str) -> str:
        text = self.tr(
            "{now} answers now; before, it was {before}. What you accepted stays as it is. Try it on the documents "
            "that you accepted to see which values it would find otherwise."
        )
        return text.format(now=now, before=before)

    def _try(self) -> None:
        self._settings.open_models()
        self._settings.begin_recheck()
