"""Papers that people wrote out become drawn pages: all stands on them, and answers stand where they were meant."""

from __future__ import annotations

import gzip
import json
import lzma
from pathlib import Path

import pytest

from docqa_app.training.data import written
from docqa_app.training.data.noise import Noise
from docqa_app.training.data.sample import Sample
from docqa_app.training.data.written import paper_sample
from docqa_app.training.data.written_text import papers_in, read_papers

TEXT = """=== en | dentist's bill
H Harbour Dental Practice
L 14 Quay Road, Falmouth
K Patient: Mr Tobias Lindqvist
K Invoice no.: HD-2291 || Date: 3 March 2025
T The crown that was fitted on 27 February is guaranteed for five years.
R Treatment | Tooth | Fee
R Porcelain crown | 26 | £540.00
R Polishing | | £48.00

K Total: £588.00 || Paid: £48.00
? synonym | How much is it in all? | £588.00
? sentence | How long is the crown guaranteed? | five years | for five years
? row | price of the crown | £540.00
? cross | Wann wurde die Krone eingesetzt? | 27 February
? row | price of the polishing | £48.00
? absent | When was the patient born?
=== de | Brief
T Sehr geehrte Frau Holm, die Frist endet am 4. Mai.
? sentence | Bis wann haben wir Zeit? | 4. Mai
"""


@pytest.fixture(scope="module")
def bill() -> Sample:
    return paper_sample(3, next(papers_in(TEXT)), Noise())


def test_a_file_holds_papers_with_their_lines_and_questions() -> None:
    bill, letter = papers_in(TEXT)

    assert (bill.language, letter.language) == ("en", "de")
    assert [line.sort for line in bill.lines] == ["H", "L", "K", "K", "T", "R", "R", "R", "", "K"]
    assert bill.lines[3].parts == ("Invoice no.: HD-2291", "Date: 3 March 2025")
    assert [len(asked.answers) for asked in bill.asked] == [1, 2, 1, 1, 1, 0]
    assert letter.asked[0].how == "sentence"


def test_all_that_was_written_stands_on_the_page(bill: Sample) -> None:
    words = " ".join(word.text for word in bill.page.words).lower()

    written_out = ("harbour dental practice", "quay road", "lindqvist", "hd-2291", "guaranteed", "porcelain crown")
    assert [text for text in written_out if text not in words] == []


@pytest.mark.parametrize("seed", range(6))
def test_an_answer_is_lit_where_it_stands_however_the_page_is_drawn(seed: int) -> None:
    sample = paper_sample(seed, next(papers_in(TEXT)), Noise())
    lit = [[sample.page.words[n].text for n in asked.evidence] for asked in sample.questions]

    assert [" ".join(words).rstrip(".") for words in lit[:4]] == ["£588.00", "five years", "£540.00", "27 February"]


def test_what_stands_in_two_places_is_lit_in_none(bill: Sample) -> None:
    assert bill.questions[4].answers == ("£48.00",)
    assert bill.questions[4].evidence == ()


def test_what_a_paper_does_not_tell_is_asked_in_vain(bill: Sample) -> None:
    assert (bill.questions[5].answers, bill.questions[5].task) == ((), "absent")


def test_a_packed_file_is_read_as_a_plain_one(tmp_path: Path) -> None:
    plain, packed = tmp_path / "one.txt", tmp_path / "one.txt.xz"
    plain.write_text(TEXT, encoding="utf-8")
    packed.write_bytes(lzma.compress(TEXT.encode()))

    assert list(read_papers(plain)) == list(read_papers(packed))


def test_each_drawing_of_a_paper_is_another(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    written.main([str(tmp_path / "one.txt"), "--out", str(tmp_path / "out.jsonl.gz"), "--drawings", "2"])

    with gzip.open(tmp_path / "out.jsonl.gz", "rt", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]

    assert [len(page["questions"]) for page in pages] == [6, 1, 6, 1]
    assert len({page["picture"] for page in pages}) == 4
