"""Columns of line items share a narrow panel: figures are whole before their heads are."""

from __future__ import annotations

import pytest

from docqa_app.ui.review.item_table import shared


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (300, [60.0, 100.0]),  # more than enough: heads and figures are whole
        (130, [55.0, 75.0]),  # figures are whole, heads get half of what they lack
        (100, [50.0, 50.0]),
        (80, [40.0, 40.0]),  # not even the figures fit
    ],
)
def test_figures_are_whole_before_their_heads_are(room: float, widths: list[float]) -> None:
    assert shared([50, 50], [60, 100], room) == pytest.approx(widths)


def test_a_table_without_figures_has_nothing_to_share() -> None:
    assert shared([], [], 100) == []
