"""Pictures are fetched where the reader looks."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from docqa_app.ui.pages.loader import AT_ONCE, TileLoader
from docqa_app.ui.pages.tiles import Tile, preview_of
from tests.ui.pages.samples import Paper, Turns, page_of

WIDTH, HEIGHT = 300, 400


def tile(number: int) -> Tile:
    return Tile(number, WIDTH, HEIGHT, 0, 0)


@pytest.fixture
def held(qtbot: QtBot) -> Turns:
    return Turns(held=True)


@pytest.fixture
def loader(held: Turns) -> TileLoader:
    loader = TileLoader(held)
    loader.show_document(Paper(*(page_of("a", number) for number in range(1, 10)), bad=(2,)).render)
    return loader


def run_all(turns: Turns) -> None:
    while turns.waiting:
        turns.run_next()


def test_the_first_wish_is_fetched_first_and_few_at_once(loader: TileLoader, held: Turns) -> None:
    loader.want([tile(5), tile(4), tile(3)])
    assert len(held.waiting) == AT_ONCE == 2
    held.run_next()
    assert loader.picture(tile(5)) is not None
    assert loader.picture(tile(4)) is None


def test_what_has_scrolled_away_is_cancelled_and_what_came_into_view_goes_ahead(
    loader: TileLoader, held: Turns
) -> None:
    loader.want([tile(1), tile(3), tile(4)])
    loader.want([tile(9)])
    run_all(held)
    assert [number for number in range(1, 10) if loader.picture(tile(number)) is not None] == [9]
    assert len(held.cancelled) == 2


def test_a_picture_is_fetched_once(loader: TileLoader, held: Turns) -> None:
    for _ in range(3):
        loader.want([tile(1)])
    assert len(held.waiting) == 1
    run_all(held)
    loader.want([tile(1)])
    assert not held.waiting


def test_a_bad_page_says_why_and_the_others_are_drawn(loader: TileLoader, held: Turns) -> None:
    loader.want([tile(2), tile(3)])
    run_all(held)
    assert loader.why_undrawn(2) == "Page 2 is damaged and cannot be opened."
    assert loader.picture(tile(3)) is not None
    loader.want([tile(2)])
    assert not held.waiting, "it is not tried again and again"


def test_another_document_starts_without_the_pictures_of_the_last(
    qtbot: QtBot, loader: TileLoader, held: Turns
) -> None:
    loader.want([tile(1), preview_of(1, WIDTH, HEIGHT), tile(3)])
    held.run_next()
    loader.show_document(Paper(page_of("b")).render)
    run_all(held)
    assert loader.picture(tile(1)) is None
    assert loader.picture(tile(3)) is None


def test_every_arrival_names_its_page(qtbot: QtBot, loader: TileLoader, held: Turns) -> None:
    with qtbot.waitSignal(loader.arrived) as arrived:
        loader.want([tile(6)])
        run_all(held)
    assert arrived.args == [6]
