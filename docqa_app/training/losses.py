"""What is wrong with what the network said, task by task, and the weighted sum the training lowers."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812  (torch's own habit)
from torch import Tensor

from docqa_app.training.collate import Batch
from docqa_app.training.model.docformer import IGNORED, DocFormer, Memory, Reading
from docqa_app.training.model.layers import FAR

LEAST_LEFT = 1e-6
"""1 - p counts for no less: a token that is certain would cost without end."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each mean loss counts. The paper sums its three with weights it does not state."""

    words: float = 1.0
    evidence: float = 0.3
    found: float = 0.5
    line: float = 0.5
    grid: float = 0.5
    sights: float = 1.0


SCARCE = 4.0
"""How much more a thing in a cell counts than its absence: most cells hold nothing."""


def remember(model: DocFormer, batch: Batch) -> tuple[Memory, Tensor]:
    """Encode every passage and lay each page's passages side by side: memory [B, M, ..], hidden [N, V+T, D].

    Tokens without a place on the page (a question in the encoder) have no box and can't be copied.
    """
    seen = model.look(batch.pictures)[batch.pages] if model.visual is not None else None
    placed = batch.boxes[..., 0] >= 0  # [N, T]
    shown = placed if batch.shown is None else placed & batch.shown
    hidden = model.encode(batch.tokens, batch.boxes, batch.mask, seen, shown)
    pages, slots = int(batch.pages.max()) + 1, int(batch.slots.max()) + 1
    place = hidden.shape[1]
    visual = place - batch.tokens.shape[1]
    copied = F.pad(batch.tokens.masked_fill(~(batch.mask & placed), -1), (visual, 0), value=-1)  # [N, V+T]
    mask = F.pad(batch.mask, (visual, 0), value=True)
    at = batch.pages * slots + batch.slots

    def laid(values: Tensor, empty: float) -> Tensor:
        full = values.new_full((pages * slots, *values.shape[1:]), empty)
        return full.index_copy(0, at, values).reshape(pages, slots * place, *values.shape[2:])

    return Memory(laid(hidden, 0), laid(mask, False), laid(copied, -1)), hidden


def word_loss(model: DocFormer, reading: Reading, batch: Batch, memory: Memory) -> tuple[Tensor, Tensor]:
    """Mean negative log likelihood of the answer tokens under the mixture of writing and copying; mean evidence loss.

    p(token) = (1 - g) p_write(token) + g sum of pointer shares on places that hold the token (See, Liu and Manning,
    Get To The Point, ACL 2017). A token that stands on the evidence counts as said only where it was copied from there:
    else names seen in training are learned by heart. Evidence: minus log of the pointer's share on the evidence words.
    """
    b, place = (batch.labels != IGNORED).nonzero(as_tuple=True)  # A answer places
    wanted = batch.labels[b, place]
    written = F.log_softmax(model.output(reading.hidden[b, place]).float(), -1).gather(1, wanted[:, None])[:, 0]
    shares = F.log_softmax(reading.pointer[b, place], -1)  # [A, M]
    lit = batch.evidence[b, batch.rows[b, place]]  # [A, M]
    fits = memory.tokens[b] == wanted[:, None]
    right = fits & lit
    stands = right.any(-1)
    copied = torch.logsumexp(shares.masked_fill(~torch.where(stands[:, None], right, fits), FAR), -1)
    gate = reading.gate[b, place]
    mixed = torch.logaddexp(F.logsigmoid(-gate) + written.masked_fill(stands, FAR), F.logsigmoid(gate) + copied)
    known = lit.any(-1)
    pointed = torch.logsumexp(shares.masked_fill(~lit, FAR), -1)[known]
    unlike = None if batch.unlike is None else batch.unlike[b, batch.rows[b, place]]
    return _mean(-mixed if unlike is None else torch.where(unlike, unlikelihood(mixed), -mixed)), -_mean(pointed)


def unlikelihood(logs: Tensor) -> Tensor:
    """-log(1 - p) of log likelihoods: what an answer costs that is to become unlikely (Welleck et al., ICLR 2020)."""
    return -torch.log1p(-logs.exp().clamp(max=1 - LEAST_LEFT))


def _mean(values: Tensor) -> Tensor:
    """The mean; zero where a batch has none of this kind."""
    return values.sum() / max(1, len(values))


def found_loss(reading: Reading, batch: Batch) -> Tensor:
    """Mean binary cross-entropy of "is it on this page", said at <sep>, over the questions that are judged."""
    said = reading.found.gather(1, batch.ends)
    judged = batch.found >= 0
    return _mean(F.binary_cross_entropy_with_logits(said[judged], batch.found[judged].float(), reduction="none"))


def encoder_losses(model: DocFormer, hidden: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Mean cross-entropy of token-to-line and of token-to-grid over the words that the batch asks about; hidden
    [N, V+T, D]."""
    visual = hidden.shape[1] - batch.tokens.shape[1]
    passage, first, second = batch.pairs.unbind(1)
    both = torch.cat([hidden[passage, visual + first], hidden[passage, visual + second]], -1)
    line = F.cross_entropy(model.line_head(both).float(), batch.pair_labels)
    at, place = batch.cells.unbind(1)
    grid = F.cross_entropy(model.grid_head(hidden[at, visual + place]).float(), batch.cell_labels)
    return line, grid


def sight_loss(model: DocFormer, batch: Batch) -> Tensor:
    """Binary cross-entropy of what lies in each visual token's cell, on pages whose pictures are known."""
    assert batch.sights is not None
    assert batch.sighted is not None
    said = model.sights(batch.pictures[batch.sighted]).float()
    return F.binary_cross_entropy_with_logits(
        said, batch.sights[batch.sighted].float(), pos_weight=said.new_full((said.shape[-1],), SCARCE)
    )


def losses(model: DocFormer, batch: Batch, weights: Weights) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum, a scalar to go backward from, and each part's mean by name, unweighted, for the log."""
    memory, hidden = remember(model, batch)
    reading = model.read(memory, batch.prompts, batch.rows, batch.places)
    words, evidence = word_loss(model, reading, batch, memory)
    parts = {"words": words, "evidence": evidence, "found": found_loss(reading, batch)}
    if len(batch.pairs) and len(batch.cells):
        parts["line"], parts["grid"] = encoder_losses(model, hidden, batch)
    if batch.sights is not None and model.sight_head is not None:
        parts["sights"] = sight_loss(model, batch)
    total = sum((getattr(weights, name) * part for name, part in parts.items()), torch.zeros(()))
    return total, {name: float(part.detach()) for name, part in parts.items()}
