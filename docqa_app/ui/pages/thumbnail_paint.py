"""How one thumbnail looks: the small page, its number, the sign of its status, a frame around the page in view."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from docqa_app.ui.colours import Palette
from docqa_app.ui.pages.loader import TileLoader
from docqa_app.ui.pages.thumbnail_rows import PREVIEW, STATUS, PageStatus
from docqa_app.ui.pages.tiles import Tile
from docqa_app.ui.qt import Index

MOST_WIDTH, MOST_HEIGHT = 112, 148
"""Pixels the small page may take."""
PADDING = 7
LABEL = 20
SIGN = 11.0


def fitting(preview: Tile) -> QSize:
    """How large a page is drawn, in pixels."""
    scale = min(MOST_WIDTH / preview.width, MOST_HEIGHT / preview.height)
    return QSize(max(1, round(preview.width * scale)), max(1, round(preview.height * scale)))


class ThumbnailPainter(QStyledItemDelegate):
    """Draws the rows of ThumbnailRows with the pictures a loader has so far."""

    def __init__(self, loader: TileLoader, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self.palette = palette

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: Index
    ) -> QSize:
        return QSize(MOST_WIDTH + 2 * PADDING, fitting(index.data(PREVIEW)).height() + LABEL + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        page = fitting(index.data(PREVIEW))
        place = QRect(rect.center().x() - page.width() // 2, rect.top() + PADDING, page.width(), page.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        current = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_page(painter, place, index, current)
        self._paint_label(painter, QRect(rect.left(), place.bottom() + 3, rect.width(), LABEL), index, current)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.palette.current), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.restore()

    def _paint_page(self, painter: QPainter, place: QRect, index: Index, current: bool) -> None:
        painter.fillRect(place, QColor("#ffffff"))
        picture = self._loader.picture(index.data(PREVIEW))
        if picture is not None:
            painter.drawImage(place, picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if current:
            painter.setPen(QPen(QColor(self.palette.current), 3))
            painter.drawRoundedRect(QRectF(place).adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3)
        else:
            painter.setPen(QPen(QColor(self.palette.page_edge), 1))
            painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_label(self, painter: QPainter, place: QRect, index: Index, current: bool) -> None:
        font = painter.font()
        font.setBold(current)
        painter.setFont(font)
        text = str(index.row() + 1)
        painter.setPen(QColor(self.palette.panel_text if current else self.palette.quiet_text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        half = painter.fontMetrics().horizontalAdvance(text) / 2
        self._paint_sign(
            painter, QPointF(place.center().x() + half + 12, place.center().y() + 1), PageStatus(index.data(STATUS))
        )

    def _paint_sign(self, painter: QPainter, at: QPointF, status: PageStatus) -> None:
        """Told apart by form: a ring waits, three dots are at work, a triangle warns; a page that is read has none."""
        if status is PageStatus.WAITING:
            painter.setPen(QPen(QColor(self.palette.quiet_text), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, SIGN / 2 - 1.5, SIGN / 2 - 1.5)
        elif status is PageStatus.READING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette.reading))
            for step in (-1, 0, 1):
                painter.drawEllipse(at + QPointF(step * 4.5, 0), 1.6, 1.6)
        elif status is PageStatus.PROBLEM:
            self._paint_warning(painter, at)

    def _paint_warning(self, painter: QPainter, at: QPointF) -> None:
        half = SIGN / 2 + 0.5
        corners = [at + QPointF(0, -half), at + QPointF(half, half - 1), at + QPointF(-half, half - 1)]
        painter.setPen(QPen(QColor(self.palette.problem), 1.4, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(QColor(self.palette.problem))
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(QPen(QColor(self.palette.panel), 1.6))
        painter.drawLine(at + QPointF(0, -2), at + QPointF(0, 1))
        painter.drawPoint(at + QPointF(0, 3.2))
