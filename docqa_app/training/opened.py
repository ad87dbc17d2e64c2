"""A model to be measured, opened from an exported folder or from a checkpoint, with one face."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from docqa_app.answering.calibration import PLAIN, load_calibration
from docqa_app.answering.engine import CALIBRATION, Engine
from docqa_app.answering.features import Passage
from docqa_app.answering.model_folder import MANIFEST, ModelFolder, open_model_folder
from docqa_app.answering.network import READER, Floats, Ints, Network
from docqa_app.answering.onnx_session import Arrays, OnnxGraph
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training.graphs import HIDDEN_BOX, READER_INPUTS, READER_OUTPUTS, PassageReader
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.torch_network import TorchGraph, TorchNetwork
from docqa_app.training.trainer import load_checkpoint


class Graph(Protocol):
    """What computes arrays from arrays by name."""

    def run(self, inputs: Arrays) -> dict[str, Floats]: ...


@dataclass(frozen=True, slots=True)
class Opened:
    """An engine that answers, and the passage reader by itself, which is asked with boxes hidden.

    hides_boxes: whether this reader knows what a hidden box is; models exported before it did cannot be asked.
    """

    engine: Engine
    reader: Graph
    hides_boxes: bool

    @property
    def network(self) -> Network:
        return self.engine.network

    def encoder_heads(self, passage: Passage, picture: Floats, hidden: Ints, pairs: Ints) -> tuple[Floats, Floats]:
        """Grid logits [T, cells] and line logits [Q, 3] of a passage whose boxes are not seen where hidden [T]."""
        boxes = np.where(hidden[:, None], HIDDEN_BOX, passage.boxes)
        read = self.reader.run(
            {
                "words": self.network.embed(passage.tokens)[None],
                "boxes": boxes[None],
                "pairs": pairs,
                **self.network.look(picture),
            }
        )
        return read["grid"], read["line"]


def open_export(folder: Path, threads: int = 0) -> Opened:
    """An exported model as the app loads it; ModelError where it cannot be."""
    found = open_model_folder(folder)
    network = Network(found, "cpu", threads)
    engine = Engine(found, network, load_calibration(found.file(CALIBRATION)))
    manifest = json.loads(found.file(MANIFEST).read_text(encoding="utf-8"))
    reader = OnnxGraph(found.packed(READER), "cpu", threads)
    return Opened(engine, reader, bool(manifest.get("hidden_boxes")))


def open_checkpoint(path: Path, vocabulary: Path) -> Opened:
    """A checkpoint in torch."""
    model, _ = load_checkpoint(path)
    return opened_network(model, WordTokenizer.load(vocabulary))


def opened_network(model: DocFormer, tokenizer: WordTokenizer) -> Opened:
    """A network in torch, on the CPU and done with learning; nothing was fitted to its answers yet."""
    network = TorchNetwork(model.cpu().eval(), tokenizer)
    folder = ModelFolder(Path(), "checkpoint", "in torch", network.shape, {})
    return Opened(Engine(folder, network, PLAIN), TorchGraph(PassageReader(model), READER_INPUTS, READER_OUTPUTS), True)
