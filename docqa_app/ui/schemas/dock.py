"""Where the schema editor stands in the window: beside the page, in the place of the rooms while it is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDockWidget, QMainWindow

from docqa_app.session.offering import offer_kinds
from docqa_app.ui.lighting import Lighting
from docqa_app.ui.live import LiveSession
from docqa_app.ui.schemas.desk import SchemaDesk
from docqa_app.ui.scrolled import Scrolled
from docqa_app.ui.workshop import Workshop


class SchemaDock(QDockWidget):
    """Opened by the clerk, closed by its own button."""

    def __init__(
        self,
        window: QMainWindow,
        beside: QDockWidget,
        live: LiveSession,
        shop: Workshop,
        lighting: Lighting,
        folders: tuple[Path, Path],
    ) -> None:
        """`beside` is the dock whose place it shares, `folders` those of the shipped kinds and of the user's."""
        super().__init__(window)
        self.setWindowTitle(self.tr("Kinds of documents"))
        self.setObjectName("kinds")
        self.desk = SchemaDesk(live, shop, lighting, folders, self)
        self.setWidget(Scrolled(self.desk.editor))
        window.addDockWidget(window.dockWidgetArea(beside), self)
        window.tabifyDockWidget(beside, self)
        self.desk.kept.connect(lambda kinds: live.step(offer_kinds, kinds))

    def open(self) -> None:
        self.show()
        self.raise_()
        self.desk.open()
        self.desk.editor.kinds.setFocus()
