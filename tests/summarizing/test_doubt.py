"""What speaks against a sentence: likelihoods of its answers, what the document answers, and what stands nowhere."""

from __future__ import annotations

import math

import pytest

from docqa_app.core.summary import Kind, QualsPair, QualsToken, Thresholds, Unfounded
from docqa_app.summarizing.doubt import LOWEST, SIGN_NAMES, Doubt, means_the_same, signs_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EUR 1.234,50", "1,234.50"),
        ("$14.58", "14.58"),
        ("12 March 2024", "2024-03-12"),
        ("Paul Books Inc", "PAUL BOOKS INC."),
        ("Rechnung 2025-0417", "2025-0417"),
        ("Müller GmbH", "Muller GmbH"),
        ("INV-2024/001", "INV2024001"),
        ("10:30", "10.30"),
        ("+49 30 123", "4930123"),
        ("1.234 EUR", "1234.00 EUR"),
    ],
)
def test_answers_that_mean_the_same_agree_however_written(one: str, other: str) -> None:
    assert means_the_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("14.58", "13.75"),
        ("EUR 14.58", "USD 14.58"),
        ("6190£", "6190€"),
        ("12 March 2024", "2024-04-12"),
        ("Paul Books Inc", "Eddietown & Austin Company"),
        ("USD 9,47.28", "USD 0.00"),
        ("13-43-2013", "13-03-2013"),
        ("Nordwind GmbH & Co. KG", "Harbor GmbH & Co. KG"),
        ("12.50 EUR", "1250 EUR"),
        ("€12.50", "€1,250"),
        ("12.5 %", "125 %"),
        ("INV-1.23", "INV-12.3"),
        ("1-2 Tage", "12 Tage"),
        ("1.11.2024", "11.1.2024"),
        ("1/12/2024", "11/2/2024"),
        ("RE-2024-0012", "RE-2024-0013"),
        ("10:30", "10:45"),
        ("☐", "☑"),
        ("14.58", ""),
        ("", ""),
    ],
)
def test_other_answers_do_not(one: str, other: str) -> None:
    assert not means_the_same(one, other)


WORTH = math.exp(-1.0 - 0.1)
"""Of a firm pair of `pair`: the question's token costs 1, the answer's 0.1."""


def pair(
    difference: float, agrees: bool, said: str = "12.50", sure: float = 0.8, firm: float = 1.0, answer: str = ""
) -> QualsPair:
    """A pair of two tokens: the question is as likely on both sides, the answer differs by so much."""
    tokens = (QualsToken("total?", -1.0, -1.0, False), QualsToken("12.50", difference - 0.1, -0.1, True))
    return QualsPair("total?", answer or ("12.50" if agrees else "7"), tokens, said, 1, (), sure, agrees, firm)


def test_the_worst_pair_and_the_surest_other_answer_count() -> None:
    signs = signs_of([pair(-0.2, True), pair(-3.0, False, "9.99", 0.7), pair(-40.0, False, "8", 0.4)], ())

    assert signs is not None
    assert signs.worst == pytest.approx(WORTH * LOWEST)
    assert signs.answers == pytest.approx((-0.2 - 3.0 + LOWEST) / 3)
    assert signs.clash == 0.7
    assert signs.agreed == pytest.approx(1 / 3)


def test_a_pair_that_its_own_sentence_denies_is_left_out_while_there_are_others() -> None:
    nonsense = pair(-40.0, False, "Scissors", 0.9, firm=0.0)
    told, alone = signs_of([pair(-0.2, True), nonsense], ()), signs_of([nonsense], ())

    assert told is not None
    assert (told.worst, told.clash, told.agreed, told.firm) == (pytest.approx(-0.2 * WORTH), 0.0, 1.0, 0.5)
    assert told.quals < -5
    assert alone is not None
    assert (alone.worst, alone.answers, alone.clash, alone.firm) == (0.0, LOWEST, 0.0, 0.0)


def test_a_clash_counts_as_far_as_both_are_sure() -> None:
    signs = signs_of([pair(-2.0, False, "9.99", sure=0.8, firm=0.5), pair(-0.1, True, firm=0.7)], ())

    assert signs is not None
    assert (signs.clash, signs.firm) == (pytest.approx(0.4), pytest.approx(0.6))


def test_an_answer_that_the_document_gives_to_another_question_is_no_clash() -> None:
    beside = pair(-2.0, False, "Harbour Dental", answer="12.50")

    told = signs_of([pair(0.0, True), beside], ())

    assert told is not None
    assert told.clash == 0.0


def test_an_amount_with_its_decimal_mark_elsewhere_clashes() -> None:
    hundredfold = pair(-2.0, False, "12.50 EUR", answer="1250 EUR")

    told = signs_of([pair(0.0, True, answer="12.50 EUR"), hundredfold], ())

    assert told is not None
    assert told.clash == 0.8


def test_a_document_that_answers_nothing_does_not_clash() -> None:
    signs = signs_of([pair(-0.2, False, said="", sure=0.9)], ())

    assert signs is not None
    assert (signs.clash, signs.agreed) == (0.0, 0.0)


def test_what_stands_nowhere_is_counted_by_kind() -> None:
    nowhere = [Unfounded("x", kind, 0, 1) for kind in (Kind.AMOUNT, Kind.DATE, Kind.DATE, Kind.NAME)]
    signs = signs_of([pair(0.0, True)], nowhere)

    assert signs is not None
    assert (signs.values, signs.names) == (2.0, 1.0)
    assert signs_of([], nowhere) is None


def test_doubt_is_a_share_and_grows_with_what_speaks_against_a_sentence() -> None:
    weights = dict.fromkeys(SIGN_NAMES, 0.0) | {"clash": 4.0, "agreed": -2.0}
    doubt = Doubt(tuple(weights.values()), 0.0, Thresholds(0.5, 0.8))
    good, bad = signs_of([pair(0.0, True)], ()), signs_of([pair(-3.0, False)], ())

    assert good is not None
    assert bad is not None
    assert doubt.of(good) == pytest.approx(1 / (1 + 2.718281828**2))
    assert doubt.of(bad) == pytest.approx(1 / (1 + 2.718281828**-3.2))
