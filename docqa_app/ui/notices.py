"""The one place where the window says that something went wrong, or is new: a bar over the page, never a modal box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened, why and what to do, in `text`; `details` for a supporter.

    `about` is what the notice is about: a later notice about the same takes its place. `deed` is what can be done
    at once: the words on a button and the function behind it. `news` is no problem, and looks like none.
    """

    text: str
    details: str = ""
    about: object = None
    deed: tuple[str, Callable[[], None]] | None = None
    news: bool = False


class Notices(QFrame):
    """Shows the latest notice; when it is dismissed, the one before it."""

    details_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: list[Notice] = []
        self.setAccessibleName(self.tr("Notices"))
        self._text = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self.deed_button = QPushButton()
        self.details_button = QPushButton(self.tr("Details"))
        self.dismiss_button = QPushButton(self.tr("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._text, 1)
        for widget in (self._count, self.deed_button, self.details_button, self.dismiss_button):
            row.addWidget(widget)
        self.deed_button.clicked.connect(self._do)
        self.details_button.clicked.connect(lambda: self.details_wanted.emit(self._notices[-1]))
        self.dismiss_button.clicked.connect(self._drop)
        self._refresh()

    @property
    def shown(self) -> Notice | None:
        return self._notices[-1] if self._notices else None

    def subjects(self) -> list[object]:
        """What the waiting notices are about."""
        return [one.about for one in self._notices if one.about is not None]

    def tell(self, notice: Notice) -> None:
        if notice.about is not None:
            self._notices = [one for one in self._notices if one.about != notice.about]
        self._notices.append(notice)
        self._refresh()

    def withdraw(self, about: object) -> None:
        """What it is about is mended or gone."""
        kept = [one for one in self._notices if one.about != about]
        if len(kept) != len(self._notices):
            self._notices = kept
            self._refresh()

    def _do(self) -> None:
        notice = self._notices.pop()
        self._refresh()
        if notice.deed:
            notice.deed[1]()

    def _drop(self) -> None:
        self._notices.pop()
        self._refresh()

    def _refresh(self) -> None:
        notice = self.shown
        self.setVisible(notice is not None)
        if notice is None:
            return
        self.setProperty("notice", "ask" if notice.news else "problem")
        self.style().polish(self)
        self._text.setText(notice.text)
        self._text.setAccessibleName(notice.text)
        self._count.setText(self.tr("%n more", "", len(self._notices) - 1))
        self._count.setVisible(len(self._notices) > 1)
        self.deed_button.setVisible(notice.deed is not None)
        self.deed_button.setText(notice.deed[0] if notice.deed else "")
        self.details_button.setVisible(bool(notice.details))
