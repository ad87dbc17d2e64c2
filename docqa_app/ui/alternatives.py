"""What else the chosen answer could be: numbered, a key each; and the closest text where nothing was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from docqa_app.session.state import Asked
from docqa_app.ui import answer_words

MOST = 9
ROWS_SHOWN = 4


class Alternatives(QWidget):
    """`chosen` carries the question's number and the choice: 0 for the model's own answer, n for the nth other."""

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self._pages = (1, 1)
        self._label = QLabel(self.tr("It could also be (keys 1 to 9)"))
        self._label.setProperty("quiet", True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Other possible answers"))
        self._label.setBuddy(self.list)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.closest = QLabel(wordWrap=True)
        self.use_button = QPushButton(self.tr("Use it"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._closest_frame())
        layout.addWidget(self._label)
        layout.addWidget(self.list)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.use_button.clicked.connect(lambda: self.choose(1))
        self.hide()

    def show_asked(self, asked: Asked | None, pages: tuple[int, int]) -> None:
        """`pages` are the first and last page that were asked."""
        if asked == self._asked and pages == self._pages:
            return
        self._asked, self._pages = asked, pages
        offered = asked.answer.alternatives[:MOST] if asked and asked.answer else ()
        self.setVisible(bool(asked and asked.answer and (offered or not asked.answer.found)))
        if asked is None or asked.answer is None:
            return
        missing = not asked.answer.found and asked.choice == 0
        self._frame.setVisible(missing)
        self.closest.setText(self._closest_text(asked))
        self.use_button.setVisible(bool(offered))
        self._fill(asked, first=2 if missing else 1)
        listed = self.list.count() > 0
        self.list.setVisible(listed)
        self._label.setVisible(listed)

    @property
    def choices(self) -> range:
        """The numbers that can be chosen now."""
        answer = self._asked.answer if self._asked else None
        return range(min(MOST, len(answer.alternatives)) + 1 if answer else 0)

    def choose(self, choice: int) -> None:
        """As if the choice was clicked; nothing happens where there is none of that number."""
        if self._asked and choice in self.choices:
            self.chosen.emit(self._asked.number, choice)

    def _closest_frame(self) -> QFrame:
        self._frame = QFrame()
        self._frame.setProperty("notice", "hint")
        row = QHBoxLayout(self._frame)
        row.addWidget(self.closest, 1)
        row.addWidget(self.use_button, 0, Qt.AlignmentFlag.AlignTop)
        return self._frame

    def _closest_text(self, asked: Asked) -> str:
        first, last = self._pages
        pages = (
            self.tr("page {first}").format(first=first)
            if first == last
            else self.tr("pages {first} to {last}").format(first=first, last=last)
        )
        text = self.tr("No answer found on {pages}.").format(pages=pages)
        if asked.answer and asked.answer.alternatives:
            nearest = asked.answer.alternatives[0]
            text += " " + self.tr("The closest text is “{text}” on page {page}. Use it?").format(
                text=nearest.text, page=nearest.page
            )
        return text

    def _fill(self, asked: Asked, first: int) -> None:
        """`first` is the first alternative that is not offered elsewhere."""
        self.list.clear()
        assert asked.answer is not None, "only filled for an answer"
        if asked.choice:
            own = asked.answer.text if asked.answer.found else self.tr("Not found")
            self._add(0, self.tr("{text}   (the model's own)").format(text=own), "")
        for number, other in enumerate(asked.answer.alternatives[:MOST], start=1):
            if number >= first and number != asked.choice:
                sure = self.tr("Confidence {percent}").format(percent=answer_words.percent(other.confidence))
                self._add(number, self.tr("{text}   page {page}").format(text=other.text, page=other.page), sure)
        rows = min(ROWS_SHOWN, self.list.count())
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() if rows else 0)

    def _add(self, number: int, text: str, tip: str) -> None:
        item = QListWidgetItem(f"{number}   {text}")
        item.setData(Qt.ItemDataRole.UserRole, number)
        item.setToolTip(tip)
        self.list.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.choose(int(item.data(Qt.ItemDataRole.UserRole)))
