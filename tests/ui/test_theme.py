"""Light and dark follow the system while the user leaves it to the system."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from docqa_app.paths import find_paths
from docqa_app.ui.theme import DARK, LIGHT, Theme, shades_now


class System:
    """A system whose scheme the test can change, as a person does in its settings."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.scheme = Qt.ColorScheme.Light

    def change(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self._app.styleHints().colorSchemeChanged.emit(scheme)


@pytest.fixture
def system(qapp: QApplication) -> System:
    return System(qapp)


@pytest.fixture
def theme(qapp: QApplication, system: System) -> Iterator[Theme]:
    made = Theme(qapp, find_paths({}).resources / "icons", "system", lambda: system.scheme)
    yield made
    made.choose("light")
    made.end()


def test_the_window_follows_the_system_live(theme: Theme, system: System, qtbot: QtBot) -> None:
    assert shades_now() is LIGHT
    with qtbot.waitSignal(theme.changed):
        system.change(Qt.ColorScheme.Dark)
    assert shades_now() is DARK
    system.change(Qt.ColorScheme.Light)
    assert shades_now() is LIGHT


def test_a_choice_of_the_users_stands_against_the_system(theme: Theme, system: System) -> None:
    theme.choose("dark")
    system.change(Qt.ColorScheme.Light)
    assert shades_now() is DARK
    theme.choose("system")
    assert shades_now() is LIGHT
