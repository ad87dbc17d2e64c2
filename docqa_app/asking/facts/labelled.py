"""Labels with their values: behind a colon, to the right, below or above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docqa_app.asking.facts.fact import Fact, Relation
from docqa_app.asking.facts.layout import DEEPEST, FARTHEST_BELOW, Layout, can_label, heights
from docqa_app.asking.printed.sheet import Run, Sheet

LONGEST_LABEL = 9
"""Words."""
FARTHEST_ABOVE, FARTHEST_RIGHT = 1.5, 45.0
"""Between a label and its value over and behind it, in heights of the label."""
SMALLER = 0.88
"""A label whose words are lower than so much of its value's is printed smaller."""


def labelled(sheet: Sheet) -> Iterator[Fact]:
    """Every text of the page as a label of what stands behind, below and above it."""
    layout = Layout(sheet)
    for at, run in enumerate(sheet.runs):
        yield from _within(layout, run)
        if can_label(run.text) and len(run.words) <= LONGEST_LABEL:
            yield from _right(layout, at)
            yield from _below(layout, at)
            yield from _above(layout, at)
        yield from _crossing(layout, at)


def _within(layout: Layout, run: Run) -> Iterator[Fact]:
    """Labels and their values in one run: behind each colon, else a number behind words."""
    texts = [layout.sheet.words[index].text for index in run.words]
    ends = [n for n, text in enumerate(texts, 1) if text.endswith(":")]
    start = 0
    for end, following in pairwise([*ends, len(texts)]):
        stop = _value_end(texts, end, following)
        if 0 < end - start <= LONGEST_LABEL and stop > end:
            yield _fact(layout, Relation.INLINE, run.words[start:end], run.words[end:stop], {"colon": 1.0})
        start = stop
    cut = next((n for n, text in enumerate(texts) if any(map(str.isdigit, text))), 0)
    if not ends and 0 < cut <= LONGEST_LABEL:
        yield _fact(layout, Relation.INLINE, run.words[:cut], run.words[cut:], {"no colon": 1.0})


def _value_end(texts: Sequence[str], start: int, next_colon: int) -> int:
    """Where the value behind a colon ends: the next label takes the words back to the last mark, or one."""
    if next_colon == len(texts):
        return next_colon
    marks = [n for n in range(start, next_colon - 1) if texts[n][-1] in ",;·|"]
    return marks[-1] + 1 if marks else max(start, next_colon - 1)


def _right(layout: Layout, at: int) -> Iterator[Fact]:
    behind = layout.behind[at]
    if behind is None:
        return
    label, value = layout.sheet.runs[at], layout.sheet.runs[behind]
    gap = heights(value.box.left - label.box.right, label)
    if gap > FARTHEST_RIGHT:
        return
    signs = {
        "colon": float(label.text.endswith(":")),
        "key": float(value.text.endswith(":")),
        "far": gap / FARTHEST_RIGHT,
        "both head": float(layout.is_under(at) and layout.is_under(behind)),
        "label heads": float(layout.is_under(at)),
        "value heads": float(layout.is_under(behind)),
        "smaller": float(label.height < SMALLER * value.height),
        "number": float(any(map(str.isdigit, value.text))),
    }
    yield _fact(layout, Relation.RIGHT, label.words, value.words, signs)


def _below(layout: Layout, at: int) -> Iterator[Fact]:
    below = layout.below[at]
    if below is None:
        return
    label, value = layout.sheet.runs[at], layout.sheet.runs[below]
    signs = {
        "colon": float(label.text.endswith(":")),
        "key": float(value.text.endswith(":")),
        "under": float(layout.is_under(at)),
        "in a row": layout.heads_row(at) * layout.is_under(at),
        "smaller": float(label.height < SMALLER * value.height),
        "far": heights(value.box.top - label.box.bottom, label) / FARTHEST_BELOW,
        "has behind": float(layout.behind[at] is not None and not layout.is_under(layout.behind[at] or 0)),
        "number": float(any(map(str.isdigit, value.text))),
        "long": float(len(value.words) > LONGEST_LABEL),
    }
    yield _fact(layout, Relation.BELOW, label.words, value.words, signs)


def _above(layout: Layout, at: int) -> Iterator[Fact]:
    above = layout.above[at]
    if above is None:
        return
    label, value = layout.sheet.runs[at], layout.sheet.runs[above]
    if heights(label.box.top - value.box.bottom, label) > FARTHEST_ABOVE:
        return
    signs = {"smaller": float(label.height < SMALLER * value.height), "key": float(value.text.endswith(":"))}
    yield _fact(layout, Relation.ABOVE, label.words, value.words, signs)


def _crossing(layout: Layout, at: int) -> Iterator[Fact]:
    """A run where a row and a column cross: the row's first words name it, the nearest words above that hold no number
    head it."""
    value, first = layout.sheet.runs[at], layout.sheet.runs[layout.first(at)]
    if value == first or not can_label(first.text) or len(value.words) > LONGEST_LABEL:
        return
    head, steps = layout.head(at)
    if head is None:
        return
    signs = {
        "numeric": float(any(map(str.isdigit, value.text))),
        "deep": steps / DEEPEST,
        "next": float(layout.behind[layout.first(at)] == at),
    }
    words = layout.sheet.runs[head].words
    yield Fact(
        Relation.CROSSING, layout.sheet.number, first.words, value.words, value.text, words, (), tuple(signs.items())
    )


def _fact(
    layout: Layout, relation: Relation, label: tuple[int, ...], value: tuple[int, ...], signs: dict[str, float]
) -> Fact:
    sheet, title = layout.sheet, layout.title(layout.place(label[0]))
    around = title.words if title and len(title.words) <= LONGEST_LABEL else ()
    return Fact(relation, sheet.number, label, value, sheet.text(value), (), around, tuple(signs.items()))
