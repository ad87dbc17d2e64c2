"""The one training recipe: tiny in the tests, small on two CPU cores or a GPU. Resumable, timed, logged.

python -m docqa_app.training.train runs/first --start START --data receipts.jsonl.gz:2 --minutes 60
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor, nn

from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training.corpora import Line, read_lines
from docqa_app.training.disguise import Wardrobe
from docqa_app.training.examples import Batch, Example, ExampleMaker, collate, grouped
from docqa_app.training.losses import Weights, losses
from docqa_app.training.model import CONFIGS, Config, DocFormer, parameter_count
from docqa_app.training.start import load_start, started

FAST_PARTS = ("boxes", "visual", "modality", "line_head", "grid_head")  # not in T5: they learn at ten times the rate


DISGUISED = 0.7  # share of a disguised source's pages that wear one


@dataclass(frozen=True, slots=True)
class Source:
    """A file of example lines, how often it is drawn, and whether its pages are blanked or mostly disguised."""

    path: Path
    weight: float
    blanked: bool = False
    disguised: bool = False


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything a run needs to be repeated. `minutes` counts training time over all resumptions; `steps`, where
    given, ends the run instead."""

    sources: tuple[Source, ...]
    minutes: float
    steps: int = 0
    size: str = "small"
    seed: int = 1
    rate: float = 5e-4
    warm_up: int = 100
    decay_from: float = 0.6
    budget: int = 5120
    rows: int = 12
    hidden: float = 0.2
    hidden_share: float = 0.5
    question_words_lost: float = 0.05
    weights: Weights = field(default_factory=Weights)
    checkpoint_minutes: float = 10.0


@dataclass(slots=True)
class Progress:
    """How far a run is; `seconds` is time spent in steps."""

    step: int = 0
    seconds: float = 0.0
    examples: int = 0
    questions: int = 0


def rate_at(recipe: Recipe, step: int, share: float) -> float:
    """Learning rate: linear warm-up, level, then linear to zero as `share` of the time spent nears 1."""
    falling = max(0.0, (1 - share) / (1 - recipe.decay_from)) if share > recipe.decay_from else 1.0
    return recipe.rate * min(1.0, (step + 1) / recipe.warm_up) * falling


def optimizer(model: nn.Module, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW without decay; parts that T5 does not have learn faster."""
    fast = [p for n, p in model.named_parameters() if n.startswith(FAST_PARTS)]
    rest = [p for n, p in model.named_parameters() if not n.startswith(FAST_PARTS)]
    groups = [{"params": rest, "pace": 1.0}, {"params": fast, "pace": 10.0}]
    return torch.optim.AdamW(groups, lr=recipe.rate, betas=(0.9, 0.99), weight_decay=0.0, fused=True)


def drawn(sources: Sequence[Source], maker: ExampleMaker, rng: random.Random) -> Iterator[Example]:
    """Examples without end, sources by weight, each source shuffled anew when it is used up."""
    lines = [list(read_lines(s.path)) for s in sources]
    wardrobes = [Wardrobe(held) if s.disguised else None for s, held in zip(sources, lines, strict=True)]
    left: list[list[Line]] = [[] for _ in sources]
    while True:
        n = rng.choices(range(len(sources)), [s.weight for s in sources])[0]
        if not left[n]:
            left[n] = rng.sample(lines[n], len(lines[n]))
        line = left[n].pop()
        if (wardrobe := wardrobes[n]) and rng.random() < DISGUISED:
            line = wardrobe.disguised(line, rng)
        if line["words"]:
            yield maker.blanked(line) if sources[n].blanked else maker.asked(line)


def has_fast_bfloat16() -> bool:
    """Whether bfloat16 products are fast here: a GPU, or a CPU with tile instructions (elsewhere they are slower)."""
    if torch.cuda.is_available():
        return True
    return "amx" in torch.backends.cpu.get_cpu_capability().lower() or bool(torch.cpu._is_amx_tile_supported())


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
        folder.mkdir(parents=True, exist_ok=True)

    def run(self) -> None:
        """Train until the recipe's minutes are spent; a checkpoint every few minutes and at the end."""
        maker = ExampleMaker(self.tokenizer, self.model.config, self.recipe.seed + self.progress.step, self.recipe.rows)
        examples = drawn(self.recipe.sources, maker, self.rng)
        saved = self.progress.seconds
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            for chosen in grouped(examples, self.recipe.budget, 64, self.rng):
                begun = time.perf_counter()
                said = self.step(chosen)
                self.progress.seconds += time.perf_counter() - begun
                self._tell(said, log)
                if self.progress.seconds - saved > 60 * self.recipe.checkpoint_minutes:
                    self.save()
                    saved = self.progress.seconds
                if self.share >= 1:
                    break
        self.save()

    @property
    def share(self) -> float:
        """The part of the run that is done, 0..1."""
        if self.recipe.steps:
            return self.progress.step / self.recipe.steps
        return self.progress.seconds / (60 * self.recipe.minutes)

    def step(self, chosen: Sequence[Example]) -> dict[str, float]:
        """One batch forward, backward and down."""
        hidden = self.recipe.hidden if self.rng.random() < self.recipe.hidden_share else 0.0
        batch = collate(chosen, self.model.config, self.rng, hidden).to(self.device)
        self._lose_words(batch)
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
        self.progress.step += 1
        self.progress.examples += len(chosen)
        self.progress.questions += sum(len(e.rows) for e in chosen)
        return {"loss": float(loss.detach()), "norm": float(norm), "rate": rate, **said}

    def _lose_words(self, batch: Batch) -> None:
        """Blot out some tokens of the answers said so far: the decoder must look at the page, not only at its words."""
        if self.recipe.question_words_lost:
            lost = (torch.rand(batch.prompts.shape, device=self.device) < self.recipe.question_words_lost) & (
                batch.labels != -100
            )
            lost.scatter_(1, batch.ends, False)
            batch.prompts[lost] = 2

    def _tell(self, said: dict[str, float], log: object) -> None:
        p = self.progress
        log.write(
            json.dumps({"step": p.step, "seconds": round(p.seconds, 1), **{k: round(v, 5) for k, v in said.items()}})
            + "\n"
        )
        if p.step % 10 == 0:
            log.flush()
            left = self.recipe.minutes - p.seconds / 60
            parts = " ".join(f"{k} {v:.3f}" for k, v in said.items() if k not in ("rate", "norm"))
            pace = f"{p.questions} questions, {p.questions / p.seconds:.1f}/s"
            print(f"step {p.step} | {pace} | {parts} | {left:.1f} min left", file=sys.stderr, flush=True)

    def save(self) -> None:
        """Write the checkpoint beside and then replace the old one."""
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


def load_checkpoint(path: Path) -> tuple[DocFormer, dict]:
    """The network of a checkpoint, ready to be asked, and the whole record."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    model = DocFormer(Config(**state["config"]))
    model.load_state_dict(state["model"])
    return model.eval(), state


def recipe_record(recipe: Recipe) -> dict:
    """The recipe as plain values, each source with its hash."""
    record = asdict(recipe)
    record["sources"] = [
        {
            "file": s.path.name,
            "weight": s.weight,
            "blanked": s.blanked,
            "disguised": s.disguised,
            "sha256": _hash(s.path),
        }
        for s in recipe.sources
    ]
    return record


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _source(text: str) -> Source:
    path, _, weight = text.rpartition(":")
    return Source(Path(path or weight), float(weight) if path else 1.0)


def _weights_of(path: Path) -> dict[str, Tensor]:
    return torch.load(path, map_location="cpu", weights_only=True)["model"]


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where log and checkpoint go; an existing checkpoint is resumed")
    parser.add_argument(
        "--start", type=Path, help="folder of flan-t5-small in Hugging Face's form (none: random weights)"
    )
    parser.add_argument("--vocabulary", type=Path, required=True, help="folder of the cut tokenizer.json and kept.json")
    parser.add_argument(
        "--warm",
        type=Path,
        help="a checkpoint whose weights to begin with (parts it lacks stay new), optimizer and time anew",
    )
    parser.add_argument("--data", type=_source, nargs="*", default=[], metavar="FILE:WEIGHT", help="lines to ask")
    parser.add_argument(
        "--blank", type=_source, nargs="*", default=[], metavar="FILE:WEIGHT", help="lines to blank (denoising)"
    )
    parser.add_argument(
        "--disguise",
        type=_source,
        nargs="*",
        default=[],
        metavar="FILE:WEIGHT",
        help="lines to ask, mostly in disguise",
    )
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--steps", type=int, default=0, help="end after so many steps instead of minutes")
    parser.add_argument("--size", choices=CONFIGS, default="small")
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--budget", type=int, default=5120, help="padded tokens a step")
    parser.add_argument("--decay-from", type=float, default=0.6, help="share of the time after which the rate falls")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0)
    chosen = parser.parse_args()
    if chosen.threads:
        torch.set_num_threads(chosen.threads)
    disguised = (replace(s, disguised=True) for s in chosen.disguise)
    sources = (*chosen.data, *disguised, *(replace(s, blanked=True) for s in chosen.blank))
    recipe = Recipe(
        sources,
        minutes=chosen.minutes,
        steps=chosen.steps,
        size=chosen.size,
        seed=chosen.seed,
        rate=chosen.rate,
        budget=chosen.budget,
        decay_from=chosen.decay_from,
    )
    tokenizer = WordTokenizer.load(chosen.vocabulary / "tokenizer.json")
    config = replace(CONFIGS[chosen.size](tokenizer.size), dropout=chosen.dropout)
    torch.manual_seed(recipe.seed)
    if chosen.start:
        kept = json.loads((chosen.vocabulary / "kept.json").read_text(encoding="utf-8"))
        model = started(config, load_start(chosen.start), kept, recipe.seed)
    else:
        model = DocFormer(config)
    if chosen.warm:
        model.load_state_dict(_weights_of(chosen.warm), strict=False)
    trainer = Trainer(chosen.folder, recipe, model, tokenizer)
    resumed = trainer.resume()
    (chosen.folder / "recipe.json").write_text(json.dumps(recipe_record(recipe), indent=1), encoding="utf-8")
    print(
        f"{parameter_count(model):,} parameters on {trainer.device}, bfloat16 {trainer.half}, resumed {resumed}",
        file=sys.stderr,
    )
    try:
        trainer.run()
    except KeyboardInterrupt:  # stopped by hand: nothing is lost, the same command goes on
        trainer.save()


if __name__ == "__main__":
    main()
