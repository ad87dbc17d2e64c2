"""One page on the desk: its shadow, its paper, its picture, and the drawings that lie on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from docqa_app.core.document import Box
from docqa_app.ui.colours import DARK_PAGE, WHITE_PAGE, Ink, Palette
from docqa_app.ui.pages.arrangement import Frame
from docqa_app.ui.pages.drawing import Drawing, DrawingItem, on_page
from docqa_app.ui.pages.loader import TileLoader
from docqa_app.ui.pages.picture import Look
from docqa_app.ui.pages.tiles import Tile, preview_of, tiles_in

SHADOW = 9
"""Screen pixels."""


class Sheet(IntEnum):
    """The drawings that can lie on a page, the lowest first."""

    GRID = 1
    LINES = 2
    WORDS = 3
    SELECTION = 4
    HITS = 5
    CURRENT_HIT = 6
    EVIDENCE = 7
    FLASH = 8


class PageItem(QGraphicsItem):
    """Its own coordinates are points of the page as shown, origin top left."""

    def __init__(self, number: int, size: tuple[float, float], loader: TileLoader, palette: Palette) -> None:
        super().__init__()
        self.number = number
        self.problem = ""
        self.size = size
        self._loader = loader
        self._palette = palette
        self._look = Look()
        self._frame = Frame(0, 0, *size)
        self._level = (1, 1)
        self._last_level = (1, 1)
        self._sheets: dict[Sheet, DrawingItem] = {}
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def ink(self) -> Ink:
        return DARK_PAGE if self._look.dark else WHITE_PAGE

    @property
    def note(self) -> str:
        """What is written on the page: why there is no picture or there are no words, or ""."""
        return self._loader.why_undrawn(self.number) or self.problem

    @property
    def pixels_across(self) -> int:
        """The width of the shown page in screen pixels."""
        return self._level[0]

    @property
    def preview(self) -> Tile:
        return preview_of(self.number, self._frame.width, self._frame.height)

    def place(self, frame: Frame, look: Look) -> None:
        """Where and how the page is shown from now on; its drawings turn with it."""
        self.prepareGeometryChange()
        self._frame, self._look = frame, look
        self.setPos(frame.left, frame.top)
        for sheet in self._sheets.values():
            sheet.setTransform(self._turned())

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def set_scale(self, pixels_a_point: float) -> None:
        """How many screen pixels a point takes; the pictures of the scale before serve until new ones have come."""
        level = (max(1, round(self._frame.width * pixels_a_point)), max(1, round(self._frame.height * pixels_a_point)))
        if level != self._level:
            self._last_level, self._level = self._level, level

    def tiles_at(self, seen: QRectF) -> list[Tile]:
        """The tiles that cover what is seen of this page, `seen` in desk points."""
        part = seen.translated(-self._frame.left, -self._frame.top)
        part = part.intersected(QRectF(0, 0, self._frame.width, self._frame.height))
        return [] if part.isEmpty() else list(self._tiles(self._level, part))

    def lay(self, sheet: Sheet, build: Callable[[], Drawing] | None) -> DrawingItem | None:
        """Replaces what lies on one sheet; None takes it away."""
        old = self._sheets.pop(sheet, None)
        if old is not None and old.scene() is not None:
            old.scene().removeItem(old)
        if build is None:
            return None
        item = DrawingItem(*self.size, build, self)
        item.setTransform(self._turned())
        item.setZValue(sheet)
        self._sheets[sheet] = item
        return item

    def sheet(self, sheet: Sheet) -> DrawingItem | None:
        return self._sheets.get(sheet)

    def fraction_at(self, desk: QPointF) -> tuple[float, float]:
        """Where a point of the desk lies on the page itself, in page fractions (outside 0..1 beside the page)."""
        back, _ = self._turned().inverted()
        point = back.map(desk - self.pos())
        return point.x() / self.size[0], point.y() / self.size[1]

    def on_desk(self, box: Box) -> QRectF:
        """Where a box of the page lies on the desk."""
        return self._turned().mapRect(on_page(self.size, box)).translated(self.pos())

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return QRectF(0, 0, self._frame.width, self._frame.height).adjusted(-12, -12, 12, 12)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        exposed = option.exposedRect.intersected(QRectF(0, 0, self._frame.width, self._frame.height))
        paper = self._paper(painter)
        painter.save()
        painter.resetTransform()
        self._paint_paper(painter, paper)
        if not exposed.isEmpty():
            self._paint_picture(painter, paper, exposed)
        self._paint_note(painter, paper)
        painter.restore()

    def _turned(self) -> QTransform:
        """From page points to points of the page as shown."""
        width, height = self.size
        turns = {
            0: QTransform(),
            1: QTransform(0, 1, -1, 0, height, 0),
            2: QTransform(-1, 0, 0, -1, width, height),
            3: QTransform(0, -1, 1, 0, 0, width),
        }
        return turns[self._look.turns % 4]

    def _paper(self, painter: QPainter) -> QRectF:
        """The page in window coordinates, its corner on a whole screen pixel so that tiles are drawn one to one."""
        ratio = painter.device().devicePixelRatioF()
        shown = painter.worldTransform().mapRect(QRectF(0, 0, self._frame.width, self._frame.height))
        left, top = round(shown.left() * ratio) / ratio, round(shown.top() * ratio) / ratio
        width, height = (side / ratio for side in self._level)
        exact = abs(width - shown.width()) < 1 and abs(height - shown.height()) < 1
        return QRectF(left, top, width, height) if exact else QRectF(left, top, shown.width(), shown.height())

    def _paint_paper(self, painter: QPainter, paper: QRectF) -> None:
        shadow = QColor(self._palette.shadow)
        for reach in range(SHADOW, 0, -1):
            shadow.setAlphaF(0.018)
            painter.fillRect(paper.adjusted(-reach, 2 - reach, reach, reach + 2), shadow)
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), QColor(self._palette.page_edge))
        painter.fillRect(paper, QColor(self.ink.paper))

    def _paint_picture(self, painter: QPainter, paper: QRectF, exposed: QRectF) -> None:
        sharp = list(self._tiles(self._level, exposed))
        if any(self._loader.picture(tile) is None for tile in sharp):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint_tiles(painter, paper, [self.preview])
            self._paint_tiles(painter, paper, self._tiles(self._last_level, exposed))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        self._paint_tiles(painter, paper, sharp)

    def _paint_tiles(self, painter: QPainter, paper: QRectF, tiles: Iterable[Tile]) -> None:
        for tile in tiles:
            picture = self._loader.picture(tile)
            if picture is not None:
                part = tile.part
                target = QRectF(part.left, part.top, part.width, part.height)
                painter.drawImage(_scaled(target, paper), picture)

    def _tiles(self, level: tuple[int, int], part: QRectF) -> list[Tile]:
        """The tiles of one scale that touch `part`, in points of the page as shown."""
        across, down = level[0] / self._frame.width, level[1] / self._frame.height
        pixels = QRectF(part.left() * across, part.top() * down, part.width() * across, part.height() * down)
        return list(tiles_in(self.number, *level, pixels))

    def _paint_note(self, painter: QPainter, paper: QRectF) -> None:
        note = self.note
        if not note:
            return
        where = paper.adjusted(16, 16, -16, -16)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
        text = painter.boundingRect(where, flags, note)
        painter.setPen(QColor(self._palette.problem))
        painter.setBrush(QColor(self._palette.panel))
        painter.drawRoundedRect(text.adjusted(-8, -5, 8, 5), 4, 4)
        painter.drawText(text, flags, note)


def _scaled(fraction: QRectF, paper: QRectF) -> QRectF:
    return QRectF(
        paper.left() + fraction.left() * paper.width(),
        paper.top() + fraction.top() * paper.height(),
        fraction.width() * paper.width(),
        fraction.height() * paper.height(),
    )
