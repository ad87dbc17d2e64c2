"""The tabs beside the page keep their words while there is room, and their signs where there is not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from docqa_app.paths import find_paths
from docqa_app.ui.icons import Icons
from docqa_app.ui.side_panel import SidePanel

ENGLISH = ("Ask", "Fields", "Summary", "Inspect")
LONG = ("Fragen stellen", "Felder prüfen", "Zusammenfassung", "Untersuchen", "Bibliothek")


def panel(qtbot: QtBot, words: tuple[str, ...], width: int = 380) -> SidePanel:
    made = SidePanel(Icons(find_paths({}).resources / "icons"))
    qtbot.addWidget(made)
    for word in words:
        made.add_room(word, QWidget(), "ask")
    made.resize(width, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(side: SidePanel) -> list[str]:
    return [side.tabText(place) for place in range(side.count())]


def fits(side: SidePanel) -> bool:
    bar = side.tabBar()
    return bar.tabRect(side.count() - 1).right() <= side.width()


def test_four_rooms_show_their_words(qtbot: QtBot) -> None:
    side = panel(qtbot, ENGLISH)
    assert texts(side) == list(ENGLISH)
    assert fits(side)


def test_where_there_is_little_room_the_tab_in_front_keeps_its_word(qtbot: QtBot) -> None:
    side = panel(qtbot, LONG)
    assert texts(side) == [LONG[0], "", "", "", ""]
    assert not side.tabIcon(2).isNull()
    assert fits(side)


def test_a_click_on_a_sign_brings_its_word_to_the_front(qtbot: QtBot) -> None:
    side = panel(qtbot, LONG)
    place = side.tabBar().tabRect(2).center()
    qtbot.mouseClick(side.tabBar(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert texts(side) == ["", "", "Zusammenfassung", "", ""]
    assert side.tabIcon(2).isNull()


def test_a_wider_panel_shows_every_word_again(qtbot: QtBot) -> None:
    side = panel(qtbot, LONG)
    side.resize(700, 400)
    assert texts(side) == list(LONG)


def test_tips_and_screen_readers_have_the_words_always(qtbot: QtBot) -> None:
    side = panel(qtbot, LONG)
    assert side.tabToolTip(3) == "Untersuchen"
    assert side.tabBar().accessibleTabName(3) == "Untersuchen"


def test_a_room_that_is_higher_than_the_window_scrolls_to_what_has_the_focus(qtbot: QtBot) -> None:
    room, side = QWidget(), panel(qtbot, ("Ask",))
    column = QVBoxLayout(room)
    for _ in range(30):
        column.addWidget(QPushButton("One more"))
    last = QLineEdit()
    column.addWidget(last)
    side.add_room("Fields", room, "fields")
    side.show_room(room)
    assert side.is_shown(room)
    assert side.minimumSizeHint().height() < 200
    assert last.visibleRegion().isEmpty()
    side.activateWindow()
    last.setFocus()
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
