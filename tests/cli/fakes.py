"""A model small enough to know by heart, and files to ask it about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.layout import Assignment, assign
from docqa_app.errors import ModelError

MODEL = "fake-model 1.2.3"


class FakeEngine:
    """Answers with the word that follows the question's last word on a page: "the Total" -> what stands after Total."""

    model = MODEL
    device = "CPU"
    check_below = 0.7

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        chosen = [page for page in document.pages if pages is None or page.number in pages]
        return tuple(self._answer(chosen, question) for question in questions)

    def _answer(self, pages: Sequence[Page], question: str) -> Answer:
        key = question.rstrip("?").split()[-1]
        if key == "break":
            raise RuntimeError("the model broke")
        for page in pages:
            texts = [word.text for word in page.words]
            if key in texts[:-1]:
                place = texts.index(key) + 1
                second = Candidate(texts[0], 0.25, page.number, (0,))
                return Answer(question, texts[place], True, 0.9, page.number, (place,), (second,), MODEL)
        return Answer(question, "", False, 0.8, None, (), (Candidate("maybe", 0.1, pages[0].number, (0,)),), MODEL)

    def inspect(self, page: Page) -> Assignment:
        """As geometry has it, but for the first word."""
        seen = assign(page)
        return replace(seen, lines=(99, *seen.lines[1:]), cells=(16, *seen.cells[1:]))


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
