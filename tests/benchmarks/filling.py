"""From a page that is read to its filled schema, on real documents of one page in the folder DOCQA_DOCUMENTS names."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from docqa_app.answering.engine import load_engine
from docqa_app.batch.files import documents_in
from docqa_app.core.document import Document
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.paths import find_paths
from docqa_app.reading.reader import read_document
from docqa_app.schemas.schema_file import shipped_schemas

MOST = 10


def invoices(_: Path) -> list[float]:
    """Seconds a page of zugferd's invoices."""
    return _seconds_to_fill("invoice", _pages("zugferd"))


def receipts(_: Path) -> list[float]:
    """Seconds a receipt of sroie."""
    return _seconds_to_fill("receipt", _pages("sroie"))


def _pages(part: str) -> list[Document]:
    """The first documents of one page, and one more to warm the model with."""
    read = (read_document(file) for file in sorted(documents_in(Path(os.environ["DOCQA_DOCUMENTS"]) / part)))
    return [document for _, document in zip(range(MOST + 1), _of_one_page(read), strict=False)]


def _of_one_page(documents: Iterator[Document]) -> Iterator[Document]:
    return (document for document in documents if len(document.pages) == 1)


def _seconds_to_fill(kind: str, documents: Sequence[Document]) -> list[float]:
    paths = find_paths()
    engine = load_engine(paths.models, "cpu")
    schema = next(one for one in shipped_schemas(paths.resources / "schemas") if one.name == kind)
    times = []
    for document in documents:
        started = time.perf_counter()
        extract(document, schema, engine, Known(doubt_below=engine.check_fields_below))
        times.append(time.perf_counter() - started)
        engine.forget(document)
    return times[1:]
