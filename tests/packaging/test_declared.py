"""What the code imports is what the project declares: nothing works only because another package brought it along."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
APP = [*SETTINGS["project"]["dependencies"], *SETTINGS["project"]["optional-dependencies"]["cpu"]]
GROUPS = SETTINGS["dependency-groups"]


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in requirements}


def imported(files: Iterator[Path]) -> set[str]:
    """Top-level modules that are neither Python's nor ours."""
    found: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(node.module or "")
    tops = {name.partition(".")[0] for name in found}
    return tops - set(sys.stdlib_module_names) - {"docqa_app", "tests"}


def undeclared(modules: set[str], declared: set[str]) -> dict[str, list[str]]:
    """Modules none of whose packages is declared, with those packages."""
    owners = packages_distributions()
    packages = {module: [canonicalize_name(name) for name in owners.get(module, [])] for module in modules}
    return {module: owned for module, owned in packages.items() if not declared & set(owned)}


def code_of(folder: str) -> Iterator[Path]:
    return (ROOT / folder).rglob("*.py")


def test_the_app_imports_only_what_it_declares() -> None:
    shipped = (file for file in code_of("docqa_app") if "training" not in file.parts)
    assert undeclared(imported(shipped), names(APP)) == {}


def test_training_imports_only_what_its_group_declares() -> None:
    assert undeclared(imported(code_of("docqa_app/training")), names([*APP, *GROUPS["train"]])) == {}


def test_the_tests_import_only_what_the_groups_declare() -> None:
    tests = (file for file in code_of("tests") if "benchmarks" not in file.parts)
    declared = names([*APP, *GROUPS["train"], *GROUPS["dev"]])
    scripts = {file.stem for file in code_of("resources/packaging")}
    assert undeclared(imported(tests) - scripts, declared) == {}


def test_an_import_nobody_declares_is_found() -> None:
    assert undeclared({"pytest"}, names(APP)) == {"pytest": ["pytest"]}
