"""Texts that cannot answer a question, whatever stands about them: no city is "1200", no price is "Carl Yoder"."""

from __future__ import annotations

from docqa_app.asking.facts.who_and_where import is_misplaced
from docqa_app.asking.printed.asked_form import can_be, form_asked
from docqa_app.asking.printed.names import is_name
from docqa_app.asking.printed.typed import FORMS, Form

_CALLS = (Form.EMAIL, Form.PHONE, Form.FAX)
_NUMBERS = (Form.AMOUNT, Form.NUMBER, Form.PERCENT, Form.YEAR, Form.TIME)


def may_answer(question: str, text: str) -> bool:
    """Whether a text, read well or badly, may answer: no person or place is a day or a sum, no number is a name."""
    asked, bare = form_asked(question), text.strip(" .,;:()")
    if is_misplaced(question, text):
        return False
    if asked is None:
        return True
    if asked.form in _CALLS:
        return can_be(text, asked)
    if asked.form is Form.TIME and FORMS[Form.DAY].fullmatch(bare):
        return False
    return asked.form not in _NUMBERS or not is_name(bare)
