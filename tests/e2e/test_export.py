"""Answers leave the window as the clerk left them, in the form that was chosen."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from tests.desk import Desk
from tests.files import orders


@pytest.fixture
def asked(desk: Desk, tmp_path: Path) -> Desk:
    """Two documents, both asked; in the first the clerk took the other total."""
    desk.open(orders(tmp_path / "first.pdf", 2))
    desk.ask("What is the total?")
    desk.press("1")
    desk.open(orders(tmp_path / "second.pdf", 1))
    desk.ask("What is the total?", "What is the order number?")
    return desk


def choose(desk: Desk, menu: QMenu, words: str, file: Path) -> None:
    """Takes the menu's entry that begins with `words` and saves as `file`."""
    menu.aboutToShow.emit()
    action: QAction = next(one for one in menu.actions() if one.text().startswith(words))
    assert action.isEnabled()
    action.trigger()
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(file.parent))
    dialog.findChild(QLineEdit, "fileNameEdit").setText(file.name)
    dialog.accept()
    desk.wait(lambda: file.exists() and desk.window.status.said.text().startswith("Written to"))


def test_answers_of_all_documents_are_one_table(asked: Desk, tmp_path: Path) -> None:
    menu = asked.window.exports.menu
    every = next(one.menu() for one in menu.actions() if one.menu())
    choose(asked, every, "Plain CSV", tmp_path / "all.csv")
    rows = list(csv.DictReader((tmp_path / "all.csv").open(encoding="utf-8", newline="")))
    assert [(row["document"], row["answer"], row["page"]) for row in rows] == [
        ("first.pdf", "2.50 EUR", "2"),
        ("second.pdf", "1.50 EUR", "1"),
        ("second.pdf", "1001", "1"),
    ]


def test_this_document_alone_is_written_as_json(asked: Desk, tmp_path: Path) -> None:
    choose(asked, asked.window.exports.menu, "JSON", tmp_path / "one.json")
    written = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert [answer["answer"] for answer in written["documents"][0]["answers"]] == ["1.50 EUR", "1001"]
    assert len(written["documents"]) == 1


def test_the_evidence_is_marked_in_a_copy_and_in_a_picture(asked: Desk, tmp_path: Path) -> None:
    choose(asked, asked.window.exports.menu, "PDF", tmp_path / "marked.pdf")
    with pikepdf.open(tmp_path / "marked.pdf") as copy:
        assert len(copy.pages[0].Annots) == 2
    asked.window.status.said.clear()
    choose(asked, asked.window.exports.menu, "Picture", tmp_path / "marked.png")
    assert Image.open(tmp_path / "marked.png").width == 1600


def test_a_place_that_cannot_be_written_is_a_sentence(asked: Desk, tmp_path: Path) -> None:
    form = asked.window.exports.forms[1]
    asked.window.exports.write(form, tmp_path / "no such folder" / "answers.csv", False)
    asked.wait(lambda: asked.window.centre.notices.shown)
    notice = asked.window.centre.notices.shown
    assert notice is not None
    assert "no such folder does not exist" in notice.text


def test_a_picture_of_a_scan_is_never_saved_over_the_scan(desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "scan.png"
    picture = Image.new("RGB", (1000, 400), "white")
    ImageDraw.Draw(picture).text((100, 150), "Total 4711", fill="black", font=ImageFont.load_default(60))
    picture.save(scan)
    before = scan.read_bytes()
    desk.open(scan)
    desk.ask("What is the total?")
    desk.window.exports.write(desk.window.exports.forms[4], scan, False)
    desk.wait(lambda: desk.window.centre.notices.shown)
    notice = desk.window.centre.notices.shown
    assert notice is not None
    assert notice.text.startswith("scan.png is the document itself")
    assert scan.read_bytes() == before


def test_without_answers_there_is_nothing_to_export(desk: Desk, order: Path) -> None:
    desk.open(order)
    menu = desk.window.exports.menu
    menu.aboutToShow.emit()
    assert not any(action.isEnabled() for action in menu.actions() if not action.isSeparator())
    assert not desk.window.ask.export_button.isEnabled()
