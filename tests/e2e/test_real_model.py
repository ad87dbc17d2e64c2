"""The whole way with the model that ships and the recogniser that is installed: file, words, question, evidence."""

from __future__ import annotations

import pytest

from docqa_app.answering.engine import load_engine
from docqa_app.core.document import WordSource
from docqa_app.core.ports import Engine
from docqa_app.paths import find_paths
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk


def shipped() -> Engine:
    return load_engine(find_paths({}).models, "cpu")


@pytest.fixture
def real(open_desk: OpenDesk) -> Desk:
    return open_desk(load_engine=shipped)


def test_the_sample_invoice_is_asked_and_the_evidence_shines_on_its_words(real: Desk) -> None:
    real.open(real.window.sample)
    real.ask("What is the invoice number?")
    answer = real.chosen.answer
    assert answer is not None
    assert (answer.text, answer.found, answer.page) == ("2025-0417", True, 1)
    assert real.lit_words == {1: ["2025-0417"]}
    assert real.window.status.model.text() == f"{answer.model} · CPU"


def test_a_question_the_invoice_does_not_answer_is_not_found(real: Desk) -> None:
    real.open(real.window.sample)
    real.ask("Which hotel was booked?")
    assert real.chosen.answer is not None
    assert not real.chosen.answer.found
    assert not real.window.lighting.lit


def test_the_scanned_receipt_is_recognised_and_asked(real: Desk) -> None:
    real.open(real.window.sample.parent / "receipt.jpg")
    assert real.document.pages[0].source is WordSource.OCR
    real.ask("What is the total?")
    assert real.chosen.answer is not None
    assert "39.00" in real.chosen.answer.text


def test_the_model_says_which_line_each_word_is_on(real: Desk) -> None:
    real.open(real.window.sample)
    real.press("Ctrl+I")
    real.wait(lambda: "The model agrees on the line of" in real.window.inspect.summary.text())
