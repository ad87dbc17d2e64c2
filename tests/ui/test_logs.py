"""The log file holds what the app, Qt and Python had to say; without a folder for it the app still starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SAY = """
import logging, sys, threading
from pathlib import Path
from PySide6.QtCore import qWarning
from docqa_app.ui.logs import start_logging
start_logging(Path(sys.argv[1]))
logging.getLogger("docqa_app").info("the app says")
qWarning("Qt says")
thread = threading.Thread(target=lambda: 1 // 0)
thread.start()
thread.join()
raise LookupError("Python says")
"""


def say(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", SAY, str(folder)], capture_output=True, text=True, check=False)


def test_everything_said_and_every_fault_is_in_the_log(tmp_path: Path) -> None:
    ended = say(tmp_path / "logs")
    written = (tmp_path / "logs" / "docqa.log").read_text(encoding="utf-8")
    for said in ("the app says", "Qt says", "Python says", "ZeroDivisionError"):
        assert said in written
    assert "Python says" in ended.stderr


def test_without_a_folder_the_log_goes_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = say(tmp_path / "file" / "logs")
    assert "the app says" in ended.stderr
    assert "Qt says" in ended.stderr
