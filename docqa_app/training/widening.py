"""Weights that are small in the file alone: eight bits there, float32 from the moment a graph is loaded.

What runs over many rows at once (a passage, a picture) spends its time in the products, and those of float32 are the
fastest where a processor has no instructions for bytes, and as fast where it has them. What says one token after
another waits for its weights instead, and keeps them small in memory, too.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

LEVELS, SCALES, SHAPE, ROWS = "levels", "scales", "shape", "rows"
"""What the initialisers of a widened product are called, behind the product's own name."""
MIDDLE = 128
"""A packed byte that stands for zero."""


def widened(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with each product of packed bytes as constants that ONNX Runtime multiplies out when it loads it."""
    graph = model.graph
    small = [node for node in graph.node if node.op_type == "MatMulNBits" and _told(node)["bits"] == 8]
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    products = {node.name: _widen(node, held, graph) for node in small}
    packed = {name for node in small for name in node.input[1:]}
    _replace(graph.node, [one for node in graph.node for one in products.get(node.name, [node])])
    _replace(graph.initializer, [one for one in graph.initializer if one.name not in packed])
    return model


def _widen(node: onnx.NodeProto, held: Mapping[str, NDArray], graph: onnx.GraphProto) -> list[onnx.NodeProto]:
    """The nodes in place of a packed product; what they multiply out is laid into the graph."""
    levels, scales = _blocks(*(held[name] for name in node.input[1:3]))
    rows, columns = levels.shape[0] * levels.shape[1], levels.shape[2]
    padded = rows > _told(node)["K"]
    parts = {LEVELS: levels, SCALES: scales, SHAPE: np.array([rows, columns])}
    parts |= {ROWS: np.arange(_told(node)["K"])} if padded else {}
    graph.initializer.extend(numpy_helper.from_array(part, f"{node.name}.{name}") for name, part in parts.items())
    return _product(node, padded)


def whole_weight(levels: NDArray[np.int8], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """levels [blocks, size of a block, N], scales [blocks, 1, N] -> the weight [blocks x size, N] they stand for."""
    weight: NDArray[np.float32] = (levels * scales).reshape(-1, levels.shape[-1])
    return weight


def _blocks(packed: NDArray[np.uint8], scales: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """packed [N, blocks, size], scales [N x blocks] -> levels [blocks, size, N], scales [blocks, 1, N]."""
    levels = (packed.astype(np.int16) - MIDDLE).astype(np.int8).transpose(1, 2, 0)
    return np.ascontiguousarray(levels), np.ascontiguousarray(scales.reshape(*packed.shape[:2]).T[:, None])


def _product(node: onnx.NodeProto, padded: bool) -> list[onnx.NodeProto]:
    """What `node` takes, times its levels and scales laid out as one weight; of padded blocks the ROWS alone."""
    name = node.name
    laid = f"{name}.padded" if padded else f"{name}.weight"
    cut = [helper.make_node("Gather", [laid, f"{name}.{ROWS}"], [f"{name}.weight"])] if padded else []
    return [
        helper.make_node("Cast", [f"{name}.{LEVELS}"], [f"{name}.floats"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [f"{name}.floats", f"{name}.{SCALES}"], [f"{name}.blocks"]),
        helper.make_node("Reshape", [f"{name}.blocks", f"{name}.{SHAPE}"], [laid]),
        *cut,
        helper.make_node("MatMul", [node.input[0], f"{name}.weight"], list(node.output), name=name),
    ]


def _told(node: onnx.NodeProto) -> dict[str, int]:
    return {attribute.name: attribute.i for attribute in node.attribute}


def _replace(field, values: list) -> None:
    del field[:]
    field.extend(values)
