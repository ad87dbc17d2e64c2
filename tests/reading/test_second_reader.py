"""The second reader that ships reads print that it has not seen, and is sure where it is right."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from docqa_app.core.document import Box
from docqa_app.reading.figures import is_figure, spelled
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.reader import read_document
from docqa_app.reading.second_reader import SecondReader, load_second_reader

ROOT = Path(__file__).parents[2]
FONT = ImageFont.load_default(34)
TEXTS = (
    "112.45", "1,234.50", "9.00", "0.07", "68,92", "1.250,00", "-14.10", "09/03/2018", "24.12.2023", "2024-06-30",
    "17:45", "08:06:31", "004512", "19,00", "7.50", "333.33", "86.68", "50.05", "1178", "600.00",
)  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> SecondReader:
    reader = load_second_reader(ROOT / "models")
    assert reader is not None
    return reader


def printed(text: str) -> tuple[Image.Image, Box]:
    """A line with the text in its middle, and where the text stands on it."""
    image = Image.new("L", (500, 90), 245)
    ImageDraw.Draw(image).text((120, 25), text, fill=40, font=FONT)
    left, top, right, bottom = FONT.getbbox(text)
    return image, Box((120 + left) / 500, (25 + top) / 90, (120 + right) / 500, (25 + bottom) / 90)


def test_amounts_days_times_and_numbers_of_a_strange_face_are_read(shipped: SecondReader) -> None:
    read = [shipped.read(*printed(text)) for text in TEXTS]
    right = [one for one, text in zip(read, TEXTS, strict=True) if one.text == spelled(text, 1.0).text]
    assert len(right) >= len(TEXTS) - 1
    assert sum(one.confidence for one in right) > 0.8 * len(right)


def test_where_nothing_stands_nothing_sure_is_read(shipped: SecondReader) -> None:
    paper = Image.effect_noise((500, 90), 6).point(lambda grey: min(255, grey + 110))
    for place in random.Random(4).sample(range(300), 8):
        read = shipped.read(paper, Box(place / 500, 0.3, (place + 120) / 500, 0.7))
        assert not is_figure(read.text) or read.confidence < 0.5


def test_the_figures_of_a_real_receipt_are_read(shipped: SecondReader) -> None:
    path = ROOT / "resources" / "samples" / "receipt.jpg"
    page = read_document(path, ReadOptions(("eng", "deu"))).pages[0]
    with Image.open(path) as image:
        grey = image.convert("L")
    read = {shipped.read(grey, word.box).text for word in page.words if is_figure(word.text)}
    assert read >= {"17.00", "11.00", "6.50", "32.50", "39.00", "20:16", "2747", "2019"}
