"""Invoices as true files, and an engine that knows their answers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.fakes import FakeEngine, Said, as_told
from tests.files import laid_pdf

TOTAL, NET, TAX = "What is the total amount?", "What is the net total?", "What is the tax amount?"
NUMBER, DATE, DUE = "What is the invoice number?", "What is the invoice date?", "What is the due date?"
SELLER = "Who is the seller?"

ANSWERS = {
    SELLER: Said("Harbour Tools"),
    NUMBER: Said("A-0471", 0.6, (("C-77", 0.3),)),
    DATE: Said("31 March 2024"),
    NET: Said("100.00"),
    TOTAL: Said("119.00", 0.7, (("100.00", 0.2),)),
}
"""The number and the total are in doubt: no label that the schema knows stands beside them, and without the tax no sum
tells the total."""


def bill(path: Path, total: str = "119.00", number: str = "A-0471") -> Path:
    """An invoice of two rows, 100.00 net and 19.00 tax."""
    rows = ((0.34, "Hammer", "2", "20.00", "40.00"), (0.37, "Pliers", "3", "20.00", "60.00"))
    cells = [
        (0.1, 0.06, "Harbour Tools"),
        (0.38, 0.06, "INVOICE"),
        (0.1, 0.17, f"Our sign {number}"),
        (0.6, 0.17, "Customer C-77"),
        (0.1, 0.20, "Invoice date 31 March 2024"),
        (0.1, 0.30, "Description"),
        (0.45, 0.30, "Quantity"),
        (0.6, 0.30, "Unit price"),
        (0.8, 0.30, "Amount"),
        *((x, y, text) for y, *texts in rows for x, text in zip((0.1, 0.49, 0.63, 0.82), texts, strict=True)),
        (0.6, 0.45, "Net amount"),
        (0.81, 0.45, "100.00"),
        (0.6, 0.48, "Levy"),
        (0.82, 0.48, "19.00"),
        (0.6, 0.51, "To be paid"),
        (0.81, 0.51, total),
    ]
    return laid_pdf(path, cells)


def engine(said: Mapping[str, Said] | None = None) -> FakeEngine:
    return FakeEngine(as_told({**ANSWERS, **(said or {})}), "told 1.0")
