"""A clerk asks, and sees the answer, how sure it is, and where it stands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desk import Desk
from tests.files import orders


def shown(desk: Desk) -> list[str]:
    """What a screen reader would say of each card."""
    rows = desk.window.ask.answers.rows
    return [rows.data(rows.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]


def test_a_question_is_answered_with_level_and_page(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?")
    assert shown(desk) == ["What is the total?, 1.50 EUR, Found, page 1"]


def test_several_lines_are_several_questions(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?", "What is the order number?", "Who is the king?")
    assert shown(desk) == [
        "What is the total?, 1.50 EUR, Found, page 1",
        "What is the order number?, 1001, Found, page 1",
        "Who is the king?, No answer on the pages asked, Not found",
    ]


def test_the_evidence_of_the_answer_is_lit_on_its_page(desk: Desk, tmp_path: Path) -> None:
    desk.open(orders(tmp_path / "orders.pdf", 5))
    desk.ask("What is the total?")
    desk.press("4")
    desk.wait(lambda: desk.window.view.current_page == 5)
    assert desk.lit_words == {5: ["5.50", "EUR"]}


def test_only_the_page_in_view_is_asked_when_the_clerk_says_so(desk: Desk, tmp_path: Path) -> None:
    desk.open(orders(tmp_path / "orders.pdf", 3))
    desk.press("Ctrl+End")
    desk.window.ask.scope.setFocus()
    desk.press("Down")
    desk.ask("What is the total?")
    assert shown(desk) == ["What is the total?, 3.50 EUR, Found, page 3"]


def test_the_slash_key_puts_the_cursor_into_the_question_box(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.window.view.setFocus()
    desk.press("/")
    assert desk.focused() is desk.window.ask.box
    desk.type("a/b")
    assert desk.window.ask.box.toPlainText() == "a/b"


def test_up_recalls_the_last_question_and_down_what_was_being_typed(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?")
    desk.press("Ctrl+L")
    desk.type("Who")
    desk.press("Up")
    assert desk.window.ask.box.toPlainText() == "What is the total?"
    desk.press("Down")
    assert desk.window.ask.box.toPlainText() == "Who"


def test_a_suggested_question_is_asked_by_a_click(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.click(desk.window.ask.suggestions.buttons[0])
    desk.wait_answered()
    assert [asked.question for asked in desk.document.asked] == ["What is the total amount?"]
    assert not desk.window.ask.suggestions.isVisible()


def test_the_answer_is_copied_from_the_list(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?")
    desk.window.ask.answers.setFocus()
    desk.press("Ctrl+C")
    assert QApplication.clipboard().text() == "1.50 EUR"


def test_an_answer_is_removed_and_asked_again_by_key(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?", "What is the order number?")
    desk.press("F5")
    desk.wait_answered()
    assert len(shown(desk)) == 2
    desk.window.ask.answers.setFocus()
    desk.press("Delete")
    assert shown(desk) == ["What is the order number?, 1001, Found, page 1"]


def test_a_click_on_a_word_shows_the_answers_that_stand_on_it(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?", "What is the order number?")
    words = [word.text for word in desk.document.pages[0].words]
    desk.click_word(1, words.index("1001"))
    desk.wait(lambda: desk.chosen.question == "What is the order number?")
    desk.click_word(1, words.index("Hull"))
    assert desk.window.status.said.text() == "No answer stands on this word."
