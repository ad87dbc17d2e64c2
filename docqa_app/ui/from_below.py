"""What the rooms below say, in the language of the window.

They know no language but English, so their sentences are known here by their form: what stands in a blank is kept as it
is, or is itself one of these sentences. What is not known is shown as it was said.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from docqa_app.ui.below_sentences import SENTENCES

BLANK = re.compile(r"\{(\w+)\}")
APART = "; "
"""Between the reasons of one page."""

OURS = frozenset(("how", "why", "what", "has", "needs", "marks"))
"""Blanks in which the rooms below put sentences and words of their own."""

LISTS = frozenset(("languages", "wanted", "there"))
"""Blanks in which they put several languages, with commas between them."""


def in_our_words(said: str) -> str:
    """A sentence, or reasons with semicolons between them, in the language of the window."""
    whole = _translated(said)
    return whole if whole is not None else APART.join(_translated(part) or part for part in said.split(APART))


def _translated(said: str) -> str | None:
    """None where no sentence is of this form."""
    for sentence in _most_exact_first():
        if found := _form(sentence).fullmatch(said):
            parts = {name: _part(name, part) for name, part in found.groupdict().items()}
            return QCoreApplication.translate("Below", sentence).format(**parts)
    return None


def _part(name: str, said: str) -> str:
    """What stands in a blank, in our words where it is a sentence or a word of ours; names are anybody's."""
    if name in LISTS:
        return ", ".join(_translated(one) or one for one in said.split(", "))
    return (_translated(said) if name in OURS else None) or said


@cache
def _most_exact_first() -> tuple[str, ...]:
    """Of two forms that fit, the one that says more fits better."""
    return tuple(sorted(SENTENCES, key=lambda one: -len(BLANK.sub("", one))))


@cache
def _form(sentence: str) -> re.Pattern[str]:
    """A sentence as a pattern: its blanks hold anything."""
    parts = BLANK.split(sentence)
    fixed, names = map(re.escape, parts[::2]), (f"(?P<{name}>.+?)" for name in parts[1::2])
    pattern = next(fixed) + "".join(name + text for name, text in zip(names, fixed, strict=True))
    return re.compile(pattern, re.DOTALL)
