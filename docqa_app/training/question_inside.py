"""The paper's way: a question stands in the encoder, among the tokens of every passage of its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from docqa_app.answering.features import Passage
from docqa_app.training.examples import Example, Row
from docqa_app.training.graphs import HIDDEN_BOX


def with_question(passage: Passage, question: Sequence[int]) -> Passage:
    """A passage with the question's tokens before its own: no boxes (HIDDEN_BOX), and of no word (-1)."""
    ahead = np.array(question, dtype=np.int64)
    nowhere = np.full((len(ahead), 4), HIDDEN_BOX, dtype=np.int64)
    return replace(
        passage,
        tokens=np.concatenate([ahead, passage.tokens]),
        boxes=np.concatenate([nowhere, passage.boxes]),
        words=np.concatenate([np.full(len(ahead), -1, dtype=np.int64), passage.words]),
    )


def apart(example: Example, ask: int) -> list[Example]:
    """An example of each row; what it asks has moved from its prompt, `<ask> question <sep>`, into the passages."""
    return [_alone(example, row, ask) for row in example.rows]


def _alone(example: Example, row: Row, ask: int) -> Example:
    if row.prompt[0] != ask:
        return replace(example, rows=(row,))
    mark, *question, end = row.prompt
    passages = tuple(with_question(passage, question) for passage in example.passages)
    return replace(example, passages=passages, rows=(replace(row, prompt=(mark, end)),))
