"""How good a network in training is on development pages: how surely it says the truth, and what it says by itself."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch

from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.core.metrics import anls
from docqa_app.training.collate import collate
from docqa_app.training.examples import ExampleMaker
from docqa_app.training.losses import remember, word_loss
from docqa_app.training.misreading import misread_line
from docqa_app.training.mixture import as_examples
from docqa_app.training.model.docformer import IGNORED, DocFormer
from docqa_app.training.page_lines import Line, line_page
from docqa_app.training.printed import IN_OTHER_WORDS
from docqa_app.training.torch_network import TorchNetwork

MOST_ASKED = 8  # questions a page
MOST_SEEN = 3  # questions a page that only its picture answers
LONGEST = 24  # tokens an answer is given: a network that has learned little does not end by itself


def answer_loss(model: DocFormer, tokenizer: WordTokenizer, lines: Sequence[Line]) -> float:
    """Mean negative log likelihood of a token of the true answers, in nats: finer than ANLS where little is learned."""
    maker = ExampleMaker(tokenizer, model.config, seed=1, most_rows=MOST_ASKED)
    rng, total, tokens = random.Random(1), 0.0, 0
    for line in lines:
        batch = collate(as_examples(maker.asked({**line, "paired": 0.0}), maker), model.config, rng)
        with torch.inference_mode():
            memory, _ = remember(model, batch)
            reading = model.read(memory, batch.prompts, batch.rows, batch.places)
            loss, _ = word_loss(model, reading, batch, memory)
        count = int((batch.labels != IGNORED).sum())
        total, tokens = total + float(loss) * count, tokens + count
    return total / max(1, tokens)


def answer_anls(network: TorchNetwork, lines: Sequence[Line], rate: float = 0.0, seen: bool = False) -> float:
    """Mean ANLS of what is said freely to some of each page's questions, characters misread at `rate`.

    Questions whose answer is printed; with `seen` instead those that only the picture answers (stamps, signatures,
    ticked boxes). Which ones are drawn depends on nothing else.
    """
    rng, scores = random.Random(1), []
    for line in lines:
        page, asked = line_page(misread_at(line, rate)), _asked(line, seen, rng)
        said = network.answers(page, [q["question"] for q in asked], runs=0, most=LONGEST) if asked else []
        told = [network.tokenizer.decode(answer.tokens) for answer in said]
        scores += [anls(text, question["answers"]) for text, question in zip(told, asked, strict=True)]
    return sum(scores) / max(1, len(scores))


def misread_at(line: Line, rate: float) -> Line:
    """The line misread at a rate, every time alike."""
    return misread_line(line, rate, random.Random(line["id"]))


def _asked(line: Line, seen: bool, rng: random.Random) -> list[Line]:
    tasks = {"visual"} if seen else {q["task"] for q in line["questions"]} - IN_OTHER_WORDS
    known = [q for q in line["questions"] if q["answers"] and q["task"] in tasks]
    return rng.sample(known, min(len(known), MOST_SEEN if seen else MOST_ASKED))
