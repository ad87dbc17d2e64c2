"""Where a table of goods ends: which lines under its header are rows and their texts, and which sum them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from docqa_app.core.document import Line, Page
from docqa_app.extracting.beside import runs
from docqa_app.extracting.line_items.headers import Header
from docqa_app.extracting.line_items.totals import (
    carries_over,
    foot_of,
    is_amount,
    is_price,
    is_subtotal,
    is_sum_of_last,
    is_total,
    is_word,
    start_of,
    sums_up,
    takes_off,
)

FARTHEST_ROW = 6.0
"""A table ends where nothing stands for so many line heights."""
MOST_HEADS = 3
"""Lines between the sum of a group and the next row."""


def table_body(page: Page, below: Sequence[Line], header: Header, text_column: str) -> tuple[list[Line], bool]:
    """The lines down to the totals or to a wide gap, lines that only carry a sum over left out. Behind the sum of a
    group stand perhaps its heads, then whatever ends in an amount is a whole row, or ends the table."""
    body: list[Line] = []
    bottom, grouped, heads = header.bottom, False, 0
    for at, line in enumerate(below):
        if heads:
            heads, bottom = heads - 1, line.box.bottom
            continue
        total = _is_sum(page, line, body, header, text_column) or _has_sum(page, line, body, header, text_column)
        group = total and _is_sum_of_group(page, line, body, header)
        heads = _heads_of_group(page, below[at + 1 :]) if group else 0
        after = next(iter(below[at + 1 + heads :]), None)
        further = after is not None and _is_further_row(page, after)
        goes_on = group and further and not (after and _has_sum(page, after, body, header, text_column))
        far = bool(body) and line.box.top - bottom > FARTHEST_ROW * line.box.height
        if far or (total and not goes_on) or (grouped and not total and _is_poor_row(page, line, header)):
            return body, True
        grouped = grouped or goes_on
        if not carries_over(page, line) and not total:
            body.append(line)
        bottom = line.box.bottom
    return body, False


def _heads_of_group(page: Page, below: Sequence[Line]) -> int:
    """How many lines stand before the next amount, if these are few: the name of a group, its columns named again."""
    heads = list(takewhile(lambda line: not is_price(page.words[line.words[-1]].text), below))
    return len(heads) if len(heads) <= MOST_HEADS else 0


def _is_sum(page: Page, line: Line, body: Sequence[Line], header: Header, text_column: str) -> bool:
    """Whether a line sums rows up. One that takes something off them in their last column is a row. One that says an
    amount left of all numbers tells more of its row: "Gross price 9.50, discount 5 %". One that names goods is a row
    where it stands as rows do, and so is one with as many numbers as a row has, if it adds none up."""
    if _is_bare_sum(page, line, body, header):
        return True
    if not is_total(start_of(page, line)):
        return _is_named_sum(page, line, body, header)
    if body and takes_off(page, line, _last_cell(page, line, header)):
        return False
    if _has_many_numbers(page, line) and not _adds_up(page, line, body, header):
        return False
    if not sums_up(page, line) and _stands_as_row(page, line, body, header, text_column):
        return False
    says = any(is_amount(page.words[index].text) for index in line.words)
    return not says or page.words[line.words[-1]].box.right > _right_of_text(header, text_column)


def _is_named_sum(page: Page, line: Line, body: Sequence[Line], header: Header) -> bool:
    """Whether a line names the group before it says that it sums the last rows up: "Electricity total 193.03"."""
    before = page.words[line.words[-2]].text if len(line.words) > 2 else ""
    amounts = [cell for one in body if is_amount(cell := _last_cell(page, one, header))]
    return (
        is_total(start_of(page, replace(line, words=line.words[-2:])))
        and is_word(before)
        and (not _has_many_numbers(page, line) and is_sum_of_last(_last_cell(page, line, header), amounts))
    )


def _is_bare_sum(page: Page, line: Line, body: Sequence[Line], header: Header) -> bool:
    """Whether a line says one amount, and that adds all rows up, each of which says how many and how much: whatever it
    is called, it is their sum."""
    rows = [one for one in body if is_amount(_last_cell(page, one, header))]
    full = all(_has_many_numbers(page, one) for one in rows)
    prices = [index for index in line.words if is_price(page.words[index].text)]
    return full and prices == [line.words[-1]] and _adds_up(page, line, body, header)


def _has_sum(page: Page, line: Line, body: Sequence[Line], header: Header, text_column: str) -> bool:
    """Whether a sum stands right of the texts, beside a note: "Terms: 30 days      Subtotal 352.46". What stands under
    words of a row is a cell as they are, and so is what stands behind a number."""
    edge = _right_of_text(header, text_column)
    cells = list(runs(page.words, line.words))
    behind = [run for run in cells[1:] if edge and page.words[run[0]].box.left >= edge]
    labels = takewhile(lambda run: len(run) > 1 or not is_amount(page.words[run[0]].text), behind)
    return any(_is_label_of_sum(page, line, run) and not _is_under_words(page, body, run) for run in labels)


def _is_label_of_sum(page: Page, line: Line, run: Sequence[int]) -> bool:
    """Whether a line goes on as a sum from the first of these words."""
    part = replace(line, words=line.words[line.words.index(run[0]) :])
    says = any(is_amount(page.words[index].text) for index in part.words)
    return says and sums_up(page, part) and not _has_many_numbers(page, part)


def _is_under_words(page: Page, body: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether a row has words over these, as a column of rates of tax has; before the first row nobody knows."""
    left, right = page.words[run[0]].box.left, page.words[run[-1]].box.right
    rows = [line for line in body if any(is_price(page.words[index].text) for index in line.words)]
    words = (page.words[index] for line in rows for index in line.words)
    return not rows or any(is_word(word.text) and word.box.left < right and word.box.right > left for word in words)


def _adds_up(page: Page, line: Line, body: Sequence[Line], header: Header) -> bool:
    """Whether the last cell of a line is the sum of those of all rows above it, two or more."""
    cells = [_last_cell(page, one, header) for one in body]
    amounts = [cell for cell in cells if is_amount(cell)]
    return len(amounts) > 1 and foot_of([*amounts, _last_cell(page, line, header)]) == len(amounts)


def _stands_as_row(page: Page, line: Line, body: Sequence[Line], header: Header, text_column: str) -> bool:
    """Whether a line begins no farther right than rows and what goes on with them, and no text of it runs on under
    the next head, as a sentence does."""
    heads = [track.left for track in header.tracks if track.name == text_column] or [header.tracks[0].left]
    left = max(heads[0], *(line.box.left for line in body), 0.0)
    runs_on = _is_sentence(page, line, _right_of_text(header, text_column))
    return line.box.left <= left + line.box.height and not runs_on


def _is_sentence(page: Page, line: Line, edge: float) -> bool:
    """Whether words follow one another closely across an edge."""
    some = ([page.words[index] for index in run] for run in runs(page.words, line.words))
    return any(run[0].box.left < edge < word.box.left for run in some for word in run if is_word(word.text))


def _right_of_text(header: Header, text_column: str) -> float:
    """Where the column behind the texts begins; 0 where texts have no head or nothing stands behind them."""
    return next((behind.left for track, behind in pairwise(header.tracks) if track.name == text_column), 0.0)


def _is_sum_of_group(page: Page, line: Line, body: Sequence[Line], header: Header) -> bool:
    """Whether a sum calls itself one of a group, or is that of the last row or rows."""
    sums, *rows = (_last_cell(page, one, header) for one in (line, *body))
    return is_subtotal(start_of(page, line)) or is_sum_of_last(sums, rows)


def _last_cell(page: Page, line: Line, header: Header) -> str:
    left = header.tracks[-1].left
    return page.text_of([i for i in line.words if page.words[i].box.left + page.words[i].box.right >= 2 * left])


def _is_further_row(page: Page, line: Line) -> bool:
    """Whether goods go on behind the sum of a group: with a name before the first price, perhaps its number before that
    ("02.01"), as many numbers as a row has, and no other sum."""
    texts = [page.words[index].text for index in line.words]
    before = takewhile(lambda text: not is_price(text), texts[1:] if is_amount(texts[0]) else texts)
    return _has_many_numbers(page, line) and not sums_up(page, line) and any(map(is_word, before))


def _is_poor_row(page: Page, line: Line, header: Header) -> bool:
    """Whether a line ends in an amount, in the last column, and says too little for a row."""
    word = page.words[line.words[-1]]
    behind = word.box.left + word.box.right >= 2 * header.tracks[-1].left
    return behind and is_amount(word.text) and not _has_many_numbers(page, line)


def _has_many_numbers(page: Page, line: Line) -> bool:
    """A row says how many and how much; a sum only how much."""
    return sum(is_amount(page.words[index].text) for index in line.words) >= 3
