"""The pages of the settings: languages by their own names, models with what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from docqa_app.answering.installed import Installed
from docqa_app.core.flips import Flip, Flips
from docqa_app.ui.language_choice import LanguageChoice, named
from docqa_app.ui.models_page import ModelsPage
from docqa_app.ui.scrolled import Scrolled

pytestmark = pytest.mark.usefixtures("qapp")


def texts(choice: LanguageChoice) -> list[str]:
    return [choice.item(row).text() for row in range(choice.count())]


def test_languages_are_called_by_their_own_names() -> None:
    assert [named(code) for code in ("eng", "deu", "fra", "frk")] == ["English", "Deutsch", "Français", "frk"]


def test_what_is_chosen_stands_first_and_what_is_missing_says_so(qtbot: QtBot) -> None:
    choice = LanguageChoice("fra+eng")
    qtbot.addWidget(choice)
    choice.show_installed(["deu", "eng", "ita"])
    assert texts(choice) == ["Français (not installed)", "English", "Deutsch", "Italiano"]
    assert choice.chosen == "fra+eng"


def test_languages_are_ticked_by_the_space_key(qtbot: QtBot) -> None:
    choice = LanguageChoice("eng")
    qtbot.addWidget(choice)
    choice.show_installed(["deu", "eng"])
    choice.setCurrentRow(1)
    QTest.keyClick(choice, Qt.Key.Key_Space)
    assert choice.chosen == "eng+deu"


def test_without_a_tick_the_language_is_found_out(qtbot: QtBot) -> None:
    choice = LanguageChoice("auto")
    qtbot.addWidget(choice)
    choice.show_installed(["deu", "eng"])
    assert texts(choice) == ["Deutsch", "English"]
    assert choice.chosen == "auto"
    choice.tick("deu", True)
    assert choice.chosen == "deu"


def models_page(qtbot: QtBot) -> ModelsPage:
    page = ModelsPage(Path("/models"))
    qtbot.addWidget(page)
    return page


def rows(page: ModelsPage) -> list[list[str]]:
    items = [page.tree.topLevelItem(row) for row in range(page.tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item]


def test_the_models_page_says_which_model_answers_and_which_is_damaged(qtbot: QtBot) -> None:
    page = models_page(qtbot)
    assert not page.check_button.isEnabled()
    whole = Installed("reader", "2.0", "/models/reader", 54_000_000, True)
    damaged = Installed("reader", "2.0", "/models/copy", 1_000_000, False, "The model file x is damaged.")
    page.show_models([whole, damaged])
    assert rows(page) == [["reader 2.0", "54 MB", "whole"], ["reader 2.0", "1 MB", "damaged"]]
    page.show_in_use(Path("/models/reader"))
    assert rows(page) == [["reader 2.0, in use", "54 MB", "whole"], ["reader 2.0", "1 MB", "damaged"]]
    assert page.said.text() == "The model file x is damaged."
    with qtbot.waitSignal(page.check_wanted):
        page.check_button.click()


def choices(page: ModelsPage) -> list[str]:
    return [page.choice.itemText(row) for row in range(page.choice.count())]


def test_whole_models_can_be_chosen_and_one_that_is_gone_stays_chosen(qtbot: QtBot) -> None:
    page = ModelsPage(Path("/models"), "reader 1.0")
    qtbot.addWidget(page)
    assert page.choice.chosen == "reader 1.0"
    newer = Installed("reader", "2.0", "/models/reader", 54_000_000, True)
    damaged = Installed("reader", "3.0", "/models/copy", 1_000_000, False, "The model file x is damaged.")
    page.show_models([newer, damaged])
    assert choices(page) == ["the newest that is whole", "reader 1.0", "reader 2.0"]
    assert page.choice.chosen == "reader 1.0"
    page.choice.setFocus()
    QTest.keyClick(page.choice, Qt.Key.Key_Home)
    assert page.choice.chosen == ""


def test_values_that_changed_sides_are_in_reach_on_a_small_screen(qtbot: QtBot) -> None:
    page = models_page(qtbot)
    page.resize(540, 290)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    problem = "The model file /models/copy/encoder.onnx is damaged: its checksum is wrong. Install the model again."
    page.show_models([Installed("reader", "2.0", "/models/copy", 1_000_000, False, problem)])
    lost = Flip("/in/an invoice with a rather long name.pdf", "total_amount", "119.00", "119.00", "100.00")
    page.flips.show_flips("reader 3.0", Flips(1, 22, 22, 21, (lost,)), {"total_amount": "Total"})
    tree = page.flips.tree
    lines = 4 * tree.fontMetrics().lineSpacing()
    scrolled = page.findChild(Scrolled)
    qtbot.waitUntil(lambda: scrolled.verticalScrollBar().maximum() > 0)
    tree.setFocus()
    qtbot.waitUntil(lambda: tree.viewport().visibleRegion().boundingRect().height() >= lines)
    assert tree.columnWidth(1) > tree.fontMetrics().horizontalAdvance("119.00")


def test_without_a_model_the_page_says_where_one_belongs(qtbot: QtBot) -> None:
    page = models_page(qtbot)
    page.show_models([])
    assert page.said.text() == "No model is installed. Put a model's folder into /models and start the app again."
