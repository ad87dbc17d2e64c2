"""The shipped model asks, points and says how sure it is."""

from __future__ import annotations

import pytest

from docqa_app.answering.decode import decode
from docqa_app.answering.engine import Engine
from docqa_app.answering.features import page_features
from docqa_app.answering.tokenizer import PAD_ID
from docqa_app.core.document import Page, WordSource
from docqa_app.errors import Cancelled
from tests.answering.pages import INVOICE, document_of, page_of


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is the invoice number?", "RE-2024-0815"),
        ("When was the invoice issued?", "12.03.2024"),
        ("What is the total amount?", "575.37"),
    ],
)
def test_a_printed_value_is_found_and_its_own_words_are_the_evidence(
    engine: Engine, question: str, answer: str
) -> None:
    page = page_of(INVOICE)

    told = engine.ask(document_of(page), [question])[0]

    assert told.found
    assert answer in told.text
    assert answer in [page.words[i].text for i in told.evidence]
    assert told.page == 1
    assert 0 < told.confidence <= 1


def test_an_amount_with_a_true_minus_sign_is_answered(engine: Engine) -> None:
    page = page_of(("Bank statement", "Date: 3 May 2024", "Closing balance: −120,00 EUR"))

    told = engine.ask(document_of(page), ["What is the closing balance?"])[0]

    assert "-120,00" in told.text
    assert "−120,00" in [page.words[i].text for i in told.evidence]


def test_a_name_in_letters_that_the_model_does_not_know_is_spelled_no_further(engine: Engine) -> None:
    network = engine.network
    encoded = network.encode(page_of(("Name: Иван Петров",)))
    prompt = network.tokenizer.question_prompt("What is the name?")

    said = decode(network, encoded, [prompt])[0]

    assert max(len(one.tokens) for one in said) < 10
    assert all(PAD_ID not in one.tokens for one in said)


def test_a_question_the_page_does_not_answer_is_not_found(engine: Engine) -> None:
    told = engine.ask(document_of(page_of(INVOICE)), ["What is the patient's date of birth?"])[0]

    assert not told.found
    assert told.text == ""
    assert told.page is None
    assert told.evidence == ()


def test_the_page_that_holds_the_answer_wins_over_the_others(engine: Engine) -> None:
    letter = page_of(("Dear Sir or Madam", "please find our invoice on the next page", "Kind regards"))

    told = engine.ask(document_of(letter, page_of(INVOICE, 2)), ["What is the invoice number?"])[0]

    assert (told.page, told.text) == (2, "RE-2024-0815")


def test_only_the_pages_asked_are_read(engine: Engine) -> None:
    pages = page_of(("Memo", "nothing to see here")), page_of(INVOICE, 2)

    told = engine.ask(document_of(*pages), ["What is the invoice number?"], pages=[1])[0]

    assert told.page in (None, 1)


def test_questions_asked_together_get_the_answers_they_get_alone(engine: Engine) -> None:
    document = document_of(page_of(INVOICE))
    questions = ["What is the invoice number?", "due date", "How much is the total amount that has to be paid in EUR?"]

    together = engine.ask(document, questions)
    alone = tuple(engine.ask(document, [question])[0] for question in questions)

    assert [(a.text, a.evidence) for a in together] == [(a.text, a.evidence) for a in alone]


def test_an_empty_page_and_a_page_with_a_problem_answer_nothing(engine: Engine) -> None:
    blank, broken = Page(1, 595, 842), Page(2, 595, 842, problem="This page could not be read.")

    told = engine.ask(document_of(blank, broken), ["What is the total?"])[0]

    assert not told.found
    assert told.alternatives == (), "nothing is offered that nobody can see"


def test_a_page_longer_than_one_passage_is_read_to_its_end(engine: Engine) -> None:
    filler = tuple(f"Item {n} with a rather long description {n}.50" for n in range(60))
    page = page_of((*filler, *INVOICE))

    told = engine.ask(document_of(page), ["What is the invoice number?"])[0]

    assert len(page_features(page, engine.network.tokenizer).passages) > 1
    assert "RE-2024-0815" in (told.text, *(c.text for c in told.alternatives))


def test_alternatives_fall_in_confidence_and_do_not_repeat_the_answer(engine: Engine) -> None:
    told = engine.ask(document_of(page_of(INVOICE)), ["Which date is on the invoice?"])[0]

    confidences = [c.confidence for c in told.alternatives]
    assert confidences == sorted(confidences, reverse=True)
    assert told.text not in [c.text for c in told.alternatives]


def test_every_word_gets_a_line_and_a_cell_from_the_model(engine: Engine) -> None:
    page = page_of(INVOICE)

    seen = engine.inspect(page)

    assert len(seen.lines) == len(seen.cells) == len(page.words)
    assert seen.lines[0] == 1
    assert all(1 <= cell <= 16 for cell in seen.cells)


def test_lines_of_a_long_page_part_where_its_passages_meet(engine: Engine) -> None:
    page = page_of([f"Item-{n}-with-a-long-name:{n}.50" for n in range(60)])
    cut = [int(p.words[-1]) for p in page_features(page, engine.network.tokenizer).passages[:-1]]

    seen = engine.inspect(page).lines

    assert cut
    assert all(seen[word] != seen[word + 1] for word in cut), "each word stands on a line of its own"


def test_cancelling_stops_before_the_next_page(engine: Engine) -> None:
    def stop(done: int, total: int) -> None:
        if done >= 1:
            raise Cancelled

    document = document_of(*(page_of(INVOICE, n) for n in range(1, 4)))
    with pytest.raises(Cancelled):
        engine.ask(document, ["total"], report=stop)


def test_doubtful_recognition_lowers_the_confidence(engine: Engine) -> None:
    clear = page_of(INVOICE)
    words = tuple(type(w)(w.text, w.box, 0.05) for w in clear.words)
    doubtful = Page(1, 595, 842, words, WordSource.OCR)

    sure = engine.ask(document_of(clear), ["What is the invoice number?"])[0]
    unsure = engine.ask(document_of(doubtful), ["What is the invoice number?"])[0]

    assert unsure.confidence <= sure.confidence


def test_a_forgotten_document_is_looked_at_anew_and_answered_the_same(engine: Engine) -> None:
    document = document_of(page_of(INVOICE))
    first = engine.ask(document, ["What is the invoice number?"])
    kept = engine.encoded(document.pages[0])
    engine.forget(document)

    assert engine.encoded(document.pages[0]) is not kept
    assert engine.ask(document, ["What is the invoice number?"]) == first
