"""What is looked for in the library: text, a field and its value, a time, and what was accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from docqa_app.core.kept import Wanted
from docqa_app.ui.library.days import first_day, last_day

PAUSE_MILLISECONDS = 150
"""After a key, before searching: quick typing searches once."""


class SearchRow(QWidget):
    """`wanted` carries a Wanted whenever the user wants something else; `begun` says that it will soon."""

    wanted = Signal(object)
    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit(placeholderText=self.tr('Words on a page, or "words in a row"'))
        self.field = QComboBox()
        self.field.addItem(self.tr("Any field"), "")
        self.value = QLineEdit(placeholderText=self.tr("Its value, or a part of it"))
        self.first = QLineEdit(placeholderText=self.tr("Day, month or year"))
        self.last = QLineEdit(placeholderText=self.tr("Day, month or year"))
        self.state = self._states()
        self.problem = QLabel(wordWrap=True)
        self.problem.hide()
        self._due = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._lay_out()
        self._connect()

    def _states(self) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("All"), None)
        box.addItem(self.tr("Accepted"), True)
        box.addItem(self.tr("Not accepted yet"), False)
        return box

    def _connect(self) -> None:
        self._due.timeout.connect(self.look)
        for line in (self.text, self.value, self.first, self.last):
            line.setClearButtonEnabled(True)
            line.textChanged.connect(lambda text: self._begin())
        for box in (self.field, self.state):
            box.activated.connect(lambda place: self.look())

    def _begin(self) -> None:
        self.begun.emit()
        self._due.start()

    def look(self) -> None:
        """Says what is wanted now; a time that cannot be read is shown as such and does not count."""
        self._due.stop()
        wanted = Wanted(
            self.text.text(),
            self.field.currentData(),
            self.value.text(),
            self._time(self.first, first_day),
            self._time(self.last, last_day),
            self.state.currentData(),
        )
        self._show_problem()
        self.wanted.emit(wanted)

    def show_fields(self, names: Sequence[str], labels: Mapping[str, str]) -> None:
        """The fields that can be searched in, by what the schemas call them; the chosen one stays."""
        chosen = self.field.currentData()
        while self.field.count() > 1:
            self.field.removeItem(1)
        for name in sorted(names, key=lambda one: labels.get(one, one).casefold()):
            self.field.addItem(labels.get(name, name), name)
        self.field.setCurrentIndex(max(0, self.field.findData(chosen)))

    def _time(self, line: QLineEdit, read: Callable[[str, QLocale], date | None]) -> date | None:
        day = read(line.text(), QLocale())
        wrong = bool(line.text().strip()) and day is None
        line.setProperty("wrong", wrong)
        line.style().unpolish(line)
        line.style().polish(line)
        return day

    def _show_problem(self) -> None:
        wrong = [line.text() for line in (self.first, self.last) if line.property("wrong")]
        sentence = self.tr("“{text}” is no time. Write a day, a month (3/2024) or a year (2024).")
        self.problem.setText(sentence.format(text=wrong[0]) if wrong else "")
        self.problem.setVisible(bool(wrong))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (words, widget) in enumerate(
            (
                (self.tr("&Text"), self.text),
                (self.tr("&Field"), self.field),
                (self.tr("&Value"), self.value),
                (self.tr("Fro&m"), self.first),
                (self.tr("&Until"), self.last),
                (self.tr("&Show"), self.state),
            )
        ):
            label = QLabel(words)
            label.setBuddy(widget)
            widget.setAccessibleName(words.replace("&", ""))
            grid.addWidget(label, place // 3, 2 * (place % 3))
            grid.addWidget(widget, place // 3, 2 * (place % 3) + 1)
        grid.addWidget(self.problem, 2, 0, 1, 6)
        for column, stretch in ((1, 3), (3, 2), (5, 2)):
            grid.setColumnStretch(column, stretch)
