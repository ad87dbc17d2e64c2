"""The running job: what it is, how far it has come, how long it may still take, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from docqa_app.ui.elided import ElidedLabel
from docqa_app.ui.remaining import seconds_left
from docqa_app.ui.work.doing import Doing


class JobBar(QWidget):
    """Hides itself while nothing runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doing: Doing | None = None
        self._since = QElapsedTimer()
        self._done_then = 0
        self.text = ElidedLabel()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(110)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("flat", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        for widget in (self.text, self.bar, self.cancel):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.cancel.clicked.connect(self._cancel)
        self.hide()

    def show_doing(self, doing: Doing | None) -> None:
        before, self._doing = self._doing, doing
        if _shows_the_same(before, doing):
            return
        self.setVisible(doing is not None)
        if doing is None:
            return
        if before is None or before.what != doing.what or doing.done < self._done_then:
            self._since.start()
            self._done_then = doing.done
        self.bar.setMaximum(doing.total)
        self.bar.setValue(doing.done)
        count = self.tr("{done} of {total}").format(done=doing.done, total=doing.total) if doing.total else ""
        self.text.setText("  ".join(part for part in (doing.what, count, self._left(doing)) if part))

    def _left(self, doing: Doing) -> str:
        """By what was done since it began or went on: a queue may have had most of its files behind it then."""
        then = self._done_then
        seconds = seconds_left(self._since.elapsed() / 1000, doing.done - then, doing.total - then)
        if seconds >= 60:
            return self.tr("about %n minute(s) left", "", round(seconds / 60))
        return self.tr("about %n second(s) left", "", seconds) if seconds else ""

    def _cancel(self) -> None:
        if self._doing:
            self._doing.cancel()


def _shows_the_same(one: Doing | None, other: Doing | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.what, one.done, one.total) == (other.what, other.done, other.total)
