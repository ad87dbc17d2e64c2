"""How likely each token of a question and its answer is, by the document and by the summary, as two small bars."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from docqa_app.core.summary import QualsPair, QualsToken
from docqa_app.ui.summary import flag_words
from docqa_app.ui.theme import Shades, shades_now

LEAST = -6.0
"""The logarithm of a likelihood at which a bar is empty: one in 400."""
TALL = 26
"""Device-independent pixels of a full bar; `WIDE` those across one, `BETWEEN` those between two tokens."""
WIDE = 6
BETWEEN = 5
ROW_GAP = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one token stands: its bars above, its text below."""

    token: QualsToken
    box: QRect


class LikelihoodBars(QWidget):
    """The tokens run like text; a filled bar is the document's likelihood, a hollow one the summary's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: QualsPair | None = None
        self._cells: list[Cell] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Likelihood of each token"))

    def show_pair(self, pair: QualsPair | None) -> None:
        self._pair = pair
        self.setAccessibleDescription(flag_words.spoken_bars(pair) if pair else "")
        self._place()
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        cells = self._cells_in(width)
        return cells[-1].box.bottom() + 3 if cells else 0

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def token_at(self, place: QPoint) -> QualsToken | None:
        """The token drawn there."""
        return next((cell.token for cell in self._cells if cell.box.contains(place)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            token = self.token_at(event.pos())
            words = flag_words.token_words(token.text, token.document, token.summary) if token else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = shades_now()
        for cell in self._cells:
            self._draw(painter, cell, shades)
        painter.end()

    def _place(self) -> None:
        self._cells = self._cells_in(self.width())

    def _cells_in(self, width: int) -> list[Cell]:
        """The tokens in rows of this width, left to right."""
        cells: list[Cell] = []
        left, top = 0, 1  # the line around a full bar lies half above it
        height = TALL + 3 + QFontMetrics(self.font()).height()
        for token in self._pair.tokens if self._pair else ():
            across = self._width_of(token)
            if left and left + across > width:
                left, top = 0, top + height + ROW_GAP
            cells.append(Cell(token, QRect(left, top, across, height)))
            left += across + BETWEEN
        return cells

    def _width_of(self, token: QualsToken) -> int:
        return max(2 * WIDE + 2, QFontMetrics(self._font_of(token)).horizontalAdvance(_said(token)))

    def _font_of(self, token: QualsToken) -> QFont:
        """The answer stands out."""
        font = QFont(self.font())
        font.setBold(token.in_answer)
        return font

    def _draw(self, painter: QPainter, cell: Cell, shades: Shades) -> None:
        box, middle = cell.box, cell.box.center().x()
        painter.setPen(QPen(QColor(shades.control_border), 1))
        painter.drawLine(box.left(), box.top() + TALL, box.right(), box.top() + TALL)
        painter.fillRect(_bar(middle - WIDE, box.top(), cell.token.document), QColor(shades.accent))
        painter.setPen(QPen(QColor(shades.quiet), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(_bar(middle + 2, box.top(), cell.token.summary))
        painter.setFont(self._font_of(cell.token))
        painter.setPen(QColor(shades.text))
        painter.drawText(box.left(), box.bottom() - QFontMetrics(self.font()).descent(), _said(cell.token))


def height_of(likelihood: float) -> float:
    """Pixels of the bar for the logarithm of a likelihood; even the least is seen."""
    return max(2.0, TALL * (1 - max(LEAST, min(0.0, likelihood)) / LEAST))


def _bar(left: float, top: float, likelihood: float) -> QRectF:
    height = height_of(likelihood)
    return QRectF(left, top + TALL - height, WIDE - 1, height)


def _said(token: QualsToken) -> str:
    """The token as it is written; what parts question and answer, and ends the answer, is a point for the eye."""
    return token.text.strip() or "·"
