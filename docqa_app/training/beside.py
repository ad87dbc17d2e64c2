"""Graphs for another task lie beside those for fields, and share their weights: what both have stands in one file.

    python -m docqa_app.training.beside runs/free/checkpoint.pt models/docformer-small
    python -m docqa_app.training.beside runs/ask/checkpoint.pt models/docformer-small --asking

The checkpoint is one of narrow products (`train --low-rank`) learned beside the network that the folder holds. Its
graphs keep the narrow products, and of every large tensor only where it lies in the other graph's file (ONNX' external
data).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
from onnx.external_data_helper import set_external_data

from docqa_app.answering.network import ASKING, FREE, READER, SPEAKER
from docqa_app.answering.packing import pack, place_of, unpacked_bytes
from docqa_app.training.export import export_graphs, list_files
from docqa_app.training.low_rank import is_narrow
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.naming import shortly_named
from docqa_app.training.rounding import SHIPPED, Rounding, by_graph, rounded
from docqa_app.training.trainer import load_checkpoint

LARGE = 1024
"""Bytes of a tensor from which it is shared."""


def write_beside(model: DocFormer, folder: Path, task: str = FREE, rounding: Rounding = SHIPPED) -> None:
    """Write the graphs for a task (FREE, ASKING) into a model folder and list them there; the float32 graphs are
    compared with torch first. ValueError where the network beside the narrow products is not the folder's: nothing is
    written."""
    with TemporaryDirectory() as whole:
        export_graphs(model, Path(whole))
        graphs = {
            name: shared(rounded(onnx.load(Path(whole) / name), by_graph(rounding)[Path(name).stem]), folder, name)
            for name in (READER, SPEAKER)
        }
    for old in folder.glob(f"{task}*.onnx*"):
        old.unlink()
    for name, graph in graphs.items():
        (folder / f"{task}{name}").write_bytes(shortly_named(graph).SerializeToString())
        pack(folder / f"{task}{name}")
    list_files(folder)


def shared(model: onnx.ModelProto, folder: Path, other: str) -> onnx.ModelProto:
    """The graph with its large tensors told by where they lie in the folder's file `other` (as it is unpacked), but for
    narrow products."""
    held = unpacked_bytes(place_of(folder, other) or folder / other)
    for tensor in model.graph.initializer:
        if len(tensor.raw_data) < LARGE or is_narrow(tensor.name):
            continue
        if (at := held.find(tensor.raw_data)) < 0:
            raise ValueError(f"{other} of {folder} holds another {tensor.name}: not what was learned beside")
        set_external_data(tensor, other, at, len(tensor.raw_data))
        tensor.ClearField("raw_data")
    return model


def main() -> None:
    """Write a checkpoint's narrow products into a model folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path, help="the model that the checkpoint was learned beside, as exported")
    parser.add_argument("--asking", action="store_true", help="it learned to ask questions, not to answer free ones")
    chosen = parser.parse_args()
    task = ASKING if chosen.asking else FREE
    write_beside(load_checkpoint(chosen.checkpoint)[0], chosen.folder, task)
    for file in sorted(chosen.folder.glob(f"{task}*")):
        print(f"{file.name:24} {file.stat().st_size / 2**20:7.2f} MiB")


if __name__ == "__main__":
    main()
