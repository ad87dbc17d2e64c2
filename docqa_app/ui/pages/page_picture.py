"""The picture of one page, painted from the best pieces there are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from docqa_app.ui.pages.loader import TileLoader
from docqa_app.ui.pages.tiles import Tile, preview_of, tiles_in


class PagePicture:
    """Lengths are points of the page as shown. The pieces of the scale before serve until new ones have come."""

    def __init__(self, number: int, size: tuple[float, float], loader: TileLoader) -> None:
        self._number = number
        self._width, self._height = size
        self._loader = loader
        self._turns = 0
        self._level = self._last_level = (1, 1)

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the shown page in screen pixels."""
        return self._level

    @property
    def preview(self) -> Tile:
        return preview_of(self._number, self._width, self._height, self._turns)

    def show_as(self, width: float, height: float, turns: int) -> None:
        """The size of the page as shown and its clockwise quarter turns from the page of the file."""
        self._width, self._height, self._turns = width, height, turns

    def set_scale(self, pixels_a_point: float) -> None:
        level = (max(1, round(self._width * pixels_a_point)), max(1, round(self._height * pixels_a_point)))
        if level != self._level:
            self._last_level, self._level = self._level, level

    def tiles_at(self, part: QRectF) -> list[Tile]:
        """The sharp tiles that touch a part of the page."""
        return self._tiles(self._level, part)

    def paint(self, painter: QPainter, paper: QRectF, exposed: QRectF) -> None:
        """Paints the `exposed` part in window coordinates, where the page takes `paper`."""
        sharp = self.tiles_at(exposed)
        if any(self._loader.picture(tile) is None for tile in sharp):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._paint_tiles(painter, paper, (self.preview, *self._tiles(self._last_level, exposed)))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        self._paint_tiles(painter, paper, sharp)

    def _paint_tiles(self, painter: QPainter, paper: QRectF, tiles: Iterable[Tile]) -> None:
        for tile in tiles:
            picture = self._loader.picture(tile)
            if picture is not None:
                painter.drawImage(_place_of(tile, paper), picture)

    def _tiles(self, level: tuple[int, int], part: QRectF) -> list[Tile]:
        across, down = level[0] / self._width, level[1] / self._height
        pixels = QRectF(part.left() * across, part.top() * down, part.width() * across, part.height() * down)
        return list(tiles_in(self._number, *level, pixels, self._turns))


def _place_of(tile: Tile, paper: QRectF) -> QRectF:
    part = tile.part
    width, height = paper.width(), paper.height()
    return QRectF(
        paper.left() + part.left * width, paper.top() + part.top * height, part.width * width, part.height * height
    )
