"""The value the clerk is at: what it means, what is doubtful, who says so, and what else it may be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from docqa_app.core.fields import FieldValue
from docqa_app.session.reviewing.setting import choices
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.review import value_words

ROWS_SHOWN = 3


class Detail(QFrame):
    """`taken` carries the number of a choice, from 1."""

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "hint")
        self.origin = QLabel(wordWrap=True)
        self.origin.setProperty("quiet", True)
        self.meaning = QLabel(wordWrap=True)
        self.note = QLabel(wordWrap=True)
        self.heading = QLabel()
        self.heading.setProperty("quiet", True)
        self.choices = QListWidget()
        self._set_up_choices()
        for label in (self.meaning, self.note, self.origin):
            label.setTextFormat(Qt.TextFormat.PlainText)  # it comes off the page
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 5, 8, 6)
        column.setSpacing(3)
        for part in (self.meaning, self.note, self.origin, self.heading, self.choices):
            column.addWidget(part)

    def _set_up_choices(self) -> None:
        self.choices.setAccessibleName(self.tr("Other values it may have"))
        self.choices.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices.itemClicked.connect(self._take)
        self.choices.itemActivated.connect(self._take)

    def show_review(self, review: Review | None) -> None:
        place = review.focus if review else None
        there = review is not None and place is not None and review.has(place)
        self.setVisible(there)
        if review is None or place is None or not there:
            return
        value = review.value(place)
        self._say(self.meaning, self._meaning(value))
        self._say(self.note, value_words.doubt(review, place))
        self.origin.setText(value_words.origin(value))
        self._fill(review, value)

    def show_typed(self, meaning: str, problem: str) -> None:
        """What is being typed means this, or nothing because of that."""
        self._say(self.meaning, self.tr("means {value}").format(value=meaning) if meaning else "")
        self._say(self.note, problem)

    def _meaning(self, value: FieldValue) -> str:
        meant = value_words.meaning(value)
        return self.tr("means {value}").format(value=meant) if meant else ""

    def _fill(self, review: Review, value: FieldValue) -> None:
        offered = choices(review, review.focus) if review.focus else ()
        self.choices.clear()
        for number, one in enumerate(offered, start=1):
            item = QListWidgetItem(f"{number}   {value_words.choice(one, value.type)}")
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.choices.addItem(item)
        readings = bool(value.readings)
        self.heading.setText(
            self.tr("Which is meant? (keys 1 to 9)") if readings else self.tr("It could also be (keys 1 to 9)")
        )
        self.heading.setVisible(bool(offered))
        self.choices.setVisible(bool(offered))
        rows = min(ROWS_SHOWN, len(offered))
        self.choices.setFixedHeight(
            rows * self.choices.sizeHintForRow(0) + 2 * self.choices.frameWidth() if rows else 0
        )

    def _say(self, where: QLabel, text: str) -> None:
        where.setText(text)
        where.setVisible(bool(text))

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(int(item.data(Qt.ItemDataRole.UserRole)))
