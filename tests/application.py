"""The application of all tests with a window: made as the app makes it, with its words and its garbage collection."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from docqa_app.app import make_application
from docqa_app.paths import find_paths


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Takes the place of pytest-qt's own."""
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else make_application(find_paths({"DOCQA_HOME": str(Path())}))
