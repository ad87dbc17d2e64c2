"""Texts and drawn pages become lines: pages and what is told of them are asked the same questions."""

from __future__ import annotations

import random
from typing import Any

import pytest

from docqa_app.answering.tokenizer import MAKE_PAIR, WordTokenizer
from docqa_app.training.data.settled import settled_question
from docqa_app.training.examples import ExampleMaker
from docqa_app.training.model.config import tiny
from docqa_app.training.texts import answer_lines, pair_lines
from docqa_app.training.told_pages import FIELDS_PAIRED, generated_lines
from tests.training.bill_fields import FIELDS
from tests.training.conftest import VOCABULARY


def drawn() -> dict[str, Any]:
    words = [[word, 0.1, 0.1, 0.2, 0.12, 1.0] for text in FIELDS.values() for word in text.split()]
    return {
        "id": "page 1", "group": "drawn", "kind": "invoice", "locale": "en_US", "picture": "", "fields": FIELDS,
        "words": words, "questions": [],
    }  # fmt: skip


def text_of(line: dict[str, Any]) -> str:
    return " ".join(word[0] for word in line["words"])


@pytest.mark.parametrize(
    ("name", "language", "question"),
    [
        ("total", "en", "What is the total?"),
        ("seller_name", "en", "Who is the seller?"),
        ("due_date", "de", "Wie lautet das Fälligkeitsdatum?"),
        ("invoice_date", "fr", "Quelle est la date de la facture ?"),
        ("flight_from", "de", ""),
    ],
)
def test_a_field_has_one_question_in_each_language_that_names_it(name: str, language: str, question: str) -> None:
    assert settled_question(name, language) == question


@pytest.mark.parametrize("seed", range(8))
def test_page_summary_and_sentences_are_asked_the_same_questions(seed: int) -> None:
    page, summary, *others = generated_lines("drawn", [drawn()], random.Random(seed))
    sentences = [line for line in others if line["paired"]]

    wish, *asked = page["questions"]
    assert wish["task"] == "summary"
    answers = {question["question"]: question["said"] for question in asked}
    assert len(answers) == len(FIELDS)
    assert answers["What is the due date?"] == "11 April 2025"
    assert {line["paired"] for line in (page, summary, *sentences)} == {FIELDS_PAIRED}
    for line in (summary, *sentences):
        assert {question["question"] for question in line["questions"]} <= answers.keys()
    assert all(question["said"] in text_of(summary) for question in summary["questions"])


@pytest.mark.parametrize("seed", range(8))
def test_each_sentence_is_also_asked_in_other_words_which_are_not_learned_to_be_asked(seed: int) -> None:
    _, _, *others = generated_lines("drawn", [drawn()], random.Random(seed))
    told, asked = ([line for line in others if bool(line["paired"]) is paired] for paired in (True, False))

    assert [text_of(line) for line in told] == [text_of(line) for line in asked]
    assert all(len(line["questions"]) > 1 for line in asked)
    answers = [{q["said"] for q in line["questions"] if q["answers"]} for line in (*told, *asked)]
    assert answers[: len(told)] == answers[len(told) :]


@pytest.mark.parametrize("seed", range(8))
def test_a_sentence_is_read_as_it_stands_and_asked_for_what_it_does_not_tell(seed: int) -> None:
    _, _, *sentences = generated_lines("drawn", [drawn()], random.Random(seed))

    assert sentences
    for line in sentences:
        text = text_of(line)
        assert not text.endswith(".")
        told = [question for question in line["questions"] if question["answers"]]
        assert told
        for question in told:
            assert question["said"] in " ".join(line["words"][place][0] for place in question["evidence"])
        absent = {question["question"] for question in line["questions"] if not question["answers"]}
        assert not absent & {question["question"] for question in told}


def test_some_sentences_tell_another_value_of_the_page() -> None:
    lines = [line for seed in range(30) for line in generated_lines("drawn", [drawn()], random.Random(seed))]
    totals = {
        q["said"] for line in lines for q in line["questions"] if q["question"] == "What is the total?" and q["answers"]
    }

    assert totals == {"EUR 651.48", "EUR 542.90"}


def test_a_paragraph_gives_one_of_its_sentences_too() -> None:
    context = "The roof is 40 years old. The repair costs 900 euros, said Mr. Hill. Work begins soon."
    questions = [
        {"q": "How old is the roof?", "a": ["40 years"], "s": [12]},
        {"q": "What does the repair cost?", "a": ["900 euros"], "s": [43]},
    ]

    whole, sentence = pair_lines("squad", [{"context": context, "qas": questions}], random.Random(1))

    assert text_of(whole) == context
    assert len(whole["questions"]) == 2
    (asked,) = sentence["questions"]
    assert asked["said"] in text_of(sentence)
    assert not text_of(sentence).endswith(".")


def test_a_pair_is_copied_from_where_its_answer_stands() -> None:
    tokenizer = WordTokenizer.load(VOCABULARY)
    maker = ExampleMaker(tokenizer, tiny(tokenizer.size), seed=1)
    page = next(iter(generated_lines("drawn", [drawn()], random.Random(1))))

    rows = [maker.row(question, paired=1.0) for question in page["questions"][1:]]

    assert {row.prompt for row in rows} == {(tokenizer.mark(MAKE_PAIR),)}
    assert [sorted(row.evidence) for row in rows] == [question["evidence"] for question in page["questions"][1:]]
    assert not any(row.judged for row in rows)


def test_a_paragraph_is_asked_in_vain_for_what_its_article_tells_elsewhere() -> None:
    towns = [("Ely", "Fens"), ("Bath", "Avon"), ("Wells", "Mendips")]
    article = [
        {"title": "Towns", "context": f"{name} lies near the {place}.", "qas": [
            {"q": f"Where does {name} lie?", "a": [place], "s": [len(name) + 15]}]}
        for name, place in towns
    ]  # fmt: skip

    lines = list(answer_lines("set", article, random.Random(2)))
    whole = [line for line in lines if line["id"].endswith("-0")]

    assert {line["paired"] for line in lines} == {0.0}
    for line, (name, place) in zip(whole, towns, strict=True):
        told, *vain = line["questions"]
        assert (told["question"], told["answers"]) == (f"Where does {name} lie?", [place])
        assert vain
        assert all(name not in one["question"] and one["answers"] == [] for one in vain)
