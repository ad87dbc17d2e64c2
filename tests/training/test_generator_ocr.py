"""Generated pages against the real Tesseract."""

from __future__ import annotations

from collections import Counter

from docqa_app.training.data.against_tesseract import changes, check_boxes, model
from docqa_app.training.data.generate import ocr_page


def test_tesseract_finds_the_words_where_they_were_drawn() -> None:
    result = check_boxes(2, seed=900_000)
    assert result["found"] > 0.9
    assert result["mean_overlap"] > 0.7


def test_a_page_read_by_tesseract_keeps_its_questions_and_their_evidence() -> None:
    sample = ocr_page(6, "receipt", "en_GB")
    known = [qa for qa in sample.questions if qa.task in ("field", "kv") and qa.answers]
    assert known
    assert all(qa.evidence for qa in known)
    read = [sample.page.text_of(qa.evidence) for qa in known]
    assert sum(text == qa.answers[0] for text, qa in zip(read, known, strict=True)) >= len(known) / 2


def test_confusions_are_counted_character_by_character() -> None:
    assert list(changes("0ld", "Old")) == [("0", "O"), ("l", "l"), ("d", "d")]
    assert ("m", "rn") in list(changes("lamp", "larnp"))
    stored = model(Counter({"0": 40, "a": 60}), {"0": Counter({"O": 4})})
    assert stored["mean_error"] == 0.04
    assert stored["relative"] == {"0": 2.5}
    assert stored["instead"] == {"0": {"O": 4}}
