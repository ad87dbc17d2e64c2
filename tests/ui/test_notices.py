"""Notices are read one after the other and go when what they are about is mended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from docqa_app.ui.notices import Notice, Notices


@pytest.fixture
def notices(qtbot: QtBot) -> Notices:
    made = Notices()
    qtbot.addWidget(made)
    return made


def words(notices: Notices) -> list[str]:
    return [label.text() for label in notices.findChildren(QLabel) if label.isVisibleTo(notices)]


def test_nothing_is_shown_until_there_is_something_to_say(notices: Notices) -> None:
    assert notices.isHidden()
    notices.tell(Notice("The disk is full. Make room and try again."))
    assert not notices.isHidden()
    assert words(notices) == ["The disk is full. Make room and try again."]


def test_the_latest_is_shown_and_the_others_counted(notices: Notices, qtbot: QtBot) -> None:
    for text in ("one", "two", "three"):
        notices.tell(Notice(text))
    assert words(notices) == ["three", "2 more"]
    qtbot.mouseClick(notices.dismiss_button, Qt.MouseButton.LeftButton)
    assert words(notices) == ["two", "1 more"]


def test_a_later_notice_about_the_same_takes_its_place(notices: Notices) -> None:
    notices.tell(Notice("first try failed", about="file"))
    notices.tell(Notice("second try failed", about="file"))
    assert words(notices) == ["second try failed"]
    notices.withdraw("file")
    assert notices.isHidden()


def test_the_button_does_what_it_says_and_takes_the_notice_away(notices: Notices, qtbot: QtBot) -> None:
    done: list[str] = []
    notices.tell(Notice("It failed.", deed=("Try again", lambda: done.append("again"))))
    assert notices.deed_button.text() == "Try again"
    qtbot.mouseClick(notices.deed_button, Qt.MouseButton.LeftButton)
    assert done == ["again"]
    assert notices.isHidden()


def test_news_does_not_look_like_a_problem(notices: Notices) -> None:
    notices.tell(Notice("It failed."))
    assert notices.property("notice") == "problem"
    notices.tell(Notice("Another model answers now.", news=True))
    assert notices.property("notice") == "ask"
    notices.dismiss_button.click()
    assert notices.property("notice") == "problem"


def test_without_details_there_is_no_button_for_them(notices: Notices, qtbot: QtBot) -> None:
    notices.tell(Notice("plain"))
    assert notices.details_button.isHidden()
    notices.tell(Notice("with", details="line 1"))
    with qtbot.waitSignal(notices.details_wanted) as asked:
        qtbot.mouseClick(notices.details_button, Qt.MouseButton.LeftButton)
    assert asked.args[0].details == "line 1"
