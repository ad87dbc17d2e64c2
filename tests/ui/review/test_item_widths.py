"""Columns of line items share a narrow panel: figures are whole before their heads are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from docqa_app.core.fields import FieldType, State
from docqa_app.paths import find_paths
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.icons import Icons
from docqa_app.ui.review.item_table import ItemTable, shared
from tests.ui.review.samples import review


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


def test_a_number_in_doubt_is_whole_with_its_sign(qtbot: QtBot) -> None:
    table = ItemTable(Icons(find_paths({}).resources / "icons"))
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    of = in_doubt(review(), "17.449.444,44")
    table.show_review(of)
    numbers = [at for at, column in enumerate(of.schema.columns) if column.type is not FieldType.TEXT]
    assert numbers
    for at in numbers:
        assert table.columnWidth(at) >= table.sizeHintForColumn(at)


def in_doubt(of: Review, text: str) -> Review:
    """All cells of the line items to be checked."""
    items = tuple(
        replace(item, cells=tuple(replace(cell, text=text, state=State.CHECK) for cell in item.cells))
        for item in of.extraction.line_items
    )
    return replace(of, extraction=replace(of.extraction, line_items=items))
