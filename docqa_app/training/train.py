"""The one training recipe, from the command line: tiny in the tests, small on two CPU cores or a GPU.

    python -m docqa_app.training.train runs/first --start START --vocabulary VOCABULARY --data receipts.jsonl.gz:2

The folder keeps the recipe with the hashes of its data, a log, the losses' curves and a checkpoint; the same command
goes on where it was stopped.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training.low_rank import is_narrow
from docqa_app.training.model.config import CONFIGS, Config
from docqa_app.training.model.cost import parameter_count
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.recipe import Recipe, Source, file_hash, recipe_record, surroundings
from docqa_app.training.start import load_start, start_folder, started
from docqa_app.training.trainer import Trainer
from docqa_app.training.vocabulary import kept_ids


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments and train."""
    given = _parser().parse_args(arguments)
    if given.threads:
        torch.set_num_threads(given.threads)
    recipe = recipe_of(given)
    tokenizer = WordTokenizer.load(given.vocabulary)
    torch.manual_seed(recipe.seed)
    trainer = Trainer(given.folder, recipe, _network(given, config_of(given, tokenizer.size)), tokenizer)
    resumed = trainer.resume()
    if given.together:
        trainer.share_weights(given.together)
    _write_recipe(trainer, given)
    size = f"{parameter_count(trainer.model):,} parameters on {trainer.device}"
    print(f"{size}, bfloat16 {trainer.half}, resumed {resumed}", file=sys.stderr)
    for end in (signal.SIGINT, signal.SIGTERM):  # a run in the background is started deaf to SIGINT
        signal.signal(end, signal.default_int_handler)
    try:
        trainer.run()
    except KeyboardInterrupt:  # stopped by hand: nothing is lost, the same command goes on
        trainer.save()


def recipe_of(given: argparse.Namespace) -> Recipe:
    """The recipe the arguments describe."""
    disguised = (replace(s, disguised=True) for s in given.disguise)
    sources = (*given.data, *disguised, *(replace(s, blanked=True) for s in given.blank))
    told = ("minutes", "steps", "teraflops", "size", "seed", "rate", "warm_up", "budget", "rows", "decay_from")
    told += ("hidden_share",)
    return Recipe(sources, **{name: getattr(given, name) for name in told})


def config_of(given: argparse.Namespace, vocabulary: int) -> Config:
    """The network's shape."""
    return replace(
        CONFIGS[given.size](vocabulary),
        dropout=given.dropout,
        picture_used=not given.no_picture,
        question_in_encoder=given.question_in_encoder,
        nearness=given.nearness,
        low_rank=given.low_rank,
    )


def _network(given: argparse.Namespace, config: Config) -> DocFormer:
    """The network with its first weights: T5's, or at random; then those of another run, where asked for."""
    if given.start:
        folder = start_folder(given.start)
        model = started(config, load_start(folder), kept_ids(given.vocabulary, folder), given.seed)
    else:
        model = DocFormer(config)
    for path in given.warm:
        _warm(model, torch.load(path, map_location="cpu", weights_only=True)["model"])
    for name, parameter in model.named_parameters():
        learns = is_narrow(name) if config.low_rank else not name.startswith(tuple(given.keep))
        parameter.requires_grad_(learns)
    return model


def _warm(model: DocFormer, weights: dict[str, torch.Tensor]) -> None:
    """Take over the weights that fit; what another shape had stays new."""
    own = model.state_dict()
    model.load_state_dict({n: w for n, w in weights.items() if n in own and own[n].shape == w.shape}, strict=False)


def _write_recipe(trainer: Trainer, given: argparse.Namespace) -> None:
    arguments = {name: value for name, value in vars(given).items() if name not in ("data", "disguise", "blank")}
    arguments["warm"] = [{"file": path.name, "sha256": file_hash(path)} for path in given.warm]
    record = {**recipe_record(trainer.recipe), "arguments": arguments, "surroundings": surroundings()}
    (trainer.folder / "recipe.json").write_text(json.dumps(record, indent=1, default=str), encoding="utf-8")


def _source(text: str) -> Source:
    path, _, weight = text.rpartition(":")
    return Source(Path(path or weight), float(weight) if path else 1.0)


FILES: dict[str, Any] = {"type": _source, "nargs": "*", "default": [], "metavar": "FILE:WEIGHT"}
ARGUMENTS: dict[str, dict[str, Any]] = {
    "--start": {"help": "flan-t5-small in Hugging Face's form: a folder or a name on its hub (none: random weights)"},
    "--vocabulary": {"type": Path, "required": True, "help": "folder of the cut tokenizer.json"},
    "--warm": {
        "type": Path,
        "nargs": "*",
        "default": [],
        "help": "checkpoints whose weights to begin with, later ones over earlier; what they lack stays new",
    },
    "--keep": {"nargs": "*", "default": [], "help": "parts of the network that stay as they are (visual sight_head)"},
    "--data": {**FILES, "help": "lines to ask"},
    "--disguise": {**FILES, "help": "lines to ask, mostly in disguise"},
    "--blank": {**FILES, "help": "lines to blank (denoising)"},
    "--minutes": {"type": float, "default": 60.0},
    "--steps": {"type": int, "default": 0, "help": "end after so many steps instead of minutes"},
    "--teraflops": {"type": float, "default": 0.0, "help": "end after so much computing instead of minutes"},
    "--size": {"choices": CONFIGS, "default": "small"},
    "--rate": {"type": float, "default": 5e-4},
    "--warm-up": {"type": int, "default": 100, "help": "steps until the rate is reached"},
    "--decay-from": {"type": float, "default": 0.6, "help": "share of the run after which the rate falls"},
    "--budget": {"type": int, "default": 5120, "help": "padded tokens a step"},
    "--rows": {"type": int, "default": 12, "help": "questions of a page at most: they share its encoding"},
    "--hidden-share": {"type": float, "default": 0.5, "help": "share of the steps that ask the encoder too"},
    "--dropout": {"type": float, "default": 0.0},
    "--no-picture": {"action": "store_true", "help": "words and boxes only"},
    "--nearness": {"action": "store_true", "help": "the encoder attends by where words lie to each other, too"},
    "--low-rank": {
        "type": int,
        "default": 0,
        "help": "learn products of this rank beside the network's, and only them",
    },
    "--question-in-encoder": {"action": "store_true", "help": "the paper's place of the question"},
    "--together": {"type": Path, "help": "a file of weights shared with other runs; best in memory (/dev/shm)"},
    "--seed": {"type": int, "default": 1},
    "--threads": {"type": int, "default": 0},
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where log and checkpoint go; an existing checkpoint is resumed")
    for name, facts in ARGUMENTS.items():
        parser.add_argument(name, **facts)
    return parser


if __name__ == "__main__":
    main()
