"""Graphs with short names: what goes from node to node is called by a number, which no one reads."""

from __future__ import annotations

import onnx

from docqa_app.training.widening import WHOLE


def shortly_linked(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph with numbers for what goes from node to node; nodes, weights, inputs and outputs keep their names, by
    which `unpack` finds them."""
    return _renamed(model, [])


def shortly_named(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph with numbers for the weights, too, and nodes without names."""
    for node in model.graph.node:
        node.name = ""
    return _renamed(model, [one.name for one in model.graph.initializer])


def _renamed(model: onnx.ModelProto, weights: list[str]) -> onnx.ModelProto:
    graph = model.graph
    kept = {one.name for one in (*graph.input, *graph.output)}
    made = [name for node in graph.node for name in node.output if name and name not in kept]
    linked = [name for name in made if weights or not name.endswith(f".{WHOLE}")]
    short = {name: f"{number:x}" for number, name in enumerate((*linked, *weights))}
    for node in graph.node:
        node.input[:] = [short.get(name, name) for name in node.input]
        node.output[:] = [short.get(name, name) for name in node.output]
    for tensor in graph.initializer:
        tensor.name = short.get(tensor.name, tensor.name)
    del graph.value_info[:]
    return model
