"""Groups of words keep their numbers from one grouping to the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docqa_app.core.matching import numbered_like

GROUPS = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=30)


def test_one_false_break_does_not_shift_the_lines_after_it() -> None:
    assert numbered_like((1, 1, 1, 2, 2, 3, 3), (1, 1, 2, 3, 3, 4, 4)) == (1, 1, 4, 2, 2, 3, 3)


def test_two_lines_joined_keep_the_number_of_the_longer() -> None:
    assert numbered_like((1, 2, 2, 3), (1, 1, 1, 2)) == (2, 2, 2, 3)


def test_pages_without_words_have_no_numbers() -> None:
    assert numbered_like((), ()) == ()
    with pytest.raises(ValueError, match="zip"):
        numbered_like((1,), ())


@given(GROUPS)
def test_the_grouping_itself_never_changes(pairs: list[tuple[int, int]]) -> None:
    ours, theirs = tuple(a for a, _ in pairs), tuple(b for _, b in pairs)
    numbered = numbered_like(ours, theirs)
    assert len(set(zip(theirs, numbered, strict=True))) == len(set(theirs)) == len(set(numbered))
    assert numbered_like(ours, ours) == ours
