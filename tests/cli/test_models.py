"""docqa models says what is installed and whether it is whole."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from docqa_app.paths import find_paths
from docqa_app.settings import Settings, save_settings
from tests.cli.conftest import Docqa
from tests.fakes import FakeEngine

SHAPE = {
    "width": 8,
    "heads": 1,
    "head_width": 8,
    "decoder_layers": 1,
    "visual_tokens": 0,
    "grid_columns": 4,
    "grid_rows": 4,
}


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A models folder with one model of one file."""
    monkeypatch.setenv("DOCQA_MODELS", str(tmp_path))
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "encoder.onnx").write_bytes(b"0" * 3_000_000)
    files = {"encoder.onnx": {"sha256": hashlib.sha256(b"0" * 3_000_000).hexdigest(), "bytes": 3_000_000}}
    manifest = {"form": 1, "name": "docformer-small", "version": "0.1.0", "shape": SHAPE, "files": files}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path


def test_a_whole_model_is_listed_with_version_and_size(docqa: Docqa, models: Path) -> None:
    outcome = docqa("models")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"docformer-small 0.1.0  3 MB  whole  {models / 'small'}\n"
    (listed,) = docqa("models", "--json").json["models"]
    assert (listed["name"], listed["bytes"], listed["whole"]) == ("docformer-small", 3_000_000, True)


def test_a_changed_file_makes_the_model_damaged(docqa: Docqa, models: Path) -> None:
    (models / "small" / "encoder.onnx").write_bytes(b"1" * 3_000_000)
    outcome = docqa("models")
    assert outcome.code == 4
    assert "damaged" in outcome.out
    assert "checksum is wrong" in outcome.err


def test_a_broken_manifest_is_listed_beside_the_good_one(docqa: Docqa, models: Path) -> None:
    (models / "other").mkdir()
    (models / "other" / "manifest.json").write_text("{")
    outcome = docqa("models")
    assert outcome.code == 4
    assert [line.split()[0] for line in outcome.out.splitlines()] == ["other", "docformer-small"]


def test_no_model_is_a_sentence(docqa: Docqa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCQA_MODELS", str(tmp_path / "none"))
    outcome = docqa("models")
    assert (outcome.code, outcome.out) == (4, "")
    assert "There is no model in" in outcome.err


def test_the_chosen_model_answers(docqa: Docqa, models: Path, invoice: Path) -> None:
    folders: list[Path] = []

    def load(folder: Path, device: str) -> FakeEngine:
        folders.append(folder)
        return FakeEngine()

    save_settings(find_paths().settings_file, Settings(model="docformer-small 0.1.0"))
    docqa("ask", invoice, "--question", "Total?", loader=load)
    save_settings(find_paths().settings_file, Settings(model="docformer-small 0.0.9"))
    docqa("ask", invoice, "--question", "Total?", loader=load)
    assert folders == [models / "small", models]
