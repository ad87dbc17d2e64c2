"""Which pieces of page pictures are wanted now, the most urgent first."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from docqa_app.ui.pages.desk import Desk
from docqa_app.ui.pages.page_item import PageItem
from docqa_app.ui.pages.tiles import PREVIEW_WIDTH, Tile


def wanted_tiles(desk: Desk, seen: QRectF) -> list[Tile]:
    """Previews of the pages in view, their tiles from the middle outwards, then what is near."""
    in_view = [desk.item(number) for number in desk.numbers_in(seen)]
    ahead = ahead_of(seen)
    near = [desk.item(number) for number in desk.numbers_in(ahead)]
    wishes = [item.picture.preview for item in in_view if is_large(item)]
    wishes += sharp_tiles(in_view, seen)
    wishes += [item.picture.preview for item in near if is_large(item)]
    wishes += sharp_tiles(near, ahead)
    return list(dict.fromkeys(wishes))


def ahead_of(seen: QRectF) -> QRectF:
    """What is in view, half a window before it and a whole one after."""
    return seen.adjusted(0, -seen.height() / 2, 0, seen.height())


def is_large(item: PageItem) -> bool:
    """Whether a preview would come before the real picture; a page shown smaller than one needs none."""
    return item.picture.pixels[0] > PREVIEW_WIDTH


def sharp_tiles(items: list[PageItem], seen: QRectF) -> list[Tile]:
    """The tiles of these pages in `seen`, nearest its middle first."""
    found = [(distance(item, tile, seen.center()), tile) for item in items for tile in tiles_seen(item, seen)]
    return [tile for _, tile in sorted(found, key=lambda pair: pair[0])]


def tiles_seen(item: PageItem, seen: QRectF) -> list[Tile]:
    """The tiles of a page that lie in the part of the scene that is seen."""
    part = seen.translated(-item.pos()).intersected(item.extent)
    return [] if part.isEmpty() else item.picture.tiles_at(part)


def distance(item: PageItem, tile: Tile, middle: QPointF) -> float:
    """How far a tile's middle is from a point of the desk, in points."""
    across, down = (tile.part.left + tile.part.right) / 2, (tile.part.top + tile.part.bottom) / 2
    shown = item.extent
    off = item.pos() + QPointF(shown.width() * across, shown.height() * down) - middle
    return abs(off.x()) + abs(off.y())
