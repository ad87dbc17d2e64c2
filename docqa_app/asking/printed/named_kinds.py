"""Names that say what they name: "the name of the hotel" is "Hotel Adler", the company ends in its legal form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.names import is_surely_name
from docqa_app.asking.printed.nearness import alike
from docqa_app.asking.printed.sheet import Run, Sheet
from docqa_app.core.find import fold

_ALSO = {
    "company": (
        "inc ltd limited co corp corporation gmbh ag kg sa sas sarl llc plc company companies incorporated bv spa"
    ),
    "university": "university universitat universite college",
    "hospital": "hospital krankenhaus klinik klinikum hopital clinic",
    "bank": "bank sparkasse banque",
    "association": "association verband verein society gesellschaft",
    "hotel": "hotel inn motel gasthof",
    "school": "school schule ecole gymnasium",
    "institute": "institute institut",
    "organization": "organization organisation association society council institute foundation",
}
"""What else, in three languages, a name of that kind holds."""
_CALLED = {
    "firma": "company", "unternehmen": "company", "gesellschaft": "company", "societe": "company",
    "entreprise": "company", "corporation": "company", "universitat": "university", "universite": "university",
    "krankenhaus": "hospital", "hopital": "hospital", "banque": "bank", "verein": "association", "schule": "school",
    "ecole": "school", "institut": "institute", "organisation": "organization", "committe": "committee",
}  # fmt: skip
_JOINS_WORDS = "of and the for & de la le du des et der die das und fur von in"
_JOINS = frozenset(_JOINS_WORDS.split())

_PERSON = re.compile(r"(?:er|or|ee|eur)$|(?:er|or)in$|(?:euse|trice|iere)$")
"""How nouns of persons end, of women as well: an advertiser's name does not hold that word, a label does."""
_THINGS = "center newspaper paper committee chapter letter order theater tower register newsletter folder kloster"


def is_person(kind: str) -> bool:
    """Whether a noun is one of persons: their names do not hold it, as that of a hotel may."""
    return _PERSON.search(kind) is not None and kind not in _THINGS.split()


def bearer(sheet: Sheet, kind: str) -> tuple[int, ...]:
    """The person's name right behind a noun for who that is: of "Mieterin Frau Nowak" the tenant's; else ()."""
    words = named(sheet, kind)
    is_called = bool(words) and any(alike(kind, part) for part in parts_of(sheet.words[words[0]].text))
    return words[1:] if is_called and is_surely_name(sheet.text(words[1:])) else ()


def named(sheet: Sheet, kind: str, others: Sequence[str] = ()) -> tuple[int, ...]:
    """The most prominent name that holds the word for its kind, and all the others, and more than them; else ()."""
    holds = _ALSO.get(_CALLED.get(kind, kind), _CALLED.get(kind, kind)).split()
    wanted = [holds, *([other] for other in others)]
    names = [words for run in sheet.runs for words in _capital_runs(sheet, run) if _holds(sheet, words, wanted)]
    return max(names, key=lambda words: _prominence(sheet, words), default=())


def _capital_runs(sheet: Sheet, run: Run) -> Iterator[tuple[int, ...]]:
    """The longest stretches of words in capitals or with capital letters, joined by small words."""
    words: list[int] = []
    for index in (*run.words, -1):
        text = sheet.words[index].text.strip("\"'“”‘’()") if index >= 0 else ""
        if re.match(r"[A-ZÀ-Þ&]", text) or (words and fold(text) in _JOINS):
            words.append(index)
        if words and (words[-1] != index or (text[-1:] in ".;:" and len(text) > 4) or text.endswith(",")):
            yield from _trimmed(sheet, words)
            words = []


def _trimmed(sheet: Sheet, words: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Without small words at the ends."""
    kept = list(words)
    while kept and fold(sheet.words[kept[-1]].text) in _JOINS - {"&"}:
        kept.pop()
    while kept and sheet.words[kept[0]].text in (
        "The",
        "In",
        "At",
        "For",
        "From",
        "To",
        "Of",
        "By",
        "A",
        "An",
        "This",
        "Our",
    ):
        kept.pop(0)
    if kept:
        yield tuple(kept)


def _holds(sheet: Sheet, words: Sequence[int], wanted: Sequence[Sequence[str]]) -> bool:
    parts = [part for index in words for part in parts_of(sheet.words[index].text)]
    told = [part for part in parts if len(part) > 1]
    asks = sheet.words[words[-1]].text[-1] in "?:"
    return (
        not asks
        and len(told) > len(wanted)
        and all(any(alike(one, part) for one in some for part in parts) for some in wanted)
    )


def _prominence(sheet: Sheet, words: Sequence[int]) -> float:
    height = max(sheet.words[index].box.height for index in words) / sheet.height
    return min(2.0, height) - 0.8 * sheet.box(tuple(words)).top
