"""The main window: builds the panes, puts them in their places and joins their wishes to those who fulfil them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSplitter, QWidget

from docqa_app.core.document import WordSource
from docqa_app.paths import Paths
from docqa_app.session import opening as steps
from docqa_app.session import reading as reading_steps
from docqa_app.session.state import Session
from docqa_app.ui.actions import Actions
from docqa_app.ui.answers import Answers
from docqa_app.ui.ask_panel import AskPanel
from docqa_app.ui.centre import Centre
from docqa_app.ui.dock_tabs import DockTabs
from docqa_app.ui.documents_panel import DocumentsPanel
from docqa_app.ui.drawn import Drawn
from docqa_app.ui.errors_dialog import ErrorsDialog
from docqa_app.ui.exporting.field_exports import FieldExports
from docqa_app.ui.exports import Exports
from docqa_app.ui.icons import Icons
from docqa_app.ui.inspect_panel import InspectPanel
from docqa_app.ui.last_writes import LastWrites
from docqa_app.ui.layering import Layering
from docqa_app.ui.library.librarian import Librarian
from docqa_app.ui.lighting import Lighting
from docqa_app.ui.live import LiveSession
from docqa_app.ui.model_news import ModelNews
from docqa_app.ui.notices import Notice
from docqa_app.ui.opening import Opening, can_take
from docqa_app.ui.pages.pane import PagesPane
from docqa_app.ui.pages.thumbnails import ThumbnailList
from docqa_app.ui.parts import Parts
from docqa_app.ui.preferences import Preferences
from docqa_app.ui.queue.room import QueueRoom
from docqa_app.ui.recent import Recent
from docqa_app.ui.review.panel import FieldsPanel
from docqa_app.ui.review.reviewing import Reviewing
from docqa_app.ui.schemas.kinds import KindsOfDocuments
from docqa_app.ui.screens import on_screen
from docqa_app.ui.settings_room import SettingsRoom
from docqa_app.ui.side_panel import SidePanel
from docqa_app.ui.standing import Standing
from docqa_app.ui.status_bar import StatusBar
from docqa_app.ui.summary.room import SummaryRoom
from docqa_app.ui.summary.summaries import Summaries
from docqa_app.ui.telling import Telling, title_of
from docqa_app.ui.theme import animates
from docqa_app.ui.viewing import Viewing
from docqa_app.ui.workshop import Workshop

MINIMUM = (1024, 680)
SIDE_WIDTHS = (210, 380)
LEFT_HEIGHTS = (220, 420)


class MainWindow(QMainWindow):
    """Left the open documents and their pages, in the middle the page, at the right the rooms."""

    closing = Signal()

    def __init__(self, live: LiveSession, parts: Parts, paths: Paths, preferences: Preferences, recent: Recent) -> None:
        super().__init__()
        self.live = live
        self.preferences = preferences
        self._paths = paths
        self._recent = recent
        self.standing = Standing(self)
        self.icons = Icons(paths.resources / "icons")
        self.workshop = Workshop(live, parts, preferences.now, self)
        self._make_panes()
        self._make_controllers(parts)
        self._lay_out()
        self._connect_documents()
        self._connect_pages()
        self._connect_model()
        self._connect_words()
        self._connect_messages()
        self._connect_queue()
        self._connect_last_writes()
        self._connect_closing()
        self._refresh()

    def _make_panes(self) -> None:
        """What is seen: widgets that show and ask."""
        self.pages = PagesPane(self.workshop.draw_lane, reduced_motion=not animates(self))
        self.view = self.pages.view
        self.thumbnails = ThumbnailList(self.workshop.draw_lane)
        self.documents = DocumentsPanel(self.icons)
        self.centre = Centre(self.pages)
        self.ask = AskPanel(self.icons, self.preferences.now.check_below())
        self.fields = FieldsPanel(self.icons)
        self.summary = SummaryRoom(self.icons)
        self.inspect = InspectPanel()
        self.side = SidePanel(self.icons)
        self.status = StatusBar()

    def _make_controllers(self, parts: Parts) -> None:
        """Those who fulfil what the panes ask for."""
        live, shop = self.live, self.workshop
        self.viewing = Viewing(live, self.view, shop.draw_lane, parts.draw, shop.reading, shop.inspecting)
        self.lighting = Lighting(live, self.view, self.viewing)
        self.opening = Opening(live, self._recent, self._paths.pasted, self)
        self.answers = Answers(live, shop.asking, self.ask, self.lighting, self)
        self.exports = Exports(live, shop.reading, shop.write_lane, parts.exports, self)
        self.field_exports = FieldExports(live, shop.write_lane, parts, self._paths.export_presets, self)
        lanes = (shop.background.lane(), shop.library_lane)
        folders = (self._paths.schemas, self._paths.own_schemas)
        self.kinds = KindsOfDocuments(live, shop, self.lighting, folders, lambda: self.right, self)
        self.librarian = Librarian(live, lanes, parts.library, parts.fields, self.opening, self.pages, self._recent)
        self.summaries = Summaries(live, shop, parts.summaries, self.summary, self.lighting, self)
        self.settings = SettingsRoom(self.preferences, parts, shop, self._paths.models, self.opening, self)
        self.model_news = ModelNews(shop.model, self.preferences, self.settings, self)
        self.telling = Telling(live, shop, self.status, self.centre.notices, self.centre.password, self)
        self.actions_by_name = Actions(self, self.icons)
        self.reviewing = Reviewing(live, shop, self.fields, self.view, self.actions_by_name, parts.library, self)
        self.queue = QueueRoom(live, shop, parts, self._paths.queue_file, self.icons, self)
        self.layering = Layering(
            self.view, self.actions_by_name, shop.inspecting, self.telling, self.side, self.inspect, self
        )

    def _lay_out(self) -> None:
        self.setMinimumSize(on_screen(self, MINIMUM))
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        DockTabs(self)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)  # fields keep their height
        self.setCentralWidget(self.centre)
        self.setStatusBar(self.status)
        self.addToolBar(self.actions_by_name.tool_bar())
        self.side.add_room(self.tr("Ask"), self.ask, "ask")
        self.side.add_room(self.tr("Fields"), self.fields, "fields")
        self.side.add_room(self.tr("Summary"), self.summary, "summary")
        self.side.add_room(self.tr("Inspect"), self.inspect, "words")
        self.ask.export_button.setMenu(self.exports.menu)
        areas = Qt.DockWidgetArea
        self.left = self._dock("documents", self.tr("Documents"), self._left_pane(), areas.LeftDockWidgetArea)
        self.right = self._dock("rooms", self.tr("About this document"), self.side, areas.RightDockWidgetArea)
        self.bottom = self._dock("queue", self.tr("Queue"), self.queue.panel, areas.BottomDockWidgetArea)
        self.bottom.hide()
        self.resizeDocks([self.left, self.right], list(SIDE_WIDTHS), Qt.Orientation.Horizontal)

    def reset_layout(self) -> None:
        """Every pane back to the place it came from."""
        for dock, area in (
            (self.left, Qt.DockWidgetArea.LeftDockWidgetArea),
            (self.right, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            dock.setFloating(False)
            self.addDockWidget(area, dock)
            dock.show()
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.bottom)
        self.bottom.hide()
        self.resizeDocks([self.left, self.right], list(SIDE_WIDTHS), Qt.Orientation.Horizontal)

    def _left_pane(self) -> QWidget:
        self.thumbnails.setProperty("pane", True)
        self.left_splitter = QSplitter(Qt.Orientation.Vertical)
        self.left_splitter.addWidget(self.documents)
        self.left_splitter.addWidget(self.thumbnails)
        self.left_splitter.setSizes(list(LEFT_HEIGHTS))
        self.left_splitter.setChildrenCollapsible(False)
        return self.left_splitter

    def _dock(self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(content)
        self.addDockWidget(area, dock)
        return dock

    def _connect_documents(self) -> None:
        self.live.changed.connect(self._refresh)
        self.workshop.reading.moved.connect(self._show_documents)
        self.documents.chosen.connect(lambda key: self.live.step(steps.bring_into_view, key))
        self.documents.close_wanted.connect(lambda key: self.live.step(steps.close, key))
        self.documents.again_wanted.connect(lambda key: self.live.step(reading_steps.read_again, key))
        self.centre.welcome.open_wanted.connect(self.opening.choose)
        self.centre.welcome.recent_wanted.connect(lambda path: self.opening.open_paths([path]))
        self.centre.notices.details_wanted.connect(self._show_details)

    def _connect_pages(self) -> None:
        self.viewing.shown.connect(self._show_drawn)
        self.viewing.laid_out.connect(self.reviewing.reviewer.light_again)
        self.viewing.page_shown.connect(self.thumbnails.show_page)
        self.view.page_shown.connect(self.thumbnails.show_current)
        self.view.word_clicked.connect(self._word_clicked)
        self.view.zoom_changed.connect(self.status.show_zoom)
        self.thumbnails.page_wanted.connect(self.view.go_to_page)
        self.status.page_wanted.connect(self.view.go_to_page)
        self.status.zoom_wanted.connect(self.view.set_zoom)
        self.status.source.wanted.connect(self._take_words_from)

    def _connect_model(self) -> None:
        self.workshop.model.changed.connect(self._show_model)
        self.workshop.inspecting.changed.connect(self._show_model)
        self.ask.model_wanted.connect(self.workshop.model.begin)
        self.ask.question_begun.connect(self.workshop.looking_ahead.expect)

    def _connect_messages(self) -> None:
        for saying in (self.opening, self.answers, self.exports, self.summaries, self.reviewing, self.queue):
            saying.said.connect(self.telling.say)
        self.field_exports.said.connect(self.telling.say)
        for failing in (self.reviewing, self.exports, self.summaries):
            failing.failed.connect(self.telling.trouble)
        for teller in (self.reviewing, self.librarian, self.field_exports, self.model_news, self.settings):
            teller.told.connect(self.centre.notices.tell)
        self.queue.trouble.connect(lambda sentence: self.centre.notices.tell(Notice(sentence, about="queue")))
        self.telling.watch(self.queue.running)

    def _connect_words(self) -> None:
        self.inspect.word_chosen.connect(self.lighting.show_word)
        self.inspect.word_chosen.connect(self.reviewing.mending.meet)

    def _connect_queue(self) -> None:
        self.reviewing.next_document = self.queue.next_to_review
        self.reviewing.next_wanted.connect(lambda path: self.opening.open_paths([Path(path)]))
        self.reviewing.next_wanted.connect(self.queue.clear_desk)
        self.field_exports.queued = self.queue.through
        self.queue.panel.export_wanted.connect(self.field_exports.open_queue)
        self.kinds.kept.connect(self.queue.show_kinds)
        self.librarian.forgotten.connect(lambda sha256: self.queue.forget((sha256,)))

    def _connect_closing(self) -> None:
        """What is being edited is kept before the queue ends."""
        self.closing.connect(self.summaries.keep_edit)
        self.closing.connect(self.queue.close)

    def _connect_last_writes(self) -> None:
        self.last_writes = LastWrites(self.workshop.background, self.centre.notices, self)
        for failed in (self.reviewing.failed, self.exports.failed, self.summaries.failed):
            failed.connect(self.last_writes.meet_trouble)
        for told in (self.librarian.told, self.field_exports.told):
            told.connect(self.last_writes.meet_trouble)

    def _refresh(self) -> None:
        self.setWindowTitle(title_of(self.live))
        self._show_documents()
        if self.live.now.in_view is None:
            self.centre.welcome.show_recent(self._recent.paths)
        self.centre.show_session(self.live.now, drawn=self.viewing.is_shown)

    def _show_documents(self) -> None:
        self.documents.show_session(self.live.now, self.workshop.reading.progress)
        self.thumbnails.show_at_work(reading_steps.page_at_work(self.live.now.in_view))

    def _show_drawn(self, drawn: Drawn | None) -> None:
        if drawn is None:
            self.thumbnails.clear()
        else:
            self.thumbnails.show_document(drawn.sizes, drawn.render)
        self.centre.show_session(self.live.now, drawn=self.viewing.is_shown)

    def _word_clicked(self, page: int, word: int) -> None:
        """Means the fields or the summary where they are shown, else the answers."""
        if not self.reviewing.word_clicked(page, word) and not self.summaries.word_clicked(page, word):
            self.answers.word_clicked(page, word)

    def _show_model(self) -> None:
        self.telling.show_model(self.ask, self.inspect)

    def _take_words_from(self, page: int, source: WordSource | None) -> None:
        if self.live.now.current is not None:
            self.live.step(reading_steps.take_words_from, self.live.now.current, page, source)

    def reopen(self, session: Session) -> None:
        """Puts the documents of the last time back on the desk, beside what is already there."""
        self.live.step(steps.put_back, session)

    def offer_to_reopen(self, session: Session) -> None:
        """For when opening them may be what ended the app."""
        text = self.tr("The app ended early more than once while these documents were open, so they were left closed.")
        names = "\n".join(document.path for document in session.documents)
        deed = (self.tr("Open them"), lambda: self.reopen(session))
        self.centre.notices.tell(Notice(text, names, "reopen", deed))

    def _show_details(self, notice: Notice) -> None:
        dialog = ErrorsDialog(notice, self._paths.logs, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    @property
    def sample(self) -> Path:
        return self._paths.samples / "invoice.pdf"

    @property
    def log_folder(self) -> Path:
        return self._paths.logs

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        self.opening.take(event.mimeData())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        self.reviewing.write_all()  # first, so that it is among the last writes
        if not self.last_writes.are_done():
            event.ignore()
            return
        self.closing.emit()
        self.viewing.close()
        self.workshop.stop()
        super().closeEvent(event)
