"""Rows of two tables, paired in their order so that most of their cells agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

RowPair = tuple[int | None, int | None]
"""A row of the one table and one of the other; None for a row that is alone."""
Table = Sequence[Sequence[int]]


def row_pairs(ones: int, others: int, agreeing: Callable[[int, int], int]) -> tuple[RowPair, ...]:
    """`ones` and `others` are numbers of rows; `agreeing` says how many cells of two rows are the same. Rows of which
    none is are no pair."""
    agree = [[agreeing(one, other) for other in range(others)] for one in range(ones)]
    return tuple(_walk(agree, _best(agree, ones, others), ones, others))


def _best(agree: Table, ones: int, others: int) -> Table:
    """[ones + 1][others + 1]: how many cells agree at most from two rows on."""
    best = [[0] * (others + 1) for _ in range(ones + 1)]
    for one in range(ones - 1, -1, -1):
        for other in range(others - 1, -1, -1):
            both = best[one + 1][other + 1] + agree[one][other]
            best[one][other] = max(both, best[one + 1][other], best[one][other + 1])
    return best


def _walk(agree: Table, best: Table, ones: int, others: int) -> Iterator[RowPair]:
    one = other = 0
    while one < ones and other < others:
        both = agree[one][other]
        if both and best[one][other] == best[one + 1][other + 1] + both:
            yield one, other
            one, other = one + 1, other + 1
        elif best[one][other] == best[one + 1][other]:
            yield one, None
            one += 1
        else:
            yield None, other
            other += 1
    yield from ((alone, None) for alone in range(one, ones))
    yield from ((None, alone) for alone in range(other, others))
