"""Texts that cannot answer a question, whatever stands about them: no city is "1200", no price is "Carl Yoder"."""

from __future__ import annotations

import re

from docqa_app.asking.facts.shapes import is_other_measure
from docqa_app.asking.facts.who_and_where import is_misplaced
from docqa_app.asking.printed.asked_form import LONGEST_FILLER, can_be, form_asked
from docqa_app.asking.printed.names import is_name
from docqa_app.asking.printed.typed import FORMS, Form
from docqa_app.core.find import fold

_CALLS = (Form.EMAIL, Form.PHONE, Form.FAX)
_NUMBERS = (Form.AMOUNT, Form.NUMBER, Form.PERCENT, Form.YEAR, Form.TIME)
_OF = r"(?:(?:the|his|her|its|their|your|our|my) )?(?:(?!(?:and|has|of|or|with)\b)[^\W\d_]+ ){0,3}"
_CODES = "(?:sort|bank|post|postal|zip|booking|customer|product|item) code"
_NUMBER_ASKED = re.compile(
    rf"(?:what|which) (?:(?:is|s|was|are) {_OF}|[^\W\d_]+ )(?:number(?! of\b)|{_CODES})\b"
    r"|(?:was ist die|wie (?:ist|lautet) die|welche) (?:[^\W\d_]+ )?[^\W\d_]*nummer\b"
    r"|quel est (?:le|son|leur|votre|notre) (?:numero|code postal)\b"
)
"""Questions for what something is numbered, in three languages, folded."""


def _may_be_number(text: str) -> bool:
    """Whether a text has digits, or is one word in capitals or what stands in place of any value."""
    return any(map(str.isdigit, text)) or len(text) <= LONGEST_FILLER or (text.isupper() and " " not in text)


def may_answer(question: str, text: str) -> bool:
    """Whether a text, read well or badly, may answer: no person or place is a day or a sum, no number is a name."""
    asked, bare = form_asked(question), text.strip(" .,;:()")
    if is_misplaced(question, text) or is_other_measure(question, text):
        return False
    if _NUMBER_ASKED.match(fold(question)) and not _may_be_number(bare):
        return False
    if asked is None:
        return True
    if asked.form in _CALLS:
        return can_be(text, asked)
    if asked.form is Form.TIME and FORMS[Form.DAY].fullmatch(bare):
        return False
    if asked.form is Form.DAY and any(map(str.isdigit, text)) and not can_be(text, asked):
        return False
    return asked.form not in _NUMBERS or not is_name(bare)
