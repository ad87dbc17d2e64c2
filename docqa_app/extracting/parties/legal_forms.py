"""The legal forms behind names: which words are one, and what a misread one is: "SON BHD" is "SDN BHD"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docqa_app.core.find import fold

LEGAL_FORMS = frozenset(
    (
        "gmbh", "ggmbh", "ag", "kg", "kgaa", "ohg", "gbr", "eg", "ek", "se", "sarl", "sas", "sasu", "eurl", "snc",
        "ltd", "limited", "llp", "plc", "inc", "llc", "corp", "corporation", "bv", "nv", "srl", "spa", "aps", "bhd",
        "ug", "og", "ev", "eu", "mbh", "mbb", "partg", "partgmbb", "gesbr", "sa", "sci", "scop", "scp", "sprl",
        "selarl", "eirl", "sagl", "pllc", "lp", "dac", "pty", "pvt", "oy", "oyj", "ab", "asbl", "vzw", "slu", "lda",
        "sro", "doo",
    )
)  # fmt: skip
_SMALL_FORMS = frozenset(("e.V.", "eV", "e.K.", "eK", "e.Kfm.", "e.U.", "eG", "gGmbH", "mbH", "mbB", "plc"))
"""Those that begin with a small letter, as they are written."""
SURE_FORMS = (("Sdn", "Bhd"), ("Pte", "Ltd"), ("Pty", "Ltd"), ("GmbH",), ("SARL",), ("Limited",), ("Ltd",))
"""Forms that hardly another word looks like. Of shorter ones a misread letter makes another name: "Inc" and "Ing"."""
_LOOKS = str.maketrans("dq0hm1t865", "ooonniibbs")
"""Letters and digits that look alike, each made one of them."""
_WORD = re.compile(r"([\W_]*)(.*?)([\W_]*)")


def plain_name(text: str) -> str:
    """A name as it is compared: folded, letters and digits alone."""
    return re.sub(r"[\W_]+", "", fold(text))


def is_form(text: str) -> bool:
    """Whether a word is a legal form, which is printed with a capital: "kg" is a weight."""
    return (text[0].isupper() and plain_name(text) in LEGAL_FORMS) or text.rstrip(",;") in _SMALL_FORMS


def has_form(name: str) -> bool:
    """Whether a name bears its legal form."""
    return any(map(is_form, name.split()[1:]))


def form_length(texts: Sequence[str], at: int) -> int:
    """How many words a legal form has that begins here ("e. K.", "S.à r.l." two); 0 where none does. Before a
    number two letters are a state: "Adelaide SA 5000"."""
    both = "".join(texts[at : at + 2]).rstrip(",;")
    if (both in _SMALL_FORMS and texts[at] == "e.") or both.casefold() in ("s.àr.l.", "s.ar.l."):
        return 2
    state = len(texts[at]) == 2 and texts[at + 1 : at + 2] and texts[at + 1][0].isdigit()
    return int(is_form(texts[at]) and not state)


def end_of_form(texts: Sequence[str], end: int) -> int:
    """Behind a legal form that ends here, with what goes on: "GmbH & Co. KG", "Pty Ltd"."""
    if texts[end : end + 1] and texts[end] in "&+" and plain_name("".join(texts[end + 1 : end + 2])) in ("co", "cie"):
        end += 2
    while texts[end : end + 1] and form_length(texts, end):
        end += 1
    return end


def mended_form(name: str) -> str:
    """The name with the legal form at its end as it is written, where recognition took its letters for others or lost
    the second of its words."""
    words = name.split()
    for form in SURE_FORMS:
        end = words[-len(form) :]
        if len(words) > len(form) and all(_looks_like(word, one) for word, one in zip(end, form, strict=True)):
            return " ".join([*words[: -len(form)], *map(_written, end, form)])
    begun = next(
        (form for form in SURE_FORMS if len(words) > 1 and len(form) > 1 and fold(_bare(words[-1])) == fold(form[0])),
        None,
    )
    return f"{name} {_written(words[-1], begun[1])}" if begun else name


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
