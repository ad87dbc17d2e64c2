"""Child processes end with the work they were started for."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pdf2image.pdf2image
import pytesseract
import pytest
from PIL import Image, ImageDraw

from docqa_app.errors import Cancelled, InputError
from docqa_app.reading.children import Children, stop_if_ended
from docqa_app.reading.tesseract_program import TesseractProgram

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]
THREADS = [sys.executable, "-c", "import os; print(os.environ['OMP_THREAD_LIMIT'])"]


def page_of_text() -> Image.Image:
    """A page that keeps Tesseract busy for seconds."""
    page = Image.new("L", (2000, 2400), 255)
    pen = ImageDraw.Draw(page)
    for row in range(80):
        pen.text((20, 30 * row), f"{row} many words in many lines keep a recogniser busy " * 4, fill=0, font_size=22)
    return page


def test_ending_the_work_kills_what_it_started() -> None:
    children = Children()
    with children.adopt():
        child = pdf2image.pdf2image.Popen(SLEEP)
    children.end()
    assert child.wait(60) != 0


def test_what_is_started_after_the_end_is_killed_at_once() -> None:
    children = Children()
    children.end()
    with children.adopt():
        child = pytesseract.pytesseract.subprocess.Popen(SLEEP)
    assert child.wait(60) != 0


def test_work_that_was_ended_stops_at_its_next_step() -> None:
    children = Children()
    with children.adopt():
        stop_if_ended()
        children.end()
        with pytest.raises(Cancelled):
            stop_if_ended()
    stop_if_ended()


def test_other_work_goes_on() -> None:
    ended, other = Children(), Children()
    with other.adopt():
        child = pdf2image.pdf2image.Popen(SLEEP)
    ended.end()
    assert child.poll() is None
    other.end()
    child.wait(60)


def test_a_recognition_under_way_is_ended() -> None:
    children, failures = Children(), list[Exception]()
    started = threading.Event()

    class Watched(TesseractProgram):
        def words(self, *args: object, **kwargs: object) -> object:
            started.set()
            return super().words(*args, **kwargs)

    def work() -> None:
        with children.adopt():
            try:
                Watched().words(page_of_text(), ("eng",), 6, 600.0)
            except InputError as error:
                failures.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert started.wait(60)
    children.end()
    thread.join(60)
    assert len(failures) == 1


def test_each_child_uses_one_thread_and_this_process_is_left_as_it_is() -> None:
    before = os.environ.get("OMP_THREAD_LIMIT")
    child = pytesseract.pytesseract.subprocess.Popen(THREADS, stdout=subprocess.PIPE, env=dict(os.environ))
    assert child.communicate()[0].strip() == b"1"
    assert os.environ.get("OMP_THREAD_LIMIT") == before
