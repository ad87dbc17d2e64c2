"""Opens the settings, and asks beside them what takes a moment: which languages there are, which models are whole, and
what the model in use makes of accepted documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from docqa_app.core.flips import Flips
from docqa_app.ui.background import Trouble
from docqa_app.ui.models_page import ModelsPage
from docqa_app.ui.notices import Notice
from docqa_app.ui.opening import Opening
from docqa_app.ui.parts import Parts
from docqa_app.ui.preferences import Preferences
from docqa_app.ui.settings_dialog import SettingsDialog
from docqa_app.ui.speech import spoken_language
from docqa_app.ui.workshop import Workshop

ABOUT = "accepted documents"
"""What the notice is about."""


class SettingsRoom(QObject):
    """One dialog after another; what comes for one that is closed is let go of, but for what became of accepted
    documents: the next one shows it. `told` carries a Notice."""

    told = Signal(object)

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
        self._show_end: Callable[[ModelsPage], None] | None = None
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
        if self._show_end is not None:
            self._show_end(dialog.models)
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
            self.begin_recheck()

    def begin_recheck(self) -> None:
        """One that goes on already goes on."""
        self._show_end = None
        self._rechecking.begin()

    def _tell_rechecking(self) -> None:
        doing, possible = self._rechecking.doing(), self._rechecking.is_possible
        self._in_dialog(lambda page: page.show_rechecking(doing, possible=possible))

    def _tell_flips(self, flips: Flips) -> None:
        from docqa_app.schemas.schema import labels

        model = self._model.engine.model if self._model.engine else ""
        called = labels(self._parts.fields.kinds(), spoken_language())
        self._end(lambda page: page.flips.show_flips(model, flips, called), self._summed(model, flips))

    def _summed(self, model: str, flips: Flips) -> Notice:
        text = self.tr(
            "{model} was tried on accepted documents ({documents}). Values that were right before and are wrong now: "
            "{negative}; the other way round: {positive}."
        )
        negative, positive = len(flips.negative), len(flips.positive)
        text = text.format(model=model, documents=flips.documents, negative=negative, positive=positive)
        return Notice(text, about=ABOUT, deed=(self.tr("Show them"), self.open_models), news=True)

    def _tell_trouble(self, trouble: Trouble) -> None:
        notice = Notice(trouble.sentence, trouble.details, ABOUT)
        self._end(lambda page: page.flips.say(trouble.sentence, trouble=True), notice)

    def _end(self, show: Callable[[ModelsPage], None], notice: Notice) -> None:
        """How it ended: seen in the settings, and told beside the work where they are closed."""
        self._show_end = show
        if self._opened is None:
            self.told.emit(notice)
        else:
            show(self._opened.models)

    def _in_dialog(self, show: Callable[[ModelsPage], None]) -> None:
        """Whoever has closed the settings meanwhile sees in the status bar how far it is."""
        if self._opened is not None:
            show(self._opened.models)

    def _ask(self, question: Callable[[], Any], tell: Callable[[Any], None], dialog: SettingsDialog) -> None:
        asking = self._lane.run(lambda report, note: question(), tell)
        dialog.finished.connect(lambda: asking.cancel())  # a bound method would not keep its handle alive
