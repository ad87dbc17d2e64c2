"""How long one paint of the whole window takes with a page of 1,000 words and its layers.

QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.overlay    every layer alone, then all of them
"""

from __future__ import annotations

import random
import time
from collections.abc import Collection
from pathlib import Path
from statistics import median

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from docqa_app.core.document import Box, Page, Word
from docqa_app.core.layout import Assignment, assign
from docqa_app.ui.background import Background
from docqa_app.ui.pages.layers import Layer, Source
from docqa_app.ui.pages.view import PagesView

A4 = (595.0, 842.0)
WORDS = 1000
FRAMES = 60
WINDOW = (1366, 728)
PATIENCE = 10
"""Seconds."""


def full_page(words: int = WORDS) -> Page:
    """A page with this many words, 20 a line, some of them doubtful."""
    chance = random.Random(1)
    made = []
    for index in range(words):
        left, top = 0.05 + (index % 20) * 0.045, 0.02 + (index // 20) * 0.0192
        made.append(Word(f"word{index}", Box(left, top, left + 0.038, top + 0.012), chance.random()))
    return Page(1, *A4, tuple(made))


def guessed(ours: Assignment) -> Assignment:
    """An assignment as a model might give it: one word in ten otherwise than geometry."""
    chance = random.Random(1)
    lines = tuple(line + (chance.random() < 0.1) for line in ours.lines)
    cells = tuple(max(1, cell - (chance.random() < 0.1)) for cell in ours.cells)
    return Assignment(lines, cells)


def paper(number: int, width: int, clip: Box | None) -> QImage:
    part = clip or Box(0, 0, 1, 1)
    height = width * A4[1] / A4[0]
    picture = QImage(round(width * part.width), round(height * part.height), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    return picture


def milliseconds(view: PagesView, layers: Collection[Layer]) -> list[float]:
    """What each of many paints of the window took."""
    for layer in Layer:
        view.set_layer(layer, layer in layers)
    view.viewport().repaint()
    took = []
    for _ in range(FRAMES):
        started = time.perf_counter()
        view.viewport().repaint()
        took.append((time.perf_counter() - started) * 1e3)
    return took


def window(app: QApplication, background: Background) -> PagesView:
    """A page view that shows the whole page, both assignments known and everything drawn sharply."""
    view = PagesView(background.lane())
    view.resize(*WINDOW)
    view.show()
    page = full_page()
    view.show_document([A4], paper)
    view.show_page(page)
    view.show_assignments(1, assign(page), guessed(assign(page)))
    view.set_assignment_source(Source.BOTH)
    view.fit_page()
    end = time.monotonic() + PATIENCE
    while not view.is_sharp and time.monotonic() < end:
        app.processEvents()
    return view


def all_layers(folder: Path) -> list[float]:
    """Milliseconds a frame with every layer; `folder` is not needed."""
    app = QApplication([])
    background = Background()
    took = milliseconds(window(app, background), tuple(Layer))
    background.stop()
    return took


def main() -> None:
    app = QApplication([])
    background = Background()
    view = window(app, background)
    print(f"{WORDS} words, window {WINDOW[0]} x {WINDOW[1]}, median of {FRAMES} frames")
    cases: dict[str, tuple[Layer, ...]] = {"page alone": (), **{layer.value: (layer,) for layer in Layer}}
    for name, layers in {**cases, "all layers": tuple(Layer)}.items():
        print(f"{name:12}{median(milliseconds(view, layers)):8.2f} ms")
    background.stop()


if __name__ == "__main__":
    main()
