"""What a worker does to make one piece of a page's picture: render it, turn it, darken it."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from typing import Any

from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from docqa_app.core.document import Box
from docqa_app.errors import DocqaError
from docqa_app.ui.colours import DARK_PAGE
from docqa_app.ui.drawn import to_qimage
from docqa_app.ui.pages.running import Render
from docqa_app.ui.pages.tiles import Tile, unturned

log = logging.getLogger(__name__)

WHOLE = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Why a page has no picture: a sentence for the user."""

    reason: str


def draw_tile(render: Render, tile: Tile, dark: bool) -> QImage | Undrawn:
    """One tile as it is shown, or why there is none; never raises, for one bad page must not stop the others."""
    part = unturned(tile.part, tile.turns)
    width = tile.height if tile.turns % 2 else tile.width
    try:
        picture = render(tile.number, width, None if part == WHOLE else part)
    except DocqaError as error:
        return Undrawn(str(error))
    except Exception:  # the edge of a worker thread: whatever went wrong with this page, the next one is drawn
        log.exception("Page %d could not be drawn", tile.number)
        return Undrawn(f"Page {tile.number} could not be drawn. The log file says why.")
    return as_shown(_trimmed(picture, tile), tile.turns, dark)


def draw_preview(jpeg: bytes, render: Render, tile: Tile, dark: bool) -> QImage | Undrawn:
    """A page's preview from its ready picture, or rendered where that is damaged.

    Pillow decodes it: Qt asks every image plug-in, and the SVG one connects signals, which on a worker that holds
    Python's lock stops for ever beside a GUI thread that disconnects some.
    """
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as picture:
            return as_shown(to_qimage(picture), tile.turns, dark)
    except OSError:
        return draw_tile(render, tile, dark)


def _trimmed(picture: QImage, tile: Tile) -> QImage:
    """Renderers round up; without the odd pixel a tile is drawn one to one instead of stretched."""
    size = tile.pixels.size().transposed() if tile.turns % 2 else tile.pixels.size()
    over = picture.size() - size
    return picture.copy(QRect(QPoint(0, 0), size)) if max(over.width(), over.height()) in (1, 2) else picture


def as_shown(picture: QImage, turns: int, dark: bool) -> QImage:
    """A picture turned and, for dark pages, darkened; in the form the screen draws fastest."""
    if turns % 4:
        picture = picture.transformed(QTransform().rotate(90.0 * turns))
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    return darkened(picture) if dark else picture


def darkened(picture: QImage) -> QImage:
    """Light and dark changed places, hues kept (a red stamp stays red), softened to the dark page's paper and ink."""
    flipped = _with_lightness_flipped(picture)
    painter = QPainter(flipped)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(flipped.rect(), QColor(DARK_PAGE.text))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.fillRect(flipped.rect(), QColor(DARK_PAGE.paper))
    painter.end()
    return flipped


def _with_lightness_flipped(picture: QImage) -> QImage:
    """Adding 255 - max - min to each of red, green and blue flips HSL lightness and leaves hue and saturation."""
    import numpy as np  # only dark pages need it, and the window stands before it

    flipped = picture.copy()
    bits: Any = flipped.bits()
    # (height, pixels a row with padding, 4: blue green red unused)
    pixels = np.frombuffer(bits, np.uint8).reshape(flipped.height(), flipped.bytesPerLine() // 4, 4)
    blue, green, red = (pixels[:, :, channel].astype(np.int16) for channel in range(3))
    shift = 255 - np.maximum(np.maximum(blue, green), red) - np.minimum(np.minimum(blue, green), red)
    for channel, values in enumerate((blue, green, red)):
        pixels[:, :, channel] = values + shift
    return flipped
