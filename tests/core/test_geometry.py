"""Boxes joined, overlapped, cut to the page and turned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docqa_app.core.document import Box, Page, Word
from docqa_app.core.geometry import clamp, turned, union, upright, vertical_overlap

fractions = st.integers(0, 1024).map(lambda n: n / 1024)
TURNS = (0, 90, 180, 270)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, right = sorted((draw(fractions), draw(fractions)))
    top, bottom = sorted((draw(fractions), draw(fractions)))
    return Box(left, top, right, bottom)


@given(st.lists(boxes(), min_size=1, max_size=6))
def test_a_union_holds_every_corner_of_every_box(many: list[Box]) -> None:
    whole = union(many)
    for box in many:
        assert whole.contains(box.left, box.top)
        assert whole.contains(box.right, box.bottom)


def test_a_union_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no boxes"):
        union([])


def test_overlap_is_measured_by_the_lower_box() -> None:
    tall, low = Box(0, 0.1, 0.1, 0.3), Box(0.5, 0.2, 0.6, 0.4)
    assert vertical_overlap(tall, low) == pytest.approx(0.5)
    assert vertical_overlap(low, tall) == pytest.approx(0.5)
    assert vertical_overlap(tall, Box(0, 0.5, 1, 0.6)) == 0


def test_a_box_that_leaves_the_page_is_cut_off_at_its_edge() -> None:
    assert clamp(Box(-0.1, 0.2, 0.5, 1.3)) == Box(0.0, 0.2, 0.5, 1.0)


@given(boxes(), st.sampled_from(TURNS))
def test_turning_on_to_a_full_circle_brings_a_box_back(box: Box, turn: int) -> None:
    assert turned(turned(box, turn), (360 - turn) % 360) == box


def test_the_top_left_corner_goes_to_the_top_right_by_a_quarter_turn_clockwise() -> None:
    assert turned(Box(0.0, 0.0, 0.25, 0.125), 90) == Box(0.875, 0.0, 1.0, 0.25)


@given(boxes())
def test_two_quarter_turns_are_a_half_turn(box: Box) -> None:
    assert turned(turned(box, 90), 90) == turned(box, 180)


def test_a_page_on_its_side_is_wide_once_it_stands_upright() -> None:
    page = Page(1, 200.0, 100.0, (Word("up", Box(0.0, 0.0, 0.25, 0.125)),), turn=90)
    stood = upright(page)
    assert (stood.width, stood.height, stood.turn) == (100.0, 200.0, 0)
    assert stood.words[0].box == Box(0.875, 0.0, 1.0, 0.25)


def test_an_upright_page_stays_as_it_is() -> None:
    page = Page(1, 200.0, 100.0)
    assert upright(page) is page
