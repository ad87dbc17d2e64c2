"""Writes what the app runs: three ONNX graphs, embedding, tokenizer, manifest; refuses where they differ from torch.

python -m docqa_app.training.export runs/first/checkpoint.pt models/small --vocabulary VOCABULARY --version 0.1.0
                                    --smooth runs/first/drawn.jsonl.gz
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from docqa_app.answering.engine import CALIBRATION, SEEN
from docqa_app.answering.model_folder import KNOWN_FORM, MANIFEST
from docqa_app.answering.network import EYES, FREE, READER, SPEAKER
from docqa_app.answering.packing import QUICK, SMALL, pack
from docqa_app.answering.tokenizer import TOKENIZER, WordTokenizer, tokenizer_text
from docqa_app.summarizing.flags import FILE as DOUBTS
from docqa_app.training.graphs import (
    EYES_INPUTS,
    EYES_OUTPUTS,
    HIDDEN_BOX,
    READER_INPUTS,
    READER_OUTPUTS,
    SPEAKER_OUTPUTS,
    AnswerSpeaker,
    PageEyes,
    PassageReader,
    speaker_inputs,
)
from docqa_app.training.model.config import Config
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.page_lines import read_lines
from docqa_app.training.rounding import SHIPPED, Rounding, by_graph, write_rounded
from docqa_app.training.smoothing import channel_sizes, smooth
from docqa_app.training.trainer import load_checkpoint

FITTED = (CALIBRATION, SEEN, DOUBTS)
"""Files of a model folder that belong to one model's answers and are fitted anew for another's."""

SMOOTHED_BY = 16  # pages
PARITY = 2e-3  # largest difference of any float32 output from torch's, relative to the output's own size


class ParityError(Exception):
    """The exported graph does not say what torch says."""


def export_graphs(model: DocFormer, folder: Path) -> None:
    """Write eyes.onnx, reader.onnx and speaker.onnx in float32 and compare them with torch on golden inputs of other
    sizes. A network without a picture has no eyes.

    ParityError where an output differs from torch's by more than PARITY.
    """
    if model.visual is not None:
        _export_eyes(PageEyes(model).eval(), model.config, folder / EYES)
    reader, speaker = PassageReader(model).eval(), AnswerSpeaker(model).eval()
    reads, speaks = folder / READER, folder / SPEAKER
    _write(reader, _reader_inputs(model.config, 40, 6), reads, READER_INPUTS, READER_OUTPUTS, _reader_axes())
    first = _speaker_inputs(model.config, 3, 5, 4, 90)
    names = speaker_inputs(model.config.decoder_layers)
    _write(speaker, first, speaks, names, SPEAKER_OUTPUTS, _speaker_axes(names))
    for length, pairs in ((17, 3), (256, 90)):
        _compare(reader, _reader_inputs(model.config, length, pairs, seed=length), reads, READER_INPUTS)
    for sizes in ((1, 0, 9, 200), (6, 12, 1, 333)):
        _compare(speaker, _speaker_inputs(model.config, *sizes, seed=sizes[3]), speaks, names)


def _export_eyes(eyes: PageEyes, c: Config, path: Path) -> None:
    _write(eyes, _eyes_inputs(c), path, EYES_INPUTS, EYES_OUTPUTS, {})
    _compare(eyes, _eyes_inputs(c, seed=1), path, EYES_INPUTS)


def _eyes_inputs(c: Config, seed: int = 0) -> tuple[torch.Tensor, ...]:
    torch.manual_seed(seed)
    return (torch.rand(1, 3, c.picture_height, c.picture_width) * 2 - 1,)


def _reader_inputs(c: Config, length: int, pairs: int, seed: int = 0) -> tuple[torch.Tensor, ...]:
    torch.manual_seed(seed)
    corners = torch.rand(1, length, 2) * 800
    boxes = torch.cat([corners, corners + torch.rand(1, length, 2) * 190], -1).round().long()
    boxes[:, ::5] = HIDDEN_BOX
    words, seen = torch.randn(1, length, c.width) * 10, torch.randn(1, c.visual_tokens, c.width) * 10
    return words, boxes, seen, torch.randint(0, length, (pairs, 2))


def _speaker_inputs(
    c: Config, rows: int, past: int, length: int, memory: int, seed: int = 0
) -> tuple[torch.Tensor, ...]:
    torch.manual_seed(seed)
    kept = torch.ones(rows, past + length)
    kept[0, : min(2, past + length - 1)] = 0
    before = [torch.randn(c.decoder_layers, rows, c.heads, past, c.head_width) for _ in range(2)]
    page = [torch.randn(1, c.heads, memory, c.head_width) for _ in range(2 * c.decoder_layers)]
    words = torch.randn(rows, length, c.width) * 10
    tokens, last = torch.randint(0, 9, (memory,)), torch.randint(0, 9, (rows, 1, 2))
    pointer_keys, said = torch.randn(memory, c.pointer_width), torch.tensor([length - 1])
    return words, kept, *before, pointer_keys, tokens, last, said, *page


def _reader_axes() -> dict[str, dict[int, str]]:
    return {
        "words": {1: "tokens"}, "boxes": {1: "tokens"}, "pairs": {0: "pairs"},
        "keys": {2: "places"}, "values": {2: "places"},
        "pointer_keys": {0: "places"}, "grid": {0: "tokens"}, "line": {0: "pairs"},
    }  # fmt: skip


def _speaker_axes(names: Sequence[str]) -> dict[str, dict[int, str]]:
    past, said = {1: "rows", 3: "past"}, {0: "rows", 1: "said"}
    whole = {1: "rows", 3: "all"}
    memory = {name: {2: "memory"} for name in names if name.startswith(("keys.", "values."))}
    return {
        **memory,
        "words": {0: "rows", 1: "length"}, "kept": {0: "rows", 1: "all"}, "past_keys": past, "past_values": past,
        "pointer_keys": {0: "memory"},
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
        if not difference <= PARITY * float(np.abs(torchs.numpy()).max(initial=1.0)):
            raise ParityError(
                f"{path.name} output {output.name} differs from torch by {difference:.2g}; nothing was written"
            )


def write_embedding(model: DocFormer, path: Path) -> None:
    """The embedding once, for encoder and decoder: int8 rows [vocabulary, D] with a float32 scale each [vocabulary]."""
    table = model.embedding.weight.detach().numpy()
    scale = np.abs(table).max(1) / 127
    np.savez_compressed(path, rows=np.round(table / scale[:, None]).astype(np.int8), scale=scale.astype(np.float32))


def write_manifest(folder: Path, config: Config, version: str, rounding: Rounding) -> None:
    """What the app checks before it loads: the network's shape, and every file's size and SHA-256."""
    names = ("width", "heads", "head_width", "decoder_layers", "visual_tokens", "grid_columns", "grid_rows")
    shape = {name: getattr(config, name) for name in names}
    record = {"name": folder.name, "version": version, "form": KNOWN_FORM, "weights": rounding.weights}
    record |= {"hidden_boxes": True, "shape": shape, "files": {}}
    (folder / MANIFEST).write_text(json.dumps(record), encoding="utf-8")
    list_files(folder)


def list_files(folder: Path) -> dict[str, dict]:
    """Write the files that lie in a model folder into its manifest; their sizes and hashes."""
    path = folder / MANIFEST
    record = json.loads(path.read_text(encoding="utf-8"))
    files = sorted(p for p in folder.iterdir() if p.is_file() and p.name not in (MANIFEST, "CARD.md"))
    record["files"] = {
        p.name: {"bytes": p.stat().st_size, "sha256": hashlib.sha256(p.read_bytes()).hexdigest()} for p in files
    }
    path.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return record["files"]


def pack_tokenizer(vocabulary: Path, folder: Path) -> None:
    """The tokenizer of a vocabulary, packed, as a model ships it."""
    (folder / TOKENIZER).write_text(tokenizer_text(vocabulary), encoding="utf-8")
    pack(folder / TOKENIZER)


def write_model(model: DocFormer, folder: Path, vocabulary: Path, version: str, rounding: Rounding = SHIPPED) -> None:
    """Everything of a model folder but its calibration; the float32 graphs are compared with torch before they are made
    small. ParityError where they differ."""
    whole = folder / "float32"
    whole.mkdir(parents=True, exist_ok=True)
    export_graphs(model, whole)
    fill_folder(model, whole, folder, vocabulary, version, by_graph(rounding))
    shutil.rmtree(whole)


def fill_folder(
    model: DocFormer, whole: Path, folder: Path, vocabulary: Path, version: str, roundings: Mapping[str, Rounding]
) -> None:
    """A model folder of the float32 graphs in `whole`, each made as small as its rounding says, by its name.

    What an older model left there goes: graphs for other tasks would read other weights out of the new files, and
    what was fitted on its answers would judge others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in {*folder.glob("*.onnx*"), *folder.glob(f"{FREE}*"), *map(folder.joinpath, FITTED)}:
        old.unlink(missing_ok=True)
    for graph in sorted(whole.glob("*.onnx")):
        write_rounded(graph, folder / graph.name, roundings[graph.stem])
        pack(folder / graph.name, SMALL if graph.name == EYES else QUICK)
    write_embedding(model, folder / "embedding.npz")
    pack_tokenizer(vocabulary, folder)
    write_manifest(folder, model.config, version, roundings["speaker"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Export a checkpoint into a model folder."""
    chosen = _arguments().parse_args(arguments)
    model, _ = load_checkpoint(chosen.checkpoint)
    if chosen.smooth:
        tokenizer = WordTokenizer.load(chosen.vocabulary)
        smooth(model, channel_sizes(model, tokenizer, list(islice(read_lines(chosen.smooth), SMOOTHED_BY))))
    rounding = Rounding(chosen.bits, chosen.block, chosen.head_bits, chosen.head_block)
    calibration = chosen.calibration and chosen.calibration.read_bytes()  # it may be the folder's own, which goes
    write_model(model, chosen.folder, chosen.vocabulary, chosen.version, rounding)
    if calibration:
        (chosen.folder / CALIBRATION).write_bytes(calibration)
    for file, facts in list_files(chosen.folder).items():
        print(f"{file:20} {facts['bytes'] / 2**20:7.1f} MiB")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--bits", type=int, default=SHIPPED.bits, choices=(4, 8, 32), help="of a weight")
    parser.add_argument("--block", type=int, default=SHIPPED.block, help="weights that share a scale")
    parser.add_argument("--head-bits", type=int, default=SHIPPED.head_bits, choices=(4, 8, 32), help="the vocabulary's")
    parser.add_argument("--head-block", type=int, default=SHIPPED.head_block)
    parser.add_argument("--smooth", type=Path, help="example lines by which channels are evened out (smoothing.py)")
    parser.add_argument("--calibration", type=Path, help="calibration.json to ship")
    return parser


if __name__ == "__main__":
    main()
