"""The pages of one open file, each read on its own: a PDF's or an image file's."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PIL import Image

from docqa_app.core.document import Checkbox, Page, WordSource
from docqa_app.core.layout import reading_order
from docqa_app.errors import InputError
from docqa_app.reading import image, pdfium, raster, sanity
from docqa_app.reading.checkboxes import SIDE, find_checkboxes
from docqa_app.reading.formats import FileKind
from docqa_app.reading.ocr import Recogniser, engines, recogniser
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.picture import fit, picture
from docqa_app.reading.recognition import read_page
from docqa_app.reading.second_reader import load_second_reader
from docqa_app.reading.tesseract_program import TesseractProgram
from docqa_app.reading.text_layer import TextLayer, text_layer

CHOSEN = "chosen by you"
SCANNED = 0.5  # share of a page under images from which its boxes may be in them
AN_IMAGE = "an image has no text layer"


class Source(Protocol):
    """Pages that can be read in any order and from several threads. `locked` says that it took a password."""

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
        self._file = pdfium.PdfFile(path, password, with_added=True)
        self.count = self._file.count
        self.locked = self._file.locked
        if self.count == 0:
            raise InputError(f"{path.name} has no pages. Export it again.")

    def read(self, number: int, options: ReadOptions) -> Page:
        forced = options.sources.get(number)
        size, look, layer = self._look(number)
        verdict = sanity.judge(layer, look)
        reason = CHOSEN if forced else verdict.reason
        if forced is WordSource.TEXT_LAYER or (forced is None and verdict.sane):
            words = reading_order(layer.words, layer.turn)
            source, small, boxes = WordSource.TEXT_LAYER, picture(look), self._checkboxes(number, layer, options)
            return Page(number, *size, words, source, reason, picture=small, turn=layer.turn, checkboxes=boxes)
        reader = _recogniser(options)
        shown = raster.raster(self._path, self._file, number, options.limits)
        drawn = () if raster.by_poppler(self._file) else ("drawn by the built-in PDFium",)
        return _recognised(number, size, shown, reader, "; ".join((reason, *drawn)))

    def _look(self, number: int) -> tuple[tuple[float, float], Image.Image, TextLayer]:
        """The page's size in points, its small picture and its text layer, in one visit to PDFium."""
        with self._file.page(number) as page:
            size: tuple[float, float] = page.get_size()
            return size, pdfium.render(page, fit(*size)[0]), text_layer(page)

    def _checkboxes(self, number: int, layer: TextLayer, options: ReadOptions) -> tuple[Checkbox, ...]:
        """The boxes to tick; only a page on which something may be one is drawn large enough to see them, as far as
        the cap on pixels allows."""
        if not (layer.small_squares or layer.image_cover > SCANNED):
            return ()
        with self._file.page(number) as page:
            width, height = page.get_size()
            most = int((min(raster.MOST_PIXELS, options.limits.pixels) * width / height) ** 0.5)
            shown = pdfium.render(page, max(1, min(most, round(SIDE * max(1.0, width / height)))))
        return find_checkboxes(shown, layer.words)

    def close(self) -> None:
        self._file.close()


class ImageSource:
    """Pages of an image file: always recognised."""

    locked = False

    def __init__(self, path: Path, options: ReadOptions) -> None:
        self._path = path
        self.count = image.count(path, options.limits)

    def read(self, number: int, options: ReadOptions) -> Page:
        reader = _recogniser(options)
        shown, size = image.load(self._path, number, options.limits)
        return _recognised(number, size, shown, reader, AN_IMAGE)

    def close(self) -> None:
        """Nothing is held open between pages."""


def _recogniser(options: ReadOptions) -> Recogniser:
    second = load_second_reader(options.models) if options.models else None
    return recogniser(options.languages, options.limits.seconds, engines(options.language_files), second)


def _recognised(number: int, size: tuple[float, float], shown: Image.Image, reader: Recogniser, why: str) -> Page:
    reading = read_page(shown, reader)
    built_in = () if reader.engine.name == TesseractProgram.name else (f"read by {reader.engine.name}",)
    reason = "; ".join((why, *reading.steps, *built_in))
    boxes = find_checkboxes(shown, reading.words)
    return Page(
        number,
        size[0],
        size[1],
        reading.words,
        WordSource.OCR,
        reason,
        picture=picture(shown),
        turn=reading.turn,
        checkboxes=boxes,
    )
