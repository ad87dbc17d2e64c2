"""What the system must have before the project can run, found by trying it, and how to get what is missing."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence

PROGRAMS = {"tesseract": "tesseract-ocr", "pdftoppm": "poppler-utils", "pdfinfo": "poppler-utils"}
LANGUAGES = {
    "eng": "tesseract-ocr-eng",
    "deu": "tesseract-ocr-deu",
    "fra": "tesseract-ocr-fra",
    "osd": "tesseract-ocr-osd",
}
# What Qt's xcb, Wayland and offscreen plugins load, read off a bare Debian 12 (debootstrap's minbase) with ldd and by
# opening a window there. Fonts come with libfontconfig1.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def ensure() -> None:
    """Install what is missing where apt can; elsewhere say what to install. Returns when it is all there or said."""
    missing = packages_missing()
    if not missing:
        return
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        print(f"Missing on this system: {', '.join(missing)} (Debian's names). See docs/install.md.", flush=True)
        return
    print(f"Installing system packages: {' '.join(missing)}", flush=True)
    _install(missing)
    if still := packages_missing():
        sys.exit(f"These were installed and are still not found: {', '.join(still)}. See docs/install.md.")


def packages_missing() -> list[str]:
    """Debian's names of what is not there, sorted; each is asked for once."""
    libraries = LIBRARIES if sys.platform == "linux" else {}
    found = [
        *(package for program, package in PROGRAMS.items() if shutil.which(program) is None),
        *(package for language, package in LANGUAGES.items() if language not in _languages()),
        *(package for library, package in libraries.items() if not _loads(library)),
        *_venv_packages(),
    ]
    return sorted(set(found))


def _languages() -> frozenset[str]:
    """The languages Tesseract reports; none where it is not installed."""
    if shutil.which("tesseract") is None:
        return frozenset()
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return frozenset((listed.stdout + listed.stderr).split())


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _venv_packages() -> Iterable[str]:
    """Debian ships Python without ensurepip, which a virtual environment is made with."""
    if importlib.util.find_spec("ensurepip") is None:
        yield f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def _install(packages: Sequence[str]) -> None:
    """apt-get update and install, through sudo where the user is not root; a sentence where that fails."""
    root = os.geteuid() == 0
    if not root and shutil.which("sudo") is None:
        sys.exit(f"Ask an administrator to run: apt-get install {' '.join(packages)}")
    prefix = [] if root else ["sudo"]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    try:
        subprocess.run([*prefix, *quiet, "update"], check=True)
        subprocess.run([*prefix, *quiet, "install", "--yes", "--no-install-recommends", *packages], check=True)
    except subprocess.CalledProcessError:
        sys.exit(f"apt-get could not install them (its own words are above): {' '.join(packages)}")


if __name__ == "__main__":
    ensure()
