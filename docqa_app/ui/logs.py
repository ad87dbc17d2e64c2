"""The log file: what the app, Python and Qt have to say, and where a crash happened."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

MOST_BYTES = 1_000_000
KEPT = 3
FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
log = logging.getLogger(__name__)


def start_logging(folder: Path) -> None:
    """Writes to docqa.log, a few of the last kept, and crashes to crash.log; without a folder, to stderr only."""
    logging.basicConfig(level=logging.INFO, format=FORM, handlers=[_handler(folder)], force=True)
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda told: _log_uncaught(
        told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
    )
    qInstallMessageHandler(_log_qt)
    try:
        faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))
    except OSError:
        faulthandler.enable()


def _handler(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(folder / "docqa.log", maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return logging.StreamHandler()


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    log.error("Uncaught %s", kind.__name__, exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(QT_LEVELS.get(kind, logging.INFO), "%s", message)
