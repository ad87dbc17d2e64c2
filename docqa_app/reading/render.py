"""Pages for the screen: quick, sharp at any zoom, a part at a time."""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path
from typing import Protocol

from PIL import Image

from docqa_app.core.document import Box
from docqa_app.reading import image, pdfium
from docqa_app.reading.formats import FileKind, kind_of
from docqa_app.reading.options import Limits


class PageRenderer:
    """Draws the pages of one open file; every method may be called from any thread.

    Raises what reading raises: PasswordNeeded, TooLarge, InputError.
    """

    def __init__(self, path: str | Path, password: str | None = None) -> None:
        file = Path(path)
        self._pages: _Pages = _PdfPages(file, password) if kind_of(file) is FileKind.PDF else _ImagePages(file)

    @property
    def count(self) -> int:
        return self._pages.count

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of the page as shown, in points."""
        return self._pages.size(number)

    def render(self, number: int, width_pixels: int, clip: Box | None = None) -> Image.Image:
        """The page in RGB, `width_pixels` wide as a whole; with `clip` only that part of it, at the same scale."""
        return self._pages.render(number, width_pixels, clip or pdfium.WHOLE)

    def close(self) -> None:
        self._pages.close()


class _Pages(Protocol):
    count: int

    def size(self, number: int) -> tuple[float, float]: ...

    def render(self, number: int, width_pixels: int, clip: Box) -> Image.Image: ...

    def close(self) -> None: ...


class _PdfPages:
    def __init__(self, path: Path, password: str | None) -> None:
        self._file = pdfium.PdfFile(path, password)
        self.count = self._file.count

    def size(self, number: int) -> tuple[float, float]:
        return self._file.size(number)

    def render(self, number: int, width_pixels: int, clip: Box) -> Image.Image:
        with self._file.page(number) as page:
            return pdfium.render(page, width_pixels, clip)

    def close(self) -> None:
        self._file.close()


class _ImagePages:
    """Image pages, decoded once; the last few are kept."""

    KEPT = 2

    def __init__(self, path: Path) -> None:
        self._path, self._limits = path, Limits()
        self.count = image.count(path, self._limits)
        self._lock = threading.Lock()
        self._loaded: dict[int, tuple[Image.Image, image.Size]] = {}

    def size(self, number: int) -> tuple[float, float]:
        """Of one page among many its head says it: to unpack a fax of 300 pages takes minutes."""
        head = self._heads[number - 1] if self.count > 1 else None
        return head or self._load(number)[1]

    @cached_property
    def _heads(self) -> tuple[image.Size | None, ...]:
        return image.sizes(self._path, self.count, self._limits)

    def render(self, number: int, width_pixels: int, clip: Box) -> Image.Image:
        page, _ = self._load(number)
        whole = (width_pixels, max(1, round(width_pixels * page.height / page.width)))
        left, top, right, bottom = pdfium.pixels_of(clip, whole)
        across, down = page.width / whole[0], page.height / whole[1]
        part = (left * across, top * down, min(right * across, page.width), min(bottom * down, page.height))
        return page.resize((right - left, bottom - top), Image.Resampling.BILINEAR, box=part)

    def _load(self, number: int) -> tuple[Image.Image, image.Size]:
        with self._lock:
            if number not in self._loaded:
                for old in list(self._loaded)[: len(self._loaded) - self.KEPT + 1]:
                    del self._loaded[old]
                self._loaded[number] = image.load(self._path, number, self._limits)
            return self._loaded[number]

    def close(self) -> None:
        with self._lock:
            self._loaded.clear()
