"""Texts with pairs that they bear out and pairs that they do not: made of paragraphs and of drawn pages."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from docqa_app.answering.tokenizer import END_ID, MAKE_PAIR, SEP
from docqa_app.training.disputes import Pair, disputed_texts, made_wrong, main
from docqa_app.training.examples import ExampleMaker
from docqa_app.training.page_lines import Line, read_lines
from tests.training.conftest import TinyRun
from tests.training.test_texts import drawn, text_of

FIRST = "Ada Voss built the Harlow bridge in 1903. It was repaired by Karl Renner in 1951."
SECOND = "The Kelso bridge was built by Iris Calder in 1877 and fell in 1912."
ASKED = {
    FIRST: [("Who built the Harlow bridge?", "Ada Voss"), ("Who repaired the Harlow bridge?", "Karl Renner")],
    SECOND: [("Who built the Kelso bridge?", "Iris Calder"), ("When did the Kelso bridge fall?", "1912")],
}


def paragraphs() -> list[Line]:
    return [
        {"title": "Bridges", "context": text, "qas": [{"q": q, "a": [a], "s": [text.index(a)]} for q, a in asked]}
        for text, asked in ASKED.items()
    ]


def lines(seed: int) -> list[Line]:
    return list(disputed_texts("squad", paragraphs(), random.Random(seed)))


@pytest.mark.parametrize("seed", range(10))
def test_a_pair_that_becomes_unlikely_is_one_that_its_text_does_not_bear_out(seed: int) -> None:
    documents = [line for line in lines(seed) if any(one.get("unlike") for one in line["questions"])]
    assert documents
    for line in documents:
        borne_out = {pair for text, asked in ASKED.items() if text in text_of(line) for pair in asked}
        for one in line["questions"]:
            pair = one["question"], one["answers"][0]
            assert one.get("unlike", False) == (pair not in borne_out)


@pytest.mark.parametrize("seed", range(10))
def test_what_is_unlikely_of_the_document_is_likely_of_the_sentence_that_says_so(seed: int) -> None:
    document, *others = lines(seed)
    wrong = {(one["question"], one["answers"][0]) for one in document["questions"] if one.get("unlike")}
    told = {(one["question"], one["answers"][0]) for line in others for one in line["questions"] if "unlike" not in one}
    absent = {pair for pair in ASKED[SECOND] if SECOND not in text_of(document)}
    own = {question for asked in ASKED.values() for question, _ in asked}
    answered_otherwise = {pair for pair in wrong - absent if pair[0] in own}
    assert answered_otherwise <= told  # a sentence that lacks the name which gave way in the question tells nothing


def test_an_answer_gives_way_to_one_of_its_sort_or_the_question_to_another_name() -> None:
    pair = Pair("Who built the Harlow bridge?", "Ada Voss", "Ada Voss built the Harlow bridge in 1903")
    known = [pair, Pair("Who repaired it?", "Karl Renner", "It was repaired by Karl Renner in 1951")]
    made = {made_wrong(pair, FIRST, known, random.Random(seed)) for seed in range(30)}
    assert Pair(pair.question, "Karl Renner", "Karl Renner built the Harlow bridge in 1903") in made
    assert {one.question for one in made if one} == {pair.question, "Who built the Karl Renner bridge?"}


def test_a_pair_that_has_nothing_in_its_place_is_not_made_wrong() -> None:
    pair = Pair("why?", "it rained", "it rained")
    assert made_wrong(pair, "it rained", [pair], random.Random(1)) is None


def test_only_the_answer_of_such_a_pair_becomes_unlikely(tiny_run: TinyRun) -> None:
    tokenizer = tiny_run.tokenizer
    maker = ExampleMaker(tokenizer, tiny_run.trainer.model.config, seed=1)
    row = maker.row({"question": "Who?", "answers": ["Ada"], "evidence": [0], "task": "text", "unlike": True}, 1.0)
    asked = (tokenizer.mark(MAKE_PAIR), *tokenizer.text("Who?"), tokenizer.mark(SEP))
    assert (row.prompt, row.answer) == (asked, (*tokenizer.text("Ada"), END_ID))
    assert (row.unlike, row.judged, row.evidence) == (True, False, frozenset())


def test_texts_and_drawn_pages_become_documents_and_sentences(tmp_path: Path) -> None:
    for name, held in (("squad", paragraphs()), ("drawn", [drawn()])):
        given = tmp_path / f"{name}.jsonl.gz"
        given.write_bytes(gzip.compress("\n".join(map(json.dumps, held)).encode()))
        main([str(tmp_path / name), str(given), "--sentences", "2"])
        documents, sentences = (
            list(read_lines(tmp_path / name / f"{part}.jsonl.gz")) for part in ("documents", "sentences")
        )
        assert all(any(one.get("unlike") for one in line["questions"]) for line in documents)
        assert documents
        assert len(sentences) == 2
        assert {line["paired"] for line in (*documents, *sentences)} == {1.0}
