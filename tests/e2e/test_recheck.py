"""Another model is tried on the documents that a clerk accepted, from the settings or from the notice that it came."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem

from docqa_app.answering.installed import Installed
from docqa_app.core.answer import Candidate
from docqa_app.core.document import Page
from docqa_app.core.suppliers import Correction
from docqa_app.library.library import SqliteLibrary
from docqa_app.settings import load_settings
from docqa_app.ui.models_page import ModelsPage
from docqa_app.ui.settings_dialog import SettingsDialog
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.fakes import FakeEngine, Said
from tests.ui.review.bills import SELLER, bill, engine


def other() -> FakeEngine:
    """Another model, which takes what was bought for the one who sells."""
    return replace(engine({SELLER: Said("Hammer", 0.95)}), model="told 2.0")


def accept(desk: Desk, file: Path) -> None:
    """As a clerk who finds everything right, and says so twice, for some of it is in doubt."""
    desk.open(file)
    desk.press("Ctrl+E")
    desk.wait(lambda: desk.document.review is not None)
    accept_in_view(desk)


def accept_in_view(desk: Desk) -> None:
    for keys in ("Ctrl+Return", "Ctrl+Return"):
        desk.press(keys)
    desk.wait(lambda: desk.document.review is not None and desk.document.review.accepted)
    desk.wait(lambda: not desk.window.workshop.background.is_writing())


def learned(desk: Desk) -> list[Correction]:
    """What is remembered of suppliers, once it was written."""
    library = SqliteLibrary(desk.paths.library_file)
    desk.wait(library.memories)
    return [one for memory in library.memories() for one in memory.corrections]


def models_page(desk: Desk) -> ModelsPage:
    dialog = desk.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.tabs.setCurrentWidget(dialog.models)
    return dialog.models


def open_models(desk: Desk) -> ModelsPage:
    desk.wait(lambda: desk.window.workshop.model.engine)
    desk.press("Ctrl+,")
    return models_page(desk)


def result(desk: Desk, page: ModelsPage) -> str:
    desk.wait(lambda: "accepted" in page.flips.said.text() and "…" not in page.flips.said.text())
    return page.flips.said.text()


def flips(page: ModelsPage) -> list[QTreeWidgetItem]:
    """Every value that changed sides, below its heading."""
    heads = [page.flips.tree.topLevelItem(row) for row in range(page.flips.tree.topLevelItemCount())]
    found = [head.child(row) for head in heads if head for row in range(head.childCount())]
    return [one for one in found if one]


def test_a_model_that_came_is_told_once_and_tried_on_what_was_accepted(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    accept(desk, bill(tmp_path / "bill.pdf"))
    assert desk.window.centre.notices.shown is None
    desk.close()

    desk = open_desk(load_engine=other)
    notices = desk.window.centre.notices
    desk.wait(lambda: notices.shown)
    assert notices.shown is not None
    assert notices.shown.text.startswith("told 2.0 answers now; before, it was told 1.0.")
    desk.click(notices.deed_button)
    page = models_page(desk)
    said = result(desk, page)
    assert said.startswith("told 2.0, accepted documents: 1")
    texts = [[one.text(column) for column in range(4)] for one in flips(page)]
    assert texts == [["bill.pdf: Supplier", "Harbour Tools", "Harbour Tools", "Hammer"]]
    desk.close()

    desk = open_desk(load_engine=other)
    desk.wait(lambda: desk.window.workshop.model.engine)
    assert desk.window.centre.notices.shown is None


def test_what_a_document_taught_makes_no_model_look_better_on_it(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    desk.open(bill(tmp_path / "bill.pdf"))
    desk.press("Ctrl+E")
    desk.wait(lambda: desk.document.review is not None)
    desk.press("1")
    accept_in_view(desk)
    assert "C-77" in [one.text for one in learned(desk)]
    page = open_models(desk)
    desk.click(page.recheck_button)
    assert result(desk, page).startswith("told 1.0, accepted documents: 1, values: 22. Found right before: 21, now: 21")
    assert flips(page) == []


def test_what_changed_sides_opens_by_key(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(load_engine=engine)
    accept(desk, bill(tmp_path / "bill.pdf"))
    desk.press("Ctrl+W")
    desk.wait(lambda: not desk.documents)
    desk.window.workshop.model.engine = other()
    page = open_models(desk)
    desk.click(page.recheck_button)
    result(desk, page)
    tree = page.flips.tree
    tree.setCurrentItem(flips(page)[0])
    QTest.keyClick(tree, Qt.Key.Key_Return)
    desk.wait_read()
    assert Path(desk.document.path).name == "bill.pdf"
    assert page.isVisible()


def test_who_closes_the_settings_is_told_how_it_ended_and_finds_it_there_again(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    gate, told = threading.Event(), other().say

    def say(question: str, pages: Sequence[Page]) -> Sequence[Candidate]:
        gate.wait(30)
        return told(question, pages)

    desk = open_desk(load_engine=engine)
    accept(desk, bill(tmp_path / "bill.pdf"))
    desk.window.workshop.model.engine = FakeEngine(say, model="told 2.0")
    page = open_models(desk)
    desk.click(page.recheck_button)
    page.window().reject()
    gate.set()
    notices = desk.window.centre.notices
    desk.wait(lambda: notices.shown)
    assert notices.shown is not None
    assert "right before and are wrong now: 1; the other way round: 0." in notices.shown.text
    desk.click(notices.deed_button)
    page = models_page(desk)
    assert len(flips(page)) == 1
    page.window().reject()
    desk.wait(lambda: desk.window.findChild(SettingsDialog) is None)
    assert len(flips(open_models(desk))) == 1


def test_an_earlier_model_is_kept_from_the_settings(open_desk: OpenDesk) -> None:
    desk = open_desk(load_engine=engine)
    room = desk.window.settings
    models = tuple(Installed("told", version, f"/models/{version}", 1, True) for version in ("1.0", "2.0"))
    room._parts = replace(room._parts, models=lambda: models)
    page = open_models(desk)
    desk.wait(lambda: page.choice.count() == 3)
    page.choice.setFocus()
    QTest.keyClick(page.choice, Qt.Key.Key_Down)
    desk.click(page.window().keep_button)
    assert load_settings(desk.paths.settings_file).settings.model == "told 1.0"


def test_without_accepted_documents_it_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(load_engine=engine)
    page = open_models(desk)
    desk.click(page.recheck_button)
    assert result(desk, page).startswith("No document was accepted yet")
    assert page.flips.tree.isHidden()


def test_a_run_is_stopped_where_it_was_begun(open_desk: OpenDesk, tmp_path: Path) -> None:
    gate = threading.Event()

    def wait(question: str, pages: Sequence[Page]) -> Sequence[Candidate]:
        gate.wait(30)
        return ()

    desk = open_desk(load_engine=engine)
    accept(desk, bill(tmp_path / "bill.pdf"))
    desk.window.workshop.model.engine = FakeEngine(wait, model="told 3.0")
    page = open_models(desk)
    desk.click(page.recheck_button)
    desk.wait(lambda: "0 of 1" in page.flips.said.text())
    assert page.recheck_button.text() == "Stop"
    desk.click(page.recheck_button)
    assert page.flips.said.text() == "Stopped."
    assert page.recheck_button.text() == "Try on accepted documents"
    gate.set()
