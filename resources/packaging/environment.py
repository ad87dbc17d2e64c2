"""The virtual environment: `.venv` with locked dependencies, made once and renewed only where a lock has changed."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import system

ROOT = Path(__file__).resolve().parents[2]
LOCKS = Path(__file__).resolve().parent / "lock"
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
TORCH = "torch==2.13.0"
"""As in pyproject.toml's train group. Not hashed: its CPU and CUDA builds share the version (docs/adr/0001)."""


def prepare(purpose: str) -> str:
    """The environment's Python, with what `purpose` needs installed: "run", "test" or "bench"."""
    if not _usable():
        _create()
    wanted = {part: _digest(part) for part in _parts(purpose)}
    installed = _stamps()
    stale = [part for part, digest in wanted.items() if installed.get(part) != digest]
    if stale:
        print(f"Installing into .venv: {', '.join(stale)}. Once, a few minutes.", flush=True)
        _install(stale, installed)
        STAMP.write_text(json.dumps(_kept(installed, wanted), indent=1), encoding="utf-8")
    return program("python")


def program(name: str) -> str:
    """Where the environment keeps a program: "python", or a command the project installs."""
    return str(VENV / (f"Scripts/{name}.exe" if sys.platform == "win32" else f"bin/{name}"))


def runtime(machine: str = platform.machine()) -> str:
    """Which onnxruntime fits this computer, "gpu" where an NVIDIA driver is present; the two exclude each other."""
    fits = machine in {"x86_64", "AMD64"} and sys.platform != "darwin"
    driver = Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None
    return "gpu" if fits and driver else "cpu"


def recognition() -> tuple[str, ...]:
    """The lock with the built-in Tesseract, where the program is missing and could not be installed."""
    return () if shutil.which("tesseract") else ("embedded",)


def _parts(purpose: str) -> tuple[str, ...]:
    app = ("app", runtime(), *recognition(), "build", "project")
    added = {"run": (), "test": ("dev", "train", "torch"), "bench": ("dev", "train", "torch", "bench")}
    return (*app, *added[purpose])


def _digest(part: str) -> str:
    """Changes when the part must be installed again."""
    sources = {"project": f"{ROOT} {(ROOT / 'pyproject.toml').read_text(encoding='utf-8')}", "torch": TORCH}
    text = sources.get(part) or (LOCKS / f"{part}.txt").read_text(encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def _usable() -> bool:
    """Whether .venv stands and was made by this Python: a moved clone or an upgraded Python breaks it."""
    if not Path(program("python")).exists():
        return False
    version = f"version = {platform.python_version()}"
    return version in (VENV / "pyvenv.cfg").read_text(encoding="utf-8") and _answers()


def _answers() -> bool:
    return subprocess.run([program("python"), "-c", ""], check=False).returncode == 0


def _create() -> None:
    print(f"Creating .venv with Python {platform.python_version()}", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)


def _stamps() -> dict[str, str]:
    if not STAMP.exists():
        return {}
    stamps: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    return stamps


def _kept(installed: dict[str, str], wanted: dict[str, str]) -> dict[str, str]:
    """What stands in the environment now; of the two onnxruntimes only the one that fits."""
    other = {"cpu": "gpu", "gpu": "cpu"}[runtime()]
    return {part: digest for part, digest in (installed | wanted).items() if part != other}


def _install(stale: list[str], installed: dict[str, str]) -> None:
    STAMP.unlink(missing_ok=True)
    if runtime() in stale and {"cpu", "gpu"} & set(installed):
        _pip("uninstall", "--yes", "onnxruntime", "onnxruntime-gpu")
    locks = [part for part in stale if part not in {"project", "torch"}]
    if locks:
        _pip("install", "--no-deps", "--require-hashes", *(f"--requirement={LOCKS / part}.txt" for part in locks))
    if "torch" in stale:
        _pip("install", TORCH)
    if "project" in stale:
        _pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _pip(verb: str, *arguments: str) -> None:
    """pip's progress is shown to a person; a log gets only its errors."""
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    command = [program("python"), "-m", "pip", "--disable-pip-version-check", *quiet, verb, *arguments]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONNOUSERSITE": "1"}, check=False)
    if done.returncode:
        sys.exit(f"pip could not {verb} what .venv needs (its own words are above); run the same command again.")


if __name__ == "__main__":
    system.ensure()
    prepare(sys.argv[1])
