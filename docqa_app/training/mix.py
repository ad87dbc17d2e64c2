"""The weights of two checkpoints become those of a third: so many parts of the one, the rest of the other.

    python -m docqa_app.training.mix RUN/checkpoint.pt runs/base.pt runs/mixed.pt --share 0.7 --keep visual sight_head

A run's weights with a part of those it began from make fewer right answers wrong (Wortsman et al., Robust fine-tuning
of zero-shot models, CVPR 2022).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from docqa_app.training.recipe import file_hash

Weights = Mapping[str, Tensor]


def mixed(ours: Weights, theirs: Weights, share: float, keep: Sequence[str] = ()) -> dict[str, Tensor]:
    """`share` of our weights and the rest of theirs, by name; parts whose names begin with one of `keep` stay ours.

    ValueError where they lack one that is to be mixed, or have it in another shape.
    """
    return {
        name: weight if name.startswith(tuple(keep)) else _between(name, weight, theirs.get(name), share)
        for name, weight in ours.items()
    }


def _between(name: str, ours: Tensor, theirs: Tensor | None, share: float) -> Tensor:
    if theirs is None or theirs.shape != ours.shape:
        raise ValueError(
            f"The other checkpoint has no {name} of this shape: keep that part (--keep), or mix another one"
        )
    return torch.lerp(theirs, ours, share) if ours.is_floating_point() else ours


def mix(ours: Path, theirs: Path, out: Path, share: float, keep: Sequence[str] = ()) -> None:
    """Write a checkpoint of mixed weights, to be exported or begun with (`training.train --warm`)."""
    one, other = (torch.load(path, map_location="cpu", weights_only=True) for path in (ours, theirs))
    record = {
        "share": share,
        "keep": list(keep),
        "of": [{"file": path.name, "sha256": file_hash(path)} for path in (ours, theirs)],
    }
    model = mixed(one["model"], other["model"], share, keep)
    out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": model, "config": one["config"], "recipe": record}, out)


def main(arguments: Sequence[str] | None = None) -> None:
    """Mix the weights of two checkpoints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ours", type=Path, help="a checkpoint")
    parser.add_argument("theirs", type=Path, help="one of the same network, as that it began from")
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.7, help="of the first checkpoint's weights, 0..1")
    parser.add_argument("--keep", nargs="*", default=[], help="parts taken from the first alone (visual sight_head)")
    given = parser.parse_args(arguments)
    if not 0 <= given.share <= 1:
        parser.error(f"--share is {given.share:g}, but goes from 0 to 1")
    mix(given.ours, given.theirs, given.out, given.share, given.keep)


if __name__ == "__main__":
    main()
