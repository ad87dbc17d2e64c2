"""The settings: languages, grid, where the model computes, when to check an answer, the start, and the keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from docqa_app.settings import Settings
from docqa_app.ui.answer_words import percent
from docqa_app.ui.keys_page import KeysPage
from docqa_app.ui.language_choice import LanguageChoice
from docqa_app.ui.models_page import ModelsPage
from docqa_app.ui.number_box import NumberBox
from docqa_app.ui.preferences import Preferences
from docqa_app.ui.screens import on_screen

FIRST_SIZE = (560, 560)


class SettingsDialog(QDialog):
    """Stands beside the work; Keep takes all values at once. `advised` is where the model wants "Check this", None
    while there is none; `models` is the folder of the models."""

    def __init__(
        self, preferences: Preferences, advised: float | None, models: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        now = preferences.now
        self.setWindowTitle(self.tr("Settings"))
        self._make_choices(now)
        self.doubt = self._doubt(now.doubt_below, advised)
        self.keys = KeysPage(now.shortcuts)
        self.models = ModelsPage(models, now.model)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the settings"))
        self.tabs.addTab(self._general(), self.tr("&General"))
        self.tabs.addTab(self.keys, self.tr("&Keys"))
        self.tabs.addTab(self.models, self.tr("&Models"))
        self.resize(on_screen(self, FIRST_SIZE))
        column = QVBoxLayout(self)
        column.addWidget(self.tabs)
        column.addWidget(self._buttons())

    def _make_choices(self, now: Settings) -> None:
        speeches = ((self.tr("As the system"), "system"), ("English", "en"), ("Deutsch", "de"))
        devices = ((self.tr("Automatic"), "auto"), ("CPU", "cpu"), ("CUDA", "cuda"))
        self.speech = _choice(speeches, now.speech)
        self.languages = LanguageChoice(now.languages)
        self.device = _choice(devices, now.device)
        self.columns, self.rows = NumberBox(1, 32), NumberBox(1, 32)
        self.columns.setValue(now.grid_columns)
        self.rows.setValue(now.grid_rows)
        self.reopen = QCheckBox(self.tr("Open the documents of the last time"))
        self.reopen.setChecked(now.reopen_documents)

    def _general(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.addRow(self.tr("Language of the &window"), self.speech)
        form.addRow(self.tr("&Languages of the documents"), self.languages)
        form.addRow(_hint(self._how_scans_are_read()))
        form.addRow(self.tr("Model computes &on"), self.device)
        form.addRow(self.tr("G&rid, columns and rows"), self._grid())
        form.addRow(self.tr("Mark “Check this” &below"), self.doubt)
        form.addRow(self.tr("At the start"), self.reopen)
        form.addRow(_hint(self._when_it_applies()))
        return page

    def _how_scans_are_read(self) -> str:
        return self.tr(
            "For scans, whose text is recognised. Without a tick each page's language is found out: English, German or "
            "French. Ticked ones are all read at once: each takes time."
        )

    def _when_it_applies(self) -> str:
        return self.tr(
            "Languages of documents apply to those read from now on; the window's language and the model's place from "
            "the next start."
        )

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.keep_button = buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep_button.setProperty("main", True)
        buttons.addButton(self.tr("Discard"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        return buttons

    def _doubt(self, chosen: float | None, advised: float | None) -> NumberBox:
        """Per cent, as answers say how sure they are; its lowest value leaves the choice to the model."""
        spin = NumberBox(0, 100)
        spin.setSingleStep(5)
        spin.setSuffix(" %")
        said = self.tr("as the model advises")
        spin.setSpecialValueText(said if advised is None else f"{said} ({percent(advised)})")
        spin.setValue(round(100 * (chosen or 0)))
        return spin

    def _grid(self) -> QWidget:
        self.columns.setAccessibleName(self.tr("Columns of the grid"))
        self.rows.setAccessibleName(self.tr("Rows of the grid"))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.columns, QLabel("×"), self.rows):
            row.addWidget(widget)
        row.addStretch(1)
        box.setFocusProxy(self.columns)
        return box

    def _keep(self) -> None:
        self._preferences.change(
            speech=self.speech.currentData(),
            languages=self.languages.chosen,
            device=self.device.currentData(),
            model=self.models.choice.chosen,
            grid_columns=self.columns.value(),
            grid_rows=self.rows.value(),
            doubt_below=self.doubt.value() / 100 or None,
            reopen_documents=self.reopen.isChecked(),
            shortcuts=self.keys.shortcuts,
        )
        self.accept()


def _choice(options: tuple[tuple[str, str], ...], chosen: str) -> QComboBox:
    """One of several, by the name that the settings keep."""
    box = QComboBox()
    for text, name in options:
        box.addItem(text, name)
    box.setCurrentIndex(box.findData(chosen))
    return box


def _hint(sentence: str) -> QLabel:
    label = QLabel(sentence, wordWrap=True)
    label.setProperty("quiet", True)
    return label
