"""Opens the schema editor; it is built when it is first wanted, so that the window stands before it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from docqa_app.ui.lighting import Lighting
from docqa_app.ui.live import LiveSession
from docqa_app.ui.workshop import Workshop

if TYPE_CHECKING:
    from docqa_app.ui.schemas.dock import SchemaDock


class KindsOfDocuments(QObject):
    """`dock` is the editor once it was opened; `kept` carries the kinds that there are after a change."""

    kept = Signal(object)

    def __init__(
        self,
        live: LiveSession,
        shop: Workshop,
        lighting: Lighting,
        folders: tuple[Path, Path],
        beside: Callable[[], QDockWidget],
        window: QMainWindow,
    ) -> None:
        """`folders` are those of the shipped kinds and of the user's, `beside` gives the dock whose place it shares."""
        super().__init__(window)
        self._given = (live, shop, lighting, folders)
        self._beside = beside
        self._window = window
        self.dock: SchemaDock | None = None

    def open(self) -> None:
        """Shows the editor, on the kind of the document in view the first time."""
        if self.dock is None:
            from docqa_app.ui.schemas.dock import SchemaDock

            self.dock = SchemaDock(self._window, self._beside(), *self._given)
            self.dock.desk.kept.connect(self.kept)
        self.dock.open()
