"""A page's picture is looked at by a graph of its own, once a page; models from before that are still read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from numpy.typing import NDArray

from docqa_app.answering.features import page_features
from docqa_app.answering.model_folder import KNOWN_FORM, open_model_folder
from docqa_app.answering.network import EYES, READER, Network
from docqa_app.training.export import list_files, write_model
from docqa_app.training.model.config import tiny
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.rounding import FLOAT
from docqa_app.training.torch_network import TorchNetwork
from docqa_app.training.unpack import opened_graph
from tests.answering.pages import page_of
from tests.training.conftest import VOCABULARY, TinyRun

PAGE = page_of(("Number 120", "Total 31.50", "Thank you"))
LONG = page_of(tuple(f"Position {row} costs {row}.{row:02} EUR" for row in range(160)))


class Watching(TorchNetwork):
    """Counts how often it looks at a picture."""

    looks = 0

    def look(self, picture: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        self.looks += 1
        return super().look(picture)


def _of_form_1(folder: Path) -> Path:
    """The model as it was written before it had eyes: the reader takes the picture and tells what it sees."""
    eyes, reader = (opened_graph(folder, name) for name in (EYES, READER))
    eyes = onnx.compose.add_prefix(eyes, "eyes/", rename_inputs=False, rename_outputs=False)
    onnx.save(onnx.compose.merge_models(eyes, reader, [("seen", "seen")]), folder / "reader.onnx")
    for packed in ("eyes.onnx.xz", "reader.onnx.gz"):
        (folder / packed).unlink()
    manifest = folder / "manifest.json"
    told = manifest.read_text(encoding="utf-8").replace(f'"form": {KNOWN_FORM}', '"form": 1')
    manifest.write_text(told, encoding="utf-8")
    list_files(folder)
    return folder


@pytest.fixture
def folder(tiny_run: TinyRun, tmp_path: Path) -> Path:
    torch.manual_seed(3)
    write_model(DocFormer(tiny(tiny_run.tokenizer.size)).eval(), tmp_path, VOCABULARY, "0.0.1", FLOAT)
    return tmp_path


def test_a_long_page_is_looked_at_once(tiny_run: TinyRun) -> None:
    network = Watching(DocFormer(tiny(tiny_run.tokenizer.size)), tiny_run.tokenizer)

    encoded = network.encode(LONG)

    passages = len(page_features(LONG, tiny_run.tokenizer).passages)
    assert passages > 2
    assert int((encoded.tokens < 0).sum()) == passages * network.shape.visual_tokens, "each passage stands beside it"
    assert network.looks == 1


def test_a_model_of_the_form_before_reads_the_same(folder: Path) -> None:
    new = Network(open_model_folder(folder), "cpu", 1).encode(PAGE)
    old = Network(open_model_folder(_of_form_1(folder)), "cpu", 1).encode(PAGE)

    assert np.allclose(new.keys, old.keys, atol=1e-4)
    assert new.sights is not None
    assert old.sights is not None
    assert np.allclose(new.sights, old.sights, atol=1e-4)


def test_a_model_without_eyes_reads_words_alone(tiny_run: TinyRun, tmp_path: Path) -> None:
    blind = DocFormer(replace(tiny(tiny_run.tokenizer.size), picture_used=False)).eval()
    write_model(blind, tmp_path, VOCABULARY, "0.0.1", FLOAT)

    encoded = Network(open_model_folder(tmp_path), "cpu", 1).encode(PAGE)

    assert encoded.sights is None
    assert (encoded.tokens >= 0).all()
    assert not (tmp_path / "eyes.onnx").exists()
