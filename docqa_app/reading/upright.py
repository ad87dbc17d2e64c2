"""Boxes found on a turned or straightened image, mapped back to the page as shown."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PIL import Image

from docqa_app.core.document import Box, Word
from docqa_app.core.geometry import clamp, turned

TURNS = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Stand:
    """How a page was moved before it was read: turned clockwise by `turn` (0, 90, 180, 270), then counter-clockwise
    by `skew` degrees about its middle, its size kept."""

    turn: int = 0
    skew: float = 0.0

    def apply(self, image: Image.Image) -> Image.Image:
        """The grey image as it is to be read."""
        if self.turn:
            image = image.transpose(TURNS[self.turn])
        return image.rotate(self.skew, Image.Resampling.BICUBIC, fillcolor=255) if self.skew else image

    def back(self, words: tuple[Word, ...], proportion: float) -> tuple[Word, ...]:
        """Words of the moved image on the page as shown; `proportion` is the moved image's width over its height."""
        return tuple(replace(word, box=clamp(self._box(word.box, proportion))) for word in words)

    def _box(self, box: Box, proportion: float) -> Box:
        corners = ((box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom))
        xs, ys = zip(*(self._point(x, y, proportion) for x, y in corners), strict=True)
        return turned(Box(min(xs), min(ys), max(xs), max(ys)), (360 - self.turn) % 360)

    def _point(self, x: float, y: float, proportion: float) -> tuple[float, float]:
        """Where a point of the level image was before it was straightened."""
        tilt = math.radians(self.skew)
        across, down = (x - 0.5) * proportion, y - 0.5
        across, down = across * math.cos(tilt) - down * math.sin(tilt), across * math.sin(tilt) + down * math.cos(tilt)
        return across / proportion + 0.5, down + 0.5
