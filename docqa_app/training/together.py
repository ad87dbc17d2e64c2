"""Runs that train one network together, each a process with data of its own, and share their weights now and then.

Local steps between meetings (Lin et al., Don't use large mini-batches, use local SGD, 2020), but nobody waits: whoever
comes to a meeting adds how far it has moved since its last one to the shared weights and goes on from there. A run on a
busy processor thus gives less and holds nobody up. Each keeps its own optimizer.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from torch import Tensor, nn

EVERY = 20  # steps between meetings


class SharedWeights:
    """The weights in a file that every run maps into its memory: float32, one parameter after the other."""

    def __init__(self, path: Path, parameters: Iterable[nn.Parameter]) -> None:
        """The first run gives the file its weights; the others, and a run that is resumed, take theirs from it.

        ValueError where the file holds a network of another size.
        """
        self._path, self._parameters = path, list(parameters)
        places = sum(parameter.numel() for parameter in self._parameters)
        with self._alone():
            begun = path.exists()
            if begun and path.stat().st_size != places * torch.float32.itemsize:
                raise ValueError(f"{path} holds another network's weights: name another file, or delete it")
            self._shared = torch.from_file(str(path), shared=True, size=places)
            if not begun:
                self._shared.copy_(self._own())
            self._take()

    def meet(self) -> None:
        """Add what this run has learned since the last meeting, and go on from what all have."""
        with self._alone():
            self._shared += self._own() - self._met
            self._take()

    def _own(self) -> Tensor:
        return torch.cat([parameter.detach().flatten().float() for parameter in self._parameters])

    @torch.no_grad()
    def _take(self) -> None:
        self._met = self._shared.clone()
        parts = self._met.split([parameter.numel() for parameter in self._parameters])
        for parameter, part in zip(self._parameters, parts, strict=True):
            parameter.copy_(part.view_as(parameter))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # let go when the file is closed
            yield
