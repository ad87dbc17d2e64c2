"""Small true files for the tests of the window, made where they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name

A4 = (595, 842)


def text_pdf(path: Path, pages: Sequence[Sequence[str]], password: str = "") -> Path:
    """A PDF with a text layer: for each page its lines, from the top; locked where there is a password."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for lines in pages:
            page = pdf.add_blank_page(page_size=A4)
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Contents = pdf.make_stream(_content(lines))
        encryption = pikepdf.Encryption(user=password, owner=password) if password else None
        pdf.save(path, encryption=encryption)
    return path


def _content(lines: Sequence[str]) -> bytes:
    parts = [f"BT /F1 13 Tf 72 {770 - 26 * place} Td ({line}) Tj ET" for place, line in enumerate(lines)]
    return "\n".join(parts).encode("latin-1")


def laid_pdf(path: Path, cells: Sequence[tuple[float, float, str]], size: float = 11) -> Path:
    """A PDF of one page with texts at places: how far across and down (0..1) each begins."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        page = pdf.add_blank_page(page_size=A4)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        texts = (f"BT /F1 {size} Tf {x * A4[0]:.1f} {(1 - y) * A4[1]:.1f} Td ({text}) Tj ET" for x, y, text in cells)
        page.obj.Contents = pdf.make_stream("\n".join(texts).encode("latin-1"))
        pdf.save(path)
    return path


def order(number: int) -> list[str]:
    """The lines of one page of an order, enough of them to look like a page."""
    return [
        f"Order number {1000 + number}",
        "Ordered by Harbour Dental Practice in Hull",
        f"Total {number}.50 EUR",
        "Delivery within ten working days to the address above",
        "Please check the goods when they arrive and tell us at once",
        "what is missing or damaged. Thank you for your order.",
    ]


def orders(path: Path, count: int, password: str = "") -> Path:
    """A PDF of `count` orders, one a page: numbers 1001 and up, totals 1.50, 2.50 and so on."""
    return text_pdf(path, [order(number) for number in range(1, count + 1)], password)


def damaged(path: Path) -> Path:
    """Begins like a PDF and is none."""
    path.write_bytes(b"%PDF-1.7\nthis is not what follows in a PDF\n" + bytes(range(256)))
    return path
