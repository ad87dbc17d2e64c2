"""Questions for yes or no that a sentence answers in their own words: "Are dogs allowed?", "Dogs are not allowed."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.asking.comparisons import limit_asked
from docqa_app.asking.facts.terms import Term, tells, terms_of
from docqa_app.asking.facts.told import sentences
from docqa_app.asking.meaning import asks_whether, parts_of
from docqa_app.asking.parsing.statements import yes_or_no
from docqa_app.asking.printed.sheet import sheet_of
from docqa_app.core.document import Page

ALIKE_FROM = 0.7
"""From here on a word of a sentence says what a word of the question does."""
FEWEST_TERMS = 2
_BEING_FORMS = "is are am being|was were been|ist sind|war waren|est sont|etait etaient"
_BEING = tuple(frozenset(words.split()) for words in _BEING_FORMS.split("|"))
_NO_WORDS = "not no never cannot nor nicht kein keine keinen keiner nie pas aucun aucune jamais t"
_NO = frozenset(_NO_WORDS.split())
"""What denies; the "t" is that of "isn't"."""
_HEDGES_WORDS = (
    "if unless only except until when where while may might should would could shall will must to be or but provided "
    "subject than though although without before after "
    "wenn falls sofern soweit nur ausser bis aber oder soll sollte sollten wurde wurden wird werden muss ohne vor nach "
    "zu si sauf uniquement seulement jusqu mais ou sera seront serait doit doivent avant apres sans a condition"
)
_HEDGES = frozenset(_HEDGES_WORDS.split())
"""What makes a sentence hold in some cases only, or not yet."""
_THAT = frozenset(["that", "dass", "que"])


@dataclass(frozen=True, slots=True)
class SaidSo:
    """Yes or no, in the question's language, and the words of the page's sentence that say so."""

    text: str
    page: int
    words: tuple[int, ...]


def said_so(question: str, pages: Sequence[Page]) -> SaidSo | None:
    """What sentences say to a question in its own words and order, and with no condition; None where none does, or two
    say otherwise."""
    asked = tuple(term for term in terms_of(question) if any(map(tells, term.words)))
    denies = not _NO.isdisjoint(parts_of(question))
    if not asks_whether(question) or limit_asked(question) or denies or len(asked) < FEWEST_TERMS:
        return None
    found = [one for page in pages for one in _on_page(question, asked, page)]
    return found[0] if len({one.text for one in found}) == 1 else None


def _on_page(question: str, asked: Sequence[Term], page: Page) -> list[SaidSo]:
    sheet = sheet_of(page)
    told = [(words, _holds(question, asked, sheet.text(words))) for words in sentences(sheet)]
    return [SaidSo(yes_or_no(question, holds), page.number, words) for words, holds in told if holds is not None]


def _holds(question: str, asked: Sequence[Term], sentence: str) -> bool | None:
    """Whether a sentence says that it is so; None where it tells neither, or more than is asked: of whom, of what kind,
    on which condition."""
    clause = _behind_that(parts_of(sentence))
    hedges = _HEDGES.difference(parts_of(question))
    if sentence.endswith("?") or not hedges.isdisjoint(clause) or not _same_being(parts_of(question), clause):
        return None
    plain = [part for part in clause if part not in _NO]
    said = terms_of(" ".join(plain))
    places = [next((one.at for one in said if one.meets(term) >= ALIKE_FROM), ()) for term in asked]
    firsts = [one[:1] for one in places]
    if not all(places) or firsts != sorted(set(firsts)):
        return None
    taken = {at for one in places for at in one}
    more = any(tells(word) for at, word in enumerate(plain) if at not in taken)
    return None if more else _NO.isdisjoint(clause)


def _behind_that(parts: list[str]) -> list[str]:
    """The words behind the last "that": "we are pleased to tell you that ..."."""
    starts = [n for n, part in enumerate(parts, 1) if part in _THAT]
    return parts[starts[-1] :] if starts else parts


def _same_being(question: Sequence[str], clause: Sequence[str]) -> bool:
    """Whether a question that begins with "is", or the like, and a sentence speak of one time."""
    own = next((forms for forms in _BEING if question[0] in forms or ("est" in question[:4] and "est" in forms)), None)
    return own is None or not own.isdisjoint(clause)
