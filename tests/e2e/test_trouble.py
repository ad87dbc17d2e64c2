"""What goes wrong is said in one place, in sentences, and leaves the rest alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from docqa_app.errors import ModelError
from docqa_app.session.state import ReadState
from docqa_app.ui.errors_dialog import ErrorsDialog
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.fakes import FakeEngine
from tests.files import damaged, orders

FILES = Path(__file__).resolve().parent.parent / "data" / "reading"


def test_a_damaged_file_says_why_and_leaves_the_others_alone(desk: Desk, tmp_path: Path, order: Path) -> None:
    broken = damaged(tmp_path / "broken.pdf")
    desk.open(order, broken)
    assert [document.state for document in desk.documents] == [ReadState.READY, ReadState.FAILED]
    notice = desk.window.centre.notices.shown
    assert notice is not None
    assert notice.text.startswith("broken.pdf is damaged")
    assert not desk.window.status.source.isVisible()
    assert QApplication.activeModalWidget() is None
    desk.press("Alt+Left")
    desk.ask("What is the total?")
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.text == "1.50 EUR"


def test_a_damaged_page_is_counted_and_the_others_are_shown_and_asked(desk: Desk) -> None:
    desk.open(FILES / "one_bad_page.pdf")
    assert desk.window.view.desk.count == 3
    rows = desk.window.documents.rows
    assert rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole) == "one_bad_page.pdf, 1 not read · 3 pages"
    assert "Page 2 of one_bad_page.pdf is damaged" in rows.data(rows.index(0), Qt.ItemDataRole.ToolTipRole)
    desk.ask("What is the Total?")
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.found


def test_a_mended_file_is_read_by_the_button_of_the_notice(desk: Desk, tmp_path: Path) -> None:
    file = damaged(tmp_path / "file.pdf")
    desk.open(file)
    orders(file, 1)
    desk.click(desk.window.centre.notices.deed_button)
    desk.wait_read()
    assert desk.document.state is ReadState.READY
    assert desk.window.centre.notices.shown is None


def test_the_details_of_a_notice_are_copied_with_the_place_of_the_log(desk: Desk, tmp_path: Path) -> None:
    desk.open(damaged(tmp_path / "broken.pdf"))
    desk.click(desk.window.centre.notices.details_button)
    dialog = desk.window.findChild(ErrorsDialog)
    assert isinstance(dialog, QDialog)
    assert not dialog.isModal()
    desk.click(dialog.copy_button)
    copied = QApplication.clipboard().text()
    assert copied.startswith("broken.pdf is damaged")
    assert "Traceback" in copied
    assert str(desk.paths.logs) in dialog.place.text()


def test_a_missing_file_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    desk.open(tmp_path / "gone.pdf")
    assert desk.document.state is ReadState.FAILED
    assert "gone.pdf" in desk.document.problem


def test_closing_the_document_takes_its_notice_away(desk: Desk, tmp_path: Path) -> None:
    desk.open(damaged(tmp_path / "broken.pdf"))
    desk.press("Ctrl+W")
    assert desk.window.centre.notices.shown is None


def test_a_locked_document_asks_for_its_password_until_it_is_right(desk: Desk, tmp_path: Path) -> None:
    desk.open(orders(tmp_path / "locked.pdf", 2, password="blue door"))
    bar = desk.window.centre.password
    desk.wait(lambda: bar.isVisible() and desk.focused() is bar.field)
    desk.type("green door")
    desk.press("Return")
    desk.wait(lambda: "does not open" in desk.document.problem)
    desk.type("blue door")
    desk.press("Return")
    desk.wait_read()
    assert desk.document.state is ReadState.READY
    assert not bar.isVisible()
    desk.ask("What is the total?")
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.found


def open_locked(desk: Desk, file: Path) -> None:
    desk.open(orders(file, 1, password="blue door"))
    desk.wait(lambda: desk.focused() is desk.window.centre.password.field)
    desk.type("blue door")
    desk.press("Return")
    desk.wait_read()


def files_with(desk: Desk, text: bytes) -> list[Path]:
    """What the app has written and holds this text, in large or small letters."""
    written = [file for file in desk.paths.data.parent.rglob("*") if file.is_file()]
    assert written
    return [file for file in written if text in file.read_bytes().lower()]


def test_a_password_is_never_written_down(desk: Desk, tmp_path: Path) -> None:
    open_locked(desk, tmp_path / "locked.pdf")
    desk.close()
    assert files_with(desk, b"blue door") == []
    assert files_with(desk, b"harbour") == []


def test_what_a_password_opened_is_never_written_down_and_the_window_says_so(desk: Desk, tmp_path: Path) -> None:
    open_locked(desk, tmp_path / "locked.pdf")
    desk.press("Ctrl+E")
    desk.wait(lambda: desk.document.review)
    notice = desk.window.centre.notices.shown
    assert notice is not None
    assert notice.text.startswith("A password opened locked.pdf, so nothing of it is kept")
    desk.ask("What is the total?")
    desk.press("Ctrl+E")
    desk.press("Ctrl+Return")
    desk.press("Ctrl+Return")
    desk.wait(lambda: desk.document.review and desk.document.review.accepted)
    desk.close()
    assert files_with(desk, b"harbour") == []
    assert files_with(desk, b"1.50") == []


def test_what_a_password_opened_is_asked_again_after_a_new_start(open_desk: OpenDesk, tmp_path: Path) -> None:
    before = open_desk()
    open_locked(before, tmp_path / "locked.pdf")
    before.ask("What is the total?")
    before.close()
    desk = open_desk()
    desk.wait(lambda: desk.documents and desk.focused() is desk.window.centre.password.field)
    assert desk.document.asked[0].answer is None
    desk.type("blue door")
    desk.press("Return")
    desk.wait_read()
    desk.wait_answered()
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.text == "1.50 EUR"


class _SometimesThere:
    """A model that is missing at first."""

    def __init__(self) -> None:
        self.there = False

    def __call__(self) -> FakeEngine:
        if not self.there:
            raise ModelError("The model is not there. Put its folder into models and try again.")
        return FakeEngine()


def test_a_missing_model_is_said_where_it_is_missed_and_tried_again(open_desk: OpenDesk, order: Path) -> None:
    model = _SometimesThere()
    desk = open_desk(load_engine=model)
    desk.wait(lambda: desk.window.status.model.text() == "No model")
    assert desk.window.ask.state.text().startswith("The model is not there.")
    desk.open(order)
    desk.press("Ctrl+L")
    desk.type("What is the total?")
    desk.press("Return")
    model.there = True
    desk.click(desk.window.ask.load_again)
    desk.wait_answered()
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.text == "1.50 EUR"
    assert not desk.window.ask.state.isVisible()
    assert desk.window.status.model.text() == "label-finder 1.0 · CPU"
