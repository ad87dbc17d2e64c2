"""How far a document bears a sentence out, as the model says it: the odds of "yes" against "no".

Textual entailment (Dagan et al. 2006) with the document as premise. It sees what no question asks for: a negation, a
cause, two roles that changed places.
"""

from __future__ import annotations

from collections.abc import Sequence

from docqa_app.answering.engine import Engine
from docqa_app.answering.scoring import likelihoods
from docqa_app.answering.speaking import memory_of
from docqa_app.answering.tokenizer import ASK, QUESTION_TOKENS, SEP
from docqa_app.core.document import Page


def asked_whether(sentence: str) -> str:
    """The question for it, in the words in which it was learned."""
    return f"Is the following statement right: {sentence}"


def entailment(engine: Engine, pages: Sequence[Page], sentence: str) -> float:
    """The log odds that these pages bear the sentence out: above 0 where that is likelier than not."""
    tokenizer = engine.network.tokenizer
    asked = tokenizer.text(asked_whether(sentence))[:QUESTION_TOKENS]
    prompt = (tokenizer.mark(ASK), *asked, tokenizer.mark(SEP))
    with engine.lock:
        memory = memory_of([engine.encoded(page) for page in pages])
        told = likelihoods(engine.network, memory, prompt, [tokenizer.text("yes"), tokenizer.text("no")])
    yes, no = (float(one.sum()) for one in told)
    return yes - no
