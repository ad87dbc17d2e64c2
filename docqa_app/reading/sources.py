"""The pages of one open file, each read on its own: a PDF's or an image file's."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from docqa_app.core.document import Page, Word, WordSource
from docqa_app.core.layout import reading_order
from docqa_app.errors import InputError
from docqa_app.reading import image, pdfium, raster, recognition, sanity
from docqa_app.reading.formats import FileKind
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.picture import fit, picture
from docqa_app.reading.text_layer import text_layer

CHOSEN = "chosen by you"


class Source(Protocol):
    """Pages that can be read in any order and from several threads."""

    count: int
    locked: bool

    def read(self, number: int, options: ReadOptions) -> Page: ...

    def close(self) -> None: ...


def open_source(path: Path, kind: FileKind, password: str | None, options: ReadOptions) -> Source:
    """The file's pages; PasswordNeeded, TooLarge or InputError where it cannot be opened."""
    return PdfSource(path, password) if kind is FileKind.PDF else ImageSource(path, options)


class PdfSource:
    """Pages of a PDF: the text layer where it is sane, else recognition."""

    def __init__(self, path: Path, password: str | None) -> None:
        self._path = path
        self._file = pdfium.PdfFile(path, password)
        self.count = self._file.count
        self.locked = self._file.locked
        if self.count == 0:
            raise InputError(f"{path.name} has no pages. Export it again.")

    def read(self, number: int, options: ReadOptions) -> Page:
        forced = options.sources.get(number)
        with self._file.page(number) as page:
            size: tuple[float, float] = page.get_size()
            look = pdfium.render(page, fit(*size)[0] / size[0])
            layer = text_layer(page)
        verdict = sanity.judge(layer, look)
        reason = CHOSEN if forced else verdict.reason
        if forced is WordSource.TEXT_LAYER or (forced is None and verdict.sane):
            words = reading_order(layer.words)
            return Page(number, size[0], size[1], words, WordSource.TEXT_LAYER, reason, picture=picture(look))
        return self._recognise(number, size, reason, options)

    def _recognise(self, number: int, size: tuple[float, float], reason: str, options: ReadOptions) -> Page:
        drawn = raster.raster(self._path, self._file, number, options.limits)
        words = recognition.read_drawn(drawn, options.languages, options.limits.seconds)
        return _page(number, size, words, reason, picture(drawn))

    def close(self) -> None:
        self._file.close()


class ImageSource:
    """Pages of an image file: always recognised."""

    locked = False

    def __init__(self, path: Path, options: ReadOptions) -> None:
        self._path = path
        self.count = image.count(path, options.limits)

    def read(self, number: int, options: ReadOptions) -> Page:
        upright, size = image.load(self._path, number, options.limits)
        words = recognition.read_scan(upright, options.languages, options.limits.seconds)
        return _page(number, size, words, "an image has no text layer", picture(upright))

    def close(self) -> None:
        """Nothing is held open between pages."""


def _page(number: int, size: tuple[float, float], words: tuple[Word, ...], reason: str, look: bytes) -> Page:
    return Page(number, size[0], size[1], reading_order(words), WordSource.OCR, reason, picture=look)
