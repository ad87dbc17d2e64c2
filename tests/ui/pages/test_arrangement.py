"""Where pages lie on the desk, and how large they are shown."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docqa_app.ui.pages.arrangement import GAP, arrange, page_in_view, pages_between, shown_size
from docqa_app.ui.pages.zoom import LARGEST, SMALLEST, STEPS, Fit, fitted, next_step, previous_step

SIDES = st.floats(10, 3000)
SIZES = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=12)


@settings(deadline=None)
@given(SIZES)
def test_pages_lie_under_each_other_in_the_middle(sizes: list[tuple[float, float]]) -> None:
    frames = arrange(sizes)
    middles = [frame.left + frame.width / 2 for frame in frames]
    assert middles == pytest.approx([middles[0]] * len(frames))
    for above, below in itertools.pairwise(frames):
        assert below.top - above.bottom >= GAP - 1e-6


@pytest.mark.parametrize(("turns", "size"), [(0, (3, 4)), (1, (4, 3)), (2, (3, 4)), (3, (4, 3))])
def test_a_quarter_turn_swaps_width_and_height(turns: int, size: tuple[float, float]) -> None:
    assert shown_size((3, 4), turns) == size


@settings(deadline=None)
@given(SIZES, st.data())
def test_the_pages_between_two_heights_are_those_that_reach_in(
    sizes: list[tuple[float, float]], data: st.DataObject
) -> None:
    frames = arrange(sizes)
    top = data.draw(st.floats(-100, frames[-1].bottom + 100))
    bottom = top + data.draw(st.floats(1, 500))
    inside = [n for n, frame in enumerate(frames, start=1) if frame.bottom > top and frame.top < bottom]
    assert set(inside) <= set(pages_between(frames, top, bottom))
    assert len(list(pages_between(frames, top, bottom))) <= len(inside) + 1


def test_the_page_in_view_is_the_one_in_the_middle_of_the_window() -> None:
    frames = arrange([(100, 100)] * 3)
    assert page_in_view(frames, 0, 100) == 1
    assert page_in_view(frames, 80, 180) == 2
    assert page_in_view(frames, 5000, 6000) == 3


def test_zooming_in_and_out_goes_through_round_steps() -> None:
    assert next_step(1.0) == 1.25
    assert previous_step(1.0) == 0.8
    assert next_step(0.93) == 1.0
    assert next_step(LARGEST) == LARGEST
    assert previous_step(SMALLEST) == SMALLEST
    assert (STEPS[0], STEPS[-1]) == (0.1, 8.0)


@settings(deadline=None)
@given(SIDES, SIDES, st.floats(200, 3000), st.floats(200, 2000))
def test_a_fitted_page_stays_within_the_window(width: float, height: float, across: float, down: float) -> None:
    frame = arrange([(width, height)])[0]
    zoom = fitted(Fit.PAGE, frame, across, down, 4 / 3)
    assert zoom <= LARGEST
    assert width * zoom * 4 / 3 <= across + 1e-6
    assert height * zoom * 4 / 3 <= down + 1e-6
