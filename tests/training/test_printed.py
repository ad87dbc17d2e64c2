"""Training answers as the page prints them."""

from __future__ import annotations

import random

import pytest

from docqa_app.core.flow import flowed
from docqa_app.training.data.generate import generate_page
from docqa_app.training.data.sample import as_record
from docqa_app.training.data.summing_up import BLIND, FRESH, TAUGHT, UNSEEN, summed_up
from docqa_app.training.disguise import Wardrobe
from docqa_app.training.flowing import text_line
from docqa_app.training.page_lines import page_line
from docqa_app.training.printed import as_printed, printed

RECEIPT = "Sunny Mart Sdn Bhd NO. 12, JLN MAWAR 3, 8100O JOHOR BAHRU Total:57.80 Date 03/04/2018".split()  # noqa: SIM905


def test_an_answer_is_said_in_the_spelling_of_the_page() -> None:
    assert printed("SUNNY MART SDN BHD", RECEIPT) == ("Sunny Mart Sdn Bhd", (0, 1, 2, 3))


def test_misread_letters_are_copied_as_they_were_read() -> None:
    said, words = printed("NO. 12, JALAN MAWAR 3, 81000 JOHOR BAHRU", RECEIPT) or ("", ())
    assert said == "NO. 12, JLN MAWAR 3, 8100O JOHOR BAHRU"
    assert words == tuple(range(4, 12))


def test_an_answer_inside_a_longer_word_stays_as_it_is() -> None:
    assert printed("57.80", RECEIPT, (12,)) == ("57.80", (12,))


@pytest.mark.parametrize("answer", ["912.40", "Golden Arches Restaurants"])
def test_an_answer_that_was_not_read_is_not_found_anywhere(answer: str) -> None:
    assert printed(answer, RECEIPT) is None


def test_a_question_whose_answer_was_not_read_is_left_out_and_others_stay() -> None:
    questions = [
        {"question": "Total?", "answers": ["912.40"], "evidence": [], "task": "total"},
        {"question": "Merchant?", "answers": ["SUNNY MART SDN BHD"], "evidence": [], "task": "company"},
        {"question": "IBAN?", "answers": [], "evidence": [], "task": "absent"},
        {"question": "How many items?", "answers": ["4"], "evidence": [], "task": "count"},
    ]
    line = as_printed(page_line(flowed(" ".join(RECEIPT)), "r", "r", "receipt", questions))
    assert [q["question"] for q in line["questions"]] == ["Merchant?", "IBAN?", "How many items?"]
    assert line["questions"][0]["said"] == "Sunny Mart Sdn Bhd"


def test_a_disguise_changes_what_is_said_like_the_page() -> None:
    questions = [{"question": "Merchant?", "answers": ["SUNNY MART"], "evidence": [], "task": "company"}]
    texts = ("Sunny Mart", "Golden Lamp", "Silver Moon", *("Total 3",) * 100)
    lines = [as_printed(page_line(flowed(text), text, text, "receipt", questions)) for text in texts]
    worn = Wardrobe(lines).disguised(lines[0], random.Random(3))
    assert worn["questions"][0]["said"] == " ".join(word[0] for word in worn["words"])


def test_a_text_keeps_its_questions_with_the_words_they_stand_on() -> None:
    question = {"question": "Who wrote it?", "answers": ["Jane Austen"], "evidence": [], "task": "text"}
    line = text_line("t", "text", "The novel was written by Jane Austen in 1813.", [question])
    assert line["questions"][0]["evidence"] == [5, 6]
    assert line["paired"] > 0


@pytest.mark.parametrize("worded", [TAUGHT, UNSEEN, BLIND, FRESH])
@pytest.mark.parametrize("kind", ["invoice", "receipt"])
def test_a_drawn_page_is_summed_up_in_words_that_stand_on_it(kind: str, worded: str) -> None:
    line = as_record("g", generate_page(11, kind, "en_GB"))
    told = summed_up(line, random.Random(1), worded)
    assert told is not None
    assert 2 <= told.sentences <= 5
    page = " ".join(word[0] for word in line["words"])
    assert all(value in page for value in told.values.values())
    assert all(value in told.text for value in told.values.values())
