"""What each deed of the menus, the toolbar and the keys does in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QActionGroup, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from docqa_app.session import opening as steps
from docqa_app.session import reading as reading_steps
from docqa_app.session.state import ReadState
from docqa_app.settings import Settings
from docqa_app.ui.about import About
from docqa_app.ui.colours import palette_for
from docqa_app.ui.main_window import MainWindow
from docqa_app.ui.notices import Notice
from docqa_app.ui.pages.zoom import Fit
from docqa_app.ui.preferences import Preferences
from docqa_app.ui.recent import Recent
from docqa_app.ui.shortcuts import ShortcutList
from docqa_app.ui.theme import Theme


class Commands(QObject):
    """Joins the actions of a window to what they do."""

    def __init__(self, window: MainWindow, theme: Theme, preferences: Preferences, recent: Recent) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.view
        self._live = window.live
        self._theme = theme
        self._preferences = preferences
        self._recent = recent
        self._act = window.actions_by_name
        self._connect_files()
        self._connect_view()
        self._connect_pages()
        self._connect_panels()
        self._connect_queue()
        self._connect_choices()
        self._add_digit_keys()
        theme.changed.connect(self._dress)
        self._live.changed.connect(self._enable)
        self._dress()
        self._enable()

    def _connect_files(self) -> None:
        window = self._window
        self._on("open", window.opening.choose)
        self._on("paste", window.opening.paste)
        self._on("sample", self.open_sample)
        self._on("close", self._close)
        self._on("quit", window.close)
        self._on("log", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(window.log_folder))))
        window.centre.welcome.sample_wanted.connect(self.open_sample)
        menu = QMenu(window)
        menu.aboutToShow.connect(partial(self._fill_recent, menu))
        self._act.submenu("recent", menu)
        self._act.submenu("export", window.exports.menu)
        self._on("library", window.librarian.open)
        self._on("export-fields", window.field_exports.open)

    def _connect_view(self) -> None:
        view = self._view
        self._on("zoom-in", view.zoom_in)
        self._on("zoom-out", view.zoom_out)
        self._on("actual", view.actual_size)
        self._on("fit-width", view.fit_width)
        self._on("fit-page", view.fit_page)
        self._on("rotate", view.turn_right)
        self._on("rotate-left", view.turn_left)
        self._act["dark-pages"].toggled.connect(view.set_dark_pages)
        view.zoom_changed.connect(self._show_fit)
        self._show_fit()

    def _connect_pages(self) -> None:
        self._on("previous", partial(self._turn, -1))
        self._on("next", partial(self._turn, 1))
        self._on("first", lambda: self._view.go_to_page(1))
        self._on("last", lambda: self._view.go_to_page(self._view.desk.count))
        self._on("go-to", self._go_to)
        self._on("previous-document", lambda: self._live.step(steps.step_document, -1))
        self._on("next-document", lambda: self._live.step(steps.step_document, 1))
        self._on("find", self._window.pages.open_find)
        self._on("find-next", self._window.pages.find_next)
        self._on("find-previous", self._window.pages.find_previous)

    def _connect_panels(self) -> None:
        window = self._window
        self._on("ask", self._focus_question)
        self._on("again", self._again)
        self._act["again"].changed.connect(self._show_again_keys)
        self._show_again_keys()
        self._on("summary", self._summarize)
        self._on("inspect", lambda: self._show_room(window.inspect))
        self._on("fields", self._show_fields)
        self._on("kinds", window.kinds.open)
        for name, dock in (("left-panel", window.left), ("right-panel", window.right)):
            self._act[name].setChecked(True)
            self._act[name].triggered.connect(lambda on, dock=dock: dock.setVisible(on))
            dock.visibilityChanged.connect(self._act[name].setChecked)
        self._act["full-screen"].triggered.connect(lambda on: self._full_screen(on))
        self._on("reset", window.reset_layout)

    def _connect_queue(self) -> None:
        queue, dock = self._window.queue, self._window.bottom
        self._act["queue"].triggered.connect(self._show_queue)
        dock.visibilityChanged.connect(self._act["queue"].setChecked)
        self._on("queue-folder", queue.choose_folder)
        queue.review_wanted.connect(self._review)
        queue.added.connect(partial(self._show_queue, True))
        self._on("review-next", self._review_next)
        self._window.opening.many.connect(queue.add)

    def _connect_choices(self) -> None:
        window = self._window
        self._on("settings", window.settings.open)
        self._on("keys", lambda: self._show(ShortcutList(self._act, window)))
        self._on("about", self._about)
        self._act.use_keys(self._preferences.now.shortcuts)
        self._act.submenu("appearance", self._appearance_menu())
        self._view.set_grid(self._preferences.now.grid_columns, self._preferences.now.grid_rows)
        self._preferences.changed.connect(self._choose)
        window.workshop.model.changed.connect(self._show_doubt)
        self._preferences.failed.connect(
            lambda sentence: window.centre.notices.tell(Notice(sentence, about="settings"))
        )

    def _appearance_menu(self) -> QMenu:
        menu = QMenu(self._window)
        group = QActionGroup(menu)
        for name, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            action = menu.addAction(text, partial(self._preferences.change, appearance=name))
            action.setCheckable(True)
            action.setChecked(self._preferences.now.appearance == name)
            action.setActionGroup(group)
        return menu

    def _choose(self, before: Settings, now: Settings) -> None:
        """Puts changed settings to work."""
        if before.appearance != now.appearance:
            self._theme.choose(now.appearance)
        if (before.grid_columns, before.grid_rows) != (now.grid_columns, now.grid_rows):
            self._view.set_grid(now.grid_columns, now.grid_rows)
            self._window.workshop.inspecting.use_grid(now.grid_columns, now.grid_rows)
        if before.shortcuts != now.shortcuts:
            self._act.use_keys(now.shortcuts)
        self._show_doubt()

    def _advised(self) -> float | None:
        """Where the model wants "Check this" to begin; None before it is there."""
        engine = self._window.workshop.model.engine
        return engine.check_below if engine else None

    def _show_doubt(self) -> None:
        self._window.ask.answers.show_doubt(self._preferences.now.check_below(self._advised()))

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _about(self) -> None:
        shop = self._window.workshop
        about = About(shop.model.engine, self._window)
        asking = shop.write_lane.run(lambda report, note: shop.programs(), about.show_programs)
        about.destroyed.connect(lambda: asking.cancel())  # the connection alone would not keep the job's handle
        self._show(about)

    def _on(self, name: str, deed: Callable[[], object]) -> None:
        self._act[name].triggered.connect(lambda *_: deed())

    def open_sample(self) -> None:
        self._window.opening.open_paths([self._window.sample])

    def _close(self) -> None:
        if self._live.now.current is not None:
            self._live.step(steps.close, self._live.now.current)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._recent.paths:
            menu.addAction(str(path), partial(self._window.opening.open_paths, [path]))
        if not menu.isEmpty():
            menu.addSeparator()
            menu.addAction(self.tr("Clear the list"), self._recent.clear)

    def _show_fit(self) -> None:
        self._act["fit-width"].setChecked(self._view.fit is Fit.WIDTH)
        self._act["fit-page"].setChecked(self._view.fit is Fit.PAGE)

    def _turn(self, by: int) -> None:
        self._view.go_to_page(self._view.current_page + by)

    def _go_to(self) -> None:
        self._window.status.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.status.page.selectAll()

    def _focus_question(self) -> None:
        self._show_room(self._window.ask)
        self._window.ask.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _summarize(self) -> None:
        self._show_room(self._window.summary)
        self._window.summaries.begin()

    def _show_fields(self) -> None:
        self._show_room(self._window.fields)
        self._window.fields.focus_place(Qt.FocusReason.ShortcutFocusReason)

    def _show_queue(self, on: bool) -> None:
        """The keyboard goes into the queue, and out of it to the fields where they are seen."""
        fields, dock, held = self._window.fields, self._window.bottom, QApplication.focusWidget()
        if not on and fields.fields.isVisible() and held is not None and dock.isAncestorOf(held):
            fields.focus_place(Qt.FocusReason.ShortcutFocusReason)  # first, else hiding hands it to the page
        dock.setVisible(on)
        if on:
            self._window.queue.panel.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _review(self, path: str) -> None:
        """Opens a file of the queue beside its fields."""
        self._window.opening.open_paths([Path(path)])
        self._show_fields()

    def _review_next(self) -> None:
        """The next file that needs review, also past one that is left as it is."""
        document = self._live.now.in_view
        path = self._window.queue.next_to_review(document.path if document else "")
        if path is None:
            self._window.telling.say(self.tr("No file of the queue needs review."))
        else:
            self._review(path)

    def _show_room(self, room: QWidget) -> None:
        """In front, also of what stands in the same place (the kinds of documents)."""
        self._window.right.show()
        self._window.right.raise_()
        self._window.side.show_room(room)

    def _show_again_keys(self) -> None:
        """Those that the user chose, on the button that does the same."""
        keys = self._act["again"].shortcut()
        self._window.ask.again_button.show_keys(keys.toString(QKeySequence.SequenceFormat.NativeText))

    def _again(self) -> None:
        """Reads again what could not be read, else asks the chosen question again."""
        document = self._live.now.in_view
        if document and document.state in (ReadState.FAILED, ReadState.STOPPED):
            self._live.step(reading_steps.read_again, document.key)
        else:
            self._window.answers.again()

    def _full_screen(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _add_digit_keys(self) -> None:
        for digit in range(10):
            key = QShortcut(QKeySequence(str(digit)), self._window)
            key.activated.connect(partial(self._take_alternative, digit))

    def _take_alternative(self, digit: int) -> None:
        """What is not seen is not changed by accident."""
        if self._window.ask.isVisible():
            self._window.answers.take_alternative(digit)

    def _enable(self) -> None:
        self._act.show_document(self._live.now.in_view is not None)

    def _dress(self) -> None:
        self._act.dress()
        colours = palette_for(QApplication.palette())
        self._window.pages.set_colours(colours)
        self._window.thumbnails.set_colours(colours)
