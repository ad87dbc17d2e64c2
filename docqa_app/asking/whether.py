"""A question for yes or no whose answer is a thing: yes where the question ends in that very thing, no where it ends in
another day or number, and either where it ends in a limit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docqa_app.asking.comparisons import RANGE, YEAR, ends_in_year, limit_asked, same_unit
from docqa_app.asking.meaning import asks_whether
from docqa_app.asking.parsing.statements import yes_or_no
from docqa_app.asking.said_instead import instead, without
from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.find import fold
from docqa_app.core.language import SAID
from docqa_app.values.amounts import read_amounts, read_currencies
from docqa_app.values.dates import read_dates

YES_OR_NO = frozenset(word for said in SAID.values() for word in said.values())
LONGEST_DAY, LONGEST_AMOUNT = 4, 2
"""Words at the end of a question that say a day ("3 May 2025"), an amount ("50 EUR")."""
UNSURE = 0.5
"""How sure it is that nothing answers where a thing was found and is neither what the question says nor another one."""
_EXISTS = re.compile(
    r"^(?:(?:is|are|was|were) there|gibt es|gab es|liegen? \w+ vor|y a-t-il|est-ce qu'il y a|existe-t-il)\b"
)


def answers_whether(text: str) -> bool:
    """Whether a text is a yes or a no, in any language that is spoken here."""
    return fold(text) in YES_OR_NO


def said_whether(answer: Answer) -> Answer:
    """The answer as yes or no where its question wants that and a thing was found, in the question's language.

    Nothing where the thing tells neither: it may be chosen. What there is answers whether there is any.
    """
    question = answer.question
    asked = asks_whether(question) and not _EXISTS.match(fold(question))
    if not (answer.found and answer.page and asked) or answers_whether(answer.text):
        return answer
    true = is_so(question, answer.text)
    if true is None:
        return without(answer, UNSURE)
    said = yes_or_no(question, true)
    return instead(answer, Candidate(said, answer.confidence, answer.page, answer.evidence))


def is_so(question: str, found: str) -> bool | None:
    """Whether what was found is what the question ends in, or keeps to the limit it ends in; None where neither can be
    told."""
    limit = limit_asked(question)
    if limit:
        return limit.is_kept(found)
    words = question.rstrip(" ?.!").split()
    if f" {fold(' '.join(words))}".endswith(f" {fold(found)}"):
        return True
    same = _is_same(words, found)
    return None if same is False and RANGE.search(" ".join(words)) else same


def _is_same(words: Sequence[str], found: str) -> bool | None:
    """Whether the words end in the day or the number that was found; None where one of them holds none."""
    days = read_dates(" ".join(words[-LONGEST_DAY:])), read_dates(found)
    if all(days):
        return not set(days[0]).isdisjoint(days[1])
    return _is_amount(" ".join(words[-LONGEST_AMOUNT:]), found)


def _is_amount(asked: str, found: str) -> bool | None:
    """Whether two texts mean one number of one unit; None where one holds none or they are counted otherwise, as a year
    and a quantity are."""
    numbers, money = (read_amounts(asked), read_amounts(found)), (read_currencies(asked), read_currencies(found))
    if not all(numbers) or not (all(money) or same_unit(asked, found)):
        return None
    if all(money) and set(money[0]).isdisjoint(money[1]):
        return False
    same = not set(numbers[0]).isdisjoint(numbers[1])
    return None if not same and ends_in_year(asked) and not YEAR.search(found) else same
