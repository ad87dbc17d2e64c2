"""PDFs written from scratch: a page of text lines, a page that is a picture, a form, a stack of pages."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

A5 = (420, 595)
VISIBLE, INVISIBLE = 0, 3


@dataclass(frozen=True)
class Line:
    """Text from a point on, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 11
    mode: int = VISIBLE


def add_page(pdf: Pdf, lines: tuple[Line, ...], image: Image.Image | None = None, **entries: Any) -> None:
    """Append a page with these lines over a picture that fills it; `entries` go into the page's dictionary."""
    resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(_font())))
    box = entries.setdefault("MediaBox", Array([0, 0, *A5]))
    content = b""
    if image is not None:
        resources.XObject = Dictionary(Im1=_picture(pdf, image))
        content += b"q %d 0 0 %d 0 0 cm /Im1 Do Q\n" % (int(box[2]), int(box[3]))
    content += b"".join(_line(line) for line in lines)
    page = Dictionary(Type=Name.Page, Resources=resources, Contents=Stream(pdf, content))
    for name, value in entries.items():
        page[f"/{name}"] = value
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def _font() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


def _line(line: Line) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"BT %d Tr /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET\n" % (line.mode, line.size, line.x, line.y, text)


def _picture(pdf: Pdf, image: Image.Image) -> Stream:
    buffer = BytesIO()
    image.convert("L").save(buffer, "JPEG", quality=60)
    return Stream(
        pdf,
        buffer.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )


def add_text_field(pdf: Pdf, value: str, rectangle: tuple[int, int, int, int], **entries: Any) -> None:
    """Put a filled text field on the last page, among those that are there; `entries` go into its dictionary."""
    left, bottom, right, top = rectangle
    shown = Stream(pdf, b"/Tx BMC BT /F1 11 Tf 2 5 Td (%s) Tj ET EMC" % value.encode("cp1252"))
    shown.Type, shown.Subtype = Name.XObject, Name.Form
    shown.BBox = Array([0, 0, right - left, top - bottom])
    shown.Resources = Dictionary(Font=Dictionary(F1=_font()))
    field = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("payer"),
        V=String(value),
        F=4,
        Rect=Array(rectangle),
        DA=String("/F1 11 Tf 0 g"),
        AP=Dictionary(N=shown),
    )
    for name, entry in entries.items():
        field[f"/{name}"] = entry
    field = pdf.make_indirect(field)
    page = pdf.pages[-1].obj
    page.Annots = Array([*page.get("/Annots", []), field])
    if "/AcroForm" not in pdf.Root:
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), DR=Dictionary(Font=Dictionary(F1=_font())))
    pdf.Root.AcroForm.Fields.append(field)


def add_typed(pdf: Pdf, text: str, rectangle: tuple[int, int, int, int], **entries: Any) -> None:
    """Type a text onto the last page, as viewers' text tools do; `entries` go into the annotation's dictionary."""
    left, bottom, right, top = rectangle
    shown = Stream(pdf, b"BT /F1 11 Tf 2 5 Td (%s) Tj ET" % text.encode("cp1252"))
    shown.Type, shown.Subtype = Name.XObject, Name.Form
    shown.BBox = Array([0, 0, right - left, top - bottom])
    shown.Resources = Dictionary(Font=Dictionary(F1=_font()))
    annotation = Dictionary(
        Type=Name.Annot,
        Subtype=Name.FreeText,
        Rect=Array(rectangle),
        F=4,
        AP=Dictionary(N=shown),
        Contents=String(text),
    )
    for name, value in entries.items():
        annotation[f"/{name}"] = value
    page = pdf.pages[-1].obj
    page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(annotation)])


def save(pdf: Pdf, path: Path, encryption: pikepdf.Encryption | None = None) -> Path:
    """Write the same bytes each time, but where a password needs a random key."""
    if encryption is None:
        pdf.save(path, deterministic_id=True)
    else:
        pdf.save(path, encryption=encryption)
    return path


def stack(path: Path, pages: int) -> Path:
    """A PDF of many one-line pages."""
    pdf = Pdf.new()
    for number in range(1, pages + 1):
        add_page(pdf, (Line(60, 500, f"Delivery note number {number} of many"),))
    return save(pdf, path)
