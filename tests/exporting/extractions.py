"""Two small extractions for the tests of tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from docqa_app.core.document import Box
from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem, RuleResult, Source, State, Value

BOX = Box(0.1, 0.2, 0.3, 0.25)


def sheet(path: Path) -> list[list[Any]]:
    """The cells of a workbook's first sheet, row by row."""
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path).worksheets[0].rows]


def value(name: str, kind: FieldType, text: str, meant: Value | None) -> FieldValue:
    return FieldValue(name, kind, text, meant, 0.9125, 1, (0,), (BOX,), Source.MODEL, State.CONFIDENT)


def item(description: str, quantity: str, amount: str) -> LineItem:
    return LineItem(
        (
            value("description", FieldType.TEXT, description, description),
            value("quantity", FieldType.NUMBER, quantity, Decimal(quantity)),
            value("amount", FieldType.AMOUNT, amount, Decimal(amount)),
        )
    )


def extraction(path: str = "/in/a.pdf", number: str = "00471", supplier: str = "Harbour Tools") -> Extraction:
    ambiguous = value("due_date", FieldType.DATE, "03/04/2024", date(2024, 4, 3))
    return Extraction(
        path=path,
        sha256="0" * 64,
        schema="invoice",
        fields=(
            value("supplier_name", FieldType.TEXT, supplier, supplier),
            value("invoice_number", FieldType.TEXT, number, number),
            value("invoice_date", FieldType.DATE, "31.03.2024", date(2024, 3, 31)),
            replace(ambiguous, readings=(date(2024, 4, 3), date(2024, 3, 4)), state=State.CHECK),
            value("currency", FieldType.CURRENCY, "€", "EUR"),
            value("total_amount", FieldType.AMOUNT, "-1.234,50", Decimal("-1234.50")),
            FieldValue("order_number", FieldType.TEXT),
        ),
        line_items=(item("=1+1", "2", "40.00"), item("Nails", "3.5", "60.00")),
        rules=(RuleResult("total", False, "They disagree."),),
        model="telling 1.0",
    )
