"""Make the files in tests/data/reading: `python -m tests.data.make_files`. One invoice, in every guise it comes in."""

from __future__ import annotations

import zlib
from pathlib import Path
from struct import pack
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Pdf
from PIL import Image, ImageDraw

from tests.data.pdfs import A5, INVISIBLE, Line, add_page, add_text_field, save

FOLDER = Path(__file__).parent / "reading"
PASSWORD = "open sesame"
DPI = 150

INVOICE = (
    Line(60, 530, "Northwind Paper Ltd", 15),
    Line(60, 510, "12 Mill Lane, Bristol BS1 4QT"),
    Line(60, 470, "Invoice number 2023-0142"),
    Line(60, 452, "Invoice date 14 March 2023"),
    Line(60, 434, "Customer Erika Mustermann"),
    Line(60, 390, "Article"),
    Line(230, 390, "Quantity"),
    Line(320, 390, "Amount"),
    Line(60, 370, "Printer paper white"),
    Line(230, 370, "10"),
    Line(320, 370, "45.00"),
    Line(60, 352, "Ball pens blue"),
    Line(230, 352, "25"),
    Line(320, 352, "12.50"),
    Line(60, 316, "Total to be paid"),
    Line(320, 316, "57.50"),
    Line(60, 270, "Please pay within fourteen days to our account at the"),
    Line(60, 254, "Bank of Bristol. Thank you for buying from a small shop."),
)
SECOND_PAGE = (Line(60, 530, "Terms of delivery", 15), Line(60, 500, "Goods remain ours until they are paid."))


def pdf_of(*pages: tuple[Line, ...], image: Image.Image | None = None, **entries: Any) -> Pdf:
    pdf = Pdf.new()
    for lines in pages:
        add_page(pdf, lines, image, **entries)
    return pdf


def drawn(path: Path, dpi: int = DPI) -> Image.Image:
    """The first page of a PDF in grey."""
    page = pypdfium2.PdfDocument(path)[0]
    return page.render(scale=dpi / 72).to_pil().convert("L")


def shifted(lines: tuple[Line, ...], by: int = 7) -> tuple[Line, ...]:
    """The lines as a font without a right map gives them: every letter is another one, and invisible."""

    def shift(char: str) -> str:
        return chr((ord(char.lower()) - 97 + by) % 26 + 97) if char.isalpha() else char

    return tuple(Line(o.x, o.y, "".join(map(shift, o.text)), o.size, INVISIBLE) for o in lines)


def make_pdfs() -> Image.Image:
    save(pdf_of(INVOICE, SECOND_PAGE), FOLDER / "invoice.pdf")
    scan = drawn(FOLDER / "invoice.pdf")
    save(pdf_of(INVOICE, Rotate=90), FOLDER / "rotated.pdf")
    save(pdf_of(INVOICE, CropBox=Array([40, 240, 400, 560])), FOLDER / "cropped.pdf")
    locked = pikepdf.Encryption(user=PASSWORD, owner="owner", R=6)
    save(pdf_of(INVOICE), FOLDER / "locked.pdf", locked)
    save(pdf_of(INVOICE), FOLDER / "print_locked.pdf", pikepdf.Encryption(user="", owner="owner", R=6))
    form = pdf_of((Line(60, 500, "Name of the payer"),))
    add_text_field(form, "Erika Mustermann", (180, 494, 380, 514))
    save(form, FOLDER / "form.pdf")
    save(pdf_of((), image=scan), FOLDER / "scan.pdf")
    lying = pdf_of((), image=scan.rotate(90, expand=True), MediaBox=Array([0, 0, A5[1], A5[0]]), Rotate=90)
    save(lying, FOLDER / "scan_rotated.pdf")
    save(pdf_of((Line(250, 570, "Received 3 April"),), image=scan), FOLDER / "stamped_scan.pdf")
    save(pdf_of(shifted(INVOICE), image=scan), FOLDER / "scrambled.pdf")
    hidden = tuple(Line(o.x, o.y, o.text, o.size, INVISIBLE) for o in INVOICE)
    save(pdf_of(hidden, image=scan), FOLDER / "hidden_layer.pdf")
    make_broken_pdfs()
    return scan


def make_broken_pdfs() -> None:
    (FOLDER / "empty.pdf").write_bytes(b"")
    (FOLDER / "damaged.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 4)
    (FOLDER / "letter.pdf").write_text("Dear Sir or Madam,\nthis is no PDF.\n")
    pdf = pdf_of(INVOICE, SECOND_PAGE, INVOICE)
    pdf.Root.Pages.Kids[1] = pdf.make_indirect(Dictionary(Type=pikepdf.Name.Catalog))
    save(pdf, FOLDER / "one_bad_page.pdf")
    save(pdf_of((Line(60, 500, "A poster"),), MediaBox=Array([0, 0, 14400, 14400])), FOLDER / "poster.pdf")


def make_images(scan: Image.Image) -> None:
    black = scan.convert("1", dither=Image.Dither.NONE)
    scan.save(FOLDER / "grey.png", dpi=(DPI, DPI), optimize=True)
    black.save(FOLDER / "one_bit.tif", compression="group4", dpi=(DPI, DPI))
    deep = Image.fromarray(np.asarray(scan).astype(np.uint16) * 257)
    deep.save(FOLDER / "sixteen_bit.png")
    ink = Image.new("L", scan.size, 0)
    Image.merge("CMYK", (ink, ink, ink, scan.point(lambda v: 255 - v))).save(
        FOLDER / "cmyk.jpg", quality=40, optimize=True
    )
    clear = Image.new("LA", scan.size)
    clear.putdata([(0, 255 - value) for value in scan.get_flattened_data()])
    clear.save(FOLDER / "alpha.png", optimize=True)
    scan.save(FOLDER / "photo.webp", quality=60)
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held sideways: turn clockwise to see the page upright
    scan.transpose(Image.Transpose.ROTATE_90).save(FOLDER / "exif.jpg", quality=40, optimize=True, exif=exif)
    second = Image.new("1", scan.size, 1)
    second.paste(black.crop((0, 0, scan.width, 300)))
    black.save(FOLDER / "two_pages.tif", save_all=True, append_images=[second], compression="group4")
    make_hard_images(scan)


def make_hard_images(scan: Image.Image) -> None:
    black = scan.convert("1", dither=Image.Dither.NONE)
    black.transpose(Image.Transpose.ROTATE_90).save(FOLDER / "sideways.png", optimize=True)
    black.transpose(Image.Transpose.ROTATE_180).save(FOLDER / "upside_down.png", optimize=True)
    scan.rotate(-2.5, Image.Resampling.BICUBIC, fillcolor=255).save(FOLDER / "tilted.jpg", quality=60)
    ruled(scan).save(FOLDER / "ruled.png", optimize=True)
    light = np.linspace(1.0, 0.35, scan.width)[None, :]
    Image.fromarray((np.asarray(scan) * light).astype(np.uint8)).save(FOLDER / "shadow.jpg", quality=60)
    whole = (FOLDER / "exif.jpg").read_bytes()
    (FOLDER / "cut_off.jpg").write_bytes(whole[: len(whole) // 3])
    (FOLDER / "really_a_png.pdf").write_bytes((FOLDER / "grey.png").read_bytes())
    (FOLDER / "bomb.png").write_bytes(png_header(60_000, 60_000))


def ruled(scan: Image.Image) -> Image.Image:
    """The invoice with its lines in boxes that touch the letters nearly."""
    page = scan.copy()
    pen = ImageDraw.Draw(page)
    scale = DPI / 72
    for height in (386, 366, 348, 330, 312):
        pen.line((52 * scale, (A5[1] - height) * scale, 370 * scale, (A5[1] - height) * scale), fill=0, width=2)
    for x in (52, 224, 314, 370):
        pen.line((x * scale, (A5[1] - 404) * scale, x * scale, (A5[1] - 312) * scale), fill=0, width=2)
    return page


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it is this large and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    start = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + start + chunk(b"IDAT", zlib.compress(bytes(width))) + chunk(b"IEND", b"")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    make_images(make_pdfs())
