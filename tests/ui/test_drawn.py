"""An open file is closed when nobody draws from it any more, and not before."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PIL import Image

from docqa_app.core.document import Box
from docqa_app.errors import InputError
from docqa_app.ui.drawn import Drawn, to_qimage


class SlowRenderer:
    """Draws one red page, as slowly as the test wants."""

    count = 1

    def __init__(self) -> None:
        self.begun, self.let, self.closed = threading.Event(), threading.Event(), False

    def size(self, number: int) -> tuple[float, float]:
        return 100.0, 50.0

    def render(self, number: int, width_pixels: int, clip: Box | None = None) -> Image.Image:
        self.begun.set()
        self.let.wait()
        assert not self.closed, "closed while a page was being drawn"
        return Image.new("RGB", (width_pixels, width_pixels // 2), "red")

    def close(self) -> None:
        self.closed = True


def test_a_file_is_closed_only_after_the_page_being_drawn_is_done() -> None:
    renderer = SlowRenderer()
    drawn = Drawn(Path("a.pdf"), renderer)
    thread = threading.Thread(target=drawn.render, args=(1, 20))
    thread.start()
    renderer.begun.wait()
    drawn.close()
    assert not renderer.closed
    renderer.let.set()
    thread.join()
    assert renderer.closed


class HalfDamaged(SlowRenderer):
    """Three pages, of which only the second can be measured."""

    count = 3

    def size(self, number: int) -> tuple[float, float]:
        if number != 2:
            raise InputError("Page 1 of a.pdf is damaged.")
        return super().size(number)


class Damaged(SlowRenderer):
    def size(self, number: int) -> tuple[float, float]:
        raise InputError("a.pdf is damaged.")


def test_a_damaged_page_hides_no_other_one() -> None:
    assert Drawn(Path("a.pdf"), HalfDamaged()).sizes == ((100.0, 50.0),) * 3


def test_a_file_without_a_page_that_can_be_drawn_says_so() -> None:
    with pytest.raises(InputError, match="is damaged"):
        Drawn(Path("a.pdf"), Damaged())


def test_a_closed_file_is_not_drawn() -> None:
    drawn = Drawn(Path("a.pdf"), SlowRenderer())
    drawn.close()
    with pytest.raises(InputError, match=r"a\.pdf"):
        drawn.render(1, 20)


def test_pictures_keep_their_colours_and_size() -> None:
    image = Image.new("RGB", (3, 2), (10, 200, 30))
    shown = to_qimage(image)
    assert (shown.width(), shown.height()) == (3, 2)
    assert shown.pixelColor(2, 1).getRgb()[:3] == (10, 200, 30)
