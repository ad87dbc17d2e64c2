"""Where nothing is found the window says so, and offers what comes closest."""

from __future__ import annotations

from pathlib import Path

from docqa_app.session.choosing import level
from docqa_app.session.state import Level
from tests.desk import Desk
from tests.files import orders


def test_the_closest_text_is_offered_and_taken_by_a_click(desk: Desk, tmp_path: Path) -> None:
    desk.open(orders(tmp_path / "orders.pdf", 2))
    desk.ask("What is the total weight and volume?")
    offer = desk.window.ask.alternatives
    assert level(desk.chosen, 0.8) is Level.NOT_FOUND
    assert offer.closest.text() == (
        "No answer found on pages 1 to 2. The closest text is “1.50 EUR” on page 1. Use it?"
    )
    assert not desk.window.lighting.lit
    desk.click(offer.use_button)
    assert level(desk.chosen, 0.8) is Level.CHOSEN
    assert list(desk.window.lighting.lit) == [1]
    desk.press("0")
    assert level(desk.chosen, 0.8) is Level.NOT_FOUND
    assert not desk.window.lighting.lit


def test_a_digit_is_typed_where_a_question_is_begun(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?")
    desk.type("1")
    assert desk.window.ask.box.toPlainText() == "1"


def test_a_digit_chooses_no_answer_that_is_not_seen(desk: Desk, tmp_path: Path) -> None:
    desk.open(orders(tmp_path / "orders.pdf", 3))
    desk.ask("What is the total?")
    desk.press("Ctrl+I")
    desk.window.view.setFocus()
    desk.press("2")
    assert desk.chosen.choice == 0
    desk.press("Ctrl+L")
    desk.window.view.setFocus()
    desk.press("2")
    assert desk.chosen.choice == 2


def test_another_answer_is_taken_by_its_key_in_the_list(desk: Desk, tmp_path: Path) -> None:
    desk.open(orders(tmp_path / "orders.pdf", 3))
    desk.ask("What is the total?")
    desk.window.ask.answers.setFocus()
    desk.press("2")
    desk.wait(lambda: desk.window.view.current_page == 3)
    assert desk.chosen.choice == 2
