"""A batch on this computer: files side by side on threads, each told as soon as it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from pathlib import Path
from threading import Event

from docqa_app.batch.step import Outcome
from docqa_app.core.document import Report
from docqa_app.errors import Cancelled

Work = Callable[[Path, Report], Outcome]
BEGUN_AHEAD = 2
"""Files handed out for each worker: none waits for work, and few results lie about at once."""


def run(work: Work, files: Sequence[Path], workers: int) -> Iterator[Outcome]:
    """What became of each file, those that end first told first. Leaving the iterator ends what is under way."""
    stopped = Event()

    def report(done: int, total: int) -> None:
        if stopped.is_set():
            raise Cancelled

    pool = ThreadPoolExecutor(workers, thread_name_prefix="extracting")
    try:
        yield from _as_they_end(lambda file: pool.submit(work, file, report), files, BEGUN_AHEAD * workers)
    finally:
        stopped.set()
        pool.shutdown(wait=True, cancel_futures=True)


def _as_they_end(begin: Callable[[Path], Future[Outcome]], files: Iterable[Path], most: int) -> Iterator[Outcome]:
    """Results in any order, with at most so many begun and not yet told."""
    rest = iter(files)
    running = {begin(file) for file in islice(rest, most)}
    while running:
        ended, running = wait(running, return_when=FIRST_COMPLETED)
        for future in ended:
            if (file := next(rest, None)) is not None:
                running.add(begin(file))
            yield future.result()


def in_order(outcomes: Iterable[Outcome], files: Sequence[Path]) -> Iterator[Outcome]:
    """The same outcomes in the files' order; those that came early are held back until it is their turn."""
    early: dict[Path, Outcome] = {}
    due = iter(files)
    next_file = next(due, None)
    for outcome in outcomes:
        early[outcome.file] = outcome
        while next_file is not None and next_file in early:
            yield early.pop(next_file)
            next_file = next(due, None)
