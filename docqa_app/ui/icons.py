"""The app's own line icons, drawn in the colour of the text around them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SCALES = (1, 2, 3)


class Icons:
    """Icons of one folder of SVG files whose strokes say "currentColor"; each is drawn once and kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, colour: QColor, disabled: QColor | None = None, size: int = 20) -> QIcon:
        """`size` is in device-independent pixels; an unknown name gives an empty icon."""
        made = QIcon()
        for scale in SCALES:
            made.addPixmap(self.pixmap(name, colour, size, scale))
            if disabled is not None:
                made.addPixmap(self.pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
        return made

    def pixmap(self, name: str, colour: QColor, size: int, scale: float) -> QPixmap:
        key = name, colour.name(), size, scale
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _draw(self, name: str, colour: str, size: int, scale: float) -> QPixmap:
        pixels = round(size * scale)
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(self._svg(name).replace("currentColor", colour).encode())).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _svg(self, name: str) -> str:
        return _read(self._folder / f"{name}.svg")


@lru_cache(maxsize=128)
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else "<svg xmlns='http://www.w3.org/2000/svg'/>"
