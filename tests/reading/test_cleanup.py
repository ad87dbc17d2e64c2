"""Pages made level, evenly lit and free of ruling lines, and boxes brought back to the page as shown."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from docqa_app.core.document import Box, Word
from docqa_app.reading.cleanup import clear_ink, even_light, grain, shade, skew
from docqa_app.reading.prepare import LONGEST_SIDE, MOST_PIXELS, fitted, prepare
from docqa_app.reading.rules import without_rules
from docqa_app.reading.upright import Stand
from tests.reading.given import file


def grey(name: str) -> Image.Image:
    return Image.open(file(name)).convert("L")


def marked(size: tuple[int, int], box: tuple[int, int, int, int]) -> Image.Image:
    page = Image.new("L", size, 255)
    ImageDraw.Draw(page).rectangle(box, fill=0)
    return page


def ink_box(image: Image.Image) -> Box:
    """Where the dark pixels are, in fractions."""
    rows, columns = np.nonzero(np.asarray(image) < 128)
    width, height = image.size
    return Box(columns.min() / width, rows.min() / height, (columns.max() + 1) / width, (rows.max() + 1) / height)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("tilt", [0.0, 3.0, -4.0])
def test_a_box_found_on_the_moved_page_is_brought_back_to_where_it_was(turn: int, tilt: float) -> None:
    page = marked((600, 900), (420, 180, 500, 220))
    stand = Stand(turn, tilt)
    moved = stand.apply(page)
    (back,) = stand.back((Word("x", ink_box(moved)),), moved.width / moved.height)
    true = ink_box(page)
    assert (back.box.left + back.box.right) / 2 == pytest.approx((true.left + true.right) / 2, abs=0.004)
    assert (back.box.top + back.box.bottom) / 2 == pytest.approx((true.top + true.bottom) / 2, abs=0.004)
    if not tilt:
        assert (back.box.left, back.box.bottom) == pytest.approx((true.left, true.bottom), abs=0.002)


@pytest.mark.parametrize("tilt", [-3.0, -1.2, 0.0, 2.0, 4.5])
def test_the_skew_of_a_scan_is_measured(tilt: float) -> None:
    tilted = grey("grey.png").rotate(-tilt, Image.Resampling.BICUBIC, fillcolor=255)
    assert skew(tilted) == pytest.approx(tilt, abs=0.3)


@pytest.mark.parametrize("tilt", [-2.6, 1.5])
def test_a_level_streak_does_not_hide_the_skew_of_the_lines(tilt: float) -> None:
    tilted = grey("grey.png").rotate(-tilt, Image.Resampling.BICUBIC, fillcolor=255)
    ImageDraw.Draw(tilted).rectangle((0, 300, tilted.width, 310), fill=60)
    assert skew(tilted) == pytest.approx(tilt, abs=0.3)


@pytest.mark.parametrize("tilt", [-1.2, 1.2])
def test_a_bar_that_lies_askew_with_the_lines_makes_no_page_level(tilt: float) -> None:
    page = grey("grey.png")
    ImageDraw.Draw(page).rectangle((0, 300, page.width, 360), fill=60)
    tilted = page.rotate(-tilt, Image.Resampling.BICUBIC, fillcolor=255)
    assert skew(tilted) == pytest.approx(tilt, abs=0.3)


def test_a_blank_page_is_level_and_has_no_rules() -> None:
    blank = Image.new("L", (500, 700), 255)
    assert skew(blank) == 0.0
    assert without_rules(blank) is blank
    assert shade(blank) == 0.0


def test_rules_go_and_letters_stay() -> None:
    boxed, plain = np.asarray(grey("ruled.png")), np.asarray(grey("grey.png"))
    twice = Image.fromarray(boxed).resize((boxed.shape[1] * 2, boxed.shape[0] * 2), Image.Resampling.LANCZOS)
    cleaned = np.asarray(without_rules(twice).resize((boxed.shape[1], boxed.shape[0]), Image.Resampling.BOX))
    rules = (boxed < 128) & (plain > 200)
    letters = plain < 128
    assert (cleaned[rules] > 128).mean() > 0.95
    assert (cleaned[letters] < 160).mean() > 0.97


def test_a_letter_that_crosses_a_rule_keeps_its_stroke() -> None:
    page = marked((2480, 800), (100, 300, 2400, 304))
    pen = ImageDraw.Draw(page)
    pen.rectangle((500, 280, 506, 330), fill=0)
    cleaned = np.asarray(without_rules(page))
    assert (cleaned[296:309, 501:505] < 128).all()
    assert (cleaned[300:304, 800:2000] == 255).all()


def frayed_rule(page: Image.Image, top: int, slope: float) -> None:
    """A rule as a receipt's printer makes it: a stroke of three pixels' height, broken all over, not quite level."""
    rng, pen = random.Random(3), ImageDraw.Draw(page)
    for left in range(60, page.width - 60, 8):
        y = top + round(left * slope) + rng.choice((0, 0, 1))
        pen.rectangle((left, y, left + rng.choice((4, 5, 6)), y + 2), fill=60)


def test_a_frayed_rule_that_is_not_quite_level_goes_and_the_line_of_text_below_it_stays() -> None:
    page, font = Image.new("L", (1100, 300), 255), ImageFont.load_default(40)
    ImageDraw.Draw(page).text((80, 120), "Doc No. CS00013033   Date: 23/05/2018", fill=40, font=font)
    text = np.asarray(page) < 128
    frayed_rule(page, 96, 0.006)
    cleaned = np.asarray(without_rules(page))
    assert (cleaned[:112] < 160).sum() < 0.1 * (np.asarray(page)[:112] < 160).sum()
    assert (cleaned[text] < 160).all()


def test_words_however_closely_they_are_set_are_no_frayed_rule() -> None:
    page, font = Image.new("L", (1600, 300), 255), ImageFont.load_default(34)
    for row, text in enumerate(("mmm immm nnnuuu mmmmm wwww mmm EEEEE", "= 1,234,567.00 === 5,678.90 ======= EUR")):
        ImageDraw.Draw(page).text((60, 60 + 90 * row), text, fill=0, font=font)
    assert np.array_equal(np.asarray(without_rules(page)), np.asarray(page))


def test_a_dark_heading_is_no_rule() -> None:
    page = marked((2480, 800), (100, 300, 2400, 360))
    assert np.array_equal(np.asarray(without_rules(page)), np.asarray(page))


@pytest.mark.parametrize("begins", range(8))
def test_the_shortest_rule_goes_wherever_it_begins_and_a_shorter_stroke_stays(begins: int) -> None:
    across, down = 128, 68  # pixels, on a page as narrow as this
    left = 100 + begins
    for box, longer in (((left, 300, left + across - 1, 304), (1, 0)), ((300, left, 304, left + down - 1), (0, 1))):
        assert np.asarray(without_rules(marked((2483, 803), box))).min() == 255
        stroke = marked((2483, 803), (box[0], box[1], box[2] - longer[0], box[3] - longer[1]))
        assert without_rules(stroke) is stroke


@pytest.mark.parametrize("size", [(1, 1), (7, 5), (5, 60), (60, 5)])
def test_a_black_image_smaller_than_any_rule_has_none(size: tuple[int, int]) -> None:
    black = Image.new("L", size, 0)
    assert np.array_equal(np.asarray(without_rules(black)), np.asarray(black))


def test_a_shadow_over_the_page_is_seen_and_taken_out() -> None:
    shadowed = grey("shadow.jpg")
    assert shade(shadowed) > 0.25 > shade(grey("grey.png"))
    assert shade(even_light(shadowed)) < 0.1


def test_a_coarse_page_is_enlarged_and_a_fine_one_is_not() -> None:
    assert fitted(Image.new("L", (875, 1240))).size == (1750, 2480)
    assert fitted(Image.new("L", (1700, 2400))).size == (1700, 2400)
    assert fitted(Image.new("L", (1200, 4000))).size == (1200, 4000)


def test_a_page_scanned_needlessly_fine_is_made_smaller() -> None:
    width, height = fitted(Image.new("L", (5000, 7000))).size
    assert max(fitted(Image.new("L", (40_000, 30))).size) == LONGEST_SIDE
    assert fitted(Image.new("L", (20_000, 30))).size == (20_000, 30)
    assert width * height <= MOST_PIXELS
    assert width / height == pytest.approx(5 / 7, abs=0.001)


def grained(page: Image.Image) -> Image.Image:
    """The page as a scanner gives it that saves greys: pale ink, dull paper, both with grain."""
    noise = np.random.default_rng(3).normal(0, 8, page.size[::-1])
    return Image.fromarray((70 + 0.65 * np.asarray(page, np.float32) + noise).clip(0, 255).astype(np.uint8))


def test_grain_is_told_from_clean_paper() -> None:
    page = grey("grey.png")

    assert grain(page) < 3 < 5 < grain(grained(page))


def test_the_ink_of_a_grained_page_becomes_black_and_its_paper_white() -> None:
    page = grey("grey.png")
    mended = np.asarray(clear_ink(grained(page)))
    paper, ink = np.asarray(page) > 250, np.asarray(page) < 20

    assert np.median(mended[paper]) == 255
    assert (mended[paper] == 255).mean() > 0.8
    assert np.median(mended[ink]) == 0


def test_a_grained_page_without_ink_stays_as_it_is() -> None:
    page = grained(Image.new("L", (1700, 2200), 255))

    assert clear_ink(page) is page


def test_a_grained_page_is_made_clear_and_a_receipt_is_not() -> None:
    page = grained(grey("grey.png"))
    receipt = page.crop((0, 0, page.width // 3, page.height))

    assert "ink made clear" in prepare(page).steps
    assert "ink made clear" not in prepare(receipt).steps


def test_what_was_done_to_a_page_is_said() -> None:
    assert prepare(grey("tilted.jpg")).steps == ("straightened by 2.5°",)
    assert prepare(grey("shadow.jpg")).steps == ("light evened",)
    assert prepare(grey("grey.png"), 180).steps == ("turned by 180°",)
