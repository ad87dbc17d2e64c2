"""What Excel can hold: which days and numbers it keeps as they are, and how it shows an amount."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from babel.numbers import get_currency_precision

from docqa_app.errors import ExportError

LONGEST_TEXT = 32_767
"""Characters that Excel takes into a cell."""

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Of a sheet, the header's row among them."""

EXACT_DIGITS = 15
"""Digits of a number that Excel keeps; a longer one is written as text."""

ESCAPED = re.compile(r"_(?=x[0-9a-fA-F]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML cannot hold, and the underscore of a text that looks like an escape."""

FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was: days before its end are written as text."""


def check_size(sheet: str, rows: int, columns: int) -> None:
    """ExportError where a sheet cannot hold so many, the header's row among them."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise ExportError(
            f"The sheet “{sheet}” would have {rows} rows and {columns} columns, but Excel holds {MOST_ROWS} and "
            f"{MOST_COLUMNS}. Export fewer documents or columns, or write a CSV."
        )


def is_day(value: date) -> bool:
    """Whether Excel counts this day right."""
    return value >= FIRST_DAY


def as_number(value: Decimal) -> float | None:
    """The number as Excel keeps it; None where it would lose digits."""
    return float(value) if len(value.normalize().as_tuple().digits) <= EXACT_DIGITS else None


def number_format(value: Decimal, currency: str) -> str:
    """Grouped, with the decimals that were printed or the currency's own, and the currency's code behind."""
    decimals = decimals_of(value, currency)
    return "#,##0" + ("." + "0" * decimals if decimals else "") + (f' "{currency}"' if currency else "")


def decimals_of(value: Decimal, currency: str) -> int:
    """How many decimals are shown: as many as were printed, of an amount at least its currency's."""
    exponent = value.as_tuple().exponent
    printed = max(0, -exponent) if isinstance(exponent, int) else 0
    return max(printed, get_currency_precision(currency)) if currency else printed


def cleaned(text: str) -> str:
    """What a cell can hold: no halves of characters, no more than Excel takes."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole if len(whole) <= LONGEST_TEXT else whole[: LONGEST_TEXT - 1] + "…"


def escaped(text: str) -> str:
    """The text as a workbook's XML has it, control characters as `_x000D_` (ISO 29500-1, 22.9.2.19: ST_Xstring)."""
    return ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
