"""Beams and likelihoods on a true, tiny network in float32: batch and cache change nothing."""

from __future__ import annotations

import pytest
import torch

from docqa_app.answering.beams import Search, diverse_beams
from docqa_app.answering.engine import Engine, load_engine
from docqa_app.answering.scoring import likelihoods, log_probabilities
from docqa_app.answering.speaking import PageSpeaker, memory_of
from docqa_app.answering.tokenizer import MAKE_PAIR, WordTokenizer
from docqa_app.training.export import write_model
from docqa_app.training.model.config import tiny
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.rounding import FLOAT
from tests.answering.pages import INVOICE, page_of
from tests.answering.plain_beams import plain_search
from tests.training.conftest import VOCABULARY


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A network that was taught nothing: what it says is by lot, and always the same."""
    torch.manual_seed(5)
    model = DocFormer(tiny(WordTokenizer.load(VOCABULARY).size)).eval()
    folder = tmp_path_factory.mktemp("models") / "tiny"
    write_model(model, folder, VOCABULARY, "0.0.1", FLOAT)
    return load_engine(folder, "CPU")


@pytest.mark.parametrize("search", [Search(4, 2, 0.5, 2, 4), Search(6, 6, 0.5, 2, 3)], ids=str)
def test_on_the_network_the_batch_with_its_cache_finds_what_the_plain_search_finds(
    engine: Engine, search: Search
) -> None:
    network, prompt = engine.network, (engine.network.tokenizer.mark(MAKE_PAIR),)
    memory = engine.encoded(page_of(INVOICE[:4]))

    found = diverse_beams(PageSpeaker(network, memory, prompt), search)

    def asked_anew(tokens: tuple[int, ...]) -> list[float]:
        return [float(one) for one in log_probabilities(network.prompt(memory, [(*prompt, *tokens)]), memory)[0]]

    expected = plain_search(asked_anew, search)
    assert [beam.tokens for beam in found] == [beam.tokens for beam in expected]
    assert [beam.likelihood for beam in found] == pytest.approx([beam.likelihood for beam in expected], abs=1e-3)


def test_given_texts_are_as_likely_as_when_they_were_found(engine: Engine) -> None:
    network, prompt = engine.network, (engine.network.tokenizer.mark(MAKE_PAIR),)
    memory = memory_of([engine.encoded(page_of(INVOICE[:4])), engine.encoded(page_of(INVOICE[4:], 2))])
    found = diverse_beams(PageSpeaker(network, memory, prompt), Search(5, 5, 0.5, 3, 12))

    together = likelihoods(network, memory, prompt, [beam.tokens for beam in found])
    alone = [likelihoods(network, memory, prompt, [beam.tokens])[0] for beam in found]

    for beam, one, other in zip(found, together, alone, strict=True):
        assert one.tolist() == pytest.approx(list(beam.likelihoods), abs=1e-3)
        assert one.tolist() == pytest.approx(other.tolist(), abs=1e-3)


def test_no_given_texts_have_no_likelihoods(engine: Engine) -> None:
    assert likelihoods(engine.network, engine.encoded(page_of(INVOICE)), (2,), []) == []
