"""Boxes to tick: their captions and groups, and the fields of a form they fill."""

from dataclasses import replace

from docqa_app.core.document import Box, Page
from docqa_app.extracting.choices import find_choices
from docqa_app.extracting.ticked_fields import ticked_fields
from tests.extracting.forms import box_at, delivery_form, word_at


def test_captions_stand_behind_their_boxes_and_labels_before_them() -> None:
    told = [(one.group, one.caption, one.ticked) for one in find_choices(delivery_form())]
    assert told == [
        ("Delivery", "post", 0.0),
        ("Delivery", "courier", 1.0),
        ("Urgent", "Yes", 1.0),
        ("Urgent", "No", 0.0),
    ]


def test_captions_before_their_boxes_are_found_where_they_stand_closer() -> None:
    words = (word_at("SHIPMENT", 0.3, 1), word_at("TRANSFER", 0.3, 2))
    page = Page(1, 600, 800, words, checkboxes=(box_at(0.41, 1, 1.0), box_at(0.41, 2, 0.0)))
    assert [(one.caption, one.ticked) for one in find_choices(page)] == [("SHIPMENT", 1.0), ("TRANSFER", 0.0)]


def test_boxes_under_a_heading_belong_to_it() -> None:
    words = (word_at("Delivery", 0.1, 1), word_at("post", 0.15, 2), word_at("courier", 0.15, 3))
    page = Page(1, 600, 800, words, checkboxes=(box_at(0.11, 2, 0.0), box_at(0.11, 3, 1.0)))
    assert [(one.group, one.caption) for one in find_choices(page)] == [("Delivery", "post"), ("Delivery", "courier")]


def test_a_page_on_its_side_is_told_like_an_upright_one() -> None:
    def laid(box: Box) -> Box:
        return Box(box.top, 1 - box.right, box.bottom, 1 - box.left)

    form = delivery_form()
    words = tuple(replace(word, box=laid(word.box)) for word in form.words)
    boxes = tuple(replace(one, box=laid(one.box)) for one in form.checkboxes)
    page = replace(form, width=800, height=600, words=words, checkboxes=boxes, turn=90)
    assert find_choices(page) == find_choices(form)


def test_groups_of_boxes_are_fields_of_a_form() -> None:
    fields = list(ticked_fields(delivery_form(), doubt_below=0.7))
    assert [(one.name, one.value, one.words) for one in fields] == [
        ("Delivery", "courier", (2,)),
        ("Urgent", "Yes", (4,)),
    ]
    assert all(one.boxes for one in fields)


def test_a_box_that_stands_alone_is_a_field_with_yes_or_no() -> None:
    words = (word_at("Newsletter", 0.14, 1), word_at("Catalogue", 0.14, 9))
    page = Page(1, 600, 800, words, checkboxes=(box_at(0.1, 1, 1.0), box_at(0.1, 9, 0.0)))
    assert [(one.name, one.value) for one in ticked_fields(page, doubt_below=0.7)] == [
        ("Newsletter", "yes"),
        ("Catalogue", "no"),
    ]


def test_the_only_box_of_a_page_is_no_field() -> None:
    page = Page(1, 600, 800, (word_at("Newsletter", 0.14, 1),), checkboxes=(box_at(0.1, 1, 1.0),))
    assert list(ticked_fields(page, doubt_below=0.7)) == []


def test_a_consent_under_the_label_of_a_group_is_none_of_its_boxes() -> None:
    words = (
        word_at("Days:", 0.1, 1),
        word_at("Mon", 0.34, 1),
        word_at("Tue", 0.54, 1),
        word_at("Newsletter", 0.14, 2),
        word_at("Terms", 0.14, 3),
    )
    boxes = (box_at(0.3, 1, 1.0), box_at(0.5, 1, 0.0), box_at(0.1, 2, 1.0), box_at(0.1, 3, 0.0))
    page = Page(1, 600, 800, words, checkboxes=boxes)
    assert [(one.name, one.value) for one in ticked_fields(page, doubt_below=0.7)] == [
        ("Days", "Mon"),
        ("Newsletter", "yes"),
        ("Terms", "no"),
    ]


def test_a_second_line_of_boxes_under_the_first_belongs_to_its_group() -> None:
    words = (word_at("Days:", 0.1, 1), word_at("Mon", 0.34, 1), word_at("Tue", 0.54, 1), word_at("Wed", 0.34, 2))
    boxes = (box_at(0.3, 1, 1.0), box_at(0.5, 1, 0.0), box_at(0.3, 2, 1.0))
    page = Page(1, 600, 800, words, checkboxes=boxes)
    assert [one.group for one in find_choices(page)] == ["Days", "Days", "Days"]
