"""A line of text that recognition left out is found by its ink and read by itself; dust, bars and pictures are not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw, ImageFont

from docqa_app.core.document import Box, Word
from docqa_app.reading.ocr import engine, engines
from docqa_app.reading.passed_over import with_passed_over
from tests.reading.given import KnowingEngine, reader_of

SIZE = (900, 1200)
LINES = ("Doc No. CS00013033", "Date: 23/05/2018", "Cashier USER", "Total 162.71")
MISSED = 1


def top_of(line: int) -> int:
    return 200 + 120 * line


def page() -> Image.Image:
    drawn = Image.new("L", SIZE, 255)
    for n, text in enumerate(LINES):
        ImageDraw.Draw(drawn).text((100, top_of(n)), text, fill=20, font=ImageFont.load_default(44))
    return drawn


def known(*, but: int | None) -> list[Word]:
    """Every line as one word, without one of them."""
    width, height = SIZE
    boxes = [Box(0.1, (top_of(n) + 8) / height, 550 / width, (top_of(n) + 48) / height) for n in range(len(LINES))]
    return [Word(text, box, 0.95) for n, (text, box) in enumerate(zip(LINES, boxes, strict=True)) if n != but]


def test_a_line_that_was_left_out_is_read_where_it_stands() -> None:
    found = with_passed_over(page(), known(but=MISSED), reader_of(engine(engines())))
    added = found[len(LINES) - 1 :]
    assert [word.text for word in added] == ["Date:", "23/05/2018"]
    assert all(
        top_of(MISSED) / SIZE[1] < word.box.top < word.box.bottom < top_of(MISSED + 1) / SIZE[1] for word in added
    )
    assert added[0].box.left == pytest.approx(100 / SIZE[0], abs=0.02)


RUBBISH = Word("eG|", Box(0.08, (top_of(MISSED) - 30) / SIZE[1], 0.5, (top_of(MISSED) + 60) / SIZE[1]), 0.1)


def test_a_line_is_read_in_place_of_the_rubbish_that_was_read_across_it() -> None:
    words = known(but=MISSED)
    read = with_passed_over(page(), [*words, RUBBISH], reader_of(engine(engines())))
    assert [word.text for word in read] == [*(word.text for word in words), "Date:", "23/05/2018"]


def test_rubbish_stays_where_nothing_better_is_read() -> None:
    words = [*known(but=MISSED), RUBBISH]
    doubtful = KnowingEngine(again=[("Dqte", 0.4)])
    assert with_passed_over(page(), words, reader_of(doubtful)) == tuple(words)


def test_short_figures_are_read_on_a_line_of_words_and_nowhere_else() -> None:
    drawn = page()
    for line, figure in ((0, "40"), (3, "8"), (5, "24")):
        ImageDraw.Draw(drawn).text((700, top_of(line)), figure, fill=20, font=ImageFont.load_default(44))
    words = known(but=None)
    read = with_passed_over(drawn, words, reader_of(engine(engines())))
    assert sorted(word.text for word in read[len(words) :]) == ["40", "8"]


def test_a_page_whose_ink_is_all_read_is_not_looked_at_again() -> None:
    knowing = KnowingEngine(again=[("Date:", 0.9)])
    words = known(but=None)
    assert with_passed_over(page(), words, reader_of(knowing)) == tuple(words)
    assert knowing.lines_asked == 0


def test_dust_bars_and_pictures_are_no_lines() -> None:
    drawn, knowing = page(), KnowingEngine(again=[("Date:", 0.9)])
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((100, 800, 800, 840), fill=0)  # a bar as high as a line
    pen.ellipse((100, 900, 400, 1150), fill=90)
    for n in range(20):
        pen.point((500 + 17 * n, 1000 + 7 * (n % 5)), fill=0)
    words = known(but=None)
    assert with_passed_over(drawn, words, reader_of(knowing)) == tuple(words)
    assert knowing.lines_asked == 0


def test_what_is_read_doubtfully_there_is_left_out() -> None:
    words = known(but=MISSED)
    doubtful = KnowingEngine(again=[("Dqte", 0.4), ("|", 0.9)])
    assert with_passed_over(page(), words, reader_of(doubtful)) == tuple(words)
    assert doubtful.lines_asked == 1


def test_where_the_time_is_over_the_words_stay_as_they_were() -> None:
    class Late(KnowingEngine):
        def lines(
            self, images: Sequence[Image.Image], languages: tuple[str, ...], seconds: float
        ) -> tuple[tuple[Word, ...], ...]:
            raise TimeoutError

    words = known(but=MISSED)
    assert with_passed_over(page(), words, reader_of(Late())) == tuple(words)


def test_a_page_without_words_has_no_usual_height_to_look_by() -> None:
    assert with_passed_over(page(), [], reader_of(KnowingEngine())) == ()
