"""Pages kept between runs: whole, by content and settings, and never those of a locked file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from docqa_app.core.document import Box, Page, Word, WordSource
from docqa_app.reading.cache import WordCache
from docqa_app.reading.ocr import read_by
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.page_file import encode
from docqa_app.reading.reader import read_document
from docqa_app.reading.second_reader import FOLDER, RECORD
from tests.data.pdfs import stack
from tests.reading.given import PASSWORD, file, text_of

PAGE = Page(
    3,
    420.0,
    595.2,
    (Word("Straße", Box(0.123456, 0.25, 0.5, 0.3), 0.9153), Word('"57,50\n€', Box(0.0, 0.0, 1.0, 1.0))),
    WordSource.OCR,
    "an image has no text layer; turned by 90°",
    picture=b"\xff\xd8\x00picture",
    turn=90,
)
ENGLISH, GERMAN = ReadOptions(), ReadOptions(languages=("deu", "eng"))


def kept(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.is_file())


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    cache = WordCache(tmp_path)
    cache.save("abc", PAGE, ENGLISH)
    assert WordCache(tmp_path).load("abc", 3, ENGLISH) == PAGE


@pytest.mark.parametrize(
    ("sha256", "number", "options"),
    [
        ("abd", 3, ENGLISH),
        ("abc", 4, ENGLISH),
        ("abc", 3, GERMAN),
        ("abc", 3, ReadOptions(sources={3: WordSource.OCR})),
    ],
)
def test_another_file_page_or_setting_is_not_answered_from_it(
    tmp_path: Path, sha256: str, number: int, options: ReadOptions
) -> None:
    cache = WordCache(tmp_path)
    cache.save("abc", PAGE, ENGLISH)
    assert cache.load(sha256, number, options) is None


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_entry_is_left_unread_and_written_anew(tmp_path: Path, damage: bytes) -> None:
    cache = WordCache(tmp_path)
    cache.save("abc", PAGE, ENGLISH)
    (entry,) = kept(tmp_path)
    for bad in (damage, entry.read_bytes()[:-20]):
        entry.write_bytes(bad)
        assert cache.load("abc", 3, ENGLISH) is None
    cache.save("abc", PAGE, ENGLISH)
    assert cache.load("abc", 3, ENGLISH) == PAGE


def test_a_document_can_be_forgotten_and_the_others_stay(tmp_path: Path) -> None:
    cache = WordCache(tmp_path)
    for sha256 in ("abc", "def"):
        cache.save(sha256, PAGE, ENGLISH)
    cache.forget("abc")
    assert cache.load("abc", 3, ENGLISH) is None
    assert cache.load("def", 3, ENGLISH) == PAGE


def test_the_documents_opened_longest_ago_make_room_for_new_ones(tmp_path: Path) -> None:
    big = replace(PAGE, picture=os.urandom(1000))
    cache = WordCache(tmp_path, max_bytes=int(3.5 * len(encode(big))))
    for day, sha256 in enumerate(("first", "second", "third")):
        cache.save(sha256, big, ENGLISH)
        os.utime(tmp_path / sha256, (day, day))
    assert cache.load("first", 3, ENGLISH) == big  # opened again, so the second is the oldest now
    cache.save("fourth", big, ENGLISH)
    assert [cache.load(sha256, 3, ENGLISH) is None for sha256 in ("first", "second", "third", "fourth")] == [
        False,
        True,
        False,
        False,
    ]


def test_what_is_forgotten_makes_room(tmp_path: Path) -> None:
    big = replace(PAGE, picture=os.urandom(1000))
    cache = WordCache(tmp_path, max_bytes=int(2.5 * len(encode(big))))
    for sha256 in ("first", "second"):
        cache.save(sha256, big, ENGLISH)
    cache.forget("second")
    cache.save("third", big, ENGLISH)
    assert cache.load("first", 3, ENGLISH) == big
    assert cache.load("third", 3, ENGLISH) == big


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_cache(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    cache = WordCache(blocked)
    cache.save("abc", PAGE, ENGLISH)
    assert cache.load("abc", 3, ENGLISH) is None


def test_many_may_write_and_forget_at_once(tmp_path: Path) -> None:
    def write(number: int) -> None:
        for turn in range(40):
            cache = WordCache(tmp_path, max_bytes=20 * len(encode(PAGE)))  # as another process would
            cache.save(f"{number}-{turn % 5}", PAGE, ENGLISH)
            cache.forget(f"{number - 1}-{turn % 5}")

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(write, range(8))) == [None] * 8


def test_a_document_opened_again_comes_from_the_cache(tmp_path: Path) -> None:
    cache = WordCache(tmp_path)
    first = read_document(file("one_bit.tif"), cache=cache)
    for entry in kept(tmp_path):
        assert b"Northwind" not in entry.read_bytes()  # compressed
    again = read_document(file("one_bit.tif"), cache=cache)
    assert [word.text for word in again.pages[0].words] == [word.text for word in first.pages[0].words]
    assert again.pages[0].picture == first.pages[0].picture


def test_what_is_in_the_cache_is_not_read_again(tmp_path: Path) -> None:
    cache = WordCache(tmp_path)
    document = read_document(file("invoice.pdf"), cache=cache)
    marked = replace(document.pages[0], reason="from the cache")
    cache.save(document.sha256, marked, ENGLISH)
    assert read_document(file("invoice.pdf"), cache=cache).pages[0].reason == "from the cache"


def test_a_page_with_a_problem_is_tried_again_the_next_time(tmp_path: Path) -> None:
    cache = WordCache(tmp_path)
    read_document(file("one_bad_page.pdf"), cache=cache)
    assert len(kept(tmp_path)) == 2


def scan_of(path: Path, word: str, pages: int = 3) -> Path:
    """A TIFF of pages that are recognised one by one."""
    shown = []
    for number in range(1, pages + 1):
        shown.append(Image.new("L", (900, 400), 255))
        text = f"{word} page {number} total {number}00.00"
        ImageDraw.Draw(shown[-1]).text((60, 100), text, fill=0, font=ImageFont.load_default(40))
    shown[0].save(path, "TIFF", save_all=True, append_images=shown[1:])
    return path


def test_a_file_replaced_while_it_is_read_says_so_and_leaves_nothing_false_behind(tmp_path: Path) -> None:
    first, other = scan_of(tmp_path / "first.tif", "FIRST"), scan_of(tmp_path / "other.tif", "OTHER")
    read, cache = Path(shutil.copy(first, tmp_path / "scan.tif")), WordCache(tmp_path / "cache")

    def replace_it(page: Page) -> None:
        if page.number == 1:
            other.replace(read)

    document = read_document(read, ReadOptions(workers=1), cache=cache, on_page=replace_it)
    assert document.pages[-1].problem == "scan.tif was changed while it was read. Open it again."
    again = read_document(first, ReadOptions(workers=1), cache=cache)
    assert [text_of(page)[:5] for page in again.pages] == ["FIRST"] * 3


def test_a_file_moved_away_while_it_is_read_is_read_to_its_end(tmp_path: Path) -> None:
    path = stack(tmp_path / "first.pdf", 40)

    def move(page: Page) -> None:
        if page.number == 1:
            path.rename(tmp_path / "elsewhere.pdf")

    document = read_document(path, ReadOptions(workers=1), on_page=move)
    assert not any(page.problem for page in document.pages)


def test_nothing_of_a_locked_file_is_written_down(tmp_path: Path) -> None:
    document = read_document(file("locked.pdf"), password=PASSWORD, cache=WordCache(tmp_path))
    assert "57.50" in text_of(document.pages[0])
    assert kept(tmp_path) == []


def test_what_was_read_without_a_language_is_read_anew_once_it_is_installed(tmp_path: Path) -> None:
    there = ["Tesseract eng"]
    cache = WordCache(tmp_path, read_by=lambda options: there[-1])
    cache.save("abc", PAGE, ENGLISH)
    assert cache.load("abc", 3, ENGLISH) == PAGE

    there.append("Tesseract deu eng")

    assert cache.load("abc", 3, ENGLISH) is None


def test_what_reads_scans_is_told_by_its_languages_where_none_are_chosen() -> None:
    automatic, chosen = read_by(ReadOptions()), read_by(ReadOptions(languages=("eng",)))

    assert automatic.startswith(chosen)
    assert "eng" in automatic.split()


def told_by_a_start(seed: int) -> bytes:
    """The languages a page is read in, as a process of its own tells them whose sets are in this order."""
    ask = "from docqa_app.reading.languages import readable_in; print(*readable_in(('fra', 'eng', 'osd', 'deu')))"
    system = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run([sys.executable, "-c", ask], env=system, capture_output=True, check=True).stdout


def test_every_start_of_the_program_tells_the_same_or_kept_pages_would_be_read_again() -> None:
    assert len({told_by_a_start(seed) for seed in range(6)}) == 1


def test_what_reads_scans_is_told_with_the_reader_of_figures_where_there_is_one(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / RECORD).write_text('{"version": "3.1.4", "alphabet": "0", "sha256": ""}', encoding="utf-8")
    alone = read_by(ReadOptions())
    assert read_by(ReadOptions(models=tmp_path)) == f"{alone} second-reader 3.1.4"
    assert read_by(ReadOptions(models=tmp_path / "elsewhere")) == alone
