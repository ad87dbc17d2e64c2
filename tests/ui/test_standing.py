"""A window is painted before anything else is begun."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from docqa_app.ui.standing import LONGEST_WAIT, Standing


def test_work_begins_once_the_window_is_painted(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    standing, begun = Standing(window), []
    standing.then(lambda: begun.append("session"))
    standing.then(lambda: begun.append("wish of a second start"))
    window.show()
    window.repaint()
    assert not begun, "it would hold up the paint"
    qtbot.waitUntil(lambda: begun == ["session", "wish of a second start"])
    standing.then(lambda: begun.append("later"))
    assert begun[-1] == "later"
    window.repaint()
    QTest.qWait(LONGEST_WAIT + 50)
    assert len(begun) == 3


def test_a_window_that_is_never_painted_works_all_the_same(qtbot: QtBot, qapp: QApplication) -> None:
    hidden, begun = QWidget(), []
    qtbot.addWidget(hidden)
    Standing(hidden).then(lambda: begun.append("session"))
    qtbot.waitUntil(lambda: bool(begun), timeout=LONGEST_WAIT * 10)
