"""A clerk in Germany: the whole window speaks German, whatever is open in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)

from docqa_app.ui.settings_dialog import SettingsDialog
from docqa_app.ui.speech import spoken_language
from tests.application import speaking
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.ui.test_translations import GERMAN

SAME = {"PDF", "CSV", "JSON", "CPU", "CUDA", "English", "Deutsch"}


def said_by(top: QWidget) -> Iterator[str]:
    """Every text of a window: what is seen, what a tip says and what a screen reader hears."""
    for widget in (top, *top.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        if isinstance(widget, QTabWidget):
            yield from (widget.tabText(place) for place in range(widget.count()))
    for action in top.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def english_in(top: QWidget) -> set[str]:
    """Texts that stand there as they stand in the source, though they have another German."""
    changed = {source for (_, source), forms in GERMAN.items() if forms[0] != source}
    german = {form for forms in GERMAN.values() for form in forms}
    return {text for text in said_by(top) if text in changed - german - SAME}


def test_the_whole_window_speaks_german(german: None, open_desk: OpenDesk, order: Path) -> None:
    desk = open_desk()
    desk.open(order)
    desk.ask("What is the total?")
    assert desk.window.menuBar().actions()[0].text() == "&Datei"
    assert desk.window.findChildren(QDockWidget)[0].windowTitle() == "Dokumente"
    assert english_in(desk.window) == set()
    for keys in ("Ctrl+E", "Ctrl+M", "Ctrl+I", "F9", "Ctrl+Shift+F", "Ctrl+Shift+E", "Ctrl+,", "F1"):
        desk.press(keys)
        desk.window.activateWindow()
        desk.wait(desk.window.isActiveWindow)
    tops = {type(top).__name__: top for top in QApplication.topLevelWidgets() if top.isVisible()}
    assert {"MainWindow", "SettingsDialog", "ShortcutList", "LibraryDialog"} <= set(tops)
    assert {name: english_in(top) for name, top in tops.items() if english_in(top)} == {}


def test_the_language_is_chosen_in_the_settings(desk: Desk, qapp: QApplication) -> None:
    desk.press("Ctrl+,")
    dialog = desk.window.findChild(SettingsDialog)
    dialog.speech.setCurrentText("Deutsch")
    dialog.keep_button.click()
    assert spoken_language() == "en"
    assert '"speech": "de"' in desk.paths.settings_file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("chosen", "spoken"), [("de", "de"), ("en", "en"), ("fr", "en")])
def test_a_language_the_app_does_not_know_is_english(qapp: QApplication, chosen: str, spoken: str) -> None:
    with speaking(qapp, chosen):
        assert spoken_language() == spoken
