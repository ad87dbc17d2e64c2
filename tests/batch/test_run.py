"""Many files on threads: each told once, in order where that is wanted, and over at once when no one listens."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from docqa_app.batch.run import in_order, run
from docqa_app.batch.step import Outcome, attempt
from docqa_app.core.document import Report, silent
from docqa_app.core.fields import Extraction
from docqa_app.errors import Cancelled, InputError
from tests.batch.given import invoice

FILES = [Path(f"{n}.pdf") for n in range(12)]


def test_files_are_told_as_they_end_and_put_in_order_again() -> None:
    second_was_told = threading.Event()

    def work(file: Path, report: Report) -> Outcome:
        assert file != FILES[0] or second_was_told.wait(60)
        return Outcome(file)

    told = []
    for one in run(work, FILES, 2):
        told.append(one.file)
        if one.file == FILES[1]:
            second_was_told.set()
    assert sorted(told) == sorted(FILES)
    assert told.index(FILES[0]) > told.index(FILES[1])
    assert [one.file for one in in_order(map(Outcome, told), FILES)] == FILES


def test_no_more_files_are_begun_than_the_workers_need() -> None:
    begun: list[Path] = []

    def work(file: Path, report: Report) -> Outcome:
        begun.append(file)
        return Outcome(file)

    outcomes = run(work, FILES, 1)
    next(outcomes)
    assert len(begun) <= 4
    outcomes.close()


def test_leaving_the_batch_ends_what_is_under_way() -> None:
    under_way, ended = threading.Event(), threading.Event()

    def work(file: Path, report: Report) -> Outcome:
        if file == FILES[0]:
            return Outcome(file)
        under_way.set()
        try:
            while True:
                report(0, 1)
        except Cancelled:
            ended.set()
            raise

    outcomes = run(work, FILES, 2)
    next(outcomes)
    assert under_way.wait(60)
    outcomes.close()
    assert ended.is_set()


def test_an_error_of_any_kind_becomes_the_outcome_of_its_file() -> None:
    def broken(file: Path, report: Report) -> Extraction:
        raise ZeroDivisionError("a fault of ours")

    def locked(file: Path, report: Report) -> Extraction:
        raise InputError("a.pdf is locked.")

    assert "a.pdf could not be extracted (ZeroDivisionError" in str(attempt(broken, Path("a.pdf"), silent).error)
    assert str(attempt(locked, Path("a.pdf"), silent).error) == "a.pdf is locked."
    assert attempt(lambda file, report: invoice(), Path("a.pdf"), silent).found == invoice()


def test_stopping_is_no_failure() -> None:
    def stopped(file: Path, report: Report) -> Extraction:
        raise Cancelled

    with pytest.raises(Cancelled):
        attempt(stopped, Path("a.pdf"), silent)
