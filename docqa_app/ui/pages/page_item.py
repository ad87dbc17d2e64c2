"""One page on the desk: its shadow, its paper, its picture, what is drawn on it, and its note."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from docqa_app.core.document import Box
from docqa_app.ui.colours import DARK_PAGE, WHITE_PAGE, Ink, Palette
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.pages.arrangement import Frame, Look, coarseness, shown_size
from docqa_app.ui.pages.drawing import REACH, on_page
from docqa_app.ui.pages.loader import TileLoader
from docqa_app.ui.pages.page_picture import PagePicture
from docqa_app.ui.pages.sheets import Build, Sheet, Sheets

SHADOW = 9
"""Screen pixels."""


class PageItem(QGraphicsItem):
    """Its own coordinates are points of the page as shown, origin top left.

    Boxes and fractions that it takes and gives are those of the page with its text upright.
    """

    def __init__(self, number: int, size: tuple[float, float], loader: TileLoader, palette: Palette) -> None:
        super().__init__()
        self.number = number
        self.upright_turns = 0
        self.problem = ""
        self.picture = PagePicture(number, size, loader)
        self._loader = loader
        self._palette = palette
        self._file_size = size
        self._look = Look()
        self._frame = Frame(0, 0, *size)
        self._sheets = Sheets()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, the text upright."""
        return shown_size(self._file_size, self.upright_turns)

    @property
    def ink(self) -> Ink:
        return DARK_PAGE if self._look.dark else WHITE_PAGE

    @property
    def note(self) -> str:
        """What is written on the page: why there is no picture or there are no words, or ""."""
        why = self._loader.why_undrawn(self.number) or self.problem
        return in_our_words(why) if why else ""

    @property
    def extent(self) -> QRectF:
        """The page itself, without what stands out over it."""
        return QRectF(0, 0, self._frame.width, self._frame.height)

    def place(self, frame: Frame, look: Look) -> None:
        """Where and how the page is shown from now on; its drawings turn with it."""
        self.prepareGeometryChange()
        self._frame, self._look = frame, look
        self.picture.show_as(frame.width, frame.height, (self.upright_turns + look.turns) % 4)
        self.setPos(frame.left, frame.top)

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def lay(self, sheet: Sheet, build: Build | None, opacity: float = 1.0) -> None:
        """Replaces what lies on one sheet; None takes it away."""
        if self._sheets.lay(sheet, build, opacity):
            self.update()

    def fade(self, sheet: Sheet, opacity: float) -> None:
        """How strongly a sheet is drawn from now on, 0..1."""
        self._sheets.fade(sheet, opacity)
        self.update()

    def rest(self) -> None:
        """The page has left the window: what can be built again is let go."""
        self._sheets.rest()

    def has(self, sheet: Sheet) -> bool:
        return sheet in self._sheets

    def fraction_at(self, desk: QPointF) -> tuple[float, float]:
        """Where a point of the desk lies on the upright page, in fractions (outside 0..1 beside the page)."""
        back, _ = self._turned().inverted()
        point = back.map(desk - self.pos())
        return point.x() / self.size[0], point.y() / self.size[1]

    def on_desk(self, box: Box) -> QRectF:
        """Where a box of the upright page lies on the desk."""
        return self._turned().mapRect(on_page(self.size, box)).translated(self.pos())

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return self._with_reach(self.extent)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        paper = self._paper(painter)
        painter.save()
        painter.resetTransform()
        self._paint_paper(painter, paper)
        exposed = option.exposedRect.intersected(self.extent)
        if not exposed.isEmpty():
            self.picture.paint(painter, paper, exposed)
        painter.restore()
        self._paint_sheets(painter, option.exposedRect)
        if self.note:
            self._paint_note(painter, paper)

    def _with_reach(self, rect: QRectF) -> QRectF:
        """A part of the page with everything that stands out of it."""
        reach = REACH * coarseness(self.size)
        return rect.adjusted(-reach, -reach, reach, reach)

    def _turned(self) -> QTransform:
        """From points of the upright page to points of the page as shown."""
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
        shown = painter.worldTransform().mapRect(self.extent)
        left, top = round(shown.left() * ratio) / ratio, round(shown.top() * ratio) / ratio
        width, height = (side / ratio for side in self.picture.pixels)
        exact = abs(width - shown.width()) < 1 and abs(height - shown.height()) < 1
        return QRectF(left, top, width, height) if exact else QRectF(left, top, shown.width(), shown.height())

    def _paint_paper(self, painter: QPainter, paper: QRectF) -> None:
        self._paint_shadow(painter, paper)
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), QColor(self._palette.page_edge))
        painter.fillRect(paper, QColor(self.ink.paper))

    def _paint_shadow(self, painter: QPainter, paper: QRectF) -> None:
        """Only what the paper will not cover: nine washes of a whole page took longer than all the rest of it."""
        shadow = QColor(self._palette.shadow)
        shadow.setAlphaF(0.011)
        covered = paper.toAlignedRect().adjusted(1, 1, -1, -1)
        painter.save()
        around = QRegion(covered.adjusted(-2 * SHADOW, -2 * SHADOW, 2 * SHADOW, 2 * SHADOW)) - QRegion(covered)
        painter.setClipRegion(around, Qt.ClipOperation.IntersectClip)
        for reach in range(SHADOW, 0, -1):
            painter.fillRect(paper.adjusted(-reach, 2 - reach, reach, reach + 2), shadow)
        painter.restore()

    def _paint_sheets(self, painter: QPainter, exposed: QRectF) -> None:
        turned = self._turned()
        back, _ = turned.inverted()
        painter.save()
        painter.setTransform(turned, True)
        self._sheets.paint(painter, back.mapRect(self._with_reach(exposed)))
        painter.restore()

    def _paint_note(self, painter: QPainter, paper: QRectF) -> None:
        painter.save()
        painter.resetTransform()
        where = paper.adjusted(16, 16, -16, -16)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
        text = painter.boundingRect(where, flags, self.note)
        painter.setPen(QColor(self._palette.problem))
        painter.setBrush(QColor(self._palette.panel))
        painter.drawRoundedRect(text.adjusted(-8, -5, 8, 5), 4, 4)
        painter.drawText(text, flags, self.note)
        painter.restore()
