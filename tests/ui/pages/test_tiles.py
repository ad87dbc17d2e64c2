"""Page pictures in pieces, kept within a number of bytes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from docqa_app.core.document import Box
from docqa_app.ui.pages.tiles import EDGE, Tile, TileStore, preview_of, tiles_in, unturned

PIXELS = st.integers(1, 5000)


@settings(deadline=None)
@given(PIXELS, PIXELS)
def test_tiles_cover_a_page_once(width: int, height: int) -> None:
    tiles = list(tiles_in(1, width, height, QRectF(0, 0, width, height)))
    assert sum(tile.pixels.width() * tile.pixels.height() for tile in tiles) == width * height
    assert len({(tile.column, tile.row) for tile in tiles}) == len(tiles)


@settings(deadline=None)
@given(PIXELS, PIXELS)
def test_parts_of_tiles_end_exactly_at_the_page(width: int, height: int) -> None:
    last = list(tiles_in(1, width, height, QRectF(0, 0, width, height)))[-1]
    assert (last.part.right, last.part.bottom) == (1.0, 1.0)


def test_only_tiles_in_the_window_are_taken() -> None:
    tiles = list(tiles_in(1, 4 * EDGE, 4 * EDGE, QRectF(EDGE + 5, 5, 10, 10)))
    assert [(tile.column, tile.row) for tile in tiles] == [(1, 0)]


def test_a_quarter_turn_is_undone() -> None:
    upper_left_when_shown = Box(0.0, 0.0, 0.25, 0.5)
    assert unturned(upper_left_when_shown, 1) == Box(0.0, 0.75, 0.5, 1.0)
    assert unturned(upper_left_when_shown, 0) == unturned(upper_left_when_shown, 4) == upper_left_when_shown


def test_the_store_stays_within_its_bytes_and_drops_the_longest_unused() -> None:
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    tiles = [Tile(number, 10, 10, 0, 0) for number in range(1, 5)]
    store = TileStore(3 * picture.sizeInBytes())
    for tile in tiles[:3]:
        store.put(tile, picture)
    store.get(tiles[0])
    store.put(tiles[3], picture)
    assert [tile.number for tile in tiles if tile in store] == [1, 3, 4]
    assert store.bytes_kept == 3 * picture.sizeInBytes()


def test_a_tile_put_twice_is_counted_once() -> None:
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    store = TileStore(10_000)
    store.put(preview_of(1, 6, 8), picture)
    store.put(preview_of(1, 6, 8), picture)
    assert store.bytes_kept == picture.sizeInBytes()
