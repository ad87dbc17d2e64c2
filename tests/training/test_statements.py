"""Sentences that a text bears out or not: put as questions, made wrong by one change, told beside their text."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from docqa_app.training import statements
from docqa_app.training.data import written
from docqa_app.training.data.noise import Noise
from docqa_app.training.data.stated import SETTLED, Stated, put, stated_of
from docqa_app.training.data.written import paper_sample
from docqa_app.training.data.written_text import papers_in

ARTICLE = """=== en | news: court
H Harbour pilot cleared
L Falmouth, 14 March
T Tobias Lindqvist was not guilty of endangering the ferry Morwenna, a jury found on 12 March 2024. The captain, \
who had retired in 2021, told the court that Lindqvist warned him before 3 May 2023. The company of Iseabail \
MacSween paid 400 pounds to 97 passengers.
? stated | A jury cleared the pilot of endangering a ferry. | yes
? stated | A jury cleared the captain of endangering a pilot. | no
"""
TEXT = ARTICLE.split("T ", 1)[1].split("\n")[0]
DRAWS = 200


def drawn(seed: int, strangers: tuple[str, ...] = ()) -> list[Stated]:
    return list(stated_of(TEXT, random.Random(seed), 3, strangers))


def test_half_of_a_texts_own_sentences_are_made_wrong() -> None:
    told = [one for seed in range(DRAWS) for one in drawn(seed)]

    share = sum(one.right for one in told) / len(told)
    assert len(told) == 3 * DRAWS
    assert 0.4 < share < 0.6


def test_what_is_right_says_no_word_that_the_text_does_not_have() -> None:
    right = {one.sentence for seed in range(DRAWS) for one in drawn(seed) if one.right}

    assert all(set(sentence.split()) <= {*TEXT.split(), "captain"} for sentence in right)
    assert "The captain told the court that Lindqvist warned him before 3 May 2023." in right


@pytest.mark.parametrize(
    "wrong",
    [
        "Tobias Lindqvist was guilty of endangering the ferry Morwenna, a jury found on 12 March 2024.",
        "Tobias Lindqvist was not innocent of endangering the ferry Morwenna, a jury found on 12 March 2024.",
        "Tobias Lindqvist was not guilty of endangering the ferry Morwenna, a jury found on 3 May 2023.",
        "The company of Iseabail MacSween paid 97 pounds to 400 passengers.",
        "The company of Ada Voss paid 400 pounds to 97 passengers.",
    ],
)
def test_what_is_wrong_differs_by_one_change(wrong: str) -> None:
    told = [one for seed in range(DRAWS) for one in drawn(seed, ("Ada Voss",)) if not one.right]

    assert wrong in {one.sentence for one in told}
    assert all(one.sentence not in TEXT for one in told)


def test_half_of_them_are_put_in_settled_words_and_answered_in_english() -> None:
    rng, stated = random.Random(1), Stated("Die Frist endet am 4. Mai.", True)

    asked, settled = [put(stated, "de", rng) for _ in range(DRAWS)], SETTLED.format(s=stated.sentence)

    own = [said for question, said in asked if question == settled]
    assert 0.4 < len(own) / DRAWS < 0.6
    assert set(own) == {"yes"}
    assert {said for question, said in asked if question != settled} == {"ja"}
    assert all(stated.sentence in question for question, _ in asked)


def test_a_drawn_paper_is_asked_what_was_written_about_it() -> None:
    asked = paper_sample(3, next(papers_in(ARTICLE)), Noise()).questions

    assert [one.answers for one in asked] == [("yes",), ("no",)]
    assert [one.evidence for one in asked] == [(), ()]
    assert "cleared the pilot" in asked[0].question


def test_articles_and_paragraphs_become_lines_with_both_sorts_of_questions(tmp_path: Path) -> None:
    articles, squad, out = tmp_path / "articles.txt", tmp_path / "train.jsonl.gz", tmp_path / "out.jsonl.gz"
    articles.write_text(ARTICLE, encoding="utf-8")
    paragraph = {"title": "Trial", "context": TEXT, "qas": [{"q": "Who paid?", "a": ["The company"], "s": [200]}]}
    with gzip.open(squad, "wt", encoding="utf-8") as file:
        file.write(json.dumps(paragraph) + "\n")

    statements.main([str(out), str(articles), str(squad)])

    with gzip.open(out, "rt", encoding="utf-8") as file:
        article, text = sorted(map(json.loads, file), key=lambda line: len(line["words"]), reverse=True)
    told = [question["answers"][0] for question in article["questions"] if "A jury" in question["question"]]
    assert told == ["yes", "no"]
    assert len(article["questions"]) == 5
    assert len(text["questions"]) == 4
    assert text["questions"][-1]["question"] == "Who paid?"
    assert {question["answers"][0] for question in text["questions"][:3]} <= {"yes", "no"}
    assert text["paired"] == 0


def test_what_was_written_about_papers_may_be_left_out(tmp_path: Path) -> None:
    papers, out = tmp_path / "papers.txt", tmp_path / "out.jsonl.gz"
    papers.write_text(f"{ARTICLE}? synonym | Who paid? | The company\n", encoding="utf-8")

    written.main([str(papers), "--out", str(out), "--without", "stated"])

    with gzip.open(out, "rt", encoding="utf-8") as file:
        (line,) = map(json.loads, file)
    assert [question["question"].lower().rstrip("?") for question in line["questions"]] == ["who paid"]
