"""Memory that was needed for a moment, by one file of a batch or while a model was loaded, goes back to the system."""

from __future__ import annotations

import ctypes
import sys


def hand_back() -> None:
    """Let go of what is free: glibc keeps what each thread once held, some 10 MB for every scan of a batch, and four
    times a model's weights after they were laid out."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
