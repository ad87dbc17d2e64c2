"""Reading and asking, as the app does it, without its window."""

from __future__ import annotations

import time
from pathlib import Path

from docqa_app.answering.engine import load_engine
from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.paths import find_paths
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.reader import read_document
from docqa_app.schemas.schema_file import shipped_schemas
from tests.benchmarks.apart import use_cores
from tests.benchmarks.documents import QUESTIONS, SCANS, TEXT_PAGES

REPEATS = 5


def text_layer(folder: Path) -> list[float]:
    """Milliseconds from a PDF page to its words, nothing cached."""
    read_document(folder / TEXT_PAGES[0])
    return [1e3 * _seconds_to_read(folder / name) for name in TEXT_PAGES * REPEATS]


def scan_on_one_core(folder: Path) -> list[float]:
    """Seconds from a scanned page to its words, nothing cached."""
    use_cores(1)
    return [_seconds_to_read(folder / name) for name in SCANS]


def load(folder: Path) -> list[float]:
    """Seconds until the model can be asked: what the first question of a session waits for once."""
    started = time.perf_counter()
    load_engine(find_paths().models, "cpu").ask(read_document(folder / TEXT_PAGES[0]), QUESTIONS[:1])
    return [time.perf_counter() - started]


def ask_first(folder: Path) -> list[float]:
    """Seconds for the first question on pages of 500 words that are read."""
    return _seconds_to_ask(folder, first=True)


def ask_further(folder: Path) -> list[float]:
    """Seconds for each further question on the same page."""
    return _seconds_to_ask(folder, first=False)


def _seconds_to_read(path: Path) -> float:
    as_shipped = ReadOptions(models=find_paths().models)
    started = time.perf_counter()
    read_document(path, as_shipped)
    return time.perf_counter() - started


def _seconds_to_ask(folder: Path, first: bool) -> list[float]:
    """Over fresh pages: the first question of each, or all the others. A page before them warms the model."""
    paths = find_paths()
    engine = FieldAnswers(load_engine(paths.models, "cpu"), shipped_schemas(paths.resources / "schemas"))
    warming, *documents = [read_document(folder / name) for name in TEXT_PAGES]
    engine.ask(warming, QUESTIONS)
    times = []
    for document in documents:
        for number, question in enumerate(QUESTIONS):
            started = time.perf_counter()
            engine.ask(document, [question])
            if first == (number == 0):
                times.append(time.perf_counter() - started)
    return times
