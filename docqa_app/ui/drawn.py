"""An open file whose pages are drawn for the screen, closed only when nobody draws from it any more."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PIL import Image
from PySide6.QtGui import QImage

from docqa_app.core.document import Box
from docqa_app.errors import InputError


class Renderer(Protocol):
    """What reading offers for the screen; sizes are in points."""

    @property
    def count(self) -> int: ...

    def size(self, number: int) -> tuple[float, float]: ...

    def render(self, number: int, width_pixels: int, clip: Box | None = None) -> Image.Image: ...

    def close(self) -> None: ...


OpenRenderer = Callable[[Path, str | None], Renderer]


class Drawn:
    """Used from several threads: `close` may come while another thread still draws."""

    def __init__(self, path: Path, renderer: Renderer) -> None:
        self._path = path
        self._renderer = renderer
        self._guard = threading.Lock()
        self._drawing = 0
        self._closing = False
        self.sizes = _sizes(renderer)

    def render(self, number: int, width_pixels: int, clip: Box | None = None) -> QImage:
        """The page, or the part of it in `clip`; InputError where it can't be drawn."""
        with self._guard:
            if self._closing:
                raise InputError(f"{self._path.name} is closed.")
            self._drawing += 1
        try:
            return to_qimage(self._renderer.render(number, width_pixels, clip))
        finally:
            self._leave()

    def close(self) -> None:
        with self._guard:
            self._closing = True
            idle = self._drawing == 0
        if idle:
            self._renderer.close()

    def _leave(self) -> None:
        with self._guard:
            self._drawing -= 1
            last = self._closing and self._drawing == 0
        if last:
            self._renderer.close()


def _sizes(renderer: Renderer) -> tuple[tuple[float, float], ...]:
    """Of every page, in points; one that cannot be measured, which drawing it will say, is as large as the first that
    can. Raises what measuring raised where none can be."""
    known: dict[int, tuple[float, float]] = {}
    trouble: InputError | None = None
    numbers = range(1, renderer.count + 1)
    for number in numbers:
        try:
            known[number] = renderer.size(number)
        except InputError as error:  # one damaged page hides no other one
            trouble = error
    if trouble is not None and not known:
        raise trouble
    return tuple(known.get(number) or next(iter(known.values())) for number in numbers)


def to_qimage(image: Image.Image) -> QImage:
    """A copy that owns its bytes."""
    rgb = image.convert("RGB")
    width, height = rgb.size
    return QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
