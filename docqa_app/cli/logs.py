"""The command line's log file: what went wrong in detail, so that stderr can stay with one sentence."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

MOST_BYTES = 1_000_000
FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging(folder: Path) -> None:
    """Warnings and errors go to docqa-cli.log in `folder`, nowhere where that cannot be written.

    The window has a file of its own: two programs that turn one file over would lose each other's lines.
    """
    logging.basicConfig(level=logging.WARNING, format=FORM, handlers=[_handler(folder)], force=True)


class _Quiet(RotatingFileHandler):
    """A file, made for its first line only; a line that it cannot take is lost in silence."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        pass


def _handler(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "docqa-cli.log"
        return _Quiet(file, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8", delay=True, errors="backslashreplace")
    except OSError:
        return logging.NullHandler()
