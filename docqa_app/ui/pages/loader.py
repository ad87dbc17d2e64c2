"""Fetches page pictures off the GUI thread: what is on the screen first, nothing that has scrolled away."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from docqa_app.ui.pages.picture import Undrawn, draw_preview, draw_tile
from docqa_app.ui.pages.running import Handle, Render, Run
from docqa_app.ui.pages.tiles import Tile, TileStore

AT_ONCE = 2
"""Few, so that a wish that comes up while scrolling does not wait behind old ones."""
MOST_BYTES = 160 * 1024 * 1024
MOST_PREVIEW_BYTES = 32 * 1024 * 1024


class TileLoader(QObject):
    """Holds the pictures of one document and asks for those that are missing."""

    arrived = Signal(int)
    """A piece of this page's picture can be drawn now."""

    def __init__(self, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._render: Render | None = None
        self._dark = False
        self._jpegs: dict[int, bytes] = {}
        self._undrawn: dict[int, str] = {}
        self._store = TileStore(MOST_BYTES)
        self._previews = TileStore(MOST_PREVIEW_BYTES)
        self._wanted: deque[Tile] = deque()
        self._under_way: dict[Tile, Handle] = {}

    def show_document(self, render: Render | None) -> None:
        """Forgets everything of the last document."""
        self._render = render
        self._jpegs.clear()
        self._start_over()

    def set_dark(self, dark: bool) -> None:
        """Whether white paper is shown dark."""
        if dark != self._dark:
            self._dark = dark
            self._start_over()

    def show_small_picture(self, number: int, jpeg: bytes) -> None:
        """A ready JPEG of a page: quicker than rendering the preview."""
        self._jpegs[number] = jpeg

    def want(self, tiles: Sequence[Tile]) -> None:
        """Only these are wanted from now on, the first first."""
        wanted = set(tiles)
        for tile in [tile for tile in self._under_way if tile not in wanted]:
            self._under_way.pop(tile).cancel()
        self._wanted = deque(tile for tile in tiles if self.picture(tile) is None and tile not in self._under_way)
        self._fetch()

    def picture(self, tile: Tile) -> QImage | None:
        return self._store_of(tile).get(tile)

    def why_undrawn(self, number: int) -> str:
        """Why a page has no picture, or ""."""
        return self._undrawn.get(number, "")

    def _store_of(self, tile: Tile) -> TileStore:
        return self._previews if tile.preview else self._store

    def _start_over(self) -> None:
        self.want(())
        self._store.clear()
        self._previews.clear()
        self._undrawn.clear()

    def _fetch(self) -> None:
        while self._wanted and len(self._under_way) < AT_ONCE:
            tile = self._wanted.popleft()
            if tile.number in self._undrawn or self._render is None:
                continue
            work = self._work_for(tile, self._render)
            self._under_way[tile] = self._run(work, partial(self._receive, tile), ("tile", id(self), tile))

    def _work_for(self, tile: Tile, render: Render) -> Callable[[], QImage | Undrawn]:
        jpeg = self._jpegs.get(tile.number)
        if jpeg and tile.preview:
            return partial(draw_preview, jpeg, render, tile, self._dark)
        return partial(draw_tile, render, tile, self._dark)

    def _receive(self, tile: Tile, picture: QImage | Undrawn) -> None:
        self._under_way.pop(tile, None)
        if isinstance(picture, Undrawn):
            self._undrawn[tile.number] = picture.reason
        else:
            self._store_of(tile).put(tile, picture)
        self.arrived.emit(tile.number)
        self._fetch()
