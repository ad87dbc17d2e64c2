"""`make run` and `make test` prepare a computer: what they look for, what they install, what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "resources" / "packaging"
COMMANDS = ("sh", "env", "cat", "uname")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder of programs as on a bare system: a shell and a few commands, nothing else."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in COMMANDS:
        (folder / name).symlink_to(str(shutil.which(name)))
    return folder


def put(folder: Path, name: str, lines: str) -> None:
    """A fake program that does what the lines say."""
    (folder / name).write_text(f"#!/bin/sh\n{lines}\n")
    (folder / name).chmod(0o755)


def ask(code: str, path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python code run with the set-up scripts at hand and only this folder of programs."""
    code = f"import sys; sys.path.insert(0, {str(SCRIPTS)!r}); {code}"
    settings = {"PATH": str(path), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    return subprocess.run([sys.executable, "-c", code], env=settings, capture_output=True, text=True, check=False)


def run_python_finder(path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(path / "sh"), str(SCRIPTS / "python.sh"), "script.py"]
    return subprocess.run(command, env={"PATH": str(path), **environment}, capture_output=True, text=True, check=False)


def test_without_a_new_enough_python_it_says_how_to_get_one(bare: Path) -> None:
    put(bare, "python3", "exit 1")
    done = run_python_finder(bare)
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
    assert "apt-get install python3.11" in done.stderr


def test_a_newer_python_is_found_beside_an_old_one(bare: Path) -> None:
    put(bare, "python3", "exit 1")
    put(bare, "python3.12", 'case "$1" in -c) exit 0;; *) echo "ran $1";; esac')
    assert run_python_finder(bare).stdout == "ran script.py\n"


def test_a_python_named_by_the_user_comes_first(bare: Path) -> None:
    for name in ("python3", "mine"):
        put(bare, name, f'case "$1" in -c) exit 0;; *) echo "{name}";; esac')
    assert run_python_finder(bare, PYTHON="mine").stdout == "mine\n"


def test_a_bare_system_misses_tesseract_its_languages_and_poppler(bare: Path) -> None:
    done = ask("import system; print(*system.packages_missing())", bare)
    languages = [f"tesseract-ocr-{name}" for name in ("deu", "eng", "fra", "osd")]
    assert {"poppler-utils", "tesseract-ocr", *languages} <= set(done.stdout.split())


def test_only_the_language_that_is_missing_is_asked_for(bare: Path) -> None:
    put(bare, "tesseract", "printf 'List of available languages (3):\\neng\\ndeu\\nosd\\n'")
    for name in ("pdftoppm", "pdfinfo"):
        put(bare, name, "exit 0")
    done = ask("import system; print(*system.packages_missing())", bare)
    assert [name for name in done.stdout.split() if name.startswith(("tesseract", "poppler"))] == ["tesseract-ocr-fra"]


def test_what_apt_cannot_install_ends_with_a_sentence(bare: Path) -> None:
    put(bare, "apt-get", "exit 100")
    put(bare, "sudo", 'exec "$@"')
    done = ask("import system; system.ensure()", bare)
    assert done.returncode == 1
    assert "apt-get could not install them" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_driver_decides_which_onnxruntime_is_installed(bare: Path) -> None:
    put(bare, "nvidia-smi", "exit 0")
    code = "import environment; print(environment.runtime('x86_64'), environment.runtime('aarch64'))"
    expected = "cpu cpu" if sys.platform == "darwin" else "gpu cpu"
    assert ask(code, bare).stdout.split() == expected.split()


def test_the_built_in_tesseract_is_installed_only_where_the_program_is_missing(bare: Path) -> None:
    code = "import environment; print(*environment.recognition())"
    assert ask(code, bare).stdout.split() == ["embedded"]
    put(bare, "tesseract", "exit 0")
    assert ask(code, bare).stdout.split() == []


def test_the_environment_pins_the_torch_that_the_project_asks_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    done = ask("import environment; print(environment.TORCH)", Path(os.defpath.split(os.pathsep)[0]))
    assert done.stdout.strip() in settings["dependency-groups"]["train"]


def test_a_changed_lock_is_installed_again_and_an_unchanged_one_is_not(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(SCRIPTS, copy / "resources" / "packaging")
    shutil.copy(ROOT / "pyproject.toml", copy)
    code = (
        f"import sys, json; sys.path.insert(0, {str(copy / 'resources' / 'packaging')!r}); import environment as e;"
        "print(json.dumps({part: e._digest(part) for part in e._parts('test')}))"
    )
    before, again = (json.loads(subprocess.check_output([sys.executable, "-c", code])) for _ in range(2))
    with (copy / "resources" / "packaging" / "lock" / "dev.txt").open("a") as lock:
        lock.write("# changed\n")
    after = json.loads(subprocess.check_output([sys.executable, "-c", code]))
    assert before == again
    assert [part for part in after if after[part] != before[part]] == ["dev"]


def test_without_a_display_it_says_so() -> None:
    done = ask("import launch; print(launch.why_no_window(sys.executable))", Path("/usr/bin"))
    assert done.stdout.strip() == ("There is no display here." if sys.platform == "linux" else "")


def test_a_display_that_does_not_answer_is_not_used() -> None:
    done = ask("import launch; print(launch.why_no_window(sys.executable))", Path("/usr/bin"), DISPLAY=":4096")
    assert done.stdout.strip() == ("The display does not open a window." if sys.platform == "linux" else "")
