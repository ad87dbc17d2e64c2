"""What is installed is what is asked for: exact, hashed, from anywhere, and one onnxruntime only."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "resources" / "packaging" / "lock").glob("*.txt"))
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = SETTINGS["project"], SETTINGS["dependency-groups"]


def pinned(*parts: str) -> dict[str, str]:
    """Exact versions by package name, over several locks."""
    texts = [path.read_text(encoding="utf-8") for path in LOCKS if path.stem in parts]
    found = re.findall(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z,]+\])?==(\S+)", "".join(texts), flags=re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def assert_pinned(wanted: list[str], *parts: str) -> None:
    versions = pinned(*parts)
    for requirement in map(Requirement, wanted):
        version = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} is locked to {version}: run `make lock`"


def test_every_package_the_app_needs_is_locked_to_a_version_it_allows() -> None:
    assert_pinned(PROJECT["dependencies"], "app")
    assert_pinned(PROJECT["optional-dependencies"]["cpu"], "app", "cpu")
    assert_pinned(PROJECT["optional-dependencies"]["gpu"], "app", "gpu")
    assert_pinned(PROJECT["optional-dependencies"]["embedded"], "app", "embedded")
    assert_pinned(SETTINGS["build-system"]["requires"], "app", "build")


def test_every_package_of_the_tests_and_of_training_is_locked_except_torch() -> None:
    assert_pinned(GROUPS["dev"], "app", "dev")
    assert_pinned([wanted for wanted in GROUPS["train"] if not wanted.startswith("torch")], "app", "train")


def test_the_locks_agree_on_the_version_of_what_they_share() -> None:
    together = pinned(*(path.stem for path in LOCKS))
    for path in LOCKS:
        assert pinned(path.stem).items() <= together.items()


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_locked_package_has_its_hashes_and_names_no_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    packages = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert packages
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text


def test_the_two_onnxruntimes_are_never_installed_together() -> None:
    assert not {"onnxruntime", "onnxruntime-gpu"} & set(pinned("app", "build", "dev", "train"))
    assert "onnxruntime-gpu" not in pinned("cpu")
    assert "onnxruntime" not in pinned("gpu")


def test_torch_stays_out_of_the_app_and_its_locks() -> None:
    assert "torch" not in pinned(*(path.stem for path in LOCKS))
    assert not any(re.match("torch|transformers", wanted) for wanted in PROJECT["dependencies"])


def test_pyside_stays_below_the_version_that_aborts_python() -> None:
    pyside = next(Requirement(wanted) for wanted in PROJECT["dependencies"] if wanted.startswith("pyside6"))
    assert not pyside.specifier.contains("6.12.0")
