"""A wheel installs the app with its model and resources, without the training code, and it finds them there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder the wheel is unpacked into, as pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_what_the_app_needs_and_nothing_of_the_training(installed: Path) -> None:
    package = installed / "docqa_app"
    assert list((package / "models").rglob("*.onnx.*"))
    assert (package / "resources" / "samples" / "invoice.pdf").exists()
    assert not (package / "training").exists()
    assert not (package / "resources" / "packaging").exists()


def test_an_installed_app_finds_its_model_and_resources_inside_itself(installed: Path, tmp_path: Path) -> None:
    code = "from docqa_app.paths import find_paths as f; print(f().models, f().resources, sep='\\n')"
    settings = {**os.environ, "PYTHONPATH": str(installed), "DOCQA_HOME": str(tmp_path)}
    found = subprocess.check_output([sys.executable, "-c", code], cwd=tmp_path, env=settings, text=True).splitlines()
    assert found == [str(installed / "docqa_app" / "models"), str(installed / "docqa_app" / "resources")]
