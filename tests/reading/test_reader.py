"""A whole file: progress, early pages, cancelling, caps, and failures that stay with their page."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from docqa_app.core.document import Page, WordSource
from docqa_app.errors import Cancelled, InputError, MissingLanguage, TooLarge
from docqa_app.reading.formats import content_hash
from docqa_app.reading.options import Limits, ReadOptions
from docqa_app.reading.reader import read_document
from docqa_app.reading.workers import side_by_side
from tests.data.pdfs import stack
from tests.reading.given import file, text_of


def page(number: int) -> Page:
    return Page(number, 100.0, 100.0)


def test_a_document_knows_its_file_its_hash_and_how_many_pages_it_has() -> None:
    document = read_document(file("invoice.pdf"))
    assert document.path == str(file("invoice.pdf"))
    assert document.sha256 == content_hash(file("invoice.pdf"))
    assert document.total_pages == len(document.pages) == 2
    assert (document.page(2).width, document.page(2).height) == (420, 595)


def test_four_hundred_pages_are_read_with_a_count_and_handed_out_on_the_way(tmp_path: Path) -> None:
    counts: list[tuple[int, int]] = []
    early: list[int] = []
    document = read_document(
        stack(tmp_path / "many.pdf", 400),
        report=lambda done, total: counts.append((done, total)),
        on_page=lambda one: early.append(one.number),
    )
    assert [one.number for one in document.pages] == list(range(1, 401))
    assert "number 400 of many" in text_of(document.pages[-1])
    assert sorted(early) == list(range(1, 401))
    assert counts[0] == (0, 400)
    assert counts[-1] == (400, 400)
    assert [done for done, _ in counts] == sorted(done for done, _ in counts)


def test_pages_are_handed_out_in_the_thread_that_asked() -> None:
    threads: set[int] = set()
    read_document(file("invoice.pdf"), on_page=lambda one: threads.add(threading.get_ident()))
    assert threads == {threading.get_ident()}


def test_cancelling_stops_the_reading_before_its_end(tmp_path: Path) -> None:
    early: list[int] = []

    def stop_at_ten(done: int, total: int) -> None:
        if done == 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_document(
            stack(tmp_path / "many.pdf", 300), report=stop_at_ten, on_page=lambda one: early.append(one.number)
        )
    assert len(early) == 10


def test_cancelling_does_not_wait_for_a_scan_that_is_being_recognised() -> None:
    calls: list[int] = []

    def stop_soon(done: int, total: int) -> None:
        calls.append(done)
        if len(calls) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_document(file("grey.png"), report=stop_soon)
    assert set(calls) == {0}


def test_the_page_cap_leaves_the_rest_unread_and_says_so() -> None:
    document = read_document(file("one_bad_page.pdf"), ReadOptions(limits=Limits(pages=1)))
    assert document.total_pages == 3
    first, rest = document.pages
    assert "57.50" in text_of(first)
    assert rest.problem == "Only the first 1 of 3 pages were read: that is the limit. Split the file to read the rest."


def test_only_the_pages_asked_for_are_read() -> None:
    document = read_document(file("invoice.pdf"), ReadOptions(pages=(2, 7, 2)))
    assert [one.number for one in document.pages] == [2]
    assert document.total_pages == 2


def test_a_bomb_is_refused_as_a_whole() -> None:
    with pytest.raises(TooLarge, match="megapixels"):
        read_document(file("bomb.png"))


def test_a_picture_cut_off_in_the_copying_is_one_bad_page() -> None:
    (only,) = read_document(file("cut_off.jpg")).pages
    assert "damaged" in only.problem


def test_a_missing_language_stops_a_scan_but_not_a_text_layer() -> None:
    options = ReadOptions(languages=("eng", "xyz"))
    assert read_document(file("invoice.pdf"), options).pages[0].source is WordSource.TEXT_LAYER
    with pytest.raises(MissingLanguage, match="xyz is not installed"):
        read_document(file("scan.pdf"), options)


def test_one_page_that_breaks_for_any_reason_leaves_the_others_whole() -> None:
    def read(number: int) -> Page:
        if number == 2:
            raise RuntimeError("a surprise")
        if number == 3:
            raise InputError("Page 3 is damaged.")
        return page(number)

    pages = {one.number: one for one in side_by_side(read, [1, 2, 3, 4], 2, lambda: None)}
    assert [pages[n].problem for n in (1, 4)] == ["", ""]
    assert pages[2].problem == "Page 2 could not be read; the log says why."
    assert pages[3].problem == "Page 3 is damaged."


def test_someone_who_waits_for_a_slow_page_is_asked_all_the_while_whether_to_go_on() -> None:
    asked = threading.Semaphore(0)

    def slow(number: int) -> Page:
        for _ in range(5):
            asked.acquire()
        return page(number)

    assert [one.number for one in side_by_side(slow, [1], 1, asked.release)] == [1]


def test_leaving_early_starts_no_further_page() -> None:
    gate = threading.Event()
    started: list[int] = []

    def read(number: int) -> Page:
        started.append(number)
        if number > 1:
            gate.wait(60)
        return page(number)

    pages = side_by_side(read, range(1, 1000), 1, lambda: None)
    next(pages)
    pages.close()
    gate.set()
    assert len(started) <= 2
