"""Names whose legal form recognition misread or the model left out: "SON BHD" is "SDN BHD", a last "Lid." is "Ltd."."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from docqa_app.core.answer import Candidate
from docqa_app.core.find import fold
from docqa_app.extracting.parties.companies import Company

FORMS = (("Sdn", "Bhd"), ("Pte", "Ltd"), ("Pty", "Ltd"), ("GmbH",), ("SARL",), ("Limited",), ("Ltd",))
"""Forms that hardly another word looks like. Of shorter ones a misread letter makes another name: "Inc" and "Ing"."""
MOST_ADDED = 4
"""Words that a name may lack of the company that it is a part of."""
_LOOKS = str.maketrans("dq0hm1t865", "ooonniibbs")
"""Letters and digits that look alike, each made one of them."""
_WORD = re.compile(r"([\W_]*)(.*?)([\W_]*)")


def mended_form(name: str) -> str:
    """The name with the legal form at its end as it is written, where recognition took its letters for others or lost
    the second of its words."""
    words = name.split()
    for form in FORMS:
        end = words[-len(form) :]
        if len(words) > len(form) and all(_looks_like(word, one) for word, one in zip(end, form, strict=True)):
            return " ".join([*words[: -len(form)], *map(_written, end, form)])
    begun = next(
        (form for form in FORMS if len(words) > 1 and len(form) > 1 and fold(_bare(words[-1])) == fold(form[0])), None
    )
    return f"{name} {_written(words[-1], begun[1])}" if begun else name


def completed(name: Candidate, companies: Iterable[Company]) -> Candidate:
    """The whole company that a name is a part of, from the start of its line to its legal form; else the name."""
    own = set(name.evidence)
    whole = (one for one in companies if one.page == name.page and own and own < set(one.words))
    found = next((one for one in whole if len(one.words) - len(own) <= MOST_ADDED), None)
    return replace(name, text=found.text, evidence=found.words) if found else name


def _looks_like(word: str, form: str) -> bool:
    return _shape(_bare(word)) == _shape(form)


def _shape(letters: str) -> str:
    return fold(letters).translate(_LOOKS)


def _bare(word: str) -> str:
    found = _WORD.fullmatch(word)
    return found[2] if found else word


def _written(word: str, form: str) -> str:
    """The form with the marks around the word, in capitals where the word is."""
    bare = _bare(word)
    return word.replace(bare, form.upper() if bare.isupper() else form)
