"""A schema that changes is tried on a document again and again, and asks only what is new."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.extracting.case import Known
from docqa_app.extracting.trial import RememberingEngine, try_schema
from docqa_app.schemas import draft_steps as steps
from docqa_app.schemas.draft import DraftRule, Part
from docqa_app.schemas.draft_file import draft_of, schema_of
from docqa_app.schemas.schema_file import find_schema
from tests.extracting.sheets import INVOICE_ANSWERS, SCHEMAS, as_told, document, invoice_lines, page
from tests.fakes import FakeEngine

INVOICE = draft_of(find_schema("invoice", SCHEMAS))
TOTAL = next(at for at, one in enumerate(INVOICE.fields) if one.name == "total_amount")


class Counting:
    """Hands questions on and counts them."""

    def __init__(self) -> None:
        self.engine = FakeEngine(as_told(INVOICE_ANSWERS), "telling 1.0")
        self.asked: list[str] = []
        self.model, self.device, self.check_below, self.check_fields_below = "telling 1.0", "CPU", 0.7, 0.7
        self.freely = self.engine
        self.inspect = self.engine.inspect

    def ask(self, document: object, questions: list[str], **more: object) -> object:
        self.asked.extend(questions)
        return self.engine.ask(document, questions)  # type: ignore[arg-type]


def test_only_what_changed_is_asked_again() -> None:
    counting, sheet = Counting(), document(page(invoice_lines()))
    engine = RememberingEngine(counting)  # type: ignore[arg-type]
    first = try_schema(sheet, schema_of(INVOICE), engine, Known())
    assert first.field("total_amount").text == "119,00"
    counting.asked.clear()
    question = replace(INVOICE.fields[TOTAL], phrasings={"en": ("What is to be paid?",), "de": ("Was ist zu zahlen?",)})
    changed = steps.with_field(INVOICE, Part.FIELDS, TOTAL, question)
    try_schema(sheet, schema_of(changed), engine, Known())
    assert counting.asked == ["Was ist zu zahlen?"]
    counting.asked.clear()
    again = steps.with_rule(INVOICE, 0, DraftRule("none", "total_amount == 0", {"en": "{total_amount} is not 0."}))
    found = try_schema(sheet, schema_of(again), engine, Known())
    assert counting.asked == []
    assert found.rules[0].message == "119.00 is not 0."


def test_other_pages_are_asked_anew() -> None:
    counting = Counting()
    engine = RememberingEngine(counting)  # type: ignore[arg-type]
    for total in ("119,00", "129,00"):
        try_schema(document(page(invoice_lines(total))), schema_of(INVOICE), engine, Known())
    assert len(counting.asked) > len(set(counting.asked))
