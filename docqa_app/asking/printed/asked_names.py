"""Questions for a name that says what it names, and for what a document calls itself, in three languages."""

from __future__ import annotations

import re

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.asked_form import telling_words
from docqa_app.core.find import fold

MOST_WORDS = 3
"""Telling words of what is named."""
_NAME_OF = re.compile(
    r"\bname (?:of |de |du |des |der )(?:the |la |le |les |des |der )?(.*)"
    r"|\bnom (?:de l['’]|de la |du |des |de )(.*)"
    r"|^which ((?:\w+ ){1,3}?)(?:is|are) (?:it|mentioned|given|named)\b"
    r"|\b(?:heisst|heissen) (?:die|der|das) (.*)"
)
_KIND_OF = re.compile(
    r"^(?:what|which) (?:type|kind|sort) of (?:an? )?([\w ]+?) (?:is|are) (?:this|it|the document|given)\b"
    r"|^what ([a-z]+) is (?:this|it)\b"
    r"|^was fur (?:ein|eine|einen) (\w+) ist (?:das|dies)"
    r"|^quel type de (\w+)"
)


def named_asked(question: str) -> tuple[str, ...]:
    """The words for what is named ("the name of the hotel"); () where no name is asked."""
    found = _NAME_OF.search(fold(question))
    words = telling_words(parts_of(_said(found))) if found else ()
    return words if len(words) <= MOST_WORDS else ()


def kind_asked(question: str) -> tuple[str, ...]:
    """The words for what a document may call itself ("What type of voucher is this?"); () where that is not asked."""
    found = _KIND_OF.search(fold(question))
    words = tuple(parts_of(_said(found))) if found else ()
    return words if len(words) <= MOST_WORDS else ()


def _said(found: re.Match[str]) -> str:
    return next(filter(None, found.groups()), "")
