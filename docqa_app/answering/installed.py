"""What models are installed, how large they are, and whether their files are whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docqa_app.answering.model_folder import MANIFEST, ModelFolder, open_model_folder
from docqa_app.errors import ModelError


@dataclass(frozen=True, slots=True)
class Installed:
    """One model folder; `problem` says what is wrong with it, "" where every checksum is right."""

    name: str
    version: str
    folder: str
    bytes: int
    whole: bool
    problem: str = ""


def installed(folder: Path) -> tuple[Installed, ...]:
    """The models of a folder, each file held against its checksum, which takes a moment."""
    return tuple(_installed(place) for place in _folders(folder))


def _folders(folder: Path) -> Iterator[Path]:
    """Every folder with a manifest: this one, or those in it."""
    for manifest in sorted([folder / MANIFEST, *folder.glob(f"*/{MANIFEST}")]):
        if manifest.exists():
            yield manifest.parent


def _installed(folder: Path) -> Installed:
    try:
        model = open_model_folder(folder)
    except ModelError as error:
        return Installed(folder.name, "", str(folder), 0, False, str(error))
    try:
        model.check()
    except ModelError as error:
        return Installed(model.name, model.version, str(folder), _size(model), False, str(error))
    return Installed(model.name, model.version, str(folder), _size(model), True)


def _size(model: ModelFolder) -> int:
    return sum(model.file(name).stat().st_size for name in model.files if model.file(name).is_file())
