"""What each that knows something makes of the model's answer: fields, tables, keys, print, facts, pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docqa_app.asking.asked_choices import choice_said
from docqa_app.asking.asked_tables import SURE, SURELY, parsed_answer, table_answer
from docqa_app.asking.facts.answerable import may_answer
from docqa_app.asking.facts.ranking import judged
from docqa_app.asking.facts.rows_meant import cell_meant
from docqa_app.asking.parsing.parse import OVER_NOTHING, SPEAKS, STATEMENT
from docqa_app.asking.printed.asked_parts import asks_for_place
from docqa_app.asking.printed.keys import QUOTED, pair_asked
from docqa_app.asking.printed.page_answers import is_elsewhere, page_answer
from docqa_app.asking.printed.typed import is_one_number
from docqa_app.asking.said_instead import MOST_OTHERS, instead, offering, without
from docqa_app.asking.said_so import said_so
from docqa_app.asking.sights import SightAsked, SightSaid, absent
from docqa_app.asking.whether import answers_whether
from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document
from docqa_app.core.fields import FieldType, FieldValue, Source
from docqa_app.core.find import fold
from docqa_app.extracting.line_items.column_labels import Labels
from docqa_app.extracting.pairs import PRINTED, believed
from docqa_app.extracting.pairs import SURELY as SURELY_BESIDE
from docqa_app.extracting.parties.roles import BUYER, SELLER

MODEL = "model"
AGREED_FROM = 0.5
"""Where the model is so sure of what the rules say as well, no fact is asked on documents of a kind that it learned, as
orders and receipts would lose by it; on others one must be far likelier."""
HELD = {"key": math.inf, "near": 3.0, MODEL: 3.0}
"""What a rule said is given up for nothing only where that is so many times as likely; what stands beside a printed key
never is, nor what the model finds on a document of a kind that it learned. Chosen on papers with questions."""
SURE_OF_SENTENCE = 0.8
"""How sure yes or no is that a sentence says in the question's own words."""
OVERRULES, TIMES, UNTIL = 0.6, 2.0, 0.8
"""How likely a fact must be, and how much likelier than what the model is rather sure of, to be said instead on papers
of no kind that it learned; where the model is surer than the last, only all groups of a number are."""
SURE_OF_ROW = 0.8
"""How sure the cell is that a question means in other words than its row and head are printed in."""
KEPT = 0.98
"""How much of a field's share of belief an answer promises: on development receipts, orders and invoices answers from
fields were right a little less often than fields are sure, so that confidence and share right lay 0.051 apart."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """An answer and the rule it is from: "table", "key", "program", "page" or, of texts of a form and names by what
    stands near them, "near"; else MODEL."""

    answer: Answer
    by: str

    @property
    def is_open(self) -> bool:
        """Whether the facts of the page may know better: not than tables, programs over them and parts of letters, nor
        where yes or no or what stands at a place of the page is wanted."""
        settled = self.by in ("table", "program", "page") or answers_whether(self.answer.text)
        return not (self.answer.found and settled) and not asks_for_place(self.answer.question)

    def agrees(self, model: Answer) -> bool:
        """Whether the model says the same and is rather sure of it."""
        same = fold(model.text) == fold(self.answer.text)
        return self.answer.found and same and model.confidence >= AGREED_FROM


def told(answer: Answer, value: FieldValue) -> Answer:
    """The answer as the field has it. What has a form (days, amounts, numbers that check themselves) is surer as a
    field; of names and other texts the surer one counts, what merely stands beside a label only in place of none. Who
    sells and who buys is also told by where they stand."""
    placed = value.source is Source.MODEL or value.name in (SELLER, BUYER)
    surer = value.type is not FieldType.TEXT or (placed and value.confidence > answer.confidence)
    if not value.text or value.page is None or (answer.found and not surer):
        return answer
    found = Candidate(value.text, KEPT * value.confidence, value.page, value.words)
    return instead(answer, found, value.alternatives)


def told_beside(answer: Answer, document: Document) -> Answer | None:
    """The answer as it stands beside the printed key that the question names; None where it names none. A model that
    takes a part of what stands there agrees and has the part that is asked for; but a quoted key asks for all of
    it, and a number in groups is one."""
    pair = pair_asked(answer.question, document.pages)
    if pair is None:
        return None
    page = document.page(pair.page)
    whole = Candidate(page.text_of(pair.words), PRINTED, pair.page, pair.words)
    is_part = answer.page == pair.page and set() < set(answer.evidence) < set(pair.words)
    if not is_part or is_one_number(whole.text) or QUOTED.search(answer.question):
        return instead(answer, believed(whole, answer, SURELY_BESIDE)[0])
    part = Candidate(answer.text, PRINTED, pair.page, answer.evidence)
    return instead(answer, believed(part, answer, SURELY_BESIDE)[0], (whole,))


def told_by_page(answer: Answer, document: Document, *, known: bool) -> Ruled | None:
    """The answer as a letter's parts, titles, short forms, names and texts of the form that is asked for tell it, or
    the model where it is surer and names no other part of the letter; None where the question asks for none of them.
    `known`: the document is of a kind that the model learned, so that whatever it finds is believed."""
    said = page_answer(answer.question, document.pages)
    if said is None:
        return None
    printed = Candidate(said.text, said.confidence, said.page, said.words)
    is_other = answer.found and not said.is_near and is_elsewhere(answer.question, answer.text, document.pages)
    chosen = printed if is_other else believed(printed, answer, 0.0 if known else said.confidence)[0]
    if not said.witnesses:
        chosen = replace(chosen, confidence=min(chosen.confidence, max(printed.confidence, answer.confidence)))
    return Ruled(instead(answer, chosen), "near" if said.is_near else "page")


def told_by_sentence(answer: Answer, document: Document) -> Answer | None:
    """Yes or no as a sentence says it in the question's own words, or the model's where that is surer."""
    said = said_so(answer.question, document.pages)
    if said is None:
        return None
    printed = Candidate(said.text, SURE_OF_SENTENCE, said.page, said.words)
    return instead(answer, believed(printed, answer, SURE_OF_SENTENCE)[0])


def told_by_table(answer: Answer, document: Document, labels: Labels) -> Answer | None:
    """The answer as a printed table has it; None where the question asks for none."""
    said = table_answer(answer.question, document.pages, labels)
    if said is None:
        return None
    printed = Candidate(said.text, SURE[said.form], said.page, said.words)
    return instead(answer, believed(printed, answer, SURELY)[0])


def told_by_row(answer: Answer, document: Document, labels: Labels) -> Answer | None:
    """The answer as the one cell has it that the question means in other words; None where it means none."""
    said = cell_meant(answer.question, document.pages, labels)
    if said is None or not may_answer(answer.question, said.text):
        return None
    printed = Candidate(said.text, SURE_OF_ROW, said.page, said.words)
    return instead(answer, believed(printed, answer, SURELY)[0])


def told_by_program(answer: Answer, document: Document) -> Answer | None:
    """The answer of a program over a printed table, or the model's where that is surer, but for statements: of these it
    knows no more than a coin. One that is hardly sure is offered where the model finds nothing. None where none is."""
    said = parsed_answer(answer.question, document.pages)
    if said is None or (said.form != STATEMENT and not may_answer(answer.question, said.text)):
        return None
    printed = Candidate(said.text, said.confidence, said.page, said.words)
    unsure = said.confidence < (SPEAKS if answer.found or said.form == STATEMENT else OVER_NOTHING)
    if unsure:
        return None if answer.found else replace(answer, alternatives=(printed, *answer.alternatives)[:MOST_OTHERS])
    surer = printed if said.form == STATEMENT else believed(printed, answer, said.confidence)[0]
    return instead(answer, surer)


def told_by_facts(ruled: Ruled, model: Answer, document: Document, *, known: bool) -> Answer:
    """The likeliest of the answer of the rules, the facts of the pages, and that nothing answers; the others may be
    chosen. `model`: its answer alone; `known`: as for `told_by_page`."""
    answer, weighed = ruled.answer, judged(ruled.answer, ruled.by, model, document.pages, known=known)
    if weighed is None:
        return answer
    first = weighed.facts[0] if weighed.facts else None
    if ruled.agrees(model):
        overruled = first is not None and _overrules(first, answer, model.confidence, weighed.said)
        return instead(answer, first, weighed.facts[1:]) if first and overruled else answer
    if first and first.confidence > max(weighed.said, weighed.nothing):
        return instead(answer, first, weighed.facts[1:])
    held = math.inf if known and ruled.by == MODEL else HELD.get(ruled.by, 1.0)
    if answer.found and weighed.nothing > held * weighed.said:
        answer = without(answer, weighed.nothing)
    return offering(answer, weighed.facts)


def _overrules(fact: Candidate, answer: Answer, sure: float, said: float) -> bool:
    """Whether a fact is far likelier than the answer that was said, and not the same with more words about it, but for
    all groups of a number; a single letter is a mark and says nothing."""
    likely = fact.confidence > max(OVERRULES, TIMES * said)
    if set(answer.evidence) <= set(fact.evidence):
        return likely and is_one_number(fact.text)
    is_mark = len(fact.text) == 1 and not fact.text.isdigit()
    return likely and not is_mark and sure < UNTIL


def told_by_ticks(answer: Answer, document: Document) -> Answer | None:
    """The answer that boxes to tick give; None where the question asks for none."""
    said = choice_said(answer.question, document.pages)
    if said is None:
        return None
    if said.text:
        return instead(answer, Candidate(said.text, said.confidence, said.page, said.words))
    return without(answer, said.confidence)


def told_by_sight(answer: Answer, asked: SightAsked, told: Sequence[tuple[int, SightSaid]]) -> Answer:
    """The answer as the pages' pictures show it: that of the page where the thing is likeliest to be."""
    there = [(number, look) for number, look in told if look.text and look.text != absent(asked)]
    number, look = (
        max(there, key=lambda one: one[1].confidence) if there else min(told, key=lambda one: one[1].confidence)
    )
    if look.text:
        return instead(answer, Candidate(look.text, look.confidence, number, ()))
    return without(answer, look.confidence)
