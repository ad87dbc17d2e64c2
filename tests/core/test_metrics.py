"""Scores agree with their formulas worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docqa_app.core.metrics import (
    anls,
    calibration_error_by_chance,
    exact_match,
    expected_calibration_error,
    is_right,
)
from docqa_app.core.spelling import edit_distance, prefix_distances


def table_distance(a: str, b: str) -> list[int]:
    """The textbook table, a row at a time; its last row."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        above, row = row, [i]
        for j, y in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y)))
    return row


@given(st.text("abc", max_size=12), st.text("abcd", max_size=12))
def test_edit_distances_are_those_of_the_textbook_table(a: str, b: str) -> None:
    assert prefix_distances(a, b) == table_distance(a, b)
    assert edit_distance(a, b) == edit_distance(b, a)


@pytest.mark.parametrize(
    ("answer", "truths", "score"),
    [
        ("Acme Ltd", ["acme  LTD "], 1.0),
        ("Acme Ltt", ["Acme Ltd"], 7 / 8),
        ("Acme", ["Acme Ltd"], 0.0),
        ("Acme Ltd", ["Other Inc", "Acme Ltd."], 8 / 9),
        ("", ["Acme Ltd"], 0.0),
        ("", [], 1.0),
        ("Acme", [], 0.0),
    ],
)
def test_anls_is_one_minus_the_normalised_distance_to_the_nearest_truth(
    answer: str, truths: list[str], score: float
) -> None:
    assert anls(answer, truths) == pytest.approx(score)


def test_exact_match_forgives_case_and_spaces_only() -> None:
    assert exact_match(" 49.30", ["49.30"])
    assert not exact_match("49,30", ["49.30"])
    assert exact_match("", [])
    assert not exact_match("x", [])


def test_a_right_answer_may_differ_in_marks_between_words_but_not_in_a_number() -> None:
    assert is_right("No.3,Jalan Tun", ["NO 3, JALAN TUN."])
    assert is_right("$", ["$"])
    assert not is_right("1250", ["12.50"])
    assert not is_right("$", ["€"])
    assert is_right("", [])
    assert not is_right("Acme", [])


def test_calibration_error_is_the_weighted_gap_of_each_bin() -> None:
    confidences = [0.95, 0.95, 0.55, 0.55]
    assert expected_calibration_error(confidences, [True, True, True, False]) == pytest.approx(0.05)
    assert expected_calibration_error([1.0], [False]) == 1.0
    assert expected_calibration_error([], []) == 0.0


def test_calibration_needs_one_verdict_for_each_confidence() -> None:
    with pytest.raises(ValueError, match="shorter"):
        expected_calibration_error([0.5, 0.6], [True])


def test_honest_confidences_show_an_error_by_chance_that_more_answers_make_smaller() -> None:
    few, many = [0.5] * 20, [0.5] * 2000
    assert calibration_error_by_chance(few) == pytest.approx(0.089, abs=0.015)  # sqrt(p (1 - p) / n) * sqrt(2 / pi)
    assert calibration_error_by_chance(many) < 0.015
    assert calibration_error_by_chance([1.0] * 5) == 0.0
    assert calibration_error_by_chance([]) == 0.0
