"""Boxes to tick: their captions and groups, the questions they answer, and the fields of a form they fill."""

from dataclasses import replace

from docqa_app.core.document import Box, Checkbox, Page, Word
from docqa_app.extracting.asked_choices import choice_said
from docqa_app.extracting.choices import find_choices
from docqa_app.extracting.ticked_fields import ticked_fields


def _word(text: str, left: float, line: int) -> Word:
    return Word(text, Box(left, line * 0.05, left + 0.012 * len(text), line * 0.05 + 0.02))


def _box(left: float, line: int, ticked: float) -> Checkbox:
    return Checkbox(Box(left, line * 0.05, left + 0.02, line * 0.05 + 0.02), ticked)


def _form() -> Page:
    """Two groups on lines of their own: Delivery (post, courier ticked), Urgent (Yes ticked, No)."""
    words = (
        _word("Delivery:", 0.1, 1),
        _word("post", 0.34, 1),
        _word("courier", 0.54, 1),
        _word("Urgent:", 0.1, 2),
        _word("Yes", 0.34, 2),
        _word("No", 0.54, 2),
    )
    boxes = (_box(0.3, 1, 0.0), _box(0.5, 1, 1.0), _box(0.3, 2, 1.0), _box(0.5, 2, 0.0))
    return Page(1, 600, 800, words, checkboxes=boxes)


def _said(question: str, page: Page) -> str | None:
    said = choice_said(question, [page])
    return said.text if said else None


def test_captions_stand_behind_their_boxes_and_labels_before_them() -> None:
    told = [(one.group, one.caption, one.ticked) for one in find_choices(_form())]
    assert told == [
        ("Delivery", "post", 0.0),
        ("Delivery", "courier", 1.0),
        ("Urgent", "Yes", 1.0),
        ("Urgent", "No", 0.0),
    ]


def test_captions_before_their_boxes_are_found_where_they_stand_closer() -> None:
    words = (_word("SHIPMENT", 0.3, 1), _word("TRANSFER", 0.3, 2))
    page = Page(1, 600, 800, words, checkboxes=(_box(0.41, 1, 1.0), _box(0.41, 2, 0.0)))
    assert [(one.caption, one.ticked) for one in find_choices(page)] == [("SHIPMENT", 1.0), ("TRANSFER", 0.0)]


def test_boxes_under_a_heading_belong_to_it() -> None:
    words = (_word("Delivery", 0.1, 1), _word("post", 0.15, 2), _word("courier", 0.15, 3))
    page = Page(1, 600, 800, words, checkboxes=(_box(0.11, 2, 0.0), _box(0.11, 3, 1.0)))
    assert [(one.group, one.caption) for one in find_choices(page)] == [("Delivery", "post"), ("Delivery", "courier")]


def test_a_page_on_its_side_is_told_like_an_upright_one() -> None:
    def laid(box: Box) -> Box:
        return Box(box.top, 1 - box.right, box.bottom, 1 - box.left)

    form = _form()
    words = tuple(replace(word, box=laid(word.box)) for word in form.words)
    boxes = tuple(replace(one, box=laid(one.box)) for one in form.checkboxes)
    page = replace(form, width=800, height=600, words=words, checkboxes=boxes, turn=90)
    assert find_choices(page) == find_choices(form)


def test_boxes_made_of_letters_count_as_boxes() -> None:
    words = (_word("Delivery:", 0.1, 1), _word("[x]", 0.3, 1), _word("post", 0.35, 1), _word("☐", 0.5, 1))
    page = Page(1, 600, 800, (*words, _word("courier", 0.53, 1)))
    assert _said("Delivery?", page) == "post"
    assert _said("Is courier ticked?", page) == "no"


def test_whether_a_box_is_ticked_is_told_in_the_language_of_the_question() -> None:
    assert _said('Is the box "courier" ticked?', _form()) == "yes"
    assert _said("Is post checked?", _form()) == "no"
    assert _said("Ist bei Delivery „courier“ angekreuzt?", _form()) == "ja"
    assert _said("Pour Urgent, « No » est-il coché ?", _form()) == "non"


def test_the_ticked_box_of_a_group_is_told_with_its_words() -> None:
    said = choice_said("Which box is ticked under Delivery?", [_form()])
    assert said
    assert (said.text, said.page, said.words) == ("courier", 1, (2,))
    assert _said("Was ist bei Urgent angekreuzt?", _form()) == "Yes"
    assert _said("Delivery?", _form()) == "courier"


def test_ticked_boxes_are_counted() -> None:
    assert _said("How many boxes are ticked?", _form()) == "2"
    assert _said("Wie viele Kästchen sind angekreuzt?", _form()) == "2"
    assert _said("Combien de cases sont cochées ?", _form()) == "2"


def test_what_no_box_is_called_is_left_to_the_model() -> None:
    for question in ("Is the box express ticked?", "What is the total?", "Who delivered it?", "Is Delivery ticked?"):
        assert choice_said(question, [_form()]) is None
    assert choice_said("How many boxes are ticked?", [replace(_form(), checkboxes=())]) is None


def test_a_caption_that_stands_twice_wants_its_group_named() -> None:
    words = tuple(_word("Yes", 0.54, 1) if word.text == "courier" else word for word in _form().words)
    page = replace(_form(), words=words)
    assert choice_said("Is Yes ticked?", [page]) is None
    assert _said("Is Yes ticked for Delivery?", page) == "yes"


def test_a_group_without_a_tick_has_no_answer() -> None:
    page = replace(_form(), checkboxes=(_box(0.3, 1, 0.0), _box(0.5, 1, 0.0)))
    assert _said("Which option is ticked for Delivery?", page) == ""


def test_ink_that_may_be_a_tick_makes_the_answer_unsure() -> None:
    page = replace(_form(), checkboxes=(_box(0.3, 1, 0.0), _box(0.5, 1, 0.6)))
    said = choice_said("Is courier ticked?", [page])
    assert said
    assert said.share < 0.6


def test_groups_of_boxes_are_fields_of_a_form() -> None:
    fields = list(ticked_fields(_form(), doubt_below=0.7))
    assert [(one.name, one.value, one.words) for one in fields] == [
        ("Delivery", "courier", (2,)),
        ("Urgent", "Yes", (4,)),
    ]
    assert all(one.boxes for one in fields)


def test_a_box_that_stands_alone_is_a_field_with_yes_or_no() -> None:
    words = (_word("Newsletter", 0.14, 1), _word("Catalogue", 0.14, 9))
    page = Page(1, 600, 800, words, checkboxes=(_box(0.1, 1, 1.0), _box(0.1, 9, 0.0)))
    assert [(one.name, one.value) for one in ticked_fields(page, doubt_below=0.7)] == [
        ("Newsletter", "yes"),
        ("Catalogue", "no"),
    ]


def test_the_only_box_of_a_page_is_no_field() -> None:
    page = Page(1, 600, 800, (_word("Newsletter", 0.14, 1),), checkboxes=(_box(0.1, 1, 1.0),))
    assert list(ticked_fields(page, doubt_below=0.7)) == []
