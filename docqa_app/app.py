"""The composition root of the window: builds every part once and hands them on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from docqa_app.core.document import Document, Report, WordSource, silent
from docqa_app.core.ports import Engine, OnPage
from docqa_app.paths import Paths, find_paths
from docqa_app.settings import Settings, load_settings
from docqa_app.ui.collecting import Collecting
from docqa_app.ui.commands import Commands
from docqa_app.ui.drawn import Renderer
from docqa_app.ui.live import LiveSession
from docqa_app.ui.logs import start_logging
from docqa_app.ui.main_window import MainWindow
from docqa_app.ui.notices import Notice
from docqa_app.ui.parts import Parts
from docqa_app.ui.recent import Recent
from docqa_app.ui.theme import Theme


def main(arguments: Sequence[str] | None = None) -> int:
    """Opens the window with the files named in the arguments; gives back the exit code."""
    wanted, for_qt = _arguments().parse_known_args(arguments)
    app = QApplication([sys.argv[0], *for_qt])
    window = build_window(app)
    window.show()
    QTimer.singleShot(0, window.workshop.model.begin)
    if wanted.files:
        QTimer.singleShot(0, partial(_begin, window, wanted.files, wanted.ask))
    return app.exec()


def build_window(app: QApplication) -> MainWindow:
    """The window with all its parts, not shown yet."""
    paths = find_paths()
    start_logging(paths.logs)
    app.setApplicationName("docqa")
    app.setApplicationDisplayName("docqa")
    loaded = load_settings(paths.settings_file)
    theme = Theme(app)
    Collecting(app)
    recent = Recent(paths.recent_file)
    window = MainWindow(LiveSession(), real_parts(paths, loaded.settings), paths, loaded.settings, recent)
    Commands(window, theme, recent)
    if loaded.problem:
        window.centre.notices.tell(Notice(loaded.problem))
    window.resize(1280, 800)
    return window


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "docqa-app", description="Opens documents in the window; takes Qt's own options too."
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a document, or a folder of them")
    parser.add_argument("--ask", default="", metavar="QUESTION", help="what to ask the document in view")
    return parser


def _begin(window: MainWindow, files: Sequence[Path], question: str) -> None:
    window.opening.open_paths(files)
    window.answers.ask(question)


def real_parts(paths: Paths, settings: Settings) -> Parts:
    """The rooms that do the work; each is imported when it is first used, so that the window stands before them."""
    return Parts(
        read=partial(_read, paths.cache / "words", settings),
        draw=_draw,
        load_engine=partial(_load_engine, paths.models, settings.device),
    )


def _read(
    cache: Path,
    settings: Settings,
    path: Path,
    *,
    password: str | None = None,
    sources: Mapping[int, WordSource] | None = None,
    report: Report = silent,
    on_page: OnPage | None = None,
) -> Document:
    from docqa_app.reading.cache import WordCache
    from docqa_app.reading.options import ReadOptions
    from docqa_app.reading.reader import read_document

    options = ReadOptions(languages=tuple(settings.languages.split("+")), sources=dict(sources or {}))
    return read_document(path, options, password=password, cache=WordCache(cache), report=report, on_page=on_page)


def _draw(path: Path, password: str | None) -> Renderer:
    from docqa_app.reading.render import PageRenderer

    return PageRenderer(path, password)


def _load_engine(folder: Path, device: str) -> Engine:
    from docqa_app.answering.engine import load_engine

    engine: Engine = load_engine(folder, device)
    return engine
