"""The words a PDF page carries in itself, and what is known about them."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from docqa_app.core.document import Box, Word
from docqa_app.core.geometry import clamp
from docqa_app.reading.layers import DEEPEST_FORM, address, switched_off

DEVICE = 1_000_000  # PDFium maps to whole pixels: a big device keeps six digits
SOFT_HYPHENS = {0x02, 0xAD, 0xFFFE}
LEADER = re.compile(r"([.·_…])\1{4,}|-{15,}")  # from a label to its value; weeks of a schedule are up to 14 hyphens
SAMPLED_WORDS = 50
BOX_SIDES, SQUARE = (5.0, 24.0), 1.4  # points, and the longer against the shorter side: a box to tick


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The words on the page in the order they are drawn, and the signs by which they are judged.

    `strays` counts words off the page; `hidden` says that the words are drawn invisibly, as scanners do;
    `image_cover` is the share of the page under images, 0..1; `turn` is by how many degrees, clockwise, the page as
    shown must be turned for most words to stand upright; `small_squares` says that a drawing may be a box to tick.
    """

    words: tuple[Word, ...]
    strays: int
    hidden: bool
    image_cover: float
    turn: int = 0
    small_squares: bool = False


def text_layer(page: pdfium.PdfPage) -> TextLayer:
    """What the page's text layer holds. The caller holds PDFium's lock."""
    place = _mapping(page)
    text_page = page.get_textpage()
    try:
        runs = [part for run in _runs(text_page) for part in _at_leaders(run)]
        read = [Word(text, place.box(*frame)) for text, frame in (_word(text_page, run) for run in runs)]
        words = _without_hidden_layers(page, text_page, runs, read)
        sample = [run[0][0] for run in runs[:: len(runs) // SAMPLED_WORDS + 1]]
        hidden, turn = _is_hidden(text_page, sample), _turn(text_page, sample, page.get_rotation())
    finally:
        text_page.close()
    shown = tuple(Word(word.text, clamp(word.box)) for word in words if _is_on_page(word.box))
    squares = any(map(_is_square_sign, shown)) or _has_small_squares(page)
    return TextLayer(shown, len(words) - len(shown), hidden, _image_cover(page, place), turn, squares)


@dataclass(frozen=True, slots=True)
class _Mapping:
    """From PDF points to fractions of the page as shown: rotation and crop box are in it."""

    x: tuple[float, float, float]
    y: tuple[float, float, float]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        x1, y1 = self._point(left, bottom)
        x2, y2 = self._point(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self.x[0] * x + self.x[1] * y + self.x[2], self.y[0] * x + self.y[1] * y + self.y[2]


def _mapping(page: pdfium.PdfPage) -> _Mapping:
    span = max(page.get_size())
    zero, right, up = (_to_device(page, x, y) for x, y in ((0.0, 0.0), (span, 0.0), (0.0, span)))
    rows = [((right[k] - zero[k]) / span, (up[k] - zero[k]) / span, zero[k]) for k in (0, 1)]
    return _Mapping(rows[0], rows[1])


def _to_device(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, DEVICE, DEVICE, 0, x, y, across, down)
    return across.value / DEVICE, down.value / DEVICE


def _without_hidden_layers(
    page: pdfium.PdfPage, text_page: pdfium.PdfTextPage, runs: Sequence[list[tuple[int, str]]], words: Sequence[Word]
) -> list[Word]:
    items = (raw.FPDFText_GetTextObject(text_page, run[0][0]) for run in runs)
    hidden = switched_off(page, [(item, word.box) for item, word in zip(items, words, strict=True)])
    return [word for place, word in enumerate(words) if place not in hidden]


def _runs(text_page: pdfium.PdfTextPage) -> Iterator[list[tuple[int, str]]]:
    """Characters between spaces and drawn together, each with its index on the page."""
    run: list[tuple[int, str]] = []
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        letter = "-" if code in SOFT_HYPHENS else chr(code)
        ends = not code or letter.isspace()
        if run and (ends or _are_apart(text_page, run[-1][0], index)):
            yield run
            run = []
        if not ends:
            run.append((index, letter))
    if run:
        yield run


def _at_leaders(run: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """What stands before, in and behind the leaders that join a label to its value, each a word of its own."""
    leaders = LEADER.finditer("".join(letter for _, letter in run))
    cuts = sorted({0, len(run)}.union(*(leader.span() for leader in leaders)))
    yield from (run[begin:end] for begin, end in pairwise(cuts))


def _are_apart(text_page: pdfium.PdfTextPage, one: int, other: int) -> bool:
    """Whether two characters stand in texts that are drawn apart: PDFium compares where texts lie within their forms,
    and what is filled into form fields lies in each at the same place, so no space comes between them. A word that is
    parted by a hyphen stays whole."""
    parted = raw.FPDFText_GetUnicode(text_page, one) in SOFT_HYPHENS
    if parted or _text_object(text_page, one) == _text_object(text_page, other):
        return False
    a, b = _frame(text_page, one), _frame(text_page, other)
    gap = max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3])
    heights = a[3] - a[1], b[3] - b[1]
    return gap > min(heights) / 2 or _drop(text_page, one, other) > max(heights) / 2


def _text_object(text_page: pdfium.PdfTextPage, index: int) -> int:
    return address(raw.FPDFText_GetTextObject(text_page, index))


def _drop(text_page: pdfium.PdfTextPage, one: int, other: int) -> float:
    """How far the second character stands off the line on which the first is written, in points."""
    angle = raw.FPDFText_GetCharAngle(text_page, one)
    (x1, y1), (x2, y2) = _origin(text_page, one), _origin(text_page, other)
    return abs((y2 - y1) * math.cos(angle) + (x2 - x1) * math.sin(angle))


def _origin(text_page: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    return x.value, y.value


def _frame(text_page: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """A character's left, bottom, right, top in points, with the font's full height."""
    rect = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, index, rect)
    return rect.left, rect.bottom, rect.right, rect.top


def _word(text_page: pdfium.PdfTextPage, run: list[tuple[int, str]]) -> tuple[str, tuple[float, float, float, float]]:
    """The word's text and its left, bottom, right, top in points, with the font's full height."""
    lefts, bottoms, rights, tops = zip(*(_frame(text_page, index) for index, _ in run), strict=True)
    return _joined(letter for _, letter in run), (min(lefts), min(bottoms), max(rights), max(tops))


def _joined(letters: Iterable[str]) -> str:
    """PDFium gives letters beyond the first 65,536 (a telephone sign) in halves; a half alone becomes U+FFFD."""
    return "".join(letters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _is_on_page(box: Box) -> bool:
    return 0 <= (box.left + box.right) / 2 <= 1 and 0 <= (box.top + box.bottom) / 2 <= 1


def _is_hidden(text_page: pdfium.PdfTextPage, indices: list[int]) -> bool:
    modes = [raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text_page, index)) for index in indices]
    return bool(modes) and modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) * 2 > len(modes)


def _turn(text_page: pdfium.PdfTextPage, indices: list[int], rotation: int) -> int:
    """The usual direction of writing taken back; PDFium gives it clockwise and before the page's own rotation."""
    angles = Counter(round(math.degrees(raw.FPDFText_GetCharAngle(text_page, index)) / 90) * 90 for index in indices)
    return -(angles.most_common(1)[0][0] + rotation) % 360 if angles else 0


def _image_cover(page: pdfium.PdfPage, place: _Mapping) -> float:
    """The share of the page under images, counted once each: scans come whole or in strips."""
    boxes = [clamp(place.box(*bounds)) for bounds in _image_bounds(page)]
    return min(1.0, sum(box.width * box.height for box in boxes))


def _image_bounds(page: pdfium.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every image, or of the form it is wrapped in."""
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if _shows_image(item) and raw.FPDFPageObj_GetBounds(item, *edges):
            yield edges[0].value, edges[1].value, edges[2].value, edges[3].value


def _is_square_sign(word: Word) -> bool:
    """Whether a word is a lone sign: what stands in a font of signs may look like a box."""
    return len(word.text) == 1 and not word.text.isalnum() and not word.text.isascii()


def _has_small_squares(page: pdfium.PdfPage) -> bool:
    """Whether anything but text is drawn as large as a box to tick, about as wide as high."""
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_TEXT and raw.FPDFPageObj_GetBounds(item, *edges):
            across, down = edges[2].value - edges[0].value, edges[3].value - edges[1].value
            if BOX_SIDES[0] <= min(across, down) and max(across, down) <= min(BOX_SIDES[1], SQUARE * min(across, down)):
                return True
    return False


def _shows_image(item: raw.FPDF_PAGEOBJECT, depth: int = 0) -> bool:
    kind = raw.FPDFPageObj_GetType(item)
    if kind != raw.FPDF_PAGEOBJ_FORM or depth == DEEPEST_FORM:
        return bool(kind == raw.FPDF_PAGEOBJ_IMAGE)
    inner = (raw.FPDFFormObj_GetObject(item, index) for index in range(raw.FPDFFormObj_CountObjects(item)))
    return any(_shows_image(part, depth + 1) for part in inner)
