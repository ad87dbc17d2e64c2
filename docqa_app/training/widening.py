"""Weights that are small in the file alone: eight or sixteen bits there, float32 from the moment a graph is loaded.

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

from docqa_app.training.low_rank import is_into, is_narrow

LEVELS, SCALES, SHAPE, ROWS = "levels", "scales", "shape", "rows"
"""What the initialisers of a widened product are called, behind the product's own name."""
WHOLE = "whole"
"""What a tensor of sixteen bits is called, behind its own name, once it has thirty-two."""
MIDDLE = 128
"""A packed byte that stands for zero."""
TINY = 1e-12
"""The least size of a weight that a scale is made of: a product that has learned nothing is all zero."""
LARGE = 1024
"""Values of a tensor from which it is worth being made smaller: also the scales of blocks."""


def widened(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with each product of packed bytes as constants that ONNX Runtime multiplies out when it loads it."""
    graph = model.graph
    small = [node for node in graph.node if node.op_type == "MatMulNBits" and _attributes(node)["bits"] == 8]
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
    padded = rows > _attributes(node)["K"]
    parts = {LEVELS: levels, SCALES: scales, SHAPE: np.array([rows, columns])}
    parts |= {ROWS: np.arange(_attributes(node)["K"])} if padded else {}
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


def narrowed(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with its narrow products in eight bits, widened when it is loaded."""
    graph = model.graph
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    narrow = [node for node in graph.node if node.op_type == "MatMul" and is_narrow(node.name)]
    products = {node.name: _narrow(node, held[node.input[1]], graph) for node in narrow}
    packed = {node.input[1] for node in narrow}
    _replace(graph.node, [one for node in graph.node for one in products.get(node.name, [node])])
    _replace(graph.initializer, [one for one in graph.initializer if one.name not in packed])
    return model


def _narrow(node: onnx.NodeProto, weight: NDArray[np.float32], graph: onnx.GraphProto) -> list[onnx.NodeProto]:
    """weight [in, rank] or [rank, out]: a scale for each of the rank."""
    name, long = node.name, 0 if is_into(node.name) else 1
    scales = np.maximum(np.abs(weight).max(axis=long, keepdims=True), TINY) / (MIDDLE - 1)
    parts = {LEVELS: np.round(weight / scales).astype(np.int8), SCALES: scales.astype(np.float32)}
    graph.initializer.extend(numpy_helper.from_array(part, f"{name}.{one}") for one, part in parts.items())
    return [
        helper.make_node("Cast", [f"{name}.{LEVELS}"], [f"{name}.floats"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [f"{name}.floats", f"{name}.{SCALES}"], [f"{name}.weight"]),
        helper.make_node("MatMul", [node.input[0], f"{name}.weight"], list(node.output), name=name),
    ]


def halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with those large tensors of float32 that are no product's in sixteen bits, under their names."""
    graph = model.graph
    _lay_in_constants(graph)
    large = {t.name: t for t in graph.initializer if t.data_type == onnx.TensorProto.FLOAT and _size(t) >= LARGE}
    for tensor in large.values():
        tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), tensor.name))
    for node in graph.node:
        for place, name in enumerate(node.input):
            if name in large:
                node.input[place] = f"{name}.{WHOLE}"
    whole = [helper.make_node("Cast", [name], [f"{name}.{WHOLE}"], to=onnx.TensorProto.FLOAT) for name in large]
    _replace(graph.node, [*whole, *graph.node])
    return model


def _lay_in_constants(graph: onnx.GraphProto) -> None:
    """Large constants that nodes hold become tensors of the graph."""
    large = [node for node in graph.node if node.op_type == "Constant" and _size(node.attribute[0].t) >= LARGE]
    for node in large:
        tensor = onnx.TensorProto()
        tensor.CopyFrom(node.attribute[0].t)
        tensor.name = node.output[0]
        graph.initializer.append(tensor)
    _replace(graph.node, [node for node in graph.node if node not in large])


def restored(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with its tensors of sixteen bits in thirty-two: what `halved` made, taken back."""
    graph, end = model.graph, f".{WHOLE}"
    for tensor in graph.initializer:
        if tensor.data_type == onnx.TensorProto.FLOAT16:
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float32), tensor.name))
    _replace(graph.node, [node for node in graph.node if not node.output[0].endswith(end)])
    for node in graph.node:
        node.input[:] = [name.removesuffix(end) for name in node.input]
    return model


def _size(tensor: onnx.TensorProto) -> int:
    return int(np.prod(tensor.dims))


def _attributes(node: onnx.NodeProto) -> dict[str, int]:
    """A node's whole numbers by name."""
    return {attribute.name: attribute.i for attribute in node.attribute}


def _replace(field, values: list) -> None:
    del field[:]
    field.extend(values)
