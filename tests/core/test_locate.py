"""An answer is found on the page where it stands, and nowhere else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docqa_app.core.locate import locate

TEXT = """
ACME STATIONERY SDN. BHD. (123456-X) NO. 12, JALAN TAMPOI 7/4,KAWASAN PERINDUSTRIAN, 81200 JOHOR BAHRU
DATE:26/11/2017 SUBTOTAL 149.30 TOTAL RM49.30 CASH 50.00 CHANGE 0.70 Rechnungsdatum 12.03.2O26 so long
Flight 03/24/20-03/30/20
"""
RECEIPT = TEXT.split()


def found(text: str, words: list[str] | None = None) -> str:
    page = RECEIPT if words is None else words
    return " ".join(page[index] for index in locate(text, page))


@pytest.mark.parametrize(
    ("answer", "evidence"),
    [
        ("Acme Stationery Sdn Bhd", "ACME STATIONERY SDN. BHD."),
        ("49.30", "RM49.30"),
        ("RM 49.30", "RM49.30"),
        ("26/11/2017", "DATE:26/11/2017"),
        ("12.03.2026", "12.03.2O26"),
        ("0.70", "0.70"),
        ("123456-X", "(123456-X)"),
        ("03/30/20", "03/24/20-03/30/20"),
        ("03/24/20 - 03/30/20", "03/24/20-03/30/20"),
    ],
)
def test_an_answer_is_found_whatever_case_marks_and_neighbours_it_has(answer: str, evidence: str) -> None:
    assert found(answer) == evidence


def test_a_few_wrong_letters_do_not_hide_an_answer() -> None:
    assert found("No. 12, Jalan Tampol 7/4, Kawasan Perindusrian, 81200 Johor Bahru").startswith("NO. 12, JALAN TAMPOI")


@pytest.mark.parametrize("answer", ["149.80", "9.30", "14.930", "81201", "50.000", "26/11/2018", "2026.03.12"])
def test_a_number_with_another_digit_or_mark_is_not_found(answer: str) -> None:
    assert found(answer) == ""


def test_a_wrong_number_in_a_long_answer_is_not_found() -> None:
    assert found("No. 12, Jalan Tampoi 7/4, Kawasan Perindustrian, 81300 Johor Bahru") == ""


def test_letters_that_look_like_digits_are_no_number() -> None:
    assert found("50", ["so", "long"]) == ""
    assert found("11", ["ll"]) == ""


def test_a_short_number_is_only_found_as_a_whole_word() -> None:
    assert found("7", ["7a", "Room", "7"]) == "7"
    assert found("7", ["7a"]) == ""


@pytest.mark.parametrize("answer", ["", " ", "-", "not on this page", "Mars", "BHDX"])
def test_what_is_not_on_the_page_has_no_evidence(answer: str) -> None:
    assert locate(answer, RECEIPT) == ()


def test_accents_and_wide_forms_do_not_count() -> None:
    assert found("Straße", ["Am", "STRASSE", "5"]) == "STRASSE"
    assert found("Müller", ["Muller"]) == "Muller"
    assert found("123", ["１２３"]) == "１２３"


def test_the_hint_chooses_among_equal_matches() -> None:
    words = ["Total", "9.00", "Cash", "9.00", "Change", "0.00"]
    assert locate("9.00", words) == (1,)
    assert locate("9.00", words, [0.0, 0.1, 0.0, 0.9, 0.0, 0.0]) == (3,)


def test_a_whole_word_is_preferred_to_a_part_of_one() -> None:
    assert locate("Total", ["Total:9.00", "Total"]) == (1,)


def test_an_answer_that_wraps_in_a_column_is_found_in_pieces() -> None:
    rows = ["Acme Ltd Invoice 77", "12 High Street Date 1.2.2020", "London N1 Due 1.3.2020"]
    words = [word for row in rows for word in row.split()]
    lines = [number for number, row in enumerate(rows, start=1) for _ in row.split()]
    evidence = [words[index] for index in locate("Acme Ltd 12 High Street London N1", words, lines=lines)]
    assert " ".join(evidence) == "Acme Ltd 12 High Street London N1"


def test_pieces_on_far_lines_are_not_joined() -> None:
    words = ["Acme", "Ltd", "Invoice", "number", "12", "High", "Street"]
    assert locate("Acme Ltd 12 High Street", words, lines=[1, 1, 2, 2, 3, 3, 3]) == ()


def test_a_hint_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="one value for each word"):
        locate("a", ["a", "b"], [0.5])


WORDS = st.lists(st.text("abcdefghij 0123456789.,-/ßéＡ", min_size=1, max_size=9), min_size=1, max_size=30)


@given(WORDS, st.data())
def test_any_run_of_words_is_found_and_spells_the_answer(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    answer = " ".join(words[first : last + 1])
    indices = locate(answer, words)
    assert list(indices) == sorted(set(indices))
    assert bool(indices) == any(c.isalnum() for c in answer)


@given(st.text(max_size=40), st.lists(st.text(max_size=8), max_size=20))
def test_no_text_and_no_page_makes_it_fail(text: str, words: list[str]) -> None:
    assert all(0 <= index < len(words) for index in locate(text, words))


@given(st.integers(10, 10**9), st.data())
def test_a_number_with_one_digit_changed_is_never_found(number: int, data: st.DataObject) -> None:
    digits = str(number)
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != digits[place]]))
    assert locate(digits[:place] + other + digits[place + 1 :], ["Total", digits, "EUR"]) == ()


def test_a_page_of_many_words_is_searched_through_its_likeliest_places_only() -> None:
    source = random.Random(5)
    words = ["".join(source.choices("etaoinshrdlu", k=6)) for _ in range(3000)]
    answer = " ".join(words[2000:2012])
    slipped = answer[:10] + "x" + answer[11:40] + "x" + answer[41:]
    assert locate(slipped, words) == tuple(range(2000, 2012))
