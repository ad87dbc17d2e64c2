"""Writes what the app runs: two ONNX graphs, embedding, tokenizer, manifest; refuses where they differ from torch.

python -m docqa_app.training.export runs/first/checkpoint.pt models/small --vocabulary VOCABULARY --version 0.1.0
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

from docqa_app.training.graphs import (
    HIDDEN_BOX,
    READER_INPUTS,
    READER_OUTPUTS,
    SPEAKER_INPUTS,
    SPEAKER_OUTPUTS,
    AnswerSpeaker,
    PassageReader,
)
from docqa_app.training.model import Config, DocFormer
from docqa_app.training.trainer import load_checkpoint

HEAD_BITS, HEAD_BLOCK = 4, 64
PARITY = 2e-3  # largest difference of any float32 output from torch's, relative to the output's own size


class ParityError(Exception):
    """The exported graph does not say what torch says."""


def export_graphs(model: DocFormer, folder: Path) -> None:
    """Write reader.onnx and speaker.onnx in float32 and compare them with torch on golden inputs of other sizes."""
    reader, speaker = PassageReader(model).eval(), AnswerSpeaker(model).eval()
    _write(
        reader,
        _reader_inputs(model.config, 40, 6),
        folder / "reader.onnx",
        READER_INPUTS,
        READER_OUTPUTS,
        _reader_axes(),
    )
    _write(
        speaker,
        _speaker_inputs(model.config, 3, 5, 4, 90),
        folder / "speaker.onnx",
        SPEAKER_INPUTS,
        SPEAKER_OUTPUTS,
        _speaker_axes(),
    )
    for length, pairs in ((17, 3), (256, 90)):
        _compare(
            reader, _reader_inputs(model.config, length, pairs, seed=length), folder / "reader.onnx", READER_INPUTS
        )
    for sizes in ((1, 0, 9, 200), (6, 12, 1, 333)):
        _compare(speaker, _speaker_inputs(model.config, *sizes, seed=sizes[3]), folder / "speaker.onnx", SPEAKER_INPUTS)


def _reader_inputs(c: Config, length: int, pairs: int, seed: int = 0) -> tuple[torch.Tensor, ...]:
    torch.manual_seed(seed)
    corners = torch.rand(1, length, 2) * 800
    boxes = torch.cat([corners, corners + torch.rand(1, length, 2) * 190], -1).round().long()
    boxes[:, ::5] = HIDDEN_BOX
    picture = torch.rand(1, 3, c.picture_height, c.picture_width) * 2 - 1
    return torch.randn(1, length, c.width) * 10, boxes, picture, torch.randint(0, length, (pairs, 2))


def _speaker_inputs(
    c: Config, rows: int, past: int, length: int, memory: int, seed: int = 0
) -> tuple[torch.Tensor, ...]:
    torch.manual_seed(seed)
    kept = torch.ones(rows, past + length)
    kept[0, : min(2, past + length - 1)] = 0
    before = [torch.randn(c.decoder_layers, rows, c.heads, past, c.head_width) for _ in range(2)]
    page = [torch.randn(c.decoder_layers, c.heads, memory, c.head_width) for _ in range(2)]
    words = torch.randn(rows, length, c.width) * 10
    tokens, last = torch.randint(0, 9, (memory,)), torch.randint(0, 9, (rows, 1, 2))
    return words, kept, *before, *page, torch.randn(memory, c.pointer_width), tokens, last, torch.tensor([length - 1])


def _reader_axes() -> dict[str, dict[int, str]]:
    return {
        "words": {1: "tokens"}, "boxes": {1: "tokens"}, "pairs": {0: "pairs"},
        "keys": {2: "places"}, "values": {2: "places"},
        "pointer_keys": {0: "places"}, "grid": {0: "tokens"}, "line": {0: "pairs"},
    }  # fmt: skip


def _speaker_axes() -> dict[str, dict[int, str]]:
    past, said = {1: "rows", 3: "past"}, {0: "rows", 1: "said"}
    whole = {1: "rows", 3: "all"}
    return {
        "words": {0: "rows", 1: "length"}, "kept": {0: "rows", 1: "all"}, "past_keys": past, "past_values": past,
        "keys": {2: "memory"}, "values": {2: "memory"}, "pointer_keys": {0: "memory"},
        "tokens": {0: "memory"}, "last": said, "said": {0: "said"}, "logits": said,
        "pointer": {**said, 2: "memory"}, "gate": said, "found": said, "present_keys": whole, "present_values": whole,
    }  # fmt: skip


def _write(
    module: torch.nn.Module,
    inputs: tuple[torch.Tensor, ...],
    path: Path,
    names: Sequence[str],
    outputs: Sequence[str],
    axes: dict,
) -> None:
    with torch.no_grad():
        torch.onnx.export(
            module, inputs, str(path), input_names=list(names), output_names=list(outputs), dynamic_axes=axes,
            opset_version=18, do_constant_folding=True, dynamo=False,
        )  # fmt: skip


def _compare(module: torch.nn.Module, inputs: tuple[torch.Tensor, ...], path: Path, names: Sequence[str]) -> None:
    """ParityError where any output differs from torch's by more than PARITY of its size."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    wanted = {i.name for i in session.get_inputs()}
    got = session.run(None, {n: v.numpy() for n, v in zip(names, inputs, strict=True) if n in wanted})
    with torch.no_grad():
        expected = module(*inputs)
    for output, ours, torchs in zip(session.get_outputs(), got, expected, strict=True):
        difference = float(np.abs(ours - torchs.numpy()).max(initial=0))
        if not difference <= PARITY * max(1.0, float(torchs.abs().max())):
            raise ParityError(
                f"{path.name} output {output.name} differs from torch by {difference:.2g}; nothing was written"
            )


def quantise(source: Path, target: Path, bits: int, block: int) -> None:
    """Weights of matrix products as `bits`-bit blocks with a scale each; activations stay float outside the product.

    The vocabulary's own product, a third of the speaker, takes HEAD_BITS: most of an answer is copied, not written.
    """
    model = onnx.load(source)
    products = {node.name: node for node in model.graph.node if node.op_type == "MatMul"}
    rest = [name for name, node in products.items() if "logits" not in node.output]
    if len(rest) < len(products):
        model = _quantised(model, min(bits, HEAD_BITS), HEAD_BLOCK, rest)
    onnx.save(_quantised(model, bits, block), str(target))


def _quantised(model: onnx.ModelProto, bits: int, block: int, spared: Sequence[str] = ()) -> onnx.ModelProto:
    """The model with its products, but for those spared, in small weights."""
    chosen = DefaultWeightOnlyQuantConfig(block_size=block, is_symmetric=True, accuracy_level=4, bits=bits)
    quantiser = MatMulNBitsQuantizer(model, algo_config=chosen, nodes_to_exclude=list(spared))
    quantiser.process()
    small: onnx.ModelProto = quantiser.model.model
    return small


def write_embedding(model: DocFormer, path: Path) -> None:
    """The embedding once, for encoder and decoder: int8 rows [vocabulary, D] with a float32 scale each [vocabulary]."""
    table = model.embedding.weight.detach().numpy()
    scale = np.abs(table).max(1) / 127
    np.savez(path, rows=np.round(table / scale[:, None]).astype(np.int8), scale=scale.astype(np.float32))


def write_manifest(folder: Path, config: Config, version: str, bits: int) -> None:
    """What the app checks before it loads: the network's shape, and every file's size and SHA-256."""
    names = ("width", "heads", "head_width", "decoder_layers", "visual_tokens", "grid_columns", "grid_rows")
    shape = {name: getattr(config, name) for name in names}
    record = {"name": folder.name, "version": version, "form": 1, "weights": f"int{bits}"}
    record |= {"hidden_boxes": True, "shape": shape, "files": {}}
    (folder / "manifest.json").write_text(json.dumps(record), encoding="utf-8")
    list_files(folder)


def list_files(folder: Path) -> dict[str, dict]:
    """Write the files that lie in a model folder into its manifest; their sizes and hashes."""
    path = folder / "manifest.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    files = sorted(p for p in folder.iterdir() if p.is_file() and p.name not in ("manifest.json", "CARD.md"))
    record["files"] = {
        p.name: {"bytes": p.stat().st_size, "sha256": hashlib.sha256(p.read_bytes()).hexdigest()} for p in files
    }
    path.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return record["files"]


def main() -> None:
    """Export a checkpoint into a model folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--bits", type=int, default=8, choices=(4, 8, 32))
    parser.add_argument("--block", type=int, default=128)
    parser.add_argument("--calibration", type=Path, help="calibration.json to ship")
    chosen = parser.parse_args()
    model, _ = load_checkpoint(chosen.checkpoint)
    write_model(model, chosen.folder, chosen.vocabulary, chosen.version, chosen.bits, chosen.block, chosen.calibration)


def write_model(
    model: DocFormer, folder: Path, vocabulary: Path, version: str, bits: int, block: int, calibration: Path | None
) -> None:
    """Everything of a model folder; the float32 graphs are compared with torch before they are made small."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "float32"
    whole.mkdir(exist_ok=True)
    export_graphs(model, whole)
    for name in ("reader.onnx", "speaker.onnx"):
        if bits == 32:
            shutil.copy(whole / name, folder / name)
        else:
            quantise(whole / name, folder / name, bits, block)
    shutil.rmtree(whole)
    write_embedding(model, folder / "embedding.npz")
    shutil.copy(vocabulary / "tokenizer.json", folder / "tokenizer.json")
    if calibration:
        shutil.copy(calibration, folder / "calibration.json")
    write_manifest(folder, model.config, version, bits)
    for file, facts in list_files(folder).items():
        print(f"{file:20} {facts['bytes'] / 2**20:7.1f} MiB")


if __name__ == "__main__":
    main()
