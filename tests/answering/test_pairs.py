"""What the model writes becomes pairs, and pairs are scored against pages."""

from __future__ import annotations

import pytest

from docqa_app.answering.beams import Beam, Search
from docqa_app.answering.engine import Engine
from docqa_app.answering.pairs import PairEngine, pair_of
from docqa_app.answering.tokenizer import SEP
from docqa_app.core.pairs import WrittenPair
from docqa_app.errors import Cancelled
from tests.answering.pages import INVOICE, page_of


def beam(engine: Engine, *parts: str) -> Beam:
    """Parts with a separator between them, as a search would have said them."""
    tokenizer = engine.network.tokenizer
    tokens: list[int] = []
    for part in parts:
        tokens += [tokenizer.mark(SEP)] * bool(tokens) + tokenizer.text(part)
    return Beam(0, tuple(tokens), (-0.5,) * (len(tokens) + 1), 1.5)


def pair(engine: Engine, question: str, answer: str) -> WrittenPair:
    made = pair_of(beam(engine, question, answer), engine.network.tokenizer)
    assert made is not None
    return made


def test_what_stands_before_the_separator_is_the_question_and_behind_it_the_answer(engine: Engine) -> None:
    made = pair(engine, "What is the total?", "575.37")

    assert (made.question, made.answer) == ("What is the total?", "575.37")
    assert made.spelled[made.separator] == ""
    assert "".join(made.spelled[made.separator + 1 :]) == "575.37"
    assert made.likelihood == pytest.approx(-0.5 * len(made.likelihoods))
    assert made.penalty == 1.5


@pytest.mark.parametrize("parts", [("only a question",), ("one", "two", "three")])
def test_what_does_not_split_in_two_is_no_pair(engine: Engine, parts: tuple[str, ...]) -> None:
    assert pair_of(beam(engine, *parts), engine.network.tokenizer) is None


def test_a_question_without_an_answer_is_no_pair(engine: Engine) -> None:
    asked = beam(engine, "What is the total?")
    open_end = Beam(0, (*asked.tokens, engine.network.tokenizer.mark(SEP)), (*asked.likelihoods, -0.5))

    assert pair_of(open_end, engine.network.tokenizer) is None


def test_more_pairs_than_fit_a_batch_are_scored_in_their_order(engine: Engine) -> None:
    writer, page = PairEngine(engine), page_of(INVOICE)
    pairs = [pair(engine, f"What is number {n}?", "575.37") for n in range(20)]

    scored = writer.likelihoods([page], pairs)

    assert [len(row) for row in scored] == [len(one.pieces) + 1 for one in pairs]
    assert all(one <= 0 for row in scored for one in row)
    assert scored[17] == pytest.approx(writer.likelihoods([page], [pairs[17]])[0], abs=0.1)


def test_each_pair_that_is_written_can_be_scored_and_scores_what_the_search_said(engine: Engine) -> None:
    writer, page = PairEngine(engine, Search(4, 4, 0.5, 2, 10)), page_of(INVOICE[:3])

    written = writer.write_pairs([page], 4)

    # eight bits round a product by what is computed beside it: most at tokens that are next to impossible
    for one, scored in zip(written, writer.likelihoods([page], written), strict=True):
        assert scored == pytest.approx(one.likelihoods, abs=0.1, rel=0.03)


def test_summaries_differ_and_writing_them_can_be_stopped(engine: Engine) -> None:
    writer, page = PairEngine(engine), page_of(INVOICE[:3])

    told = writer.write_summaries([page], 3, 2)

    assert 1 <= len(told) <= 3
    assert len(set(told)) == len(told)

    def stop(done: int, most: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        writer.write_summaries([page], 3, 2, stop)
