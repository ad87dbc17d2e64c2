"""Small true pages and a way to run work later without threads, for the tests of the pages."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QColor, QImage, QPainter

from docqa_app.core.document import Box, Page, Word
from docqa_app.errors import InputError

T = TypeVar("T")

SIZE = (600.0, 800.0)
LETTER, LINE = 0.012, 0.03
"""Width of a letter and height from line to line, in page fractions."""


class Job:
    """One piece of work that waits for its turn."""

    def __init__(self, work: Callable[[], None], key: Hashable) -> None:
        self.work = work
        self.key = key
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class Turns(QObject):
    """Runs each job in a later turn of the event loop; while `held`, only when told to."""

    def __init__(self, held: bool = False) -> None:
        super().__init__()
        self.held = held
        self.waiting: list[Job] = []
        self.cancelled: list[Hashable] = []
        self._clock = QTimer(self, interval=0)
        self._clock.timeout.connect(self._turn)
        self._clock.start()

    def __call__(self, function: Callable[[], T], deliver: Callable[[T], None], key: Hashable) -> Job:
        job = Job(lambda: deliver(function()), key)
        self.waiting.append(job)
        return job

    def run_next(self) -> None:
        job = self.waiting.pop(0)
        if job.cancelled:
            self.cancelled.append(job.key)
        else:
            job.work()

    def stop(self) -> None:
        """Nothing more is run: whoever waited for it is about to go."""
        self._clock.stop()
        self.waiting.clear()

    def _turn(self) -> None:
        if self.waiting and not self.held:
            self.run_next()


def page_of(text: str, number: int = 1, confidence: float = 1.0) -> Page:
    """A page whose words stand as in this text: one row a line, letters of one width."""
    words = []
    for row, line in enumerate(text.splitlines()):
        column = 0
        for part in line.split(" "):
            if part:
                left, top = 0.05 + column * LETTER, 0.05 + row * LINE
                words.append(Word(part, Box(left, top, left + len(part) * LETTER, top + LINE * 0.6), confidence))
            column += len(part) + 1
    return Page(number, *SIZE, tuple(words))


class Paper:
    """Renders white pages with a black bar for every word; remembers what it was asked for.

    `filled` is the share of a word's box that its bar takes, in height and width.
    """

    def __init__(self, *pages: Page, bad: tuple[int, ...] = (), filled: float = 1.0) -> None:
        self.pages = pages
        self.bad = bad
        self.filled = filled
        self.asked: list[tuple[int, int, Box | None]] = []

    @property
    def sizes(self) -> list[tuple[float, float]]:
        return [(page.width, page.height) for page in self.pages]

    def render(self, number: int, width: int, clip: Box | None) -> QImage:
        self.asked.append((number, width, clip))
        if number in self.bad:
            raise InputError(f"Page {number} is damaged and cannot be opened.")
        page, part = self.pages[number - 1], clip or Box(0, 0, 1, 1)
        height = width * page.height / page.width
        picture = QImage(round(width * part.width), round(height * part.height), QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.translate(-part.left * width, -part.top * height)
        for word in page.words:
            box = word.box
            bar = QRectF(box.left * width, box.top * height, box.width * width, box.height * height)
            rim = (1 - self.filled) / 2
            x, y = bar.width() * rim, bar.height() * rim
            painter.fillRect(bar.adjusted(x, y, -x, -y), QColor("black"))
        painter.end()
        return picture
