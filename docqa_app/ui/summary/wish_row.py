"""How long a summary is to be, the button that begins it, and while it is made, how far it is and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from docqa_app.session.summary import FEWEST, MOST, USUAL, Summarized
from docqa_app.ui.work.doing import Doing


class WishRow(QWidget):
    """`wanted` carries the number of sentences."""

    wanted = Signal(int)
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.length = QComboBox()
        self.length.addItems([self.tr("%n sentence(s)", "", count) for count in range(FEWEST, MOST + 1)])
        self.length.setCurrentIndex(USUAL - FEWEST)
        self.length.setAccessibleName(self.tr("Length of the summary"))
        self.begin_button = QPushButton()
        self.begin_button.setProperty("main", True)
        self.stop_button = QPushButton(self.tr("Cancel"))
        self.doing = QLabel()
        self.doing.setProperty("quiet", True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the summary"))
        self._lay_out()
        self.begin_button.clicked.connect(lambda: self.wanted.emit(self.sentences))
        self.stop_button.clicked.connect(self.stop_wanted)

    @property
    def sentences(self) -> int:
        """How many are chosen."""
        return self.length.currentIndex() + FEWEST

    def show_wish(self, wish: Summarized | None, doing: Doing | None) -> None:
        """`doing` is the work on this summary, where it is under way."""
        there = bool(wish and wish.summary.sentences)
        self.begin_button.setText(self.tr("Summarize anew") if there else self.tr("Summarize"))
        self.begin_button.setVisible(doing is None)
        self.begin_button.setEnabled(not (wish and wish.is_busy))
        self.stop_button.setVisible(doing is not None)
        self.doing.setVisible(doing is not None)
        self.bar.setVisible(doing is not None)
        if doing is not None:
            self.bar.setMaximum(doing.total)
            self.bar.setValue(doing.done)
            count = self.tr("{done} of {total}").format(done=doing.done, total=doing.total) if doing.total else ""
            self.doing.setText("  ".join(part for part in (doing.what, count) if part))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.length)
        row.addStretch(1)
        row.addWidget(self.begin_button)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.doing)
        column.addWidget(self.bar)
