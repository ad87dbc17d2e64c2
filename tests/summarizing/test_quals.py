"""QUALS against values worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from docqa_app.core.document import Page
from docqa_app.core.flow import flowed
from docqa_app.core.pairs import WrittenPair
from docqa_app.summarizing.check import Effort, ask_text
from docqa_app.summarizing.quals import Variant, asked_once, kept, quals, released_quals, scored, selected
from tests.summarizing.fakes import KNOWN, UNKNOWN, NeighbourModel, pair_of


def test_only_pairs_whose_answer_stands_in_the_text_are_kept_whatever_its_case() -> None:
    pairs = [pair_of("who ?", "NORTHGATE Ltd"), pair_of("how much ?", "12.50"), pair_of("when ?", "May")]

    assert [pair.answer for pair in kept(pairs, "Northgate Ltd asks for 12.50.")] == ["NORTHGATE Ltd", "12.50"]


def test_answers_take_turns_the_likeliest_pair_of_each_first() -> None:
    pairs = [
        pair_of("a1", "A", -1.0, -1.0, -1.0, -0.0),
        pair_of("a2", "A", -1.0, -1.0, -1.0, -0.5),
        pair_of("a3", "A", -1.0, -1.0, -1.0, -0.6),
        pair_of("b1", "B", -2.0, -2.0, -2.0, -2.0),
        pair_of("c1", "C", -1.0, -1.0, -1.0, -1.0),
        pair_of("b2", "B", -9.0, -2.0, -2.0, -2.0),
    ]

    assert [pair.question for pair in selected(pairs)] == ["a1", "c1", "b1", "a2", "b2", "a3"]
    assert [pair.question for pair in selected(pairs, 4)] == ["a1", "c1", "b1", "a2"]


def test_a_question_is_asked_once_for_an_answer_but_again_for_another() -> None:
    pairs = [pair_of("when ?", "May"), pair_of("when ?", "May"), pair_of("when ?", "June")]

    assert [(pair.question, pair.answer) for pair in selected(pairs)] == [("when ?", "May"), ("when ?", "June")]


def test_of_a_sentence_each_question_is_asked_once_with_its_likeliest_answer() -> None:
    pairs = [pair_of("when ?", "May", -9.0), pair_of("When ?", "June"), pair_of("who ?", "Ann")]

    assert [pair.answer for pair in asked_once(pairs)] == ["June", "Ann"]
    assert [pair.answer for pair in asked_once(pairs, but=["WHEN ?"])] == ["Ann"]


def test_at_most_ten_pairs_are_selected() -> None:
    assert len(selected([pair_of(f"question {n}", f"answer {n}") for n in range(30)])) == 10


def test_the_score_is_the_mean_difference_of_the_mean_log_likelihoods() -> None:
    def score(pages: Sequence[Page], pairs: Sequence[WrittenPair]) -> list[list[float]]:
        assert pages[0].number == 1
        return [[-1.0, -2.0, -3.0, -2.0], [-4.0, -4.0, -4.0, -4.0]]

    written = [pair_of("q", "a", -1.0, -1.0, -1.0, -1.0), pair_of("r", "b", -1.0, -1.0, -1.0, -2.0)]
    pairs = scored(written, [flowed("x", 1)], [flowed("y", 2)], score)

    # (-8/4 - -4/4) = -1 and (-16/4 - -5/4) = -2.75
    assert [pair.difference for pair in pairs] == pytest.approx([-1.0, -2.75])
    assert quals(pairs) == pytest.approx(-1.875)
    assert [token.text for token in pairs[0].tokens] == ["q", "", "a", ""]
    assert [token.in_answer for token in pairs[0].tokens] == [False, False, True, True]


def test_a_pair_that_the_text_did_not_give_is_scored_on_it_too() -> None:
    own, given = pair_of("q", "a", -1.0, -1.0, -1.0, -1.0), replace(pair_of("r", "b"), likelihoods=())
    asked: list[tuple[int, list[str]]] = []

    def score(pages: Sequence[Page], pairs: Sequence[WrittenPair]) -> list[list[float]]:
        asked.append((pages[0].number, [pair.question for pair in pairs]))
        return [[-4.0 + pages[0].number] * 4 for _ in pairs]

    pairs = scored([given, own], [flowed("x", 1)], [flowed("y", 2)], score)

    assert asked == [(1, ["r", "q"]), (2, ["r"])]
    assert [pair.difference for pair in pairs] == pytest.approx([-3.0 - -2.0, -3.0 - -1.0])


def test_without_pairs_nothing_is_scored_and_there_is_no_score() -> None:
    def score(pages: Sequence[Page], pairs: Sequence[WrittenPair]) -> list[list[float]]:
        raise AssertionError("there is nothing to score")

    assert scored([], [flowed("x")], [flowed("y")], score) == ()
    assert quals([]) is None
    assert released_quals([], []) is None


def test_the_released_variant_takes_the_searchs_penalised_score_for_the_text() -> None:
    pairs = [pair_of("q", "a", -1.0, -1.0, -1.0, -1.0), pair_of("r", "b", -1.0, -1.0, -1.0, -1.0, penalty=2.0)]

    # (-8 - -4) / 4 = -1 and (-8 - (-4 - 2)) / 4 = -0.5
    assert released_quals(pairs, [[-2.0] * 4, [-2.0] * 4]) == pytest.approx(-0.75)


def test_the_released_variant_selects_by_the_penalised_score_too() -> None:
    pairs = [pair_of("liked", "A", -1.0, -1.0, -1.0, -1.0, penalty=3.0), pair_of("early", "A", -1.5, -1.5, -1.5, -1.5)]

    assert selected(pairs, 1)[0].question == "liked"
    assert selected(pairs, 1, Variant.RELEASED)[0].question == "early"


def test_a_text_the_document_bears_out_scores_near_zero_and_a_wrong_one_far_below() -> None:
    document = (flowed("The total is 12.50 and the tax is 2.00 here."),)

    right = ask_text(NeighbourModel(), document, "The total is 12.50.")
    wrong = ask_text(NeighbourModel(), document, "The total is 99.90.")

    assert right.quals == pytest.approx(0.0)
    assert wrong.quals == pytest.approx((UNKNOWN - KNOWN) / 5)
    assert [(pair.question, pair.answer) for pair in wrong.pairs] == [("is ?", "99.90")]


def test_a_text_that_gives_no_question_cannot_be_checked() -> None:
    asked = ask_text(NeighbourModel(), (flowed("The total is 12.50"),), "Nothing to see.")

    assert (asked.quals, asked.pairs) == (None, ())


def test_as_many_pairs_are_kept_as_the_effort_allows() -> None:
    text = "one 1 two 2 three 3 four 4"

    assert len(ask_text(NeighbourModel(), (flowed(text),), text, Effort(beams=60, pairs=3)).pairs) == 3
    assert len(ask_text(NeighbourModel(), (flowed(text),), text, Effort(beams=2)).pairs) == 2


def test_both_variants_score_the_same_pairs_of_a_text_without_penalties() -> None:
    document, text = (flowed("total 12.50"),), "total 99.90"

    published = ask_text(NeighbourModel(), document, text)
    released = ask_text(NeighbourModel(), document, text, variant=Variant.RELEASED)

    assert released.quals == pytest.approx(published.quals)
