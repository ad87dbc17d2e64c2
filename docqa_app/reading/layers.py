"""Words of layers that are switched off: a PDF's text layer names them, and the page as shown does not have them."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from docqa_app.core.document import Box
from docqa_app.core.geometry import clamp
from docqa_app.reading.pdfium import pixels_of, render
from docqa_app.reading.picture import fit

OPTIONAL = "OC"
"""The mark around what belongs to a layer (ISO 32000-1, 8.11.3.2: optional content)."""

MOST_LAYERS = 8
"""Each takes a drawing of the page; where a plan has more of them, they are tried all at once."""


def switched_off(page: pdfium.PdfPage, words: Sequence[tuple[raw.FPDF_PAGEOBJECT, Box]]) -> set[int]:
    """Which of the words, each its text object and its place on the page, stand in a layer that is not shown.

    PDFium draws by the document's settings of layers and does not tell them: a word without which the page looks the
    same is not drawn. The caller holds PDFium's lock.
    """
    layers = _by_layer(item for item, _ in words)
    if not layers:
        return set()
    whole = _look(page)
    if len(layers) > MOST_LAYERS:
        layers = {"": [place for places in layers.values() for place in places]}
    hidden: set[int] = set()
    for places in layers.values():
        with _left_out([words[place][0] for place in places]):
            without = _look(page)
        hidden.update(place for place in places if _looks_same(whole, without, words[place][1]))
    return hidden


def _by_layer(items: Iterable[raw.FPDF_PAGEOBJECT]) -> Mapping[str, list[int]]:
    """The places of the items that belong to a layer, by its name; what is never drawn, as scanners do, is left out."""
    layers = defaultdict(list)
    for place, item in enumerate(items):
        layer = _layer(item)
        if layer is not None and raw.FPDFTextObj_GetTextRenderMode(item) != raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            layers[layer].append(place)
    return layers


def _layer(item: raw.FPDF_PAGEOBJECT) -> str | None:
    """The name of the layer, "" where it has none of its own; None for what belongs to no layer."""
    marks = (raw.FPDFPageObj_GetMark(item, index) for index in range(raw.FPDFPageObj_CountMarks(item)))
    optional = [mark for mark in marks if _text(raw.FPDFPageObjMark_GetName, mark) == OPTIONAL]
    names = [_text(raw.FPDFPageObjMark_GetParamStringValue, mark, b"Name") for mark in optional]
    return "/".join(names) if names else None


def _text(get: Callable[..., int], *asked: object) -> str:
    """What one of PDFium's functions writes as UTF-16 into a place of the length it asks for."""
    length = ctypes.c_ulong()
    if not get(*asked, None, 0, length) or length.value == 0:
        return ""
    text = ctypes.create_string_buffer(length.value)
    get(*asked, ctypes.cast(text, ctypes.POINTER(raw.FPDF_WCHAR)), length.value, length)
    return text.raw.decode("utf-16-le", "replace").rstrip("\0")


@contextmanager
def _left_out(items: Sequence[raw.FPDF_PAGEOBJECT]) -> Iterator[None]:
    try:
        for item in items:
            raw.FPDFPageObj_SetIsActive(item, False)
        yield
    finally:
        for item in items:
            raw.FPDFPageObj_SetIsActive(item, True)


def _look(page: pdfium.PdfPage) -> NDArray[np.uint8]:
    return np.asarray(render(page, 2 * fit(*page.get_size())[0]))


def _looks_same(one: NDArray[np.uint8], other: NDArray[np.uint8], box: Box) -> bool:
    height, width = one.shape[:2]
    left, top, right, bottom = pixels_of(clamp(box), (width, height))
    return bool((one[top:bottom, left:right] == other[top:bottom, left:right]).all())
