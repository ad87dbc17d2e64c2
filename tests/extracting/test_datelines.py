"""A letter's day is found without a label: behind the town it was written in, or alone in its line."""

from __future__ import annotations

import pytest

from docqa_app.extracting.datelines import datelines, days_of, times_of
from tests.extracting.sheets import Cell, page


def days(*lines: tuple[float, list[Cell]]) -> list[str]:
    return [one.text for one in datelines(page(lines))]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Horgen, 27. März 2024", "27. März 2024"),
        ("Soest, den 12.06.2024", "12.06.2024"),
        ("Bad Elster, 09.05.2024", "09.05.2024"),
        ("Lyon, le 7 février 2025", "7 février 2025"),
        ("Graz, am 9. Dezember 2024/lw", "9. Dezember 2024"),
        ("28th February 2025", "28th February 2025"),
        ("March 14, 2025", "March 14, 2025"),
    ],
)
def test_a_day_behind_a_town_or_alone_is_the_letters(line: str, day: str) -> None:
    assert days((0.2, [(0.1, line)])) == [day]


def test_a_day_behind_a_town_may_stand_beside_something_else() -> None:
    assert days((0.2, [(0.1, "Facture 5512"), (0.6, "Gembloux, le 4 octobre 2024")])) == ["4 octobre 2024"]


@pytest.mark.parametrize(
    "lines",
    [
        [(0.2, [(0.1, "Lieferdatum: 12.06.2024")])],
        [(0.2, [(0.1, "Due date"), (0.6, "12.06.2024")])],
        [(0.2, [(0.1, "Due date")]), (0.217, [(0.1, "12.06.2024")])],
        [(0.2, [(0.1, "Arrival on 12.06.2024 at noon")])],
        [(0.8, [(0.1, "12.06.2024")])],
    ],
)
def test_days_that_something_says_more_of_are_not(lines: list[tuple[float, list[Cell]]]) -> None:
    assert days(*lines) == []


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("03/09/2024 7:42 PM", "7:42 PM"),
        ("03/09/2024 7:42 p.m.", "7:42 p.m."),
        ("7:42pm 03/09/2024", "7:42pm"),
        ("31.03.2024 19:42", "19:42"),
        ("31.03.2024 19:42 Uhr", "19:42"),
        ("05/24/2024 04:38:30 PH", "04:38:30 PM"),
        ("09-24-22 7:20P", "7:20P"),
        ("14.05.2024 Zeit:16:57:41", "16:57:41"),
        ("26 Aug 2019 .20: 16", "20:16"),
        ("Chk 1614 25Mai' 19 12:26", "12:26"),
        ("14 Dec'23 14:22 PM", "14:22"),
        ("Nr. 21508 16.11.2018 22:00", "22:00"),
    ],
)
def test_a_time_beside_a_day_has_the_half_of_the_day(line: str, time: str) -> None:
    assert [one.text for one in times_of(page([(0.2, [(0.1, line)])]))] == [time]


def test_of_several_times_what_the_page_prints_most_often_is_first_else_what_it_prints_first() -> None:
    texts = ["31.03.2024 18:05", "31.03.2024 20:37:24", "Ende 31.03.2024 20:37:35", "31.03.2024 20:41"]
    lines: list[tuple[float, list[Cell]]] = [(0.1 * n, [(0.1, text)]) for n, text in enumerate(texts, 1)]
    assert [one.text for one in times_of(page(lines))] == ["20:37:24", "18:05", "20:41"]


def test_days_are_found_with_a_year_cut_short_and_behind_numbers_that_are_none() -> None:
    sheet = page(
        [(0.9, [(0.1, "Chk 1614 25Mai' 19")]), (0.93, [(0.1, "Nr. 08 16.11.2018")]), (0.96, [(0.1, "5 4,90")])]
    )
    assert [one.text for one in days_of(sheet)] == ["25Mai' 19", "16.11.2018"]


def test_a_time_right_under_a_days_line_is_the_only_one_or_none() -> None:
    day: list[Cell] = [(0.1, "Server: Marguerite"), (0.6, "10/03/2026")]
    time: list[Cell] = [(0.1, "Table 14/1"), (0.6, "8:17 PM")]
    open_: list[Cell] = [(0.1, "Open 9:00 to"), (0.6, "18:00")]
    assert [one.text for one in times_of(page([(0.2, day), (0.22, time)]))] == ["8:17 PM"]
    assert not list(times_of(page([(0.2, day), (0.22, open_)])))
    assert not list(times_of(page([(0.18, time), (0.2, day), (0.22, time)])))
    assert not list(times_of(page([(0.2, day), (0.22, [(0.1, "Table 14/1")]), (0.24, time)])))
