"""Forms with boxes to tick, laid out by hand for tests."""

from docqa_app.core.document import Box, Checkbox, Page, Word


def word_at(text: str, left: float, line: int) -> Word:
    return Word(text, Box(left, line * 0.05, left + 0.012 * len(text), line * 0.05 + 0.02))


def box_at(left: float, line: int, ticked: float) -> Checkbox:
    return Checkbox(Box(left, line * 0.05, left + 0.02, line * 0.05 + 0.02), ticked)


def delivery_form() -> Page:
    """Two groups on lines of their own: Delivery (post, courier ticked), Urgent (Yes ticked, No)."""
    words = (
        word_at("Delivery:", 0.1, 1),
        word_at("post", 0.34, 1),
        word_at("courier", 0.54, 1),
        word_at("Urgent:", 0.1, 2),
        word_at("Yes", 0.34, 2),
        word_at("No", 0.54, 2),
    )
    boxes = (box_at(0.3, 1, 0.0), box_at(0.5, 1, 1.0), box_at(0.3, 2, 1.0), box_at(0.5, 2, 0.0))
    return Page(1, 600, 800, words, checkboxes=boxes)
