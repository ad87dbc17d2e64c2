"""The loaders of the model for tests of the command line, and files to ask it about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pikepdf

from docqa_app.errors import ModelError
from tests.fakes import FakeEngine

MODEL = FakeEngine().model


def fake_loader(folder: Path, device: str) -> FakeEngine:
    return FakeEngine()


def missing_model(folder: Path, device: str) -> FakeEngine:
    raise ModelError(f"There is no model in {folder}. Run make run, which fetches it.")


def make_pdf(path: Path, pages: Sequence[Sequence[str]], *, password: str = "", rotate: int = 0) -> Path:
    """A PDF of A4 pages with these lines of text, 40 points apart."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/Helvetica"))
        )
        for lines in pages:
            page = pdf.add_blank_page(page_size=(595, 842))
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.obj.Rotate = rotate
            texts = (f"1 0 0 1 72 {760 - 40 * n} Tm ({line}) Tj" for n, line in enumerate(lines))
            page.obj.Contents = pdf.make_stream(f"BT /F1 14 Tf {' '.join(texts)} ET".encode())
        locked = pikepdf.Encryption(owner=password, user=password) if password else False
        pdf.save(path, encryption=locked)
    return path
