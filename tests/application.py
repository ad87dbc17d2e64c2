"""The application of all tests with a window: made as the app makes it, with its words and its garbage collection."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from docqa_app.app import make_application
from docqa_app.paths import find_paths
from docqa_app.ui.speech import speak

SCREEN = (1024, 840)
"""Device-independent pixels: the window at its narrowest."""


@pytest.fixture(scope="session")
def qapp(tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """Takes the place of pytest-qt's own."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = offscreen(SCREEN, tmp_path_factory.mktemp("screen"))
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else make_application(find_paths({"DOCQA_HOME": str(Path())}))


@contextmanager
def speaking(application: QApplication, language: str) -> Iterator[None]:
    """The application as it is made where this language is chosen."""
    translators = speak(application, find_paths({}).resources / "translations", language)
    try:
        yield
    finally:
        for translator in translators:
            application.removeTranslator(translator)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Windows speak German."""
    with speaking(qapp, "de"):
        yield


def offscreen(size: tuple[int, int], folder: Path) -> str:
    """The platform that draws nowhere, on a screen of this size; its own has 800 by 800."""
    screen = {"name": "tests", "x": 0, "y": 0, "width": size[0], "height": size[1], "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    (folder / "screen.json").write_text(json.dumps({"screens": [screen]}))
    return f"offscreen:configfile={folder / 'screen.json'}"
