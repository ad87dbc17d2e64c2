"""A paper with other figures is still the same paper, and what was taken from it is asked in vain."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest

from docqa_app.training.data.varied import varied, with_other_figures
from docqa_app.training.data.written_text import Paper, papers_in

TEXT = """=== en | dentist's bill
H Harbour Dental Practice
K Patient: Mr Tobias Lindqvist
K Invoice no.: HD-2291 || Date: 3 March 2025
K First seen: 27 February 2023 || Opens: 08:30
L Please pay £588.00.
T The crown that was fitted on 28 February is guaranteed for five years.
R Treatment | Tooth | Fee
R Porcelain crown | 26 | £540.00
R Polishing | | £48.00

K Total: £588.00
? synonym | How much is it in all? | £588.00
? sentence | How long is the crown guaranteed? | five years
? row | price of the crown | £540.00
? cross | Wann war der erste Besuch? | 27 February 2023
? other | Which treatment cost more? | Porcelain crown
? absent | When was the patient born?
"""


def _bill() -> Paper:
    return next(papers_in(TEXT))


def _text(paper: Paper) -> str:
    return "\n".join(part for line in paper.lines for part in line.parts)


@pytest.mark.parametrize("seed", range(8))
def test_other_figures_stand_where_the_old_ones_stood_and_in_the_answers(seed: int) -> None:
    other = with_other_figures(_bill(), random.Random(seed))

    assert re.sub(r"\d", "9", _text(other)) == re.sub(r"\d", "9", _text(_bill()))
    assert re.findall("540|2291", _text(other)) == []
    assert [one.question for one in other.asked if any(said not in _text(other) for said in one.answers)] == []


@pytest.mark.parametrize("seed", range(8))
def test_days_and_hours_stay_such_and_years_keep_their_distance(seed: int) -> None:
    text = _text(with_other_figures(_bill(), random.Random(seed)))
    (day, year), (hour, minute) = _pair(r"(\d+) March (\d+)", text), _pair(r"Opens: (\d+):(\d+)", text)

    assert 1 < day < 10
    assert (hour < 24, minute < 60) == (True, True)
    assert re.findall(r"February (\d{4})", text) == [str(year - 2)]


def _pair(pattern: str, text: str) -> tuple[int, int]:
    one, two = re.findall(pattern, text)[0]
    return int(one), int(two)


def test_figures_that_differed_differ_still() -> None:
    figures = (sorted(set(re.findall(r"\d+", _text(paper)))) for paper in _others(30))

    assert all(len(found) == len(set(re.findall(r"\d+", _text(_bill())))) for found in figures)


def test_what_was_taken_away_is_asked_in_vain_and_all_else_is_still_answered() -> None:
    papers = [varied(_bill(), random.Random(seed)) for seed in range(60)]
    missing = [
        {one.question for one in paper.asked if not one.answers} - {"When was the patient born?"} for paper in papers
    ]

    assert {question for lost in missing for question in lost} >= {
        "How long is the crown guaranteed?",
        "price of the crown",
    }
    assert any(not lost for lost in missing)
    assert all(said in _text(paper) for paper in papers for one in paper.asked for said in one.answers)


def test_what_stands_twice_is_never_taken_away() -> None:
    papers = [varied(_bill(), random.Random(seed)) for seed in range(60)]

    assert all(paper.asked[0].answers for paper in papers)


def test_questions_that_weigh_figures_against_each_other_are_left_out() -> None:
    assert "other" not in {one.how for one in varied(_bill(), random.Random(0)).asked}


def test_the_same_lot_gives_the_same_paper() -> None:
    one, two = (varied(_bill(), random.Random(5)) for _ in range(2))

    assert one == two
    assert any(left != right for left, right in pairwise(_others(3)))


def _others(count: int) -> list[Paper]:
    return [with_other_figures(_bill(), random.Random(seed)) for seed in range(count)]
