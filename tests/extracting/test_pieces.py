"""Amounts that recognition cut in pieces are one amount; numbers beside each other are not."""

from __future__ import annotations

import pytest

from docqa_app.core.document import Box, Word
from docqa_app.extracting.pieces import amounts_on
from docqa_app.values.parse import in_one_piece

HEIGHT = 0.02


def line(*pieces: str | float) -> list[Word]:
    """Words of one line; numbers between them are gaps, in heights."""
    words, left = [], 0.1
    for one in pieces:
        if isinstance(one, float):
            left += one * HEIGHT
            continue
        right = left + 0.5 * HEIGHT * len(one)
        words.append(Word(one, Box(left, 0.5, right, 0.5 + HEIGHT), 0.9))
        left = right
    return words


def read(*pieces: str | float) -> list[tuple[str, tuple[int, ...]]]:
    words = line(*pieces)
    return [(one.text, one.words) for one in amounts_on(words, range(len(words)))]


@pytest.mark.parametrize(
    ("pieces", "amount"),
    [
        (("RM2", 0.3, "1", 0.5, ".85"), "RM21.85"),
        (("totalRM2", 0.3, "1", 0.5, ".85"), "21.85"),
        (("73.", 1.3, "00"), "73.00"),
        (("1,234", 0.4, ".00"), "1,234.00"),
        (("RM", 1.0, "2", 0.3, "1.", 0.5, "85"), "21.85"),
        (("RM50", 0.7, "00"), "RM50.00"),
        (("1", 0.3, "287,71"), "1287,71"),
        (("€12", 0.3, "345", 0.3, "287,71"), "€12345287,71"),
    ],
)
def test_pieces_that_stand_close_are_one_amount(pieces: tuple[str | float, ...], amount: str) -> None:
    ((text, words),) = read(*pieces)
    assert text == amount
    assert words == tuple(range(len(line(*pieces))))[-len(words) :]


@pytest.mark.parametrize(
    ("pieces", "amounts"),
    [
        (("2", 4.0, "1.85"), ["1.85"]),
        (("2", 0.3, "10.00"), ["10.00"]),
        (("3", 4.0, "1.", 0.5, "85"), ["1.85"]),
        (("12", 0.7, "50"), []),
        (("1", 0.7, "287,71"), ["287,71"]),
        (("2", 0.3, "500.00"), ["500.00"]),
        (("73.", 5.0, "00"), []),
        (("10.00", 0.4, "21.20"), ["10.00", "21.20"]),
    ],
)
def test_numbers_beside_each_other_stay_apart(pieces: tuple[str | float, ...], amounts: list[str]) -> None:
    assert [text for text, _ in read(*pieces)] == amounts


@pytest.mark.parametrize(
    ("read_as", "printed"),
    [
        ("79. 35", "79.35"),
        ("RN152.00", "152.00"),
        ("M15 .40", "15.40"),
        ("<RM_34.80", "RM 34.80"),
        ("RMO.02", "RM0.02"),
        ("RMI4.18", "RM14.18"),
        ("RM14.20", "RM14.20"),
        ("EUR1.234,50", "EUR1.234,50"),
        ("44 .60¢€", "44.60€"),
    ],
)
def test_what_recognition_made_of_a_currency_is_no_part_of_its_amount(read_as: str, printed: str) -> None:
    assert in_one_piece(read_as) == printed


def test_a_letter_that_may_be_a_digit_is_not_taken_for_a_currency() -> None:
    assert in_one_piece("RS1.50") == "1.50"
    assert in_one_piece("XI4.18") == "XI4.18"
