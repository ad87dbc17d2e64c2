"""Checking a summary, as the window and the command line do it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from docqa_app.answering.engine import Engine, load_engine
from docqa_app.answering.pairs import PairEngine
from docqa_app.core.document import Document
from docqa_app.paths import find_paths
from docqa_app.reading.reader import read_document
from docqa_app.summarizing.check import SENTENCE, sheet_of
from docqa_app.summarizing.quals import kept, scored, selected
from docqa_app.summarizing.sentences import sentences_in
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


def by_quals(folder: Path) -> list[float]:
    """Seconds to write the questions of five sentences about two pages and to score them on both sides."""
    return [times.writing + times.scoring for times in _halves(folder)]


def by_qags(folder: Path) -> list[float]:
    """The same questions, answered by the document and by the sentence instead of scored."""
    return [times.writing + times.answering for times in _halves(folder)]


def scoring(folder: Path) -> list[float]:
    """What QUALS takes once the questions are there."""
    return [times.scoring for times in _halves(folder)]


def answering(folder: Path) -> list[float]:
    """What QAGS takes once the questions are there."""
    return [times.answering for times in _halves(folder)]


@dataclass(frozen=True, slots=True)
class Halves:
    """Seconds of five sentences; the pages were read and encoded before."""

    writing: float
    scoring: float
    answering: float


def _halves(folder: Path) -> list[Halves]:
    engine = load_engine(find_paths().models, "cpu")
    model = PairEngine(engine)
    _five_times(engine, model, _two_pages(folder, 0), 0)  # warms the model
    return [_five_times(engine, model, _two_pages(folder, number), number) for number in (1, 3)]


def _five_times(engine: Engine, model: PairEngine, document: Document, number: int) -> Halves:
    engine.ask(document, ["What is the total?"])
    model.write_pairs(document.pages, 1)  # what asks has an encoding of its own
    each = [_one(engine, model, document, text) for text in sentences_in(_five_sentences(number))]
    return Halves(*(sum(times) for times in zip(*each, strict=True)))


def _one(engine: Engine, model: PairEngine, document: Document, text: str) -> tuple[float, float, float]:
    """Seconds of writing, of scoring and of answering; reading the sentence falls to writing for both."""
    sheet = Document("", "", (sheet_of(text),), 1)
    begun = time.perf_counter()
    pairs = selected(kept(model.write_pairs(sheet.pages, SENTENCE.beams), text), SENTENCE.pairs)
    wrote = time.perf_counter()
    scored(pairs, document.pages, sheet.pages, model.likelihoods)
    said = time.perf_counter()
    for asked in (document, sheet):
        engine.ask(asked, [pair.question for pair in pairs])
    return wrote - begun, said - wrote, time.perf_counter() - said


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
