"""The page that is shown while nothing is open: what was opened last can be told by its name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from docqa_app.ui.welcome import WIDTH, Welcome


def test_a_long_name_is_told_by_both_its_ends_and_is_whole_for_those_who_hear_it(qtbot: QtBot) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    path = Path(f"/in/{'Scan of the letter of the tax office ' * 4}2024-000471.pdf")
    welcome.show_recent([path])
    (button,) = welcome.recent_buttons
    assert button.text().startswith("Scan of")
    assert button.text().endswith("471.pdf")
    assert button.sizeHint().width() <= WIDTH
    assert button.accessibleName() == path.name
    welcome.resize(400, 400)
    welcome.show()
    assert welcome.minimumSizeHint().width() <= 400
    assert len(button.text()) < len(path.name) / 3
    assert button.text().endswith("471.pdf")
    with qtbot.waitSignal(welcome.recent_wanted) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [path]


def test_a_name_keeps_its_ampersand(qtbot: QtBot) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.show_recent([Path("/in/Paper & Print.pdf")])
    assert welcome.recent_buttons[0].text() == "Paper && Print.pdf"
    assert welcome.recent_buttons[0].shortcut().isEmpty()
