"""A room scrolls only where the window is lower than the room can be."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from docqa_app.ui.scrolled import Scrolled


def room_of(parent: QWidget | None = None) -> QWidget:
    """Words that wrap over a list that would rather be higher than it must be."""
    room = QWidget(parent)
    layout = QVBoxLayout(room)
    words, rows = QLabel("What this room is about, in more words than one line holds."), QListWidget()
    words.setWordWrap(True)
    rows.addItems([str(number) for number in range(60)])
    rows.setMinimumHeight(60)
    layout.addWidget(words)
    layout.addWidget(rows)
    return room


@pytest.mark.parametrize(("height", "scrolls"), [(180, False), (80, True)])
def test_a_list_gives_way_before_its_room_scrolls(qtbot: QtBot, height: int, scrolls: bool) -> None:
    area = Scrolled(room_of())
    qtbot.addWidget(area)
    area.resize(200, height)
    area.show()
    qtbot.waitExposed(area)
    assert (area.verticalScrollBar().maximum() > 0) == scrolls
