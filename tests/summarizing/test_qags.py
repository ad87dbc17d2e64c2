"""QAGS: two answerings of the same questions compared."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from docqa_app.summarizing.qags import MOST_QUESTIONS, qags, token_f1


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("the Bank of England", "Bank of England", 1.0),
        ("May 2024", "June 2024", 0.5),
        ("12 May 2024", "May", 0.5),
        ("May May", "May", 2 / 3),
        ("", "", 1.0),
        ("", "May", 0.0),
        ("May", "June", 0.0),
        ("£12.50", "1250", 0.0),
    ],
)
def test_two_answers_agree_as_far_as_they_share_words(one: str, other: str, score: float) -> None:
    assert token_f1(one, other) == pytest.approx(score)


def test_the_score_is_the_mean_over_different_questions() -> None:
    by_document = {"who ?": "Northgate", "when ?": "May 2024"}
    by_text = {"who ?": "Northgate", "when ?": "June 2024"}

    score = qags(
        ["who ?", "when ?", "who ?"],
        lambda asked: [by_document[question] for question in asked],
        lambda asked: [by_text[question] for question in asked],
    )

    assert score == pytest.approx(0.75)


def test_no_more_questions_are_answered_than_wanted_and_none_gives_no_score() -> None:
    seen: list[int] = []

    def answers(asked: Sequence[str]) -> list[str]:
        seen.append(len(asked))
        return ["same"] * len(asked)

    assert qags([f"question {n}" for n in range(50)], answers, answers) == 1.0
    assert seen == [MOST_QUESTIONS, MOST_QUESTIONS]
    assert qags([], answers, answers) is None
