"""A clerk opens documents in every way the window knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from docqa_app.reading import cache
from docqa_app.session.state import ReadState
from docqa_app.ui.single_instance import Wish
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk
from tests.files import orders


def names(desk: Desk) -> list[str]:
    """The list of documents as it is shown."""
    rows = desk.window.documents.rows
    return [rows.data(rows.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]


def drop(desk: Desk, mime: QMimeData) -> None:
    place, buttons = QPoint(400, 300), Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    fall = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, mime, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desk.window, fall)


def urls(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def test_several_files_are_chosen_in_the_dialog(desk: Desk, tmp_path: Path) -> None:
    first, second = orders(tmp_path / "first.pdf", 1), orders(tmp_path / "second.pdf", 2)
    desk.press("Ctrl+O")
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(tmp_path))
    dialog.findChild(QLineEdit, "fileNameEdit").setText(f'"{first.name}" "{second.name}"')
    dialog.accept()
    desk.wait_read()
    assert names(desk) == ["first.pdf, 1 page", "second.pdf, 2 pages"]
    assert desk.document.path == str(second)


def test_files_and_folders_are_dropped_on_the_window(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "month" / "week"
    folder.mkdir(parents=True)
    inside, beside = orders(folder / "inside.pdf", 1), orders(tmp_path / "beside.pdf", 1)
    for name in ("notes.txt", "logo.gif", ".hidden.pdf"):
        (folder / name).write_text("not a document")
    drop(desk, urls(beside, tmp_path / "month"))
    desk.wait_read()
    assert [document.path for document in desk.documents] == [str(beside), str(inside)]


def test_a_picture_is_pasted_and_kept_for_the_next_start(desk: Desk, tmp_path: Path) -> None:
    picture = QImage(600, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    QApplication.clipboard().setImage(picture)
    desk.window.view.setFocus()
    desk.press("Ctrl+V")
    desk.wait_read()
    assert Image.open(desk.document.path).size == (600, 200)
    assert Path(desk.document.path).parent == desk.paths.pasted


def test_a_pasted_picture_that_cannot_be_kept_is_a_sentence(desk: Desk) -> None:
    desk.paths.pasted.write_text("in the way of the folder")
    QApplication.clipboard().setImage(QImage(60, 20, QImage.Format.Format_RGB32))
    desk.window.view.setFocus()
    desk.press("Ctrl+V")
    assert desk.window.status.said.text() == f"The pasted picture could not be kept in {desk.paths.pasted}."
    assert not desk.documents


def test_a_copied_file_is_pasted(desk: Desk, order: Path) -> None:
    QApplication.clipboard().setMimeData(urls(order))
    desk.press("Ctrl+V")
    desk.wait_read()
    assert desk.document.path == str(order)


def test_pasting_nothing_says_so(desk: Desk) -> None:
    QApplication.clipboard().setText("only words")
    desk.window.documents.setFocus()
    desk.press("Ctrl+V")
    assert "no file and no picture" in desk.window.status.said.text()


def test_text_is_still_pasted_into_the_question(desk: Desk, order: Path) -> None:
    desk.open(order)
    QApplication.clipboard().setText("What is the total?")
    desk.press("Ctrl+L")
    desk.press("Ctrl+V")
    assert desk.window.ask.box.toPlainText() == "What is the total?"


def test_a_file_named_at_the_start_is_opened_and_asked(open_desk: OpenDesk, order: Path) -> None:
    desk = open_desk(Wish((str(order),), ("What is the total?",)))
    desk.wait(lambda: desk.documents)
    desk.wait_answered()
    assert desk.chosen.answer is not None
    assert desk.chosen.answer.text == "1.50 EUR"


def test_a_recent_file_is_opened_from_the_welcome_page(open_desk: OpenDesk, order: Path) -> None:
    before = open_desk()
    before.open(order)
    before.press("Ctrl+W")
    assert not before.documents
    before.close()
    desk = open_desk()
    button = next(one for one in desk.window.centre.welcome.recent_buttons if one.text() == "order.pdf")
    desk.click(button)
    desk.wait_read()
    assert desk.document.path == str(order)


def test_the_keys_step_through_the_documents_and_close_them(desk: Desk, tmp_path: Path) -> None:
    files = [orders(tmp_path / f"{name}.pdf", 1) for name in ("a", "b", "c")]
    desk.open(*files)
    desk.press("Alt+Right")
    assert desk.document.path == str(files[0])
    desk.press("Alt+Left")
    assert desk.document.path == str(files[2])
    desk.press("Ctrl+W")
    assert desk.document.path == str(files[1])
    assert names(desk) == ["a.pdf, 1 page", "b.pdf, 1 page"]


def test_a_file_that_is_open_already_is_brought_into_view(desk: Desk, tmp_path: Path) -> None:
    first, second = orders(tmp_path / "first.pdf", 1), orders(tmp_path / "second.pdf", 1)
    desk.open(first, second)
    desk.open(first)
    assert len(desk.documents) == 2
    assert desk.document.path == str(first)


def test_reading_many_pages_is_cancelled_and_taken_up_again(desk: Desk, tmp_path: Path) -> None:
    desk.window.opening.open_paths([orders(tmp_path / "many.pdf", 400)])
    desk.wait(lambda: desk.document.pages)
    desk.click(desk.window.status.job.cancel)
    assert desk.document.state is ReadState.STOPPED
    assert 0 < len(desk.document.pages) < 400
    assert "Stopped after" in names(desk)[0]
    desk.press("F5")
    desk.wait_read()
    assert len(desk.document.pages) == 400


def test_the_words_kept_of_other_documents_are_measured_once_and_not_for_every_document(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[Path] = []
    size = cache._size
    monkeypatch.setattr(cache, "_size", lambda folder: measured.append(folder) or size(folder))

    for pages in (1, 2, 3):
        desk.open(orders(tmp_path / f"{pages}.pdf", pages))
        desk.wait_read()

    assert len(list((desk.paths.cache / "words").iterdir())) == 3
    assert len(measured) == 1


def test_a_file_that_was_replaced_is_shown_as_it_is_once_it_is_read_again(desk: Desk, tmp_path: Path) -> None:
    path = orders(tmp_path / "scan.pdf", 1)
    desk.open(path)
    orders(tmp_path / "new.pdf", 3).replace(path)

    desk.window.documents.again_wanted.emit(desk.document.key)

    desk.wait(lambda: desk.window.view.desk.count == 3)
    assert desk.document.total_pages == 3
    desk.press("Ctrl+End")
    desk.wait(lambda: desk.document.page == 3)
