"""Boxes to tick answer the questions that name them, their captions or their groups."""

from dataclasses import replace

from docqa_app.asking.asked_choices import choice_said
from docqa_app.core.document import Page
from tests.extracting.forms import box_at, delivery_form, word_at


def _said(question: str, page: Page) -> str | None:
    said = choice_said(question, [page])
    return said.text if said else None


def test_boxes_made_of_letters_count_as_boxes() -> None:
    words = (word_at("Delivery:", 0.1, 1), word_at("[x]", 0.3, 1), word_at("post", 0.35, 1), word_at("☐", 0.5, 1))
    page = Page(1, 600, 800, (*words, word_at("courier", 0.53, 1)))
    assert _said("Delivery?", page) == "post"
    assert _said("Is courier ticked?", page) == "no"


def test_whether_a_box_is_ticked_is_told_in_the_language_of_the_question() -> None:
    assert _said('Is the box "courier" ticked?', delivery_form()) == "yes"
    assert _said("Is post checked?", delivery_form()) == "no"
    assert _said("Ist bei Delivery „courier“ angekreuzt?", delivery_form()) == "ja"
    assert _said("Pour Urgent, « No » est-il coché ?", delivery_form()) == "non"


def test_the_ticked_box_of_a_group_is_told_with_its_words() -> None:
    said = choice_said("Which box is ticked under Delivery?", [delivery_form()])
    assert said
    assert (said.text, said.page, said.words) == ("courier", 1, (2,))
    assert _said("Was ist bei Urgent angekreuzt?", delivery_form()) == "Yes"
    assert _said("Delivery?", delivery_form()) == "courier"


def test_ticked_boxes_are_counted() -> None:
    assert _said("How many boxes are ticked?", delivery_form()) == "2"
    assert _said("Wie viele Kästchen sind angekreuzt?", delivery_form()) == "2"
    assert _said("Combien de cases sont cochées ?", delivery_form()) == "2"


def test_what_no_box_is_called_is_left_to_the_model() -> None:
    for question in ("Is the box express ticked?", "What is the total?", "Who delivered it?", "Is Delivery ticked?"):
        assert choice_said(question, [delivery_form()]) is None
    assert choice_said("How many boxes are ticked?", [replace(delivery_form(), checkboxes=())]) is None


def test_a_caption_that_stands_twice_wants_its_group_named() -> None:
    words = tuple(word_at("Yes", 0.54, 1) if word.text == "courier" else word for word in delivery_form().words)
    page = replace(delivery_form(), words=words)
    assert choice_said("Is Yes ticked?", [page]) is None
    assert _said("Is Yes ticked for Delivery?", page) == "yes"


def test_a_group_without_a_tick_has_no_answer() -> None:
    page = replace(delivery_form(), checkboxes=(box_at(0.3, 1, 0.0), box_at(0.5, 1, 0.0)))
    assert _said("Which option is ticked for Delivery?", page) == ""


def test_ink_that_may_be_a_tick_makes_the_answer_unsure() -> None:
    page = replace(delivery_form(), checkboxes=(box_at(0.3, 1, 0.0), box_at(0.5, 1, 0.6)))
    said = choice_said("Is courier ticked?", [page])
    assert said
    assert said.confidence < 0.6


def test_a_key_or_a_question_before_a_row_of_boxes_names_them_and_is_no_caption() -> None:
    for key in ("Supply:", "Supply?"):
        words = (word_at(key, 0.21, 1), word_at("[x]", 0.3, 1), word_at("City", 0.36, 1))
        page = Page(1, 600, 800, (*words, word_at("[]", 0.415, 1), word_at("Well", 0.47, 1)))
        assert _said("Is City ticked?", page) == "yes"
        assert _said("Is Well ticked?", page) == "no"
        assert _said("Which supply is used?", page) == "City"
