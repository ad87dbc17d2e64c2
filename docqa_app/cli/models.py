"""docqa models: what is installed, how large it is, and whether its files are whole."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from docqa_app.answering.installed import installed
from docqa_app.cli.output import print_json, say
from docqa_app.cli.parts import Parts
from docqa_app.errors import ModelError


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Lists the models; ModelError at the end where there is none or one is damaged."""
    folder = parts.paths.models
    models = installed(folder)
    if arguments.json:
        print_json({"folder": str(folder), "models": [asdict(model) for model in models]})
    else:
        for model in models:
            state = "whole" if model.whole else "damaged"
            say(f"{model.name} {model.version}  {model.bytes / 1e6:.0f} MB  {state}  {model.folder}")
    if not models:
        raise ModelError(
            f"There is no model in {folder}. Install one, or point DOCQA_MODELS at the folder that has it."
        )
    problems = [model.problem for model in models if model.problem]
    if problems:
        raise ModelError(problems[0])
