"""Where a text's sentences end: not behind an abbreviation, an ordinal of a date or a number's own point."""

from __future__ import annotations

import re

from docqa_app.core.find import fold
from docqa_app.summarizing.months import CUT_MONTHS, MONTHS

ABBREVIATIONS = frozenset(
    (
        "mr", "mrs", "ms", "messrs", "dr", "prof", "st", "rd", "ave", "no", "nr", "inc", "inv", "ref", "ltd", "co",
        "corp", "bros", "jr", "sr", "vs", "etc", "e.g", "i.e", "approx", "dept", "est", "fig", "art", "vol", "p",
        "pp", "tel", "rs", "z.b", "d.h", "u.a", "bzw", "ca", "inkl", "zzgl", "str", "hr", "fr", "fa", "fam", "abs",
        "abb", "abt", "ziff", "gem", "lt", "evtl", "ggf", "vgl", "std", "kto", "tsd", "mio", "mrd", "usw", "mme",
        "mlle", "env", "av", "bd",
        *(month for month in CUT_MONTHS if month not in MONTHS),
    )
)  # fmt: skip
"""Words whose point does not end a sentence."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+\S)|\n\s*\n?")
_ORDINAL = re.compile(r"(?<![\w.,])\d{1,2}\.$")
_OF_A_DAY = re.compile(r"\b(?:am|vom|bis|zum|der|den|dem|des) \d{1,2}\.$")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.$")
_OPENING = "\"'“”‘’«»„([-–•"


def sentences_in(text: str) -> tuple[str, ...]:
    """The sentences of a text, spaces joined; a line break ends one too."""
    pieces: list[str] = []
    begin = 0
    for match in _END.finditer(text):
        if _ends(text[begin : match.end()], text[match.end() :]):
            pieces.append(text[begin : match.end()])
            begin = match.end()
    pieces.append(text[begin:])
    return tuple(joined for piece in pieces if (joined := " ".join(piece.split())))


def _ends(before: str, after: str) -> bool:
    """Whether a sentence ends between the two."""
    if before.endswith("\n") or before[-1] not in ".)]\"'”’»…":
        return True
    following = after.lstrip()
    if following.lstrip(_OPENING)[:1].islower():
        return False
    word = before.split()[-1].lstrip(_OPENING)
    if not word.endswith("."):
        return True
    if _ORDINAL.search(word):
        return fold(following.split()[0].strip(".,")) not in MONTHS and not _OF_A_DAY.search(before)
    return fold(word.rstrip(".")) not in ABBREVIATIONS and not _INITIAL.search(word)
