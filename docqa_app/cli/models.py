"""docqa models: what is installed, how large it is, and whether its files are whole."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from docqa_app.answering.model_folder import ModelFolder, open_model_folder
from docqa_app.cli.output import print_json
from docqa_app.cli.parts import Parts
from docqa_app.errors import ModelError

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Installed:
    """One model folder; `problem` says what is wrong with it, "" where every checksum is right."""

    name: str
    version: str
    folder: str
    bytes: int
    whole: bool
    problem: str = ""


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Lists the models; ModelError at the end where there is none or one is damaged."""
    folder = parts.paths.models
    models = [_installed(place) for place in _folders(folder)]
    if arguments.json:
        print_json({"folder": str(folder), "models": [asdict(model) for model in models]})
    else:
        for model in models:
            state = "whole" if model.whole else "damaged"
            print(f"{model.name} {model.version}  {model.bytes / 1e6:.0f} MB  {state}  {model.folder}")
    if not models:
        raise ModelError(
            f"There is no model in {folder}. Install one, or point DOCQA_MODELS at the folder that has it."
        )
    problems = [model.problem for model in models if model.problem]
    if problems:
        raise ModelError(problems[0])


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
