"""Questions for a person or a place, which no day, hour, sum or share answers."""

from __future__ import annotations

import re

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.typed import FORMS, Form

_LED = r"^(?:(?:to|from|by|with|for|of|at|in|an|von|bei|mit|fur|a|de|d|par|pour|chez|avec) )?"
_WHO = re.compile(rf"{_LED}(?:who|whom|whose|wer|wem|wen|wessen|qui)\b")
_WHERE = re.compile(rf"{_LED}(?:where|wo|woher|wohin|ou)\b")
_REACHES = re.compile(
    r"\b(?:call|phone|reach|contact|write|send|sent|e ?mail|mail|apply|register|order|book|ask|inquire|enquire|get|find"
    r"|anrufen|telefon\w*|erreich\w*|meld\w*|wend\w*|schreib\w*|schick\w*|bestell\w*|buch\w*|frag\w*|bewerb\w*"
    r"|joindre|appeler|contacter|ecrire|envoyer|inscri\w*|commander|adresser|reserver)\b"
)
"""Whoever wants to reach somebody is helped by an address of mail or a number to call."""
_NEITHER = (Form.DAY, Form.YEAR, Form.TIME, Form.AMOUNT, Form.PERCENT)
_DAY_AND_PLACE = re.compile(rf"(?:{FORMS[Form.DAY].pattern}),? (?:in|at|à|a|zu|im)\b", re.IGNORECASE)
"""Of "9 April 2009 in Leeds" the town alone is where."""
_CALLS = (Form.EMAIL, Form.PHONE, Form.WEB)


def is_misplaced(question: str, text: str) -> bool:
    """Whether a person or a place is asked for and a text is wholly a day, an hour, a sum, a share or what is called;
    a person has letters, a place may be the number of a room. A day with its place is no place."""
    asked, bare = " ".join(parts_of(question)), text.strip(" .,;:()")
    who = bool(_WHO.match(asked))
    if not who and not _WHERE.match(asked):
        return False
    if any(FORMS[form].fullmatch(bare) for form in _CALLS):
        return not _REACHES.search(asked)
    if _DAY_AND_PLACE.match(bare) and not who:
        return True
    nobody = who and not any(map(str.isalpha, bare))
    return nobody or any(FORMS[form].fullmatch(bare) for form in _NEITHER)
