"""The queue as the clerk sees it: what to do above, the files below. It shows and asks; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from docqa_app.batch.queue import THROUGH, UNFINISHED, Queue
from docqa_app.ui.icons import Icons
from docqa_app.ui.queue.bar import NarrowBar
from docqa_app.ui.queue.filters import Filters
from docqa_app.ui.queue.table import QueueTable


class QueuePanel(QWidget):
    """Every wish leaves as a signal; those about files carry the paths of the chosen rows."""

    files_wanted = Signal()
    folder_wanted = Signal()
    dropped = Signal(object)
    watch_wanted = Signal()
    unwatch_wanted = Signal(object)
    pause_wanted = Signal(bool)
    cancel_wanted = Signal(object)
    retry_wanted = Signal(object)
    remove_wanted = Signal(object)
    export_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.table = QueueTable(icons)
        self.filters = Filters()
        self.pause = QAction(self.tr("Pause"), self, checkable=True)
        self.pause.setToolTip(self.tr("Begin no further file; those being read are finished"))
        self.pause.triggered.connect(self.pause_wanted)
        self.cancel = self._action(self.tr("Cancel"), self.tr("Do not read the chosen files"))
        self.retry = self._action(self.tr("Retry"), self.tr("Read the chosen files again"))
        self.remove = self._action(self.tr("Remove"), self.tr("Take the chosen files off the list (Delete)"))
        self.export = self._action(
            self.tr("Export…"), self.tr("Write the fields of all files that were read to a file")
        )
        self.empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.watch_button = QToolButton()
        self._watched = QMenu(self)
        self._folders: tuple[str, ...] | None = None
        self._lay_out()
        self._join()
        self.show_queue(Queue(), waits_for="")

    def show_queue(self, queue: Queue, waits_for: str) -> None:
        """`waits_for` says what keeps the queue from going on, "" where nothing does."""
        self.filters.show_counts(queue)
        self.table.show_queue(queue)
        self.pause.setChecked(queue.paused)
        self.state.setText(waits_for)
        self._stack.setCurrentWidget(self.table if queue.items else self.empty)
        self.export.setEnabled(any(item.standing in THROUGH for item in queue.items))
        self._show_watched(queue.watched)
        self._enable()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Room for some five files under the buttons: the page above is what is looked at."""
        return QSize(900, 250)

    def chosen(self) -> list[str]:
        return [item.path for item in self.table.selected()]

    def _action(self, words: str, tip: str) -> QAction:
        action = QAction(words, self)
        action.setToolTip(tip)
        return action

    def _lay_out(self) -> None:
        self.state = QLabel()
        self.state.setProperty("quiet", True)
        self.state.setMargin(6)
        self.empty.setProperty("quiet", True)
        self.empty.setText(
            self.tr(
                "Add many files at once, or drop a folder here. They are read one after another; look at what needs it."
            )
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(4)
        column.addWidget(self._deeds())
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)

    def _deeds(self) -> NarrowBar:
        bar = NarrowBar()
        self._set_up_watch()
        self.add_files = self._button(bar, QAction(self.tr("Add files…"), self))
        self.add_folder = self._button(bar, QAction(self.tr("Add a folder…"), self))
        bar.addWidget(self.watch_button)
        bar.addSeparator()
        self.buttons = {name: self._button(bar, action) for name, action in self._by_name().items()}
        bar.addWidget(self.state)
        return bar

    def _by_name(self) -> dict[str, QAction]:
        listed = {"pause": self.pause, "cancel": self.cancel, "retry": self.retry, "remove": self.remove}
        return listed | {"export": self.export}

    def _button(self, bar: NarrowBar, action: QAction) -> QToolButton:
        action.setIconText(action.text())  # Qt's own choice leaves the dots away that say: this asks first
        return bar.add(action)

    def _set_up_watch(self) -> None:
        self.watch_button.setText(self.tr("Watch a folder"))
        self.watch_button.setToolTip(self.tr("Add new files of a folder by themselves"))
        self.watch_button.setMenu(self._watched)
        self.watch_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.watch_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _join(self) -> None:
        self.filters.changed.connect(self.table.show_only)
        self.table.chosen.connect(self._enable)
        self.table.menu_wanted.connect(self._menu)
        self.export.triggered.connect(lambda: self.export_wanted.emit())
        self.table.remove_wanted.connect(lambda: self.remove_wanted.emit(self.chosen()))
        self.add_files.defaultAction().triggered.connect(lambda: self.files_wanted.emit())
        self.add_folder.defaultAction().triggered.connect(lambda: self.folder_wanted.emit())
        for action, wish in (
            (self.cancel, self.cancel_wanted),
            (self.retry, self.retry_wanted),
            (self.remove, self.remove_wanted),
        ):
            action.triggered.connect(partial(self._wish, wish.emit))

    def _wish(self, tell: Callable[[list[str]], None], checked: bool = False) -> None:
        tell(self.chosen())

    def _enable(self) -> None:
        chosen = self.table.selected()
        self.cancel.setEnabled(any(item.standing in UNFINISHED for item in chosen))
        self.retry.setEnabled(any(item.standing not in UNFINISHED for item in chosen))
        self.remove.setEnabled(bool(chosen))

    def _show_watched(self, folders: tuple[str, ...]) -> None:
        """The menu is made anew only with other folders: it may stand open while the queue runs."""
        if folders == self._folders:
            return
        self._folders = folders
        self._watched.clear()
        self._watched.addAction(self.tr("Watch another folder…"), self.watch_wanted.emit)
        if folders:
            self._watched.addSeparator()
        for folder in folders:
            name = self.tr("Stop watching {folder}").format(folder=folder)
            self._watched.addAction(name, partial(self.unwatch_wanted.emit, folder))
        watched = self.tr("Watching %n folder(s)", "", len(folders))
        self.watch_button.setText(watched if folders else self.tr("Watch a folder"))

    def _menu(self, place: QPoint) -> None:
        chosen = self.table.selected()
        if not chosen:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Open for review"), partial(self.table.review_wanted.emit, chosen[0].path))
        menu.addSeparator()
        menu.addActions([self.cancel, self.retry, self.remove])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
