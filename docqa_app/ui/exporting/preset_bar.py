"""Presets of an export: taken, kept under a name, removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QLabel, QPushButton, QWidget

from docqa_app.exporting.plan import NamedPlan

OWN = -1


class PresetBar(QWidget):
    """`taken` carries a NamedPlan, `keep_wanted` and `forget_wanted` a name."""

    taken = Signal(object)
    keep_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets: tuple[NamedPlan, ...] = ()
        self.box = QComboBox()
        self.box.setMinimumWidth(220)
        self.keep_button = QPushButton(self.tr("&Keep as…"))
        self.forget_button = QPushButton(self.tr("Re&move"))
        label = QLabel(self.tr("Pre&set"))
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.box, self.keep_button, self.forget_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.box.currentIndexChanged.connect(self._take)
        self.keep_button.clicked.connect(self._ask_name)
        self.forget_button.clicked.connect(lambda: self.forget_wanted.emit(self.box.currentText()))
        self.show_presets((), "")

    def show_presets(self, presets: Sequence[NamedPlan], chosen: str) -> None:
        """`chosen` is the name of the one that applies, "" where it is the clerk's own choice."""
        self._presets = tuple(presets)
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(self.tr("Own choice"), OWN)
            for number, preset in enumerate(self._presets):
                self.box.addItem(preset.name, number)
            at = [preset.name for preset in self._presets].index(chosen) + 1 if chosen else 0
            self.box.setCurrentIndex(at)
        self.forget_button.setEnabled(bool(chosen))

    def show_own_choice(self) -> None:
        """What stands there is no preset any more."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(0)
        self.forget_button.setEnabled(False)

    def _take(self) -> None:
        number = self.box.currentData()
        self.forget_button.setEnabled(number != OWN)
        if number != OWN:
            self.taken.emit(self._presets[number])

    def _ask_name(self) -> None:
        asking = QInputDialog(self)
        asking.setWindowTitle(self.tr("Keep as a preset"))
        asking.setLabelText(self.tr("Name of the preset"))
        asking.setTextValue("" if self.box.currentData() == OWN else self.box.currentText())
        asking.setOkButtonText(self.tr("Keep"))
        asking.setCancelButtonText(self.tr("Discard"))
        asking.textValueSelected.connect(self.keep_wanted)
        asking.finished.connect(asking.deleteLater)
        asking.open()
