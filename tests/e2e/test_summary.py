"""A clerk has a document summarized, sees which sentences it bears out, changes the text and takes it away."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit

from docqa_app.core.ports import Engine, Summarizer
from docqa_app.core.summary import Flag
from docqa_app.errors import ModelError
from docqa_app.session.summary import Summarized, SummaryState
from docqa_app.ui.summary.room import SummaryRoom
from tests.desk import PATIENCE, Desk
from tests.e2e.conftest import OpenDesk
from tests.files import orders

ENDED = (SummaryState.DONE, SummaryState.STOPPED, SummaryState.FAILED)


def room(desk: Desk) -> SummaryRoom:
    return desk.window.summary


def summary(desk: Desk) -> Summarized:
    assert desk.document.summary is not None, "no summary was wished for"
    return desk.document.summary


def wait_checked(desk: Desk) -> None:
    desk.wait(lambda: desk.document.summary and summary(desk).state in ENDED)


def spoken(desk: Desk) -> list[str]:
    """What a screen reader would say of each sentence."""
    rows = room(desk).sentences.rows
    return [rows.data(rows.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]


def write(desk: Desk, text: str) -> None:
    """Changes the whole text by keys and has it checked."""
    desk.press("F2")
    desk.press("Ctrl+A")
    desk.type(text)
    desk.press("Ctrl+Return")
    desk.wait(lambda: desk.document.summary and summary(desk).edited and summary(desk).state in ENDED)


@pytest.fixture
def summarized(desk: Desk, order: Path) -> Desk:
    """An order of one page, summarized by its key; the sentences have the focus."""
    desk.open(order)
    desk.press("Ctrl+M")
    wait_checked(desk)
    desk.press("Ctrl+M")
    return desk


def test_a_key_summarizes_the_document_and_each_sentence_has_its_flag(summarized: Desk) -> None:
    assert summarized.window.side.is_shown(room(summarized))
    assert spoken(summarized) == [
        "Order number 1001., Supported",
        "Ordered by Harbour Dental Practice in Hull., Supported",
        "Total 1.50 EUR., Supported",
    ]
    assert room(summarized).counted.text() == "3 supported"


def test_the_length_that_was_chosen_is_the_length(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.window.side.show_room(room(desk))
    room(desk).wish.length.setFocus()
    desk.press("Up")
    desk.click(room(desk).wish.begin_button)
    wait_checked(desk)
    assert len(spoken(desk)) == 2


def test_sentences_come_before_they_are_checked_and_the_bar_moves(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.summaries.gate.clear()
    desk.press("Ctrl+M")
    desk.wait(lambda: len(spoken(desk)) == 3)
    assert spoken(desk)[0] == "Order number 1001., Checking…"
    desk.wait(lambda: room(desk).wish.bar.maximum() == 3)
    assert room(desk).wish.doing.text() == "Writing a summary  0 of 3"
    assert desk.window.status.job.text.text().startswith("Writing a summary")
    desk.summaries.gate.set()
    wait_checked(desk)
    assert not room(desk).wish.bar.isVisible()


def test_cancel_keeps_the_sentences_that_came_and_try_again_checks_them(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.summaries.gate.clear()
    desk.press("Ctrl+M")
    desk.wait(lambda: len(spoken(desk)) == 3)
    desk.click(room(desk).wish.stop_button)
    assert summary(desk).state is SummaryState.STOPPED
    assert spoken(desk)[0] == "Order number 1001., Not checked"
    assert "Stopped" in room(desk).state.text()
    desk.summaries.gate.set()
    desk.click(room(desk).again_button)
    desk.wait(lambda: summary(desk).state is SummaryState.DONE)
    assert room(desk).counted.text() == "3 supported"


def test_opening_a_sentence_shows_the_question_and_both_answers_and_lights_the_place(summarized: Desk) -> None:
    write(summarized, "Total 9.99 EUR.")
    summarized.press("Home")
    pairs = room(summarized).questions.list
    said = pairs.rows.data(pairs.rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "What is the total? Summary: 9.99 EUR. Document: 1.50 EUR, page 1"
    assert summary(summarized).summary.sentences[0].flag is Flag.UNSUPPORTED
    assert summarized.lit_words == {1: ["1.50", "EUR"]}
    described = room(summarized).questions.bars.accessibleDescription()
    assert "9.99: document −4.00, summary −0.10" in described


def test_the_place_is_lit_again_by_enter_after_something_else_shone(summarized: Desk) -> None:
    summarized.press("End")
    summarized.window.lighting.show_word(1, 0)
    assert summarized.lit_words == {1: ["Order"]}
    summarized.press("Return")
    assert summarized.lit_words == {1: ["1.50", "EUR"]}


def test_what_stands_nowhere_is_marked_while_it_is_typed(summarized: Desk) -> None:
    checked = list(summarized.summaries.checked)
    summarized.press("F2")
    summarized.press("Ctrl+A")
    summarized.type("Total 9.99 EUR for Hollister.")
    editor = room(summarized).editor
    summarized.wait(lambda: len(editor.text.extraSelections()) == 2)
    marked = [one.cursor.selectedText() for one in editor.text.extraSelections()]
    assert marked == ["9.99", "Hollister"]
    assert editor.nowhere.text() == "Nowhere in the document: 9.99 · Hollister"
    assert summarized.summaries.checked == checked


def test_only_the_changed_sentence_is_checked_again(summarized: Desk) -> None:
    summarized.summaries.checked.clear()
    write(summarized, "Order number 1001. Total 2.50 EUR.")
    assert summarized.summaries.checked == ["Total 2.50 EUR."]
    assert spoken(summarized) == [
        "Order number 1001., Supported",
        "Total 2.50 EUR., Unsupported, Nowhere in the document: 2.50",
    ]


def test_escape_leaves_the_text_as_it_was(summarized: Desk) -> None:
    before = summary(summarized)
    summarized.press("F2")
    summarized.type("something else")
    assert room(summarized).is_editing
    summarized.press("Escape")
    assert summary(summarized) == before
    assert summarized.focused() is room(summarized).sentences


def test_an_own_text_is_checked_without_a_summary_by_the_model(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.window.side.show_room(room(desk))
    desk.click(room(desk).deeds.edit_button)
    desk.type("Total 1.50 EUR.")
    desk.press("Ctrl+Return")
    wait_checked(desk)
    assert spoken(desk) == ["Total 1.50 EUR., Supported"]


def test_an_own_text_can_be_brought_back_after_a_new_summary(summarized: Desk) -> None:
    write(summarized, "Total 9.99 EUR.")
    summarized.click(room(summarized).wish.begin_button)
    summarized.wait(lambda: not summary(summarized).edited and summary(summarized).state is SummaryState.DONE)
    summarized.click(room(summarized).deeds.back_button)
    summarized.wait(lambda: summary(summarized).summary.text == "Total 9.99 EUR.")


def test_sentences_that_come_while_the_text_stands_open_unchanged_are_not_taken_away(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.press("Ctrl+M")
    desk.click(room(desk).deeds.edit_button)
    assert room(desk).editor.text.toPlainText() == "", "no sentence has come yet"
    wait_checked(desk)
    desk.press("Ctrl+Return")
    desk.wait(lambda: not room(desk).is_editing and not desk.window.workshop.background.is_writing())
    assert [text.split(",")[0] for text in spoken(desk)][-1] == "Total 1.50 EUR."
    assert desk.document.summary is not None
    assert not summary(desk).edited


def test_a_text_that_is_being_changed_is_kept_when_another_document_comes(summarized: Desk, tmp_path: Path) -> None:
    first = summarized.document.key
    summarized.press("F2")
    summarized.press("Ctrl+A")
    summarized.type("Total 9.99 EUR.")
    summarized.open(orders(tmp_path / "other.pdf", 1))
    summarized.wait(lambda: summarized.documents[0].summary.summary.text == "Total 9.99 EUR.")  # type: ignore[union-attr]
    assert summarized.document.key != first
    assert summarized.document.summary is None
    assert not room(summarized).is_editing


def test_the_summary_and_a_sentence_are_copied(summarized: Desk) -> None:
    summarized.click(room(summarized).deeds.copy_button)
    assert QGuiApplication.clipboard().text() == summary(summarized).summary.text
    room(summarized).sentences.setFocus()
    summarized.press("End")
    summarized.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Total 1.50 EUR."


def export(desk: Desk, words: str, file: Path) -> str:
    """Takes the menu's entry that begins with `words`, saves as `file` and gives back what was written."""
    menu = room(desk).deeds.export_button.menu()
    next(one for one in menu.actions() if one.text().startswith(words)).trigger()
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(file.parent))
    dialog.findChild(QLineEdit, "fileNameEdit").setText(file.name)
    dialog.accept()
    desk.wait(lambda: desk.window.status.said.text().startswith("Written to"))
    return file.read_text(encoding="utf-8")


def test_the_summary_is_exported_with_its_flags(summarized: Desk, tmp_path: Path) -> None:
    write(summarized, "Total 9.99 EUR.")
    written = export(summarized, "Text", tmp_path / "summary.txt")
    assert "[Unsupported] Total 9.99 EUR.\n    Nowhere in the document: 9.99\n    What is the total?" in written
    assert "the check can be wrong" in written
    assert "Changed by a person." in written


def test_the_summary_is_exported_as_markdown(summarized: Desk, tmp_path: Path) -> None:
    written = export(summarized, "Markdown", tmp_path / "summary.md")
    assert written.startswith("# Summary of order.pdf\n")
    assert "- **Supported:** Total 1.50 EUR.\n  - What is the total?" in written


def test_the_help_says_how_often_the_check_is_right(summarized: Desk) -> None:
    summarized.click(room(summarized).help_button)
    shown = summarized.window.summaries.help
    assert shown is not None
    assert shown.isVisible()
    text = shown.text.text()
    assert "On the tests it flagged 90\u00a0% of the wrong sentences and 10\u00a0% of the right ones" in text
    assert "unsupported 81\u00a0% were wrong, which is 64\u00a0% of all wrong ones (precision and recall)" in text
    assert "can be wrong" in text


def test_an_edited_summary_is_there_after_a_restart_and_is_not_checked_again(open_desk: OpenDesk, order: Path) -> None:
    before = open_desk()
    before.open(order)
    before.press("Ctrl+M")
    wait_checked(before)
    before.press("Ctrl+M")
    write(before, "Total 9.99 EUR.")
    left = summary(before)
    before.close()
    desk = open_desk()
    desk.wait(lambda: desk.documents)
    desk.wait_read()
    desk.wait(lambda: desk.window.workshop.model.engine)
    assert summary(desk) == left
    assert desk.summaries.checked == []
    assert desk.window.side.is_shown(room(desk))


def test_a_text_that_is_being_changed_when_the_window_closes_is_kept(open_desk: OpenDesk, order: Path) -> None:
    before = open_desk()
    before.open(order)
    before.press("Ctrl+M")
    wait_checked(before)
    before.press("Ctrl+M")
    before.press("F2")
    before.press("Ctrl+A")
    before.type("Total 9.99 EUR.")
    before.close()
    desk = open_desk()
    desk.wait(lambda: desk.documents)
    desk.wait_read()
    wait_checked(desk)
    assert spoken(desk) == ["Total 9.99 EUR., Unsupported, Nowhere in the document: 9.99"]


def test_a_click_on_a_word_opens_the_sentence_that_stands_on_it(summarized: Desk) -> None:
    page = summarized.document.read_page(1)
    assert page is not None
    summarized.click_word(1, next(place for place, word in enumerate(page.words) if word.text == "1.50"))
    assert room(summarized).sentences.currentIndex().row() == 2
    assert summarized.lit_words == {1: ["1.50", "EUR"]}
    assert summarized.window.status.said.text() == "1 sentence of the summary stands on this word."


def test_a_click_on_another_word_says_that_no_sentence_stands_on_it(summarized: Desk) -> None:
    page = summarized.document.read_page(1)
    assert page is not None
    summarized.click_word(1, next(place for place, word in enumerate(page.words) if word.text == "Delivery"))
    assert summarized.window.status.said.text() == "0 sentences of the summary stand on this word."


def test_a_text_that_was_taken_behind_a_long_export_is_there_at_the_next_start(
    summarized: Desk, open_desk: OpenDesk
) -> None:
    exported = Event()
    summarized.window.workshop.write_lane.run(lambda report, note: exported.wait(PATIENCE / 1000), lambda _: None)
    summarized.press("F2")
    summarized.press("Ctrl+A")
    summarized.type("Total 9.99 EUR.")
    summarized.press("Ctrl+Return")
    QTimer.singleShot(100, exported.set)
    summarized.close()
    again = open_desk()
    again.wait_read()
    assert summary(again).summary.text == "Total 9.99 EUR."


def test_where_the_check_cannot_begin_the_reason_is_told_and_it_can_be_tried_again(desk: Desk, order: Path) -> None:
    summarizing, make = desk.window.workshop.summarizing, desk.window.workshop.summarizing._make

    def damaged(engine: Engine) -> Summarizer:
        raise ModelError("The model's thresholds quals.json are damaged (x). Install the model again.")

    summarizing._make = damaged
    desk.open(order)
    desk.press("Ctrl+M")
    wait_checked(desk)
    assert summary(desk).state is SummaryState.FAILED
    assert "Install the model again" in summary(desk).problem

    summarizing._make = make
    room(desk).again_button.click()

    desk.wait(lambda: summary(desk).state is SummaryState.DONE)
