"""How a graph's weights are made small: blocks of a few bits, each with a scale of its own."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import onnx
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

from docqa_app.training.low_rank import is_narrow
from docqa_app.training.naming import shortly_linked
from docqa_app.training.widening import halved, narrowed, widened

WHOLE = 32  # bits of a weight that is left as it is
logging.getLogger("onnxruntime.quantization.matmul_nbits_quantizer").setLevel(logging.WARNING)  # a line a node

INT8_PRODUCTS, FLOAT_PRODUCTS = 4, 1  # ONNX Runtime's accuracy levels: are activations rounded for the product, too?


@dataclass(frozen=True, slots=True)
class Rounding:
    """bits of a weight, and how many weights share a scale; the same for the vocabulary's own product.

    That one is a third of the speaker, and most of an answer is copied, not written. `products` is the accuracy level:
    with INT8_PRODUCTS a row's activations are rounded block by block as well, which is what makes a step fast.
    `widened`: weights of eight bits become float32 when the graph is loaded (widening.py), and nothing else is rounded.
    """

    bits: int = 8
    block: int = 128
    head_bits: int = 4
    head_block: int = 64
    products: int = INT8_PRODUCTS
    widened: bool = False

    @property
    def weights(self) -> str:
        """The name of the weights' type, for the manifest."""
        return "float32" if self.bits == WHOLE else f"int{self.bits}"


SHIPPED = Rounding()
FLOAT = Rounding(bits=WHOLE, head_bits=WHOLE)
GRAPHS = ("eyes", "reader", "speaker")


def by_graph(rounding: Rounding) -> dict[str, Rounding]:
    """The rounding of each graph, by its name: what runs once a passage is widened, what says every token is not."""
    wide = replace(rounding, widened=True)
    return dict.fromkeys(GRAPHS, wide) | {"speaker": rounding}


def write_rounded(source: Path, target: Path, rounding: Rounding) -> None:
    """The float32 graph at `source` with its matrix products in small weights."""
    if rounding.bits == WHOLE:
        shutil.copy(source, target)
    else:
        onnx.save(shortly_linked(rounded(onnx.load(source), rounding)), str(target))


def rounded(model: onnx.ModelProto, rounding: Rounding) -> onnx.ModelProto:
    """The float32 model with its matrix products in small weights."""
    products = [node for node in model.graph.node if node.op_type == "MatMul"]
    heads = [node.name for node in products if "logits" in node.output]
    narrow = [node.name for node in products if is_narrow(node.name)]
    rest = [node.name for node in products if "logits" not in node.output]
    model = _rounded(model, rounding.bits, rounding.block, rounding.products, heads + narrow)
    if heads and rounding.head_bits != WHOLE:
        model = _rounded(model, rounding.head_bits, rounding.head_block, rounding.products, rest)
    return halved(narrowed(widened(model) if rounding.widened else model))


def _rounded(model: onnx.ModelProto, bits: int, block: int, products: int, spared: Sequence[str]) -> onnx.ModelProto:
    """The model with its products, but for those spared, in small weights."""
    chosen = DefaultWeightOnlyQuantConfig(block_size=block, is_symmetric=True, accuracy_level=products, bits=bits)
    quantiser = MatMulNBitsQuantizer(model, algo_config=chosen, nodes_to_exclude=list(spared))
    quantiser.process()
    small: onnx.ModelProto = quantiser.model.model
    return small
