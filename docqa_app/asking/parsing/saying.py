"""What a program found, written as the page writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from docqa_app.asking.parsing.programs import Program
from docqa_app.asking.parsing.values import Cell
from docqa_app.values.amounts import DecimalMark

_NUMBER = re.compile(r"[-+]?\d(?:[\d.,'’ \u00a0]*\d)?")
MEAN_DIGITS = 2
"""Decimals that a mean has more than its numbers at most."""


def said(one: Program, mark: DecimalMark | None) -> str:
    """The answer in one line; numbers that were computed with the decimals, groups and currency of their cells."""
    return ", ".join(value if isinstance(value, str) else computed(value, one, mark) for value in one.values)


def computed(value: Decimal, one: Program, mark: DecimalMark | None) -> str:
    """A computed number as the table's cells are written: sums and differences with as many decimals as these, a mean
    with MEAN_DIGITS more at most; counts bare."""
    if one.act not in ("sum", "mean", "apart") or not all(_is_plain(cell) for cell in one.cells):
        return f"{value.normalize():f}"
    decimals = max(_decimals(cell) for cell in one.cells)
    if one.act == "mean":
        rounded = value.quantize(Decimal(1).scaleb(-decimals - MEAN_DIGITS), ROUND_HALF_UP).normalize()
        decimals = max(decimals, -int(rounded.as_tuple().exponent))
        value = rounded
    return _as_printed(value, decimals, [cell.text for cell in one.cells], mark)


def _is_plain(cell: Cell) -> bool:
    """Whether a cell is one number with little beside it."""
    return len(_NUMBER.findall(cell.text)) == 1 and cell.number is not None and ":" not in cell.text


def _decimals(cell: Cell) -> int:
    return max(0, -int(cell.number.as_tuple().exponent)) if cell.number is not None else 0


def _as_printed(value: Decimal, decimals: int, texts: Sequence[str], mark: DecimalMark | None) -> str:
    group = next((found[1] for text in texts if (found := re.search(r"\d([.,'’ \u00a0])\d{3}(?!\d)", text))), "")
    point = "," if mark is DecimalMark.COMMA or (mark is None and group == ".") else "."
    digits = (
        f"{value:,.{decimals}f}".replace(".", "\0").replace(",", group if group != point else "").replace("\0", point)
    )
    beside = {(text[: m.start()], text[m.end() :]) for text in texts if (m := _NUMBER.search(text))}
    before, behind = beside.pop() if len(beside) == 1 else ("", "")
    return f"{before}{digits}{behind}"
