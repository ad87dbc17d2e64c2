"""Steps of training in a folder of their own: forward, backward, down; checkpoints that are resumed."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import nn

from docqa_app.answering.tokenizer import UNKNOWN_ID, WordTokenizer
from docqa_app.training.collate import Batch, collate, grouped
from docqa_app.training.examples import Example, ExampleMaker
from docqa_app.training.losses import losses
from docqa_app.training.mixture import drawn
from docqa_app.training.model.config import Config
from docqa_app.training.model.cost import flops
from docqa_app.training.model.docformer import IGNORED, DocFormer
from docqa_app.training.recipe import Progress, Recipe, rate_at, recipe_record
from docqa_app.training.run_log import RunLog
from docqa_app.training.together import EVERY, SharedWeights

# Not in T5: these learn at ten times the rate.
FAST_PARTS = ("boxes", "visual", "modality", "nearness", "line_head", "grid_head", "sight_head")
POOL = 64  # examples among which like-long ones are put into batches
BACKWARD = 3  # a step costs forward three times: the backward pass computes two products for each of the forward's


def optimizer(model: nn.Module, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW without decay; parts that T5 does not have learn faster."""
    learning = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    fast = [p for n, p in learning if n.startswith(FAST_PARTS)]
    rest = [p for n, p in learning if not n.startswith(FAST_PARTS)]
    groups = [{"params": rest, "pace": 1.0}, {"params": fast, "pace": 10.0}]
    return torch.optim.AdamW(groups, lr=recipe.rate, betas=(0.9, 0.99), weight_decay=0.0, fused=True)


def has_fast_bfloat16() -> bool:
    """Whether bfloat16 products are fast here: a GPU, or a CPU that multiplies them (elsewhere they are slower).

    With AVX-512's instructions for it a step of small takes two thirds of the time of float32; with tiles less.
    """
    if torch.cuda.is_available():
        return True
    return bool(torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported())


def batch_flop(config: Config, batch: Batch) -> int:
    """What one step on a batch computes, forward and backward."""
    passages, places = len(batch.tokens), config.visual_tokens + batch.tokens.shape[1]
    memory = places * (int(batch.slots.max()) + 1)
    answered = int((batch.labels != IGNORED).sum())
    return BACKWARD * flops(config, len(batch.pictures), passages, places, batch.prompts.numel(), answered, memory)


class Trainer:
    """A run in a folder: model, optimizer, log and checkpoint."""

    def __init__(self, folder: Path, recipe: Recipe, model: DocFormer, tokenizer: WordTokenizer) -> None:
        self.folder, self.recipe, self.tokenizer = folder, recipe, tokenizer
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model = model.to(self.device)
        self.optimizer = optimizer(model, recipe)
        self.progress = Progress()
        self.half = has_fast_bfloat16()
        self.rng = random.Random(recipe.seed)
        self.shared: SharedWeights | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def share_weights(self, path: Path) -> None:
        """Train together with the other runs that name this file (see `together`)."""
        self.shared = SharedWeights(path, self.model.parameters())

    def run(self) -> None:
        """Train until the recipe's end; a checkpoint every few minutes and at the end. A finished run stays."""
        if self.share >= 1:
            return
        maker = ExampleMaker(self.tokenizer, self.model.config, self.recipe.seed + self.progress.step, self.recipe.rows)
        examples = drawn(self.recipe.sources, maker, self.rng)
        saved = self.progress.seconds
        with RunLog(self.folder, self.share) as log:
            for chosen in grouped(examples, self.recipe.budget, POOL, self.rng):
                begun = time.perf_counter()
                said = self.step(chosen)
                self.progress.seconds += time.perf_counter() - begun
                log.tell(self.progress, self.share, said)
                if self.shared and self.progress.step % EVERY == 0:
                    self.shared.meet()
                if self.progress.seconds - saved > 60 * self.recipe.checkpoint_minutes:
                    self.save()
                    saved = self.progress.seconds
                if self.share >= 1:
                    break
            self.save()

    @property
    def share(self) -> float:
        """The part of the run that is done, 0..1."""
        return self.progress.share(self.recipe)

    def step(self, chosen: Sequence[Example]) -> dict[str, float]:
        """One batch forward, backward and down."""
        batch = self._batch(chosen)
        rate = rate_at(self.recipe, self.progress.step, self.share)
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["pace"]
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.half):
            loss, said = losses(self.model, batch, self.recipe.weights)
        loss.backward()
        norm = nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        if torch.isfinite(norm):
            self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self._count(chosen, batch)
        return {"loss": float(loss.detach()), "norm": float(norm), "rate": rate, **said}

    def _batch(self, chosen: Sequence[Example]) -> Batch:
        """The examples as tensors; now and then some words hide their boxes."""
        hidden = self.recipe.hidden if self.rng.random() < self.recipe.hidden_share else 0.0
        batch = collate(chosen, self.model.config, self.rng, hidden).to(self.device)
        self._lose_words(batch)
        return batch

    def _lose_words(self, batch: Batch) -> None:
        """Blot out some tokens of the answers said so far: the decoder must look at the page, not only at its words."""
        if self.recipe.answer_words_lost:
            lost = torch.rand(batch.prompts.shape, device=self.device) < self.recipe.answer_words_lost
            lost &= batch.labels != IGNORED
            lost.scatter_(1, batch.ends, False)
            batch.prompts[lost] = UNKNOWN_ID

    def _count(self, chosen: Sequence[Example], batch: Batch) -> None:
        self.progress.step += 1
        self.progress.examples += len(chosen)
        self.progress.questions += sum(len(e.rows) for e in chosen)
        self.progress.flop += batch_flop(self.model.config, batch)

    def save(self) -> None:
        """Write the checkpoint beside and then replace the old one."""
        if self.shared:
            self.shared.meet()
        beside = self.folder / "checkpoint.part"
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "progress": asdict(self.progress),
        }
        torch.save({**state, "config": asdict(self.model.config), "recipe": recipe_record(self.recipe)}, beside)
        beside.replace(self.folder / "checkpoint.pt")

    def resume(self) -> bool:
        """Go on from the folder's checkpoint, if there is one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return False
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.progress = Progress(**state["progress"])
        self.rng = random.Random(self.recipe.seed + self.progress.step)
        return True


def load_checkpoint(path: Path) -> tuple[DocFormer, dict[str, Any]]:
    """The network of a checkpoint, ready to be asked, and the whole record."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    model = DocFormer(Config(**state["config"]))
    model.load_state_dict(state["model"])
    return model.eval(), state
