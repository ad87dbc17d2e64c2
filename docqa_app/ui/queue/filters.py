"""Which files of the queue are shown: one button a standing with its count, and a box for part of a name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from docqa_app.batch.queue import Queue, Standing
from docqa_app.ui.queue.bar import NarrowBar
from docqa_app.ui.queue.words import standing_word

SHOWN = (None, Standing.WAITING, Standing.READING, Standing.NEEDS_REVIEW, Standing.DONE, Standing.FAILED)


class Filters(QWidget):
    """`changed` carries the standing that is wanted, None for all, and what was typed."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: Standing | None = None
        self._group = QActionGroup(self)
        self.typed = QLineEdit(placeholderText=self.tr("Find a file, a supplier or a number"))
        self.typed.setClearButtonEnabled(True)
        self.typed.setAccessibleName(self.tr("Find in the queue"))
        self.typed.setMinimumWidth(100)
        self.typed.textChanged.connect(self._tell)
        self._bar = NarrowBar()
        self._actions = {standing: self._action(standing) for standing in SHOWN}
        self.buttons = {standing: self._bar.add(action) for standing, action in self._actions.items()}
        self._actions[None].setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._bar)
        row.addWidget(self.typed, 1)

    def show_counts(self, queue: Queue) -> None:
        counts = queue.counts()
        for standing, action in self._actions.items():
            word = self.tr("All") if standing is None else standing_word(standing)
            action.setText(f"{word}  {len(queue.items) if standing is None else counts[standing]}")

    def _action(self, standing: Standing | None) -> QAction:
        action = self._group.addAction("")
        action.setCheckable(True)
        action.triggered.connect(partial(self._want, standing))
        return action

    def _want(self, standing: Standing | None, checked: bool = True) -> None:
        self._wanted = standing
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self._wanted, self.typed.text())
