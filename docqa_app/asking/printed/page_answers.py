"""What a page's print alone says to a question: parts of letters, titles, notes, short forms, names, texts of a form.

A question that one of these rules understands is answered by the words of the page that it finds; the first rule with
an answer counts. How sure each is stands in `SURE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.asked_form import FormAsked, form_asked
from docqa_app.asking.printed.asked_names import kind_asked, named_asked
from docqa_app.asking.printed.asked_parts import CAPTION, CAPTION_NUMBER, PAGE_NUMBER, TITLE, PartAsked, part_asked
from docqa_app.asking.printed.footnotes import note, note_asked
from docqa_app.asking.printed.headings import captions, page_number, title
from docqa_app.asking.printed.letter_parts import Part, letter_part
from docqa_app.asking.printed.listed import item, item_asked
from docqa_app.asking.printed.named_kinds import bearer, is_person, named
from docqa_app.asking.printed.names import is_surely_name
from docqa_app.asking.printed.numbered import number_of, numbered_asked
from docqa_app.asking.printed.offices import office, person_asked
from docqa_app.asking.printed.places import place_of, place_of_asked
from docqa_app.asking.printed.sheet import Sheet, sheet_of
from docqa_app.asking.printed.short_forms import short_form_asked, stands_for
from docqa_app.asking.printed.spans import end_of_span
from docqa_app.asking.printed.typed import Form
from docqa_app.asking.printed.typed_answers import (
    NEAREST,
    counts_alone,
    nearest,
    stands_near,
    sure_of,
    told_in_brackets,
    typed_answer,
)
from docqa_app.core.document import Page

SURE = {
    "note": 0.8,
    "short form": 0.8,
    "office": 0.75,
    "kind": 0.65,
    "numbered": 0.8,
    "listed": 0.85,
    "place": 0.8,
    "name": 0.6,
    "person": 0.4,
    TITLE: 0.7,
    PAGE_NUMBER: 0.85,
    CAPTION: 0.85,
    CAPTION_NUMBER: 0.85,
    Part.RECIPIENT: 0.7,
    Part.SENDER: 0.7,
    Part.DATE: 0.8,
    Part.SUBJECT: 0.8,
    Part.COPY: 0.6,
    Part.SALUTATION: 0.8,
    Part.CLOSING: 0.8,
}
"""About which share of these answers is right, by rule, on the part of docvqa that was looked at; a little less where
there were few. Texts of a form: `typed_answers.SURE`."""
_AROUND = " .,:;-–_|/#*†"
"""Marks that are no part of an answer at its ends."""
_PEOPLE = (Part.RECIPIENT, Part.SENDER, Part.COPY)
_OWN_FORM = (Form.PHONE, Form.FAX, Form.ZIP, Form.DAY)
"""Numbers that are looked for by their form."""


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """A text of a page that answers; `words` are indices into the page's. `confidence`: 0..1. `is_near`: it was found
    by what stands near it alone; `witnesses`: a model that says the same makes it surer."""

    text: str
    page: int
    words: tuple[int, ...]
    confidence: float
    is_near: bool = False
    witnesses: bool = True


Find = Callable[[Sheet], tuple[int, ...]]
"""find(sheet): the words that answer; () where the page has none."""


def page_answer(question: str, pages: Sequence[Page]) -> PageAnswer | None:
    """The answer that the print of a page gives; None where the question asks for nothing that the rules know."""
    return next((answer for rule in _RULES for answer in rule(question, pages)), None)


def is_elsewhere(question: str, text: str, pages: Sequence[Page]) -> bool:
    """Whether a text cannot be the part of a letter that is asked for: it is of another part and not of that one, or
    has no letters where a person is asked for."""
    asked = part_asked(question)
    if asked is None or not isinstance(asked.part, Part):
        return False
    if asked.part in _PEOPLE and not any(map(str.isalpha, text)):
        return True
    said, sheets = parts_of(text), [sheet_of(page) for page in pages]
    parts = [part for part in Part for sheet in sheets if _says(sheet, letter_part(sheet, part), said)]
    return bool(parts) and asked.part not in parts


def _says(sheet: Sheet, words: Sequence[int], said: Sequence[str]) -> bool:
    """Whether these words say all that, in a row."""
    printed = f" {' '.join(parts_of(sheet.text(words)))} "
    return bool(said) and f" {' '.join(said)} " in printed


def _note(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    sign = note_asked(question)
    if sign:
        yield from _found("note", pages, lambda sheet: note(sheet, sign))


def _short_form(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    short = short_form_asked(question)
    if short:
        yield from _found("short form", pages, lambda sheet: stands_for(sheet, short))


def _office(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    person = person_asked(question)
    if person:
        yield from _found("office", pages, lambda sheet: office(sheet, person))


def _part(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    asked = part_asked(question)
    if asked:
        yield from _found(asked.part, pages, lambda sheet: _part_of(sheet, asked))


def _part_of(sheet: Sheet, asked: PartAsked) -> tuple[int, ...]:
    """The words of the part, where the question tells nothing more than which is meant."""
    if isinstance(asked.part, Part):
        return letter_part(sheet, asked.part) if _is_plain(sheet, asked) else ()
    if asked.rest:
        return ()
    if asked.part == TITLE:
        return title(sheet)
    if asked.part == PAGE_NUMBER:
        return page_number(sheet, asked.place)
    caption = next(captions(sheet, asked.kind, asked.number), None)
    return () if caption is None else caption.title if asked.part == CAPTION else caption.number


def _is_plain(sheet: Sheet, asked: PartAsked) -> bool:
    """Whether what else the question tells is only who the other side is."""
    sides = [letter_part(sheet, part) for part in (Part.RECIPIENT, Part.SENDER)] if asked.rest else []
    known = {part for words in sides for index in words for part in parts_of(sheet.words[index].text)}
    return set(asked.rest) <= known


def _kind(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    words = kind_asked(question)
    if words:
        yield from _found("kind", pages, lambda sheet: named(sheet, words[-1], words[:-1]) or title(sheet))


def _listed(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    asked = item_asked(question)
    if asked:
        yield from _found("listed", pages, lambda sheet: item(sheet, asked))


def _place(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    asked = place_of_asked(question)
    if asked:
        yield from _found("place", pages, lambda sheet: place_of(sheet, asked))


def _numbered(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    thing, form = numbered_asked(question), form_asked(question)
    if thing and not (form and form.form in _OWN_FORM):
        yield from _found("numbered", pages, lambda sheet: number_of(sheet, thing))


def _name(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    """What bears the word that is asked for in its name, else who stands near it."""
    words = named_asked(question)
    if not words:
        return
    if is_person(words[-1]):
        yield from _found("name", pages, lambda sheet: bearer(sheet, words[-1]))
    else:
        yield from _found("name", pages, lambda sheet: named(sheet, words[-1], words[:-1]))
    near = nearest(FormAsked(Form.PERSON, words, ""), question, pages)
    if near and is_surely_name(near.typed.text) and near.near > NEAREST[0]:
        yield PageAnswer(near.typed.text, near.page, near.typed.words, SURE["person"], is_near=True)


def _typed(question: str, pages: Sequence[Page]) -> Iterator[PageAnswer]:
    near = typed_answer(question, pages)
    sure = sure_of(near) if near else 0.0
    if near and sure:
        said = end_of_span(question, near.typed)
        # Of a part of a span the facts know no better: they have the whole.
        is_near = said is near.typed and not (told_in_brackets(near) or counts_alone(near))
        yield PageAnswer(said.text, near.page, said.words, sure, is_near, witnesses=stands_near(near))


_RULES = (_note, _short_form, _office, _part, _kind, _listed, _place, _numbered, _name, _typed)


def _found(rule: str, pages: Sequence[Page], find: Find) -> Iterator[PageAnswer]:
    """What each page says by a rule, page by page."""
    for page in pages:
        words = find(sheet_of(page))
        text = page.text_of(words).strip(_AROUND)
        if text:
            yield PageAnswer(text, page.number, words, SURE[rule])
