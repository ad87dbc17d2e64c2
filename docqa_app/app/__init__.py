"""The composition root of the window: builds every part once and hands them on."""

from __future__ import annotations

import argparse
import locale
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from docqa_app import __version__
from docqa_app.app.rooms import real_parts
from docqa_app.paths import Paths, find_paths
from docqa_app.session import asking
from docqa_app.settings import Settings, load_settings
from docqa_app.ui.collecting import Collecting
from docqa_app.ui.commands import Commands
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.live import LiveSession
from docqa_app.ui.logs import start_logging
from docqa_app.ui.main_window import MainWindow
from docqa_app.ui.notices import Notice
from docqa_app.ui.parts import Parts
from docqa_app.ui.preferences import Preferences
from docqa_app.ui.recent import Recent
from docqa_app.ui.restore import MOST_FAILED_STARTS, Journal, Left, how_it_was_left, restore_layout
from docqa_app.ui.screens import on_screen
from docqa_app.ui.single_instance import SingleInstance, Wish, wish_of
from docqa_app.ui.speech import speak
from docqa_app.ui.theme import Theme

translate = QCoreApplication.translate
FIRST_SIZE = (1280, 800)
LAST_WAIT = 2.0
"""Seconds that work under way is given to end with the window."""
log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Opens the window, or hands the files to the one that is open; gives back the exit code."""
    wish = _wish(sys.argv[1:] if arguments is None else arguments)
    paths = find_paths()
    start_logging(paths.logs)
    app = make_application(paths)
    instance = SingleInstance(paths.data, app)
    alone = instance.is_first()
    if not alone and instance.hand_over(wish):
        return 0
    window = open_window(app, paths, partial(real_parts, paths), wish, keep=alone)
    instance.wished.connect(partial(_take_over, window))
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: window.close())
    code = app.exec()
    if not window.workshop.background.wait(LAST_WAIT):
        log.info("Work was still going on at the end")
        logging.shutdown()
        os._exit(code)  # a thread inside PDFium or onnxruntime can't be ended otherwise, and may crash a normal end
    return code


def make_application(paths: Paths) -> QApplication:
    """The application with its name, icon and words."""
    app = QApplication(sys.argv[:1])
    locale.setlocale(locale.LC_NUMERIC, "C")  # Qt has taken the user's, in which C libraries may read "0.5" as 0
    app.setApplicationName("docqa")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("docqa")
    app.setWindowIcon(QIcon(str(paths.resources / "icons" / "app.svg")))
    speak(app, paths.resources / "translations", load_settings(paths.settings_file).settings.speech)
    Collecting(app)
    return app


def open_window(
    app: QApplication,
    paths: Paths,
    parts: Callable[[Callable[[], Settings]], Parts],
    wish: Wish,
    *,
    keep: bool = True,
) -> MainWindow:
    """The window as it was left, with what this start wishes for; `keep` writes it down again for the next start.

    `parts` is given a function that tells the settings of the moment.
    """
    loaded, left = load_settings(paths.settings_file), how_it_was_left(paths.session_file)
    window = _furnished_window(app, paths, parts, loaded.settings)
    restore_layout(window, left.window)
    for problem in (loaded.problem, left.problem):
        if problem:
            window.centre.notices.tell(Notice(in_our_words(problem)))
    if keep:
        Journal(window, paths.session_file, left)
    window.show()
    window.standing.then(partial(_begin, window, left, wish))
    return window


def _furnished_window(
    app: QApplication, paths: Paths, parts: Callable[[Callable[[], Settings]], Parts], settings: Settings
) -> MainWindow:
    preferences = Preferences(settings, paths.settings_file)
    recent = Recent(paths.recent_file)
    theme = Theme(app, paths.resources / "icons", settings.appearance)
    live = LiveSession()
    window = MainWindow(live, parts(lambda: preferences.now), paths, preferences, recent)
    for part in (live, preferences, theme):
        part.setParent(window)  # they end with the window
    Commands(window, theme, preferences, recent)
    window.resize(on_screen(window, FIRST_SIZE))
    return window


def _begin(window: MainWindow, left: Left, wish: Wish) -> None:
    """Once the window stands: the documents of the last time, those of this start, and the model."""
    if left.failed_starts >= MOST_FAILED_STARTS and left.session.documents:
        window.offer_to_reopen(left.session)
    elif left.session.documents and window.preferences.now.reopen_documents:
        window.reopen(left.session)
        if left.failed_starts:
            window.telling.say(translate("Start", "The app ended early last time; your documents are open again."))
    if left.first and not wish.files:
        wish = Wish((str(window.sample),), wish.questions or (window.ask.suggestions.questions[0],))
    _take(window, wish)
    window.workshop.model.begin()


def _take_over(window: MainWindow, wish: Wish) -> None:
    """A second start handed its wish over: do it here, where the user can see it, after what this start began with."""
    window.standing.then(partial(_take, window, wish))
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def _take(window: MainWindow, wish: Wish) -> None:
    if wish.files and not window.opening.open_paths([Path(file) for file in wish.files]):
        return  # the questions are about these files, not about what lies on the desk
    current = window.live.now.current
    if wish.questions and current is not None:
        window.live.step(asking.ask, current, wish.questions)


def _wish(arguments: Sequence[str]) -> Wish:
    parser = argparse.ArgumentParser("docqa-app", description="Ask documents, and see the evidence on the page.")
    parser.add_argument("files", nargs="*", help="PDF or image files, or folders of them")
    parser.add_argument("--ask", action="append", default=[], metavar="QUESTION", help="ask about the last file")
    parser.add_argument("--version", action="version", version=f"docqa {__version__}")
    told = parser.parse_args(arguments)
    return wish_of(told.files, told.ask)
