"""The labels of a line that may head a table of goods: words that stand together, with the columns they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docqa_app.core.document import Box, Line, Page, Word
from docqa_app.extracting.line_items.column_labels import OTHER_LABELS, Labels, plain_label
from docqa_app.extracting.line_items.totals import is_amount
from docqa_app.values.amounts import read_currencies

LONGEST_LABEL = 4
WIDEST_SPACE = 1.2
"""Between two words of one label, as `stand_within` measures."""
SPACE = 0.65
"""Between two words of one text, as `stand_within` measures."""
OF_HEIGHT = 0.7
LONGEST_CURRENCY = 5
"""Letters and signs: "US $"."""
JOINS = frozenset(("/", "&", "+", "and", "und", "u.", "et"))
"""Between two things that one head names."""
_JOIN = re.compile(rf"/| (?:{'|'.join(map(re.escape, sorted(JOINS)))}) ", re.IGNORECASE)
_CENTS = re.compile(r"\d[.,](?:\d\d|\d{4,})(?!\d)")


@dataclass(frozen=True, slots=True)
class HeadLabel:
    """What stands close together in a line: `text` as `plain_label` spells it, `name` of the column it heads ("" where
    none is known), edges and height in page fractions. `priced`: money is among it, so that its line is no head;
    `currency`: it is one and nothing else, which heads amounts."""

    text: str
    name: str
    left: float
    right: float
    height: float
    priced: bool
    currency: bool


def head_labels(page: Page, line: Line, known: Labels) -> Iterator[HeadLabel]:
    """The longest known label at each word, else what stands close together; one of each that stand a space apart are
    one label: "Scheduled Value", "Preis ct/kWh"."""
    held: _Part | None = None
    for head in _parts([page.words[index] for index in line.words], known):
        if held and bool(held.told) != bool(head.told) and stand_within(SPACE, held.run[-1].box, head.run[0].box):
            held = _Part((*held.run, *head.run), held.told or head.told)
            continue
        if held:
            yield _label(held, known)
        held = head
    if held:
        yield _label(held, known)


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of one label and those of them that are known."""

    run: tuple[Word, ...]
    told: tuple[Word, ...]


def _parts(words: Sequence[Word], known: Labels) -> Iterator[_Part]:
    at = 0
    while at < len(words):
        rest = words[at:]
        told = _joined_length(rest) or _known_length(rest, known)
        length = told or _loose_length(rest, known)
        yield _Part(tuple(rest[:length]), tuple(rest[:told]))
        at += length


def stand_within(space: float, left: Box | HeadLabel, right: Box | HeadLabel) -> bool:
    """Whether at most so much space parts two boxes of a line, in units of OF_HEIGHT of the left one's height; widths
    and heights are both page fractions."""
    return right.left - left.right <= space * left.height * OF_HEIGHT


def _label(head: _Part, known: Labels) -> HeadLabel:
    text, said = (plain_label(" ".join(word.text for word in run)) for run in (head.run, head.told or head.run))
    name = known.name(said) or _part_name(head.told or head.run, known)
    left, right = head.run[0].box.left, max(word.box.right for word in head.run)
    priced, currency = any(map(_is_money, head.run)), not text and _is_currency(head.run)
    return HeadLabel(text, name, left, right, head.run[0].box.height, priced, currency)


def _is_currency(run: Sequence[Word]) -> bool:
    said = " ".join(word.text for word in run).strip("()")
    return len(said) <= LONGEST_CURRENCY and bool(read_currencies(said))


def _is_money(word: Word) -> bool:
    """Whether a word is an amount with cents or a rate of exchange; heads may say a thousand, a day or a percentage."""
    return is_amount(word.text) and _CENTS.search(word.text) is not None


def _joined_length(words: Sequence[Word]) -> int:
    """How many words a head has that begins here and names two things: "Treatment / Item", "Parts and labour"; 0 where
    none does."""
    texts = [word.text for word in words[: _close_words(words)]]
    end = 1
    while texts[end : end + 1] and texts[end].casefold() in JOINS and len(texts) > end + 1:
        end += 2
    return end if end > 1 else 0


def _part_name(run: Sequence[Word], known: Labels) -> str:
    """The column that the first known of several names means that strokes or an "and" part."""
    parts = _JOIN.split(" ".join(word.text for word in run))
    return next((name for part in parts if (name := known.name(plain_label(part)))), "") if len(parts) > 1 else ""


def _known_length(words: Sequence[Word], known: Labels) -> int:
    """How many words the longest known label has that begins here; 0 where there is none."""
    close = _close_words(words)
    for length in range(min(LONGEST_LABEL, close), 0, -1):
        text = plain_label(" ".join(word.text for word in words[:length]))
        if known.name(text) or text in OTHER_LABELS:
            noise = [word for word in words[length:close] if plain_label(word.text) == ""]
            return length + (len(noise) if noise == list(words[length : length + len(noise)]) else 0)
    return 0


def _loose_length(words: Sequence[Word], known: Labels) -> int:
    close = _close_words(words)
    return next((n for n in range(1, close) if _known_length(words[n:], known)), close)


def _close_words(words: Sequence[Word]) -> int:
    """How many words stand together from the first on."""
    for number, (a, b) in enumerate(pairwise(words), start=1):
        if not stand_within(WIDEST_SPACE, a.box, b.box):
            return number
    return len(words)
