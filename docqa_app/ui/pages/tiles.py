"""Page pictures in pieces: which tiles a page has, and a store that keeps the latest within a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from docqa_app.core.document import Box

EDGE = 1024
"""Pixels: one tile covers most of a page at fit width, four cover a screen at high resolution."""
PREVIEW_WIDTH = 240


@dataclass(frozen=True, slots=True)
class Tile:
    """A square of one page as shown, at the scale where the page is `width` x `height` screen pixels."""

    number: int
    width: int
    height: int
    column: int
    row: int
    turns: int = 0
    """Clockwise quarter turns from the page of the file to the page as shown."""
    preview: bool = False
    """The whole page, small: shown until its tiles have come."""

    @property
    def pixels(self) -> QRect:
        """Its place on the shown page, in screen pixels; the last column and row are cut to the page."""
        left, top = self.column * EDGE, self.row * EDGE
        return QRect(left, top, min(EDGE, self.width - left), min(EDGE, self.height - top))

    @property
    def part(self) -> Box:
        """Its place in fractions of the shown page."""
        pixels = self.pixels
        return Box(
            pixels.left() / self.width,
            pixels.top() / self.height,
            (pixels.left() + pixels.width()) / self.width,
            (pixels.top() + pixels.height()) / self.height,
        )


def tiles_in(number: int, width: int, height: int, part: QRectF, turns: int = 0) -> Iterator[Tile]:
    """The tiles of a page `width` x `height` pixels that touch `part`, a rectangle in the page's pixels."""
    left, right = max(0, int(part.left())), min(width - 1, int(part.right()))
    top, bottom = max(0, int(part.top())), min(height - 1, int(part.bottom()))
    for row in range(top // EDGE, bottom // EDGE + 1):
        for column in range(left // EDGE, right // EDGE + 1):
            yield Tile(number, width, height, column, row, turns)


def unturned(box: Box, turns: int) -> Box:
    """Where a part of the shown page lies on the page itself, before `turns` clockwise quarter turns."""
    for _ in range(turns % 4):
        box = Box(box.top, 1 - box.right, box.bottom, 1 - box.left)
    return box


def preview_of(number: int, width: float, height: float, turns: int = 0) -> Tile:
    """The preview of a page; `width` and `height` as shown, in any unit."""
    tall = max(1, min(EDGE, round(PREVIEW_WIDTH * height / width)))
    return Tile(number, PREVIEW_WIDTH, tall, 0, 0, turns, preview=True)


class TileStore:
    """Pictures by tile; the ones longest unused go when `most_bytes` are passed."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._pictures: OrderedDict[Tile, QImage] = OrderedDict()

    @property
    def bytes_kept(self) -> int:
        return self._bytes

    def __contains__(self, tile: Tile) -> bool:
        return tile in self._pictures

    def get(self, tile: Tile) -> QImage | None:
        """The tile's picture, which counts as a use."""
        picture = self._pictures.get(tile)
        if picture is not None:
            self._pictures.move_to_end(tile)
        return picture

    def put(self, tile: Tile, picture: QImage) -> None:
        self._bytes += picture.sizeInBytes()
        if tile in self._pictures:
            self._bytes -= self._pictures.pop(tile).sizeInBytes()
        self._pictures[tile] = picture
        while self._bytes > self._most_bytes and len(self._pictures) > 1:
            _, dropped = self._pictures.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()

    def clear(self) -> None:
        self._pictures.clear()
        self._bytes = 0
