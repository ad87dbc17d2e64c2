"""Opens the settings, and asks beside them what takes a moment: which languages there are, which models are whole, and
what the model in use makes of accepted documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from docqa_app.core.flips import Flips
from docqa_app.ui.background import Trouble
from docqa_app.ui.models_page import ModelsPage
from docqa_app.ui.opening import Opening
from docqa_app.ui.parts import Parts
from docqa_app.ui.preferences import Preferences
from docqa_app.ui.settings_dialog import SettingsDialog
from docqa_app.ui.speech import spoken_language
from docqa_app.ui.workshop import Workshop


class SettingsRoom(QObject):
    """One dialog after another; what comes for one that is closed is let go of."""

    def __init__(
        self,
        preferences: Preferences,
        parts: Parts,
        shop: Workshop,
        folder: Path,
        opening: Opening,
        window: QWidget,
    ) -> None:
        """`folder` is that of the models."""
        super().__init__(window)
        self._preferences = preferences
        self._parts = parts
        self._lane, self._model, self._rechecking = shop.write_lane, shop.model, shop.rechecking
        self._folder = folder
        self._opening = opening
        self._window = window
        self._opened: SettingsDialog | None = None
        self._model.changed.connect(self._tell_in_use)
        self._rechecking.moved.connect(self._tell_rechecking)
        self._rechecking.ended.connect(self._tell_flips)
        self._rechecking.failed.connect(self._tell_trouble)

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
        dialog.models.recheck_wanted.connect(self.recheck)
        dialog.models.flips.open_wanted.connect(lambda path: self._opening.open_paths([path]))
        self._check(dialog)
        self._tell_in_use()
        dialog.show()

    def open_models(self) -> None:
        """The settings at the page of the models."""
        self.open()
        if self._opened is not None:
            self._opened.tabs.setCurrentWidget(self._opened.models)

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
            self._tell_rechecking()

    def recheck(self) -> None:
        """One button begins and ends it."""
        if self._rechecking.doing():
            self._rechecking.stop()
            self._in_dialog(lambda page: page.flips.say(self.tr("Stopped.")))
        else:
            self._rechecking.begin()

    def _tell_rechecking(self) -> None:
        doing, possible = self._rechecking.doing(), self._rechecking.is_possible
        self._in_dialog(lambda page: page.show_rechecking(doing, possible=possible))

    def _tell_flips(self, flips: Flips) -> None:
        from docqa_app.schemas.schema import labels

        engine = self._model.engine
        called = labels(self._parts.fields.kinds(), spoken_language())
        self._in_dialog(lambda page: page.flips.show_flips(engine.model if engine else "", flips, called))

    def _tell_trouble(self, trouble: Trouble) -> None:
        self._in_dialog(lambda page: page.flips.say(trouble.sentence, trouble=True))

    def _in_dialog(self, show: Callable[[ModelsPage], None]) -> None:
        """Whoever has closed the settings meanwhile sees it in the status bar alone."""
        if self._opened is not None:
            show(self._opened.models)

    def _ask(self, question: Callable[[], Any], tell: Callable[[Any], None], dialog: SettingsDialog) -> None:
        asking = self._lane.run(lambda report, note: question(), tell)
        dialog.finished.connect(lambda: asking.cancel())  # a bound method would not keep its handle alive
