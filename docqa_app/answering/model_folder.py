"""A model on disk: its manifest, and whether its files are whole."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docqa_app.answering.packing import file_in
from docqa_app.errors import ModelError

log = logging.getLogger(__name__)

KNOWN_FORM = 5
"""Of the graphs: since 2 the picture is looked at by a graph of its own, and the memory comes layer by layer; since 3
some are packed, since 4 the tokenizer is, since 5 all graphs are. Older ones are still read."""
MANIFEST = "manifest.json"
AGAIN = "Install the model again, or choose another models folder."


@dataclass(frozen=True, slots=True)
class Shape:
    """What the app must know of the network. `visual_tokens` stand before the text in every passage."""

    width: int
    heads: int
    head_width: int
    decoder_layers: int
    visual_tokens: int
    grid_columns: int
    grid_rows: int


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model whose manifest was read. `files` maps names to their SHA-256."""

    path: Path
    name: str
    version: str
    shape: Shape
    files: dict[str, str]

    @property
    def label(self) -> str:
        return f"{self.name} {self.version}"

    def file(self, name: str) -> Path:
        return self.path / name

    def packed(self, name: str) -> Path:
        """A file that may be packed, by its name before; under that name where it is not listed at all."""
        return self.path / (file_in(self.files, name) or name)

    def check(self) -> None:
        """ModelError where a file is missing or its SHA-256 is not the manifest's."""
        for name, expected in self.files.items():
            if _sha256(self.path / name) != expected:
                raise ModelError(f"The model file {self.path / name} is damaged: its checksum is wrong. {AGAIN}")


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as cause:
        raise ModelError(f"The model file {path} cannot be read ({cause.strerror}). {AGAIN}") from cause


def open_model_folder(path: Path) -> ModelFolder:
    """The model in `path`, or the newest one that can be used in a folder of models; ModelError where there is none."""
    return model_folders(path)[0]


def model_folders(path: Path) -> tuple[ModelFolder, ...]:
    """The model in `path`, or those of a folder of models that can be used by their lists of files, the newest first;
    ModelError where there is none."""
    if (path / MANIFEST).exists():
        return (_opened(path / MANIFEST),)
    found: list[ModelFolder] = []
    troubles: list[ModelError] = []
    for manifest in sorted(path.glob(f"*/{MANIFEST}")):
        try:
            found.append(_opened(manifest))
        except ModelError as trouble:  # one that is damaged stops none beside it
            troubles.append(trouble)
    if not found:
        raise troubles[0] if troubles else ModelError(f"There is no model in {path}. {AGAIN}")
    return tuple(sorted(found, key=lambda model: _version_key(model.version), reverse=True))


def chosen_model(models: Path, label: str) -> Path:
    """The folder of the model that is called `label` and is whole; the folder of models, for its newest, where there is
    none or no label is given."""
    for manifest in sorted(models.glob(f"*/{MANIFEST}")) if label else ():
        try:
            model = _opened(manifest)
            if model.label == label:
                model.check()
                return model.path
        except ModelError as trouble:  # a copy of it, or the newest, may be whole
            log.warning("%s is not chosen: %s", manifest.parent, trouble)
    return models


def _opened(manifest: Path) -> ModelFolder:
    record = _read(manifest)
    try:
        if record["form"] > KNOWN_FORM:
            raise ModelError(f"The model in {manifest.parent} is of a newer form than this app knows. Update the app.")
        files = {name: facts["sha256"] for name, facts in record["files"].items()}
        return ModelFolder(manifest.parent, record["name"], record["version"], Shape(**record["shape"]), files)
    except (KeyError, TypeError, AttributeError) as cause:
        raise ModelError(f"The model's list of files {manifest} is damaged ({cause}). {AGAIN}") from cause


def _read(manifest: Path) -> dict[str, Any]:
    try:
        record = json.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError) as cause:
        raise ModelError(f"The model's list of files {manifest} cannot be read ({cause}). {AGAIN}") from cause
    if not isinstance(record, dict):
        raise ModelError(f"The model's list of files {manifest} is damaged. {AGAIN}")
    return record


def _version_key(version: str) -> tuple[int, ...]:
    """ "0.10.2" and "v0.10.2" are (0, 10, 2)."""
    numbers = re.match(r"v?(\d+(?:\.\d+)*)", str(version))
    return tuple(map(int, numbers[1].split("."))) if numbers else ()
