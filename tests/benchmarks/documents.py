"""The pages that are measured on: made anew for each run, the same ones for us and for the peer."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PAGES_OF_LONG = 300
WORDS_A_PAGE = 500
WORDS_A_LINE = 9
DPI = 300
TEXT_PAGES = ("page-0.pdf", "page-1.pdf", "page-2.pdf", "page-3.pdf", "page-4.pdf")
SCANS = ("scan-0.png", "scan-1.png", "scan-2.png")
LONG = "long.pdf"
QUESTIONS = (
    "What is the invoice number?",
    "What is the total amount?",
    "What is the invoice date?",
    "Who is the invoice from?",
    "What is the due date?",
    "What is the customer number?",
)
STOCK = ("paper", "ink", "envelope", "label", "folder", "stapler", "card", "binder", "ruler", "pencil", "board", "tape")


def make_documents(folder: Path) -> None:
    """Fill a folder with text-layer pages of 500 words, scans of such pages at 300 dpi, and a long document."""
    for number, name in enumerate(TEXT_PAGES):
        _write_pdf(folder / name, [number])
    _write_pdf(folder / LONG, range(PAGES_OF_LONG))
    for number, name in enumerate(SCANS):
        _scan(folder / TEXT_PAGES[number], number).save(folder / name, dpi=(DPI, DPI))


def make_mixed(folder: Path, count: int, words: int = WORDS_A_PAGE) -> None:
    """So many invoices of one page, all different, of so many words; every fifth is a scan without a text layer."""
    for number in range(count):
        path = folder / f"{number:04}.pdf"
        _write_pdf(path, [number], words)
        if number % 5 == 0:
            _scan(path, number).save(path.with_suffix(".png"), dpi=(DPI, DPI))
            path.unlink()


def words_of_page(seed: int) -> list[str]:
    """Exactly 500 words of an invoice, different for each seed."""
    choose = random.Random(seed)
    words = f"Invoice number {choose.randint(10_000, 99_999)} Invoice date 12.03.2025 Due date 11.04.2025".split()
    words += f"Customer number C-{choose.randint(100, 999)} Total amount {choose.randint(100, 999)}.40 EUR".split()
    while len(words) < WORDS_A_PAGE:
        words += [choose.choice(STOCK), str(choose.randint(1, 40)), f"{choose.uniform(1, 400):.2f}"]
    return words[:WORDS_A_PAGE]


def _write_pdf(path: Path, seeds: range | list[int], most: int = WORDS_A_PAGE) -> None:
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for seed in seeds:
        words = words_of_page(seed)[:most]
        canvas.setFont("Helvetica", 9)
        for line, start in enumerate(range(0, len(words), WORDS_A_LINE)):
            _write_line(canvas, words[start : start + WORDS_A_LINE], A4[1] - 50 - line * 13)
        canvas.showPage()
    canvas.save()


def _write_line(canvas: Canvas, words: list[str], y: float) -> None:
    for column, word in enumerate(words):
        canvas.drawString(40 + column * 58, y, word)


def _scan(path: Path, seed: int) -> Image.Image:
    """A page as a scanner sees it: grey, a little askew, a little noise."""
    with pypdfium2.PdfDocument(path) as document:
        sheet = document[0].render(scale=DPI / 72, grayscale=True).to_pil()
    askew = sheet.rotate(0.4, resample=Image.Resampling.BICUBIC, fillcolor=255)
    noise = np.random.default_rng(seed).normal(0, 6, askew.size[::-1])
    return Image.fromarray(np.clip(np.asarray(askew, dtype=np.float64) + noise, 0, 255).astype(np.uint8))
