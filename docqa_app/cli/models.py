"""docqa models: what is installed, and whether it is whole."""

from __future__ import annotations

import argparse

from docqa_app.cli.parts import Parts


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Lists the models."""
