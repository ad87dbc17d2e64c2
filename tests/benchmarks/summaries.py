"""Checking a summary, as the window and the command line do it."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from docqa_app.answering.engine import load_engine
from docqa_app.answering.pairs import PairEngine
from docqa_app.core.document import Document
from docqa_app.paths import find_paths
from docqa_app.reading.reader import read_document
from docqa_app.summarizing.summarize import summaries
from tests.benchmarks.documents import TEXT_PAGES, words_of_page


def five_flagged(folder: Path) -> list[float]:
    """Seconds until five sentences about two pages of 500 words have their flags, pages not seen before."""
    engine = load_engine(find_paths().models, "cpu")
    checker = summaries(engine, PairEngine(engine), (), engine.folder)
    checker.check(_two_pages(folder, 0), "The total is 12.")  # warms the model
    times = []
    for number in (1, 3):
        document = _two_pages(folder, number)
        started = time.perf_counter()
        checker.check(document, _five_sentences(number))
        times.append(time.perf_counter() - started)
    return times


def _two_pages(folder: Path, number: int) -> Document:
    """Pages `number` and the next as one document."""
    first, second = (read_document(folder / TEXT_PAGES[one]).pages[0] for one in (number, number + 1))
    return Document(f"{number}.pdf", str(number), (first, replace(second, number=2)), 2)


def _five_sentences(number: int) -> str:
    """What the first page says, as a summary would."""
    said = words_of_page(number)
    return (
        f"Invoice {said[2]} is dated {said[5]}. Payment is due on {said[8]}. The customer number is {said[11]}. "
        f"The total amount is {said[14]} EUR. The invoice lists {said[16]} and {said[19]}."
    )
