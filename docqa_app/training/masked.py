"""How well the encoder places words whose boxes it does not see: token-to-line and token-to-grid accuracy."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from docqa_app.answering.features import page_features
from docqa_app.core.document import Page
from docqa_app.core.layout import assign
from docqa_app.training.encoder_tasks import EncoderTasks, draw_tasks
from docqa_app.training.opened import Opened

HIDDEN_SHARE = 0.2


@dataclass(slots=True)
class Masked:
    """Labels and right guesses so far, words with hidden boxes only."""

    lines: Counter[int] = field(default_factory=Counter)
    cells: Counter[int] = field(default_factory=Counter)
    lines_right: int = 0
    cells_right: int = 0

    def measures(self) -> dict[str, float]:
        """Accuracies, and beside each what always saying the commonest label would reach."""
        return {
            "line": _share(self.lines_right, self.lines.total()),
            "line_commonest": _share(max(self.lines.values(), default=0), self.lines.total()),
            "grid": _share(self.cells_right, self.cells.total()),
            "grid_commonest": _share(max(self.cells.values(), default=0), self.cells.total()),
            "words": float(self.cells.total()),
        }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def masked_accuracy(opened: Opened, pages: Iterable[Page]) -> Masked:
    """Hide the boxes of HIDDEN_SHARE of each page's words, the same every time, and ask the heads about them."""
    rng = random.Random(1)
    told = Masked()
    shape = opened.network.shape
    for page in pages:
        geometry = assign(page, shape.grid_columns, shape.grid_rows)
        features = page_features(page, opened.network.tokenizer)
        for passage in features.passages:
            tasks = draw_tasks(passage, geometry.lines, geometry.cells, rng, HIDDEN_SHARE)
            if tasks.cells and tasks.pairs:
                pairs = np.array([(p.first, p.second) for p in tasks.pairs], dtype=np.int64)
                grid, line = opened.encoder_heads(passage, features.picture, tasks.hidden, pairs)
                _judge(told, tasks, grid.argmax(1), line.argmax(1))
    return told


def _judge(told: Masked, tasks: EncoderTasks, cells: np.ndarray, lines: np.ndarray) -> None:
    for cell in tasks.cells:
        if cell.hidden:
            told.cells[cell.label] += 1
            told.cells_right += int(cells[cell.place] == cell.label)
    for pair, said in zip(tasks.pairs, lines, strict=True):
        if pair.hidden:
            told.lines[pair.label] += 1
            told.lines_right += int(said == pair.label)
