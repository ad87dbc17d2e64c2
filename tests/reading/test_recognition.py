"""How often a page is read, in which modes, and which reading is taken."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from docqa_app.core.document import Box, Word
from docqa_app.errors import MissingLanguage, MissingProgram, TooLarge
from docqa_app.reading import languages
from docqa_app.reading.ocr import Recogniser, engine, recogniser
from docqa_app.reading.recognition import AUTOMATIC, ONE_BLOCK, Reading, read_page, without_specks
from tests.reading.given import KnowingEngine, reader_of
from tests.reading.test_tabular import price_list

PAGE = Image.new("L", (1700, 2400), 255)
RECEIPT = Image.new("L", (700, 1800), 255)
CLEAR = [("Invoice", 0.95), ("2023-0142", 0.9)]
DOUBTFUL = [("Invoice", 0.95), ("20zb-0l4Z", 0.4)]
GERMAN_BY_ENGLISH = [(text, 0.9) for text in ["Rechnung", "von", "der", "Miiller", "GmbH", "Betrag", "und", "MwSt"]]
GERMAN = [(text.replace("Miiller", "Müller"), sure) for text, sure in GERMAN_BY_ENGLISH]
NOISE = [("~we", 0.2), ("ii.", 0.1)]


def words_of(reading: Reading) -> list[str]:
    return [word.text for word in reading.words]


def test_a_page_that_is_read_clearly_is_read_once() -> None:
    found = KnowingEngine(CLEAR)
    assert words_of(read_page(PAGE, reader_of(found))) == ["Invoice", "2023-0142"]
    assert len(found.modes) == 1


def test_a_doubtful_page_is_read_in_the_other_mode_and_the_clearer_reading_is_taken() -> None:
    found = KnowingEngine(DOUBTFUL, CLEAR)
    assert words_of(read_page(PAGE, reader_of(found))) == ["Invoice", "2023-0142"]
    assert set(found.modes) == {AUTOMATIC, ONE_BLOCK}


def test_figures_in_a_column_taken_for_a_word_on_end_make_a_page_doubtful() -> None:
    class Columns(KnowingEngine):
        def words(self, image: Image.Image, languages: tuple[str, ...], mode: int, seconds: float) -> tuple[Word, ...]:
            found = super().words(image, languages, mode, seconds)
            on_end = (Word("WDN", Box(0.5, 0.2, 0.51, 0.3), 0.7), Word("OAN", Box(0.6, 0.2, 0.61, 0.3), 0.7))
            return (*found, *on_end) if mode == AUTOMATIC else found

    figures = [*CLEAR, ("10", 0.9), ("25", 0.9), ("31", 0.9), ("47", 0.9)]
    assert words_of(read_page(PAGE, reader_of(Columns(CLEAR, figures)))) == [text for text, _ in figures]


def test_the_first_reading_is_kept_where_the_second_is_worse() -> None:
    assert words_of(read_page(PAGE, reader_of(KnowingEngine(DOUBTFUL, NOISE)))) == ["Invoice", "20zb-0l4Z"]


def test_a_receipt_is_read_as_one_block_first() -> None:
    found = KnowingEngine(CLEAR)
    read_page(RECEIPT, reader_of(found))
    assert found.modes == [ONE_BLOCK]


def test_a_page_that_is_one_big_table_is_read_as_one_block_first() -> None:
    found = KnowingEngine(DOUBTFUL, CLEAR)
    assert words_of(read_page(price_list(50), reader_of(found))) == ["Invoice", "2023-0142"]
    assert found.modes == [ONE_BLOCK, AUTOMATIC]


def test_a_page_whose_lines_lie_on_their_side_is_no_table_once_it_is_turned() -> None:
    lines = Image.new("L", (1700, 2400), 255)
    for line, top in enumerate(range(100, 2300, 60)):
        for left in range(100 + line * 37 % 90, 1500, 130):
            ImageDraw.Draw(lines).rectangle((left, top, left + 100, top + 20), 0)
    found = KnowingEngine(NOISE, CLEAR, turns=90)
    read_page(lines.transpose(Image.Transpose.ROTATE_90), reader_of(found))
    assert found.modes == [ONE_BLOCK, AUTOMATIC]


def test_a_page_on_its_side_is_turned_and_its_words_are_brought_back() -> None:
    found = KnowingEngine(NOISE, CLEAR, turns=90)
    reading = read_page(PAGE, reader_of(found))
    assert reading.turn == 90
    assert reading.steps == ("turned by 90°",)
    assert found.sizes == [(1700, 2400), (2400, 1700)]
    first = reading.words[0].box
    assert (first.left, first.top, first.right, first.bottom) == pytest.approx((0.1, 0.7, 0.13, 0.9))


def test_a_clear_page_is_never_asked_whether_it_lies_on_its_side() -> None:
    assert read_page(PAGE, reader_of(KnowingEngine(CLEAR, turns=180))).turn == 0


def test_a_page_whose_time_is_over_keeps_the_reading_it_has() -> None:
    class Slow(KnowingEngine):
        def words(self, image: Image.Image, languages: tuple[str, ...], mode: int, seconds: float) -> tuple[Word, ...]:
            if self.modes:
                raise TimeoutError
            return super().words(image, languages, mode, seconds)

    assert words_of(read_page(PAGE, reader_of(Slow(DOUBTFUL)))) == ["Invoice", "20zb-0l4Z"]


def test_a_page_without_any_reading_in_time_says_so() -> None:
    with pytest.raises(TooLarge, match="more than 0 seconds"):
        read_page(PAGE, reader_of(KnowingEngine(CLEAR), seconds=0.0))


def test_specks_are_dropped_and_marks_that_may_mean_something_are_kept() -> None:
    def word(text: str, sure: float, height: float) -> Word:
        return Word(text, Box(0.1, 0.1, 0.2, 0.1 + height), sure)

    line = (word("Total", 0.9, 0.02), word("57.50", 0.3, 0.02), word("EUR", 0.9, 0.02))
    marks = (word(":", 0.9, 0.008), word("|", 0.2, 0.03))
    assert without_specks((*line, *marks, word("'", 0.3, 0.004))) == (*line, *marks)
    assert without_specks(()) == ()


def test_a_missing_language_is_named_with_what_is_there_and_how_to_add_it() -> None:
    with pytest.raises(MissingLanguage, match=r"German \(deu\) is not installed; installed: English \(eng\)") as caught:
        recogniser(("eng", "deu"), 60.0, (KnowingEngine(),))
    assert "deu" in str(caught.value).split("installed:")[1]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("eng+deu", ("eng", "deu")),
        (" eng + ", ("eng",)),
        ("eng+osd", ("eng",)),
        ("osd", ("auto",)),
        ("auto+eng", ("auto",)),
        ("", ("auto",)),
    ],
)
def test_only_languages_are_taken_for_languages(typed: str, codes: tuple[str, ...]) -> None:
    assert languages.codes_of(typed) == codes


def test_the_second_engine_is_taken_where_the_first_is_missing() -> None:
    missing, there = KnowingEngine(installed=()), KnowingEngine()
    assert engine((missing, there)) is there


def test_no_engine_at_all_is_a_sentence_about_tesseract() -> None:
    with pytest.raises(MissingProgram, match="Tesseract, which reads scans, is not installed"):
        engine((KnowingEngine(installed=()),))


def by_itself(found: KnowingEngine) -> Recogniser:
    return recogniser((languages.AUTOMATIC,), 60.0, (found,))


def test_a_page_that_turns_out_to_be_german_is_read_again_in_german() -> None:
    found = KnowingEngine(GERMAN_BY_ENGLISH, GERMAN, installed=("deu", "eng", "fra", "osd"))
    reading = read_page(PAGE, by_itself(found))
    assert "Müller" in words_of(reading)
    assert found.read_in == [("eng",), ("deu", "eng")]
    assert reading.steps == ("read in German",)


def test_a_page_is_read_once_where_its_language_is_in_doubt_or_not_installed() -> None:
    unsure = KnowingEngine(CLEAR, installed=("deu", "eng", "osd"))
    read_page(PAGE, by_itself(unsure))
    missing = KnowingEngine(GERMAN_BY_ENGLISH, installed=("eng", "fra", "osd"))
    read_page(PAGE, by_itself(missing))
    assert unsure.read_in == missing.read_in == [("eng",)]


def test_chosen_languages_are_not_left() -> None:
    found = KnowingEngine(GERMAN_BY_ENGLISH, installed=("deu", "eng", "osd"))
    read_page(PAGE, recogniser(("eng",), 60.0, (found,)))
    assert found.read_in == [("eng",)]


def test_where_the_system_speaks_german_pages_are_read_in_german_first(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("de_AT", "German_Germany"):
        monkeypatch.setattr("locale.getlocale", lambda name=name: (name, "UTF-8"))
        assert by_itself(KnowingEngine(installed=("deu", "eng", "fra"))).languages == ("deu", "eng")


def test_without_a_pack_that_can_be_told_english_is_called_for() -> None:
    with pytest.raises(MissingLanguage, match="English"):
        by_itself(KnowingEngine(installed=("ita",)))
