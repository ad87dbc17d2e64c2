"""Tests of panes and parts run in the app's own application."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from docqa_app.paths import find_paths
from docqa_app.ui.speech import speak
from tests.application import qapp

__all__ = ["german", "qapp"]


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The window speaks German."""
    translators = speak(qapp, find_paths({}).resources / "translations", "de")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
