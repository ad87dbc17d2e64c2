"""Words of layers that are switched off: a PDF's text layer names them, and the page as shown does not have them."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from docqa_app.core.document import Box
from docqa_app.core.geometry import clamp
from docqa_app.reading.pdfium import WHOLE, pixels_of, render
from docqa_app.reading.picture import fit

OPTIONAL = "OC"
"""The mark around what belongs to a layer (ISO 32000-1, 8.11.3.2: optional content)."""

MOST_LAYERS = 8
"""Each takes a drawing of the page; where a plan has more of them, they are tried all at once."""

DEEPEST_FORM = 3
"""Forms lie in forms; a hostile file wraps them without end."""


def switched_off(page: pdfium.PdfPage, words: Sequence[tuple[raw.FPDF_PAGEOBJECT, Box]]) -> set[int]:
    """Which of the words, each its text object and its place on the page, stand in a layer that is not shown.

    PDFium draws by the document's settings of layers and does not tell them: a word without which the page looks the
    same is not drawn. The caller holds PDFium's lock.
    """
    layers = _layers(page, [item for item, _ in words])
    if not layers:
        return set()
    whole = _look(page)
    hidden: set[int] = set()
    for layer in layers:
        with _left_out(layer.items):
            without = _look(page)
        hidden.update(n for n in layer.places if _looks_same(whole, without, WHOLE if layer.whole else words[n][1]))
    return hidden


@dataclass(frozen=True, slots=True)
class _Layer:
    """The places of its words and the objects without which they are not drawn; `whole`: whatever is drawn of it shows
    that it is not switched off, and its words are read even where they are white or covered, as elsewhere."""

    places: Sequence[int]
    items: Sequence[raw.FPDF_PAGEOBJECT]
    whole: bool = False


def _layers(page: pdfium.PdfPage, texts: Sequence[raw.FPDF_PAGEOBJECT]) -> list[_Layer]:
    """What may be switched off: marked layers, and forms, of which PDFium does not tell whether they belong to one.
    What is never drawn, as scanners do, is left out."""
    forms = _forms_of_texts(page)
    marked, wrapped = defaultdict[str, list[int]](list), defaultdict[int, list[int]](list)
    for place, text in enumerate(texts):
        if raw.FPDFTextObj_GetTextRenderMode(text) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            continue
        name, form = _layer(text), forms.get(address(text))
        if name is not None:
            marked[name].append(place)
        elif form is not None:
            wrapped[address(form)].append(place)
    by_mark = [_Layer(places, [texts[place] for place in places]) for places in marked.values()]
    by_form = [_Layer(places, [forms[address(texts[places[0]])]], whole=True) for places in wrapped.values()]
    return [*_few(by_mark), *_few(by_form)]


def _few(layers: list[_Layer]) -> list[_Layer]:
    """The layers, or one of them all where they are too many."""
    if len(layers) <= MOST_LAYERS:
        return layers
    places = [place for layer in layers for place in layer.places]
    return [_Layer(places, [item for layer in layers for item in layer.items])]


def address(item: raw.FPDF_PAGEOBJECT) -> int:
    """By which two of PDFium's pointers to one object are known for the same; 0 for none."""
    return ctypes.addressof(item.contents) if item else 0


def _forms_of_texts(page: pdfium.PdfPage) -> Mapping[int, raw.FPDF_PAGEOBJECT]:
    """The form on the page in which a text lies, however deep, by the text's address."""
    items = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
    forms = (item for item in items if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM)
    return {address(text): form for form in forms for text in _texts_in(form)}


def _texts_in(form: raw.FPDF_PAGEOBJECT, depth: int = 1) -> Iterator[raw.FPDF_PAGEOBJECT]:
    for index in range(raw.FPDFFormObj_CountObjects(form)):
        item = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield item
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            yield from _texts_in(item, depth + 1)


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
