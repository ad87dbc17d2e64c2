"""Narrow products learned beside a network's own: it learns another task, and on the first says what it said before.

Hu et al., LoRA: Low-Rank Adaptation of Large Language Models, ICLR 2022: y = W x + U D x, where W stays as it is, D is
[rank, in] and U, zero at first, is [out, rank].
"""

from __future__ import annotations

import re

from torch import Tensor, nn

BESIDE = ("encoder.", "decoder.", "pointer_query", "pointer_key")
"""Parts of the network whose products get a narrow one: all that reads and says, but not the heads of other tasks."""
INTO, OUT = "into", "out"
"""The two halves of a narrow product, as modules of the one that they stand beside."""


class LowRank(nn.Linear):
    """A product without bias, and the narrow one beside it."""

    def __init__(self, rows: int, columns: int, rank: int) -> None:
        super().__init__(columns, rows, bias=False)
        self.into, self.out = nn.Linear(columns, rank, bias=False), nn.Linear(rank, rows, bias=False)
        nn.init.normal_(self.into.weight, std=columns**-0.5)
        nn.init.zeros_(self.out.weight)

    def forward(self, x: Tensor) -> Tensor:
        """x [.., columns] -> [.., rows]"""
        beside: Tensor = self.out(self.into(x))
        return super().forward(x) + beside


def lower(model: nn.Module, rank: int) -> None:
    """Put narrow products beside those of BESIDE; until they have learned, the network says the same as before."""
    products = [name for name, part in model.named_modules() if type(part) is nn.Linear and name.startswith(BESIDE)]
    for name in products:
        above, _, own = name.rpartition(".")
        setattr(model.get_submodule(above), own, LowRank(*model.get_submodule(name).weight.shape, rank))


def is_narrow(name: str) -> bool:
    """Whether a parameter or a graph's node of this name, its parts parted by points or strokes, is of a narrow one."""
    return bool({INTO, OUT} & _parts(name))


def is_into(name: str) -> bool:
    """Whether it is the first half of one."""
    return INTO in _parts(name)


def _parts(name: str) -> set[str]:
    """The parts of a name; a graph counts a module that it runs more than once ("into_1")."""
    return {re.sub(r"_\d+$", "", part) for part in re.split(r"[/.]", name)}
