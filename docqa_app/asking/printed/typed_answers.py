"""Questions whose answer has a form of its own are answered by the text of that form nearest to their other words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from docqa_app.asking.meaning import asks_whether, parts_of
from docqa_app.asking.printed.asked_form import FormAsked, form_asked
from docqa_app.asking.printed.names import is_surely_name
from docqa_app.asking.printed.nearness import Asked, alike, asked_words
from docqa_app.asking.printed.opposites import say_opposite, tells_of_next
from docqa_app.asking.printed.sheet import Sheet, sheet_of
from docqa_app.asking.printed.spans import is_other_end
from docqa_app.asking.printed.typed import FORMS, Form, Typed, typed_in, typed_texts
from docqa_app.core.document import Page
from docqa_app.core.find import fold

ALSO = {Form.DAY: (Form.YEAR, Form.TIME), Form.AMOUNT: (Form.NUMBER,), Form.PERCENT: (Form.NUMBER,)}
"""Forms that answer too where none of the first stands nearer: "When is the break?" may want an hour."""
LESS, LESS_OF_HOUR = 0.15, 0.05
"""What such a form must be nearer by; an hour where "when" is asked and no date or day."""
SURELY_NAME = 0.25
"""What a name counts as nearer that an initial, a title or a degree shows to be a person's."""
BEHIND = 0.05
"""What a text counts as nearer that follows the question's words on their line."""
IN_BRACKETS = 0.15
"""What a name counts as nearer that has the question's words in brackets right behind it, "Tom Baker (treasurer)", or
behind a comma."""
LONGEST_OFFICE = 4
"""Words behind a name and a comma that tell who that is: "Tina Wolff, Vice President"."""
COUNTED = 0.3
"""What a number counts as nearer that stands right before what is counted: "400 posters"."""
AT_PLACE, FIRST = 0.2, 0.01
"""What a text counts as nearer at the place that the question names, and at the top of the page where it names none."""
_NO_COUNTS = (Form.DAY, Form.TIME, Form.PHONE, Form.PERCENT)
_CALLED = re.compile(r"(?:\b(?:no|nr)\.|\bn ?[°º]|№|#)$", re.IGNORECASE)
"""What stands before a number that is a name: "Fire House No. 2"."""
NEAREST, AHEAD = (0.6, 0.35), 0.1
"""How much of a question must stand near to tell much or anything, and how much nearer than anything else."""
SURE = {
    Form.NUMBER: (0.65, 0.4, 0.25),
    Form.PERCENT: (0.6, 0.0, 0.0),
    Form.AMOUNT: (0.75, 0.5, 0.0),
    Form.PERSON: (0.6, 0.4, 0.2),
}
SURE_IN_BRACKETS = 0.75
"""As of offices: where much of the question stands in brackets right behind a name."""
SURE_OTHERS = (0.85, 0.75, 0.45)
"""About which share is right where much stands near and nothing else as near, where one of the two holds, and where
none does, on the part of docvqa that was looked at; 0: not told."""


@dataclass(frozen=True, slots=True)
class Near:
    """A text of a page that may answer. `near`: the share of the question's words about it; `ahead`: how much more
    speaks for it than for any of the `others`, which say otherwise; `asked`: the question, as it was understood;
    `in_brackets`: its words stand in brackets, or as an office behind a comma, right behind the text; `counts`: the
    text is a number right before all that is counted."""

    typed: Typed
    page: int
    near: float
    ahead: float
    asked: FormAsked
    others: int
    in_brackets: bool = False
    counts: bool = False


def typed_answer(question: str, pages: Sequence[Page]) -> Near | None:
    """The text that answers a question for a day, a number and the like; None where it asks for none. The one that a
    question for yes or no says itself tells nothing of where the true one stands."""
    asked = form_asked(question)
    if asked and asked.form in FORMS and asks_whether(question):
        question = FORMS[asked.form].sub(" ", question)
        asked = form_asked(question)
    return nearest(asked, question, pages) if asked else None


def nearest(asked: FormAsked, question: str, pages: Sequence[Page]) -> Near | None:
    """The text of this form nearest to what else is asked; none that the question says itself."""
    said = fold(question)
    sheets = map(sheet_of, pages)
    every = [(sheet, one) for sheet in sheets for one in _found(sheet, asked) if fold(one.typed.text) not in said]
    found = [one for sheet, one in every if not is_other_end(question, *_around(sheet, one.typed))]
    if not found:
        return None
    best = max(found, key=lambda one: one.weight)
    others = [one.weight for one in found if fold(one.typed.text) != fold(best.typed.text)]
    ahead = best.weight - max(others, default=0.0)
    return Near(best.typed, best.page, best.near, ahead, asked, len(others), best.in_brackets, best.counts)


def _around(sheet: Sheet, typed: Typed) -> tuple[str, str]:
    """The words right before and right behind a text in its run; "" where none are."""
    run = sheet.run_of[typed.words[0]].words
    first, end = run.index(typed.words[0]), run.index(typed.words[-1]) + 1
    return sheet.text(run[max(0, first - 1) : first]), sheet.text(run[end : end + 1])


def sure_of(near: Near) -> float:
    """How sure such an answer is, 0..1; 0 where too little of the question stands about it to be told."""
    sure = SURE.get(near.typed.form, SURE_OTHERS)
    if not near.asked.rest:
        return sure[0 if near.ahead > AHEAD or not near.others else 1]
    much, ahead = near.near > NEAREST[0], near.ahead > AHEAD
    if near.near < NEAREST[1] or not (much or ahead or near.typed.form is near.asked.form):
        return 0.0
    return SURE_IN_BRACKETS if told_in_brackets(near) else sure[2 - much - ahead]


def told_in_brackets(near: Near) -> bool:
    """Whether much of the question stands in brackets or behind a comma right behind a name."""
    return near.in_brackets and near.near > NEAREST[0]


def counts_alone(near: Near) -> bool:
    """Whether a number is the only one that stands right before what is counted."""
    return near.counts and near.asked.form is Form.NUMBER and near.ahead > AHEAD


def stands_near(near: Near) -> bool:
    """Whether much of the question stands about a text, so that a model that says the same is a second witness and not
    misled by the same few words."""
    return not near.asked.rest or near.near > NEAREST[0]


@dataclass(frozen=True, slots=True)
class _Found:
    """A text with how near it is, 0..1, and how much speaks for it in all."""

    typed: Typed
    page: int
    near: float
    weight: float
    in_brackets: bool
    counts: bool


def _found(sheet: Sheet, asked: FormAsked) -> Iterator[_Found]:
    words = asked_words(sheet, asked.rest)
    for form in (asked.form, *ALSO.get(asked.form, ())):
        texts = tuple(typed_texts(sheet, form))
        keys = [_key_of(sheet, one) for one in texts]
        keyed = frozenset[int]().union(*keys)
        taken = frozenset(place for one in texts for place in _bracketed(sheet, one))
        for one, key in zip(texts, keys, strict=True):
            if not _is_beside_the_point(sheet, one, asked):
                yield _weighed(sheet, one, asked, words.without(keyed - key), taken)


def _weighed(sheet: Sheet, one: Typed, asked: FormAsked, words: Asked, taken: frozenset[int]) -> _Found:
    """A text by the question's words that stand near it; those in brackets that are `taken` tell of others."""
    places = {place for some in words.places for place in some}
    near, told = words.near(one.words), not places.isdisjoint(_bracketed(sheet, one))
    beside = IN_BRACKETS if told else BEHIND if _follows(sheet, one, places - taken) else 0.0
    counts = one.form is Form.NUMBER and len(asked.rest) == 1 and _counts(sheet, one, asked.rest)
    return _Found(one, sheet.number, near, near + beside + _more(sheet, one, asked), told, counts)


def _key_of(sheet: Sheet, typed: Typed) -> frozenset[int]:
    """The words of the key with a colon right before a text on its line, which tell of no other text."""
    line = [word for run in sheet.runs if run.line == sheet.run_of[typed.words[0]].line for word in run.words]
    before = line[: line.index(typed.words[0])]
    if not before or not sheet.words[before[-1]].text.endswith(":"):
        return frozenset()
    run = sheet.run_of[before[-1]].words
    rest = takewhile(lambda word: not _ends_value(sheet, word), reversed(run[: run.index(before[-1])]))
    return frozenset((before[-1], *rest))


def _ends_value(sheet: Sheet, word: int) -> bool:
    """Whether a word before a key belongs to what stands before it: a value with digits, or another key."""
    text = sheet.words[word].text
    return any(map(str.isdigit, text)) or text[-1] in ":;,"


def _more(sheet: Sheet, typed: Typed, asked: FormAsked) -> float:
    """What else speaks for a text, or against it."""
    top = sheet.box(typed.words).top
    counted = COUNTED if asked.form is Form.NUMBER and _counts(sheet, typed, asked.rest) else 0.0
    placed = {"top": AT_PLACE * (1 - top), "bottom": AT_PLACE * top}.get(asked.place, FIRST * (1 - top))
    hour = asked.when and typed.form is Form.TIME
    less = LESS_OF_HOUR if hour else LESS if typed.form is not asked.form else 0.0
    surely = SURELY_NAME if typed.form is Form.PERSON and is_surely_name(typed.text) else 0.0
    return placed - less + surely + counted


def _bracketed(sheet: Sheet, typed: Typed) -> tuple[int, ...]:
    """The words in brackets or behind a comma right behind a name, which tell who that is; () where none are."""
    run = sheet.run_of[typed.words[-1]].words
    behind = run[run.index(typed.words[-1]) + 1 :]
    if typed.form is not Form.PERSON or not behind:
        return ()
    if sheet.words[typed.words[-1]].text.endswith(","):
        return _office_behind(sheet, behind)
    if sheet.words[behind[0]].text[0] not in "([":
        return ()
    end = next((n for n, place in enumerate(behind, 1) if not {")", "]"}.isdisjoint(sheet.words[place].text)), 1)
    return behind[:end]


def _office_behind(sheet: Sheet, behind: Sequence[int]) -> tuple[int, ...]:
    """A few words, the first with a capital, up to the next mark; () where there are more."""
    end = next((n for n, place in enumerate(behind, 1) if sheet.words[place].text[-1] in ",;.:"), len(behind))
    return tuple(behind[:end]) if end <= LONGEST_OFFICE and sheet.words[behind[0]].text[0].isupper() else ()


def _is_beside_the_point(sheet: Sheet, typed: Typed, asked: FormAsked) -> bool:
    """Whether a text cannot answer: a name that is asked about itself, a number that counts nothing, or what stands
    beside the opposite."""
    rest = asked.rest
    if typed.form is Form.NUMBER and asked.form in (Form.NUMBER, Form.AMOUNT) and _counts_nothing(sheet, typed, asked):
        return True
    if typed.form is Form.PERSON and _names_what_is_asked(sheet, typed, rest):
        return True
    told = _told_of(sheet, typed)
    beside = {part for word in told for part in parts_of(sheet.words[word].text)}
    return say_opposite(rest, beside) or tells_of_next(rest, beside)


def _counts_nothing(sheet: Sheet, typed: Typed, asked: FormAsked) -> bool:
    """Whether a number is a year before nothing that is asked, is called "No. 2", or is part of a day, an hour or a
    call; or of a share, which may be an amount."""
    if FORMS[Form.YEAR].fullmatch(typed.text) and not _counts(sheet, typed, asked.rest):
        return True
    run = sheet.run_of[typed.words[0]]
    before = sheet.text(run.words[: run.words.index(typed.words[0])])
    others = _NO_COUNTS if asked.form is Form.NUMBER else _NO_COUNTS[:-1]
    whole = (one for form in others for one in typed_in(sheet, run, form))
    return bool(_CALLED.search(before)) or any(set(typed.words) <= set(one.words) for one in whole)


def _counts(sheet: Sheet, typed: Typed, rest: Sequence[str]) -> bool:
    """Whether a number stands right before what is counted: "2000 copies", also in the next column."""
    line = [word for run in sheet.runs if run.line == sheet.run_of[typed.words[-1]].line for word in run.words]
    behind = line[line.index(typed.words[-1]) + 1 :][:1]
    return any(alike(word, part) for index in behind for part in parts_of(sheet.words[index].text) for word in rest)


def _told_of(sheet: Sheet, typed: Typed) -> list[int]:
    """The words right before a text on its line, back to the number before it; the whole line where none are."""
    line = [word for run in sheet.runs if run.line == sheet.run_of[typed.words[0]].line for word in run.words]
    before = reversed(line[: line.index(typed.words[0])])
    return [*takewhile(lambda word: not any(map(str.isdigit, sheet.words[word].text)), before)] or line


def _names_what_is_asked(sheet: Sheet, typed: Typed, rest: Sequence[str]) -> bool:
    """Whether a name is a key or heading that only says again what is asked: "Conference Speakers"."""
    parts = [part for index in typed.words for part in parts_of(sheet.words[index].text)]
    is_key = sheet.words[typed.words[-1]].text.endswith(":")
    return is_key or any(alike(word, part) for word in rest for part in parts)


def _follows(sheet: Sheet, typed: Typed, places: Collection[int]) -> bool:
    """Whether one of these words stands before a text on its line."""
    line, left = sheet.run_of[typed.words[0]].line, sheet.words[typed.words[0]].box.left
    return any(sheet.run_of[at].line == line and sheet.words[at].box.right <= left + FIRST for at in places)
