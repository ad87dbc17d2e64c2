"""The lanes of one window and those who work on them, built once and handed to the panes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from docqa_app.settings import Settings
from docqa_app.ui.background import Background
from docqa_app.ui.live import LiveSession
from docqa_app.ui.parts import Parts
from docqa_app.ui.work.asking import Asking
from docqa_app.ui.work.extracting import Extracting
from docqa_app.ui.work.inspecting import Inspecting
from docqa_app.ui.work.looking_ahead import LookingAhead
from docqa_app.ui.work.model import ModelLoading
from docqa_app.ui.work.reading import AT_ONCE, Reading
from docqa_app.ui.work.rechecking import Rechecking
from docqa_app.ui.work.summarizing import Summarizing


class Workshop(QObject):
    """Reading, drawing and asking each have a lane, so that a long reading never holds up a page on the screen."""

    def __init__(self, live: LiveSession, parts: Parts, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = Background(self)
        self.draw_lane = self.background.lane(threads=2)
        self.model_lane = model_lane = self.background.lane()
        self.write_lane = self.background.lane()
        self.library_lane = self.background.lane()
        self.programs = parts.programs
        self.reading = Reading(live, self.background.lane(AT_ONCE), parts.read, self)
        self.model = ModelLoading(model_lane, parts.load_engine, self)
        self.looking_ahead = LookingAhead(live, model_lane, self.model, self)
        self.asking = Asking(live, model_lane, self.model, parts.answering, self)
        self.summarizing = Summarizing(live, model_lane, self.model, parts.summaries.summarizer, self)
        lanes = (model_lane, self.library_lane)
        others = (self.asking, self.summarizing)
        self.extracting = Extracting(live, lanes, self.model, parts.fields, self.reading.password, others, self)
        self.rechecking = Rechecking(lanes, self.model, parts.recheck, self)
        grid = (settings.grid_columns, settings.grid_rows)
        self.inspecting = Inspecting(live, model_lane, self.model, grid, self)

    def stop(self) -> None:
        """For the end of the window."""
        self.background.stop()
