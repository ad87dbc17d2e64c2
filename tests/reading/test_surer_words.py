"""Words that were read doubtfully are read once more, and the surer reading stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from docqa_app.core.document import Box, Word
from docqa_app.reading.ocr import Recogniser
from docqa_app.reading.second_look import SURE
from docqa_app.reading.surer_words import with_surer_words
from tests.reading.given import KnowingEngine, KnowingReader, reader_of

PAGE = Image.new("L", (600, 800), 255)


def column(*said: tuple[str, float]) -> list[Word]:
    return [Word(text, Box(0.1, 0.1 * n, 0.3, 0.1 * n + 0.03), sure) for n, (text, sure) in enumerate(said)]


def read(words: list[Word], second: KnowingReader, languages: tuple[str, ...] = ("eng",)) -> list[str]:
    recogniser: Recogniser = replace(reader_of(KnowingEngine(), second=second), languages=languages)
    return [word.text for word in with_surer_words(PAGE, words, recogniser)]


def test_the_surer_of_two_readings_of_a_doubtful_word_stays() -> None:
    second = KnowingReader(("KEDAI", 0.97), ("BUKU", 0.3), ("JALAN", 0.79), ("MR", 0.9))
    words = column(("KEDA1", 0.5), ("BUKO", 0.6), ("JA1AN", 0.2), ("M.R.", 0.91))
    assert read(words, second) == ["KEDAI", "BUKO", "JA1AN", "M.R."]
    assert second.asked == 3


def test_a_reading_that_was_replaced_stays_one_to_be_checked() -> None:
    recogniser = reader_of(KnowingEngine(), second=KnowingReader(("KEDAI", 1.0), ("BUKU", 0.9)))
    sure, less = with_surer_words(PAGE, column(("KEDA1", 0.5), ("BUKO", 0.6)), recogniser)
    assert less.confidence < sure.confidence < SURE


def test_a_word_that_both_read_alike_keeps_its_marks() -> None:
    assert read(column(("Total:", 0.6)), KnowingReader(("Total", 0.99))) == ["Total:"]


def test_figures_are_left_to_the_second_look() -> None:
    second = KnowingReader()
    assert read(column(("12.50", 0.3)), second) == ["12.50"]
    assert second.asked == 0


def test_a_doubtful_word_may_turn_out_to_be_a_figure() -> None:
    assert read(column(("lZ.SO", 0.3)), KnowingReader(("12.50", 0.95))) == ["12.50"]


@pytest.mark.parametrize(("languages", "text"), [(("pol", "eng"), "g1owna"), (("eng",), "g\u0142owna")])
def test_what_the_second_reader_was_not_taught_is_not_asked(languages: tuple[str, ...], text: str) -> None:
    second = KnowingReader()
    assert read(column((text, 0.3)), second, languages) == [text]
    assert second.asked == 0


def test_without_a_second_reader_words_stay() -> None:
    words = column(("KEDA1", 0.5))
    assert with_surer_words(PAGE, words, reader_of(KnowingEngine())) == tuple(words)
