"""Many documents one after another: how long each takes, and what they leave in memory.

python -m tests.benchmarks.batch [FOLDER] [--files N] [--workers N] [--words N]

Without a folder N invoices of 500 or --words words are made, every fifth a scan. Nothing is read from the cache. The
rows of the bench that want real files take them from the folder that DOCQA_DOCUMENTS names, and as many as DOCQA_FILES
says (200).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from docqa_app.answering.engine import load_engine
from docqa_app.batch.files import documents_in
from docqa_app.batch.run import run
from docqa_app.batch.step import Step, attempt
from docqa_app.core.document import Report
from docqa_app.core.fields import Extraction
from docqa_app.paths import find_paths
from docqa_app.reading.einvoice import read_einvoice
from docqa_app.reading.reader import read_document
from docqa_app.schemas.schema_file import shipped_schemas
from tests.benchmarks.documents import WORDS_A_PAGE, make_mixed
from tests.benchmarks.memory import held_by_tree

FILES = 40
WARM = 10
"""Files after which everything that is loaded once is there."""


@dataclass(frozen=True, slots=True)
class Seen:
    """After so many files: how many failed so far, the seconds since the start, and the MB held."""

    files: int
    failed: int
    seconds: float
    memory: float


def seconds_each(folder: Path) -> list[float]:
    """Seconds a document, the model loaded and warm."""
    seen = _made_and_seen(folder)
    return [(seen[-1].seconds - seen[WARM - 1].seconds) / (FILES - WARM)]


def left_behind(folder: Path) -> list[float]:
    """Megabytes held at the end beyond those held once everything was loaded."""
    seen = _made_and_seen(folder)
    return [seen[-1].memory - seen[WARM - 1].memory]


def real_seconds_each(folder: Path) -> list[float]:
    """Seconds a real document, the model loaded and warm."""
    seen = _real(folder)
    return [(seen[-1].seconds - seen[WARM - 1].seconds) / (len(seen) - WARM)]


def real_left_behind(folder: Path) -> list[float]:
    """Megabytes that the second half of the real documents added to what was held after the first: a leak grows on."""
    seen = _real(folder)
    return [seen[-1].memory - seen[len(seen) // 2 - 1].memory]


def _real(folder: Path) -> list[Seen]:
    """One run serves both rows: it is noted beside the documents that were made."""
    noted = folder / "real.json"
    if not noted.exists():
        files = mixed(Path(os.environ["DOCQA_DOCUMENTS"]), int(os.environ.get("DOCQA_FILES", "200")))
        seen = [asdict(one) for one in watched(files, workers=2)]
        noted.write_text(json.dumps(seen), encoding="utf-8")
    return [Seen(**one) for one in json.loads(noted.read_text(encoding="utf-8"))]


def mixed(folder: Path, count: int) -> list[Path]:
    """So many documents of a folder in an order that mixes its parts, the same each time."""
    return sorted(documents_in(folder), key=lambda file: hashlib.sha256(file.name.encode()).digest())[:count]


def _made_and_seen(folder: Path) -> list[Seen]:
    inside = folder / "batch"
    inside.mkdir(exist_ok=True)
    make_mixed(inside, FILES)
    return list(watched(sorted(documents_in(inside)), workers=2))


def watched(files: Sequence[Path], workers: int) -> Iterator[Seen]:
    """Extracts the files; one look after each."""
    paths = find_paths()
    engine = load_engine(paths.models, "cpu")
    step = Step(
        read_document, read_einvoice, engine, shipped_schemas(paths.resources / "schemas"), engine.check_fields_below
    )
    begin, failed = time.perf_counter(), 0
    work = partial(attempt, partial(_extraction, step))
    for number, one in enumerate(run(work, files, workers), start=1):
        failed += one.error is not None
        yield Seen(number, failed, time.perf_counter() - begin, held_by_tree(os.getpid()))


def _extraction(step: Step, file: Path, report: Report) -> Extraction:
    return step(file, report).extraction


def main() -> None:
    """Prints a line each tenth of the way."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.batch")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--words", type=int, default=WORDS_A_PAGE, help="on an invoice that is made")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        if given.folder is None:
            make_mixed(Path(made), given.files, given.words)
        files = mixed(given.folder or Path(made), given.files)
        print(f"{'files':>6}{'failed':>8}{'seconds':>10}{'a minute':>10}{'MB':>8}")
        for seen in watched(files, given.workers):
            if seen.files % max(1, len(files) // 10) == 0:
                pace = 60 * seen.files / seen.seconds
                print(
                    f"{seen.files:>6}{seen.failed:>8}{seen.seconds:>10.1f}{pace:>10.1f}{seen.memory:>8.0f}", flush=True
                )


if __name__ == "__main__":
    main()
