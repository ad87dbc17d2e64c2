"""What does not agree in a document: rules that failed, page against XML, pages that were not read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from docqa_app.core.fields import Concern, Extraction
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.icons import Icons
from docqa_app.ui.review import value_words
from docqa_app.ui.theme import shades_now

MOST_HEIGHT = 92
SIGN = 16
AROUND = 40
"""Sign, margins and scroll bar beside a sentence."""
ROW_PAD = 7
WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, its sign, the name of its shade, and the values it is about."""

    sentence: str
    sign: str
    shade: str
    concerns: tuple[Concern, ...] = ()


class Findings(QListWidget):
    """Hides itself where all agrees. `chosen` carries the Concerns of what the user wants to see."""

    chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown: tuple[Finding, ...] = ()
        self.setAccessibleName(self.tr("What does not agree"))
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIconSize(QSize(SIGN, SIGN))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.hide()

    def show_review(self, review: Review | None) -> None:
        found = self._found(review) if review else ()
        if found != self._shown:
            self._shown = found
            self._fill()

    def _fill(self) -> None:
        self.clear()
        shades = shades_now()
        for one in self._shown:
            sign = self._icons.pixmap(one.sign, QColor(getattr(shades, one.shade)), SIGN, self.devicePixelRatioF())
            self.addItem(QListWidgetItem(QIcon(sign), one.sentence))
        self.setVisible(bool(self._shown))
        self._fit()

    def _found(self, review: Review) -> tuple[Finding, ...]:
        found = review.extraction
        rules = [Finding(rule.message, "rule-failed", "bad", rule.concerns) for rule in found.rules if not rule.ok]
        others = [
            Finding(self._said(review, one.name, one.xml, one.page), "check", "doubt", _about(found, one.name))
            for one in found.disagreements
        ]
        problems = [Finding(in_our_words(problem), "warning", "doubt") for problem in found.problems]
        return (*rules, *others, *problems)

    def _said(self, review: Review, name: str, xml: str, page: str) -> str:
        about = _about(review.extraction, name)
        named = value_words.label(review.schema, about[0], review.language) if about else self.tr("Line items")
        text = self.tr("{field}: the page says “{page}”, the XML “{xml}”.")
        return text.format(field=named, page=page, xml=xml)

    def _choose(self, item: QListWidgetItem) -> None:
        concerns = self._shown[self.row(item)].concerns
        if concerns:
            self.chosen.emit(concerns)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown:
            self._fill()

    def _fit(self) -> None:
        """Each sentence as high as it needs, all together up to a few lines."""
        metrics, width = self.fontMetrics(), max(1, self.width() - AROUND)
        for row, one in enumerate(self._shown):
            high = metrics.boundingRect(QRect(0, 0, width, 999), WRAP, one.sentence).height() + ROW_PAD
            self.item(row).setSizeHint(QSize(0, high))
        self.setFixedHeight(self._height([self.item(row).sizeHint().height() for row in range(self.count())]))

    def _height(self, rows: list[int]) -> int:
        """Of the rows that fit in MOST_HEIGHT, but at least one: none is cut through."""
        heights = [sum(rows[:count]) for count in range(1, len(rows) + 1)]
        fitting = [height for height in heights if height <= MOST_HEIGHT]
        return (fitting or heights or [0])[-1 if fitting else 0] + 2 * self.frameWidth()


def _about(found: Extraction, name: str) -> tuple[Concern, ...]:
    """The value that a disagreement names: a field, or "line_items[2].amount", rows from 1."""
    if any(value.name == name for value in found.fields):
        return (Concern(name),)
    rows, _, column = name.removeprefix("line_items[").partition("].")
    return (Concern(column, int(rows) - 1),) if column and rows.isdecimal() else ()
