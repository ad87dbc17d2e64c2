"""A small document with answers, for every test of this room."""

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Box, Document, Page, Word, WordSource
from docqa_app.exporting.rows import Answered

MODEL = "docformer-small 0.1.0"


def page(number: int = 1, source: WordSource = WordSource.OCR) -> Page:
    texts = [("Invoice", 0.1, 0.1), ("00123", 0.3, 0.1), ("Total", 0.1, 0.5), ("-12,50", 0.5, 0.5), ("EUR", 0.1, 0.55)]
    words = tuple(Word(text, Box(x, y, x + 0.15, y + 0.03), 0.9) for text, x, y in texts)
    return Page(number, 595.0, 842.0, words, source)


def document(path: str = "/in/invoice.pdf") -> Document:
    return Document(path, "0" * 64, (page(1), page(2, WordSource.TEXT_LAYER)), 2)


def answer(text: str, question: str = "What is the total?", confidence: float = 0.9125) -> Answer:
    alternatives = (Candidate("EUR", 0.25, 2, (4,)),)
    return Answer(question, text, True, confidence, 1, (3, 4), alternatives, MODEL)


def not_found(question: str = "Who signed?") -> Answer:
    return Answer(question, "", False, 0.8, None, (), (Candidate("Total", 0.1, 1, (2,)),), MODEL)


def answered(*texts: str) -> Answered:
    return Answered(document(), tuple(answer(text) for text in texts))
