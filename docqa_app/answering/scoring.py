"""How likely given texts are after one prompt: all tokens of all texts in one run (teacher forcing)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from docqa_app.answering.decode import LEAST, mixed_probabilities, sigmoid
from docqa_app.answering.network import DecoderState, EncodedPage, Floats, Network, TeacherForced
from docqa_app.answering.tokenizer import END_ID


def log_probabilities(said: DecoderState, page: EncodedPage) -> NDArray[np.float32]:
    """Log likelihoods [R, vocabulary] of the next token, written and copied together."""
    mixed, _ = mixed_probabilities(said, page)
    np.maximum(mixed, LEAST, out=mixed)
    logs: Floats = np.log(mixed, out=mixed)
    return logs


def likelihoods(
    network: Network, page: EncodedPage, prompt: Sequence[int], texts: Sequence[Sequence[int]]
) -> list[NDArray[np.float32]]:
    """For each text the log likelihood of each of its tokens and of the end behind it."""
    if not texts:
        return []
    told = network.tell(page, [(*prompt, *text) for text in texts], first=len(prompt) - 1)
    return [_of_one(told, row, (*text, END_ID), page) for row, text in enumerate(texts)]


def _of_one(told: TeacherForced, row: int, wanted: Sequence[int], page: EncodedPage) -> NDArray[np.float32]:
    """Log of (1 - g) p_write(token) + g sum of pointer shares on places that hold it, for each wanted token [T]."""
    here, tokens = slice(0, len(wanted)), np.array(wanted)
    gate = sigmoid(told.gate[row, here])  # [T]
    written = np.exp(_log_softmax(told.logits[row, here]))[np.arange(len(tokens)), tokens]  # [T]
    copied = _copied(told.pointer[row, here], tokens, page)  # [T]
    logs: Floats = np.log(np.maximum((1 - gate) * written + gate * copied, LEAST)).astype(np.float32)
    return logs


def _copied(pointer: Floats, tokens: NDArray[np.int64], page: EncodedPage) -> Floats:
    """The pointer's shares [T] on places that hold each token; 0 on a page without words."""
    places = np.flatnonzero(page.tokens >= 0)
    if not len(places):
        return np.zeros(len(tokens), dtype=np.float32)
    shares = np.exp(_log_softmax(pointer[:, places]))
    held: Floats = (shares * (page.tokens[places] == tokens[:, None])).sum(axis=1)
    return held


def _log_softmax(scores: Floats) -> Floats:
    low = scores - scores.max(axis=-1, keepdims=True)
    logs: Floats = low - np.log(np.exp(low).sum(axis=-1, keepdims=True))
    return logs
