"""The scripts beside the app, which nothing else runs, name only what the app has."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

SCRIPTS = sorted((Path(__file__).resolve().parents[2] / "resources").glob("*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_names_only_what_the_app_has(script: Path) -> None:
    assert not list(missing(ast.parse(script.read_text(encoding="utf-8"))))


def missing(tree: ast.Module) -> Iterator[str]:
    """Names imported from the app, and names used of its modules, that are not there."""
    modules: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("docqa_app"):
            yield from imported(node, modules)
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(ast.Name(name), attribute) if name in modules and not hasattr(modules[name], attribute):
                yield f"{name}.{attribute}"


def imported(node: ast.ImportFrom, modules: dict[str, object]) -> Iterator[str]:
    room = importlib.import_module(node.module or "")
    for name in node.names:
        try:
            modules[name.asname or name.name] = importlib.import_module(f"{node.module}.{name.name}")
        except ModuleNotFoundError:
            if not hasattr(room, name.name):
                yield f"{node.module}.{name.name}"
