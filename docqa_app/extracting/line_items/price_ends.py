"""The amounts that end the lines of a receipt, without what stands behind them: codes of taxes, currencies, strokes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docqa_app.core.document import Line, Page
from docqa_app.extracting.beside import stand_together
from docqa_app.extracting.line_items.totals import is_amount, prints_cents
from docqa_app.values.amounts import read_currencies

ENOUGH_CENTS = 3
"""So many amounts with cents say that the paper prints them, though numbers of other things end more lines."""
_CODE = re.compile(r"[A-Z*#]{1,2}|[A-Z]\d|[a-z]")
"""What stands for the tax of a row behind its amount, or before it."""
_CODE_NUMBER = re.compile(r"\d")
"""The same as a digit, behind an amount with cents only."""
_HIDDEN = re.compile(r"[*xX•]{2,} ?\d{3,6}$")
"""The last digits of a card or a terminal."""
_SPLIT = re.compile(r"(?:\D{0,3}\d{1,3}[.,]) \d\d\D{0,3}|(?:\D{0,3}\d{1,3}) [.,]\d\d\D{0,3}")
"""An amount that recognition has parted at its decimal mark: "10, 50"."""


@dataclass(frozen=True, slots=True)
class PriceEnd:
    """The words of an amount that ends a line, those before it, how it is printed, and its right edge."""

    front: tuple[int, ...]
    words: tuple[int, ...]
    text: str
    right: float


def price_ends(page: Page, lines: Sequence[Line]) -> dict[int, PriceEnd]:
    """The amounts that end lines, by the line's number; where a paper prints cents, those that do, for the others are
    numbers of telephones and companies."""
    ends = {line.number: end for line in lines if (end := _end(page, line)) and _can_cost(page, end)}
    cents = {number: end for number, end in ends.items() if prints_cents(end.text)}
    return cents if len(cents) >= ENOUGH_CENTS or len(cents) * 2 >= len(ends) else ends


def right_edge(ends: Iterable[PriceEnd]) -> float:
    """Where most of these amounts end; 1 where there are none."""
    rights = sorted(end.right for end in ends)
    return rights[len(rights) // 2] if rights else 1.0


def above(ends: Mapping[int, PriceEnd], line: int) -> list[PriceEnd]:
    """The amounts above a line."""
    return [end for number, end in ends.items() if number < line]


def is_currency(text: str) -> bool:
    """Whether a text names a currency and no amount."""
    return not any(map(str.isdigit, text)) and bool(read_currencies(text))


def has_no_letters_but_currency(text: str) -> bool:
    """Whether all letters of a text are those of a currency."""
    letters = "".join(c for c in text if c.isalpha())
    return not letters or bool(read_currencies(letters))


def _end(page: Page, line: Line) -> PriceEnd | None:
    words = _before_code(page, _spelled(page, line.words))
    if not words:
        return None
    size = 2 if _is_split(page, words[-2:]) else 1
    text = page.text_of(words[-size:]).replace(" ", "")
    return PriceEnd(words[:-size], words[-size:], text, page.words[words[-1]].box.right)


def _spelled(page: Page, words: tuple[int, ...]) -> tuple[int, ...]:
    """The words without strokes and dots at their end."""
    ends = [at for at, index in enumerate(words, 1) if _says(page.words[index].text)]
    return words[: ends[-1]] if ends else ()


def _says(text: str) -> bool:
    return any(map(str.isalnum, text)) or is_currency(text) or _CODE.fullmatch(text) is not None


def _before_code(page: Page, every: tuple[int, ...]) -> tuple[int, ...]:
    """The words without the letter or digit of a tax behind an amount, and without its currency: "MILK 1,29 A", "LAIT
    1,29 2", "TEA 1,29 €"."""
    words = _before_currency(page, every)
    texts = [page.words[index].text for index in words[-2:]]
    coded = len(texts) == 2 and _CODE.fullmatch(texts[1]) and is_amount(texts[0])
    numbered = len(texts) == 2 and _CODE_NUMBER.fullmatch(texts[1]) and prints_cents(texts[0])
    return _before_currency(page, words[:-1]) if coded or numbered else words


def _before_currency(page: Page, words: tuple[int, ...]) -> tuple[int, ...]:
    """The words without a currency that stands by itself behind an amount."""
    texts = [page.words[index].text for index in words[-2:]]
    return words[:-1] if len(texts) == 2 and is_currency(texts[1]) and is_amount(texts[0]) else words


def _is_split(page: Page, words: Sequence[int]) -> bool:
    """Whether two words are one amount that was parted."""
    near = len(words) == 2 and stand_together(page.words[words[0]], page.words[words[1]])
    return near and _SPLIT.fullmatch(" ".join(page.words[index].text for index in words)) is not None


def _can_cost(page: Page, end: PriceEnd) -> bool:
    """Whether it is an amount that goods may cost; "1LN" ends a postcode, "14D" a seat, and four digits behind stars a
    card's number."""
    hidden = _HIDDEN.search(page.text_of((*end.front[-1:], *end.words)))
    return is_amount(end.text) and not hidden and (prints_cents(end.text) or has_no_letters_but_currency(end.text))
