"""Doubtful figures are cut out and read again; nothing else is, and nothing is lost where there is no time for it."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from docqa_app.core.document import Box, Word
from docqa_app.reading.ocr import engine, engines
from docqa_app.reading.second_look import MOST, look_again
from docqa_app.reading.tesseract_embedded import EmbeddedTesseract
from docqa_app.reading.tesseract_program import TesseractProgram
from tests.reading.given import KnowingEngine, KnowingReader, reader_of

PAGE = Image.new("L", (700, 1800), 255)


def column(*words: tuple[str, float]) -> list[Word]:
    return [Word(text, Box(0.6, 0.1 + 0.03 * n, 0.8, 0.12 + 0.03 * n), sure) for n, (text, sure) in enumerate(words)]


def texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words]


def test_a_doubtful_amount_becomes_what_it_is_read_as_again() -> None:
    knowing = KnowingEngine(again=[("9.00", 0.9)])
    found = look_again(PAGE, column(("Total", 0.95), ("9.60", 0.5)), reader_of(knowing))
    assert texts(found) == ["Total", "9.00"]
    assert found[1].confidence == 0.9
    assert found[1].box == column(("Total", 1), ("9.60", 1))[1].box


def test_sure_figures_and_doubtful_words_are_not_read_again() -> None:
    knowing = KnowingEngine(again=[("1.11", 0.99)])
    words = column(("Tctal", 0.4), ("9.00", 0.95))
    assert look_again(PAGE, words, reader_of(knowing)) == tuple(words)
    assert knowing.lines_asked == 0


def test_a_day_that_cannot_be_is_read_again_however_surely_it_was_read() -> None:
    knowing = KnowingEngine(again=[("09/02/2018", 0.8)])
    assert texts(look_again(PAGE, column(("69/02/2018", 0.96)), reader_of(knowing))) == ["09/02/2018"]


def test_of_a_page_that_is_all_doubt_only_the_least_sure_figures_are_read_again() -> None:
    knowing = KnowingEngine(again=[("1.11", 0.99)])
    words = column(*((f"9.{n:02}", 0.3 + n / 1000) for n in range(MOST + 5)))
    found = look_again(PAGE, words, reader_of(knowing))
    assert knowing.lines_asked == 3 * MOST
    assert texts(found[MOST:]) == texts(words[MOST:])
    assert "1.11" in texts(found[:MOST])


def test_where_the_time_is_over_the_first_reading_stays() -> None:
    class Late(KnowingEngine):
        def lines(
            self, images: Sequence[Image.Image], languages: tuple[str, ...], seconds: float
        ) -> tuple[tuple[Word, ...], ...]:
            raise TimeoutError

    words = column(("9.60", 0.5))
    assert look_again(PAGE, words, reader_of(Late())) == tuple(words)


def lines_of_figures() -> list[Image.Image]:
    font = ImageFont.load_default(36)
    images = [Image.new("L", (260 + 40 * n, 70), 255) for n in range(3)]
    for image, text in zip(images, ("112.45", "09/03/2018", "57.80"), strict=True):
        ImageDraw.Draw(image).text((20, 14), text, fill=0, font=font)
    return images


def test_both_recognisers_read_several_lines_in_one_call_each_in_its_place() -> None:
    found = [one for one in (TesseractProgram(), EmbeddedTesseract()) if one.languages()]
    assert engine(engines()).name in {one.name for one in found}
    for one in found:
        read = one.lines(lines_of_figures(), ("eng",), 60.0)
        assert ["".join(texts(words)) for words in read] == ["112.45", "09/03/2018", "57.80"]
        assert all(0 < words[0].box.left < words[-1].box.right < 1 for words in read)


def test_a_misread_amount_on_a_real_page_is_mended() -> None:
    page = Image.new("L", (700, 300), 255)
    ImageDraw.Draw(page).text((400, 100), "112.45", fill=0, font=ImageFont.load_default(36))
    box = Box(395 / 700, 105 / 300, 530 / 700, 140 / 300)
    found = look_again(page, [Word("1l2.4S", box, 0.4)], reader_of(engine(engines())))
    assert texts(found) == ["112.45"]


def test_a_sure_figure_that_its_own_reader_reads_otherwise_is_read_again() -> None:
    knowing = KnowingEngine(again=[("0.00", 0.9)])
    found = look_again(PAGE, column(("6.00", 0.95)), reader_of(knowing, second=KnowingReader(("0.00", 0.97))))
    assert knowing.lines_asked == 3
    assert texts(found) == ["0.00"]


def test_sure_figures_that_both_read_alike_are_not_cut_out() -> None:
    knowing, reader = KnowingEngine(again=[("1.11", 0.99)]), KnowingReader(("9.00", 0.9), ("12.50", 0.8))
    words = column(("9.00", 0.95), ("Total", 0.9), ("12.50", 0.95))
    found = look_again(PAGE, words, reader_of(knowing, second=reader))
    assert texts(found) == ["9.00", "Total", "12.50"]
    assert (knowing.lines_asked, reader.asked) == (0, 2)


def test_the_reader_of_figures_speaks_of_every_figure_of_a_page_that_is_all_doubt() -> None:
    knowing, count = KnowingEngine(), MOST + 5
    reader = KnowingReader(*[("1.11", 0.99)] * count)
    words = column(*((f"9.{n:02}", 0.3 + n / 1000) for n in range(count)))
    assert texts(look_again(PAGE, words, reader_of(knowing, second=reader))) == ["1.11"] * count
    assert knowing.lines_asked == 3 * MOST


def test_where_the_time_is_over_the_reader_of_figures_still_speaks() -> None:
    class Late(KnowingEngine):
        def lines(
            self, images: Sequence[Image.Image], languages: tuple[str, ...], seconds: float
        ) -> tuple[tuple[Word, ...], ...]:
            raise TimeoutError

    reader = KnowingReader(("9.00", 0.99))
    assert texts(look_again(PAGE, column(("9.60", 0.3)), reader_of(Late(), second=reader))) == ["9.00"]
