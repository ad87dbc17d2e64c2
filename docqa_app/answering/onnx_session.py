"""ONNX Runtime, met only here: which device computes, and sessions on it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from docqa_app.answering.packing import is_packed, unpacked_bytes
from docqa_app.errors import ModelError

Arrays = Mapping[str, NDArray[np.generic]]
BESIDE = "session.model_external_initializers_file_folder_path"
"""ONNX Runtime's name for the folder of the weights that a graph given as bytes shares with others."""
SPINNING = "session.intra_op.allow_spinning"
"""Its name for threads that turn on the spot when their graph has run: up to seven graphs take turns here, and those of
one would hold up the next (five checked sentences 8.1 s with it, 5.4 without; first answers no slower)."""
PROVIDERS = {"CPU": "CPUExecutionProvider", "CUDA": "CUDAExecutionProvider"}


class OnnxGraph:
    """One graph on one device, chosen explicitly; `device` says which it really is."""

    def __init__(self, path: Path, device: str = "auto", threads: int = 0, shared: Path | None = None) -> None:
        """device: "auto" (CUDA where it works, else CPU), "cpu" or "cuda", in any case; threads 0: one a core. A packed
        file is unpacked first. `shared`: another graph's file that holds weights of this one."""
        self._session = _session(path, device, threads, shared)
        self.device = "CUDA" if PROVIDERS["CUDA"] in self._session.get_providers() else "CPU"
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._inputs = {given.name for given in self._session.get_inputs()}

    def run(self, inputs: Arrays, wanted: Sequence[str] | None = None) -> dict[str, NDArray[np.float32]]:
        """The wanted outputs (all where None) by name."""
        names = list(wanted or self._outputs)
        given = {name: value for name, value in inputs.items() if name in self._inputs}
        return dict(zip(names, self._session.run(names, given), strict=True))


def _session(path: Path, device: str, threads: int, shared: Path | None) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or os.cpu_count() or 1
    options.log_severity_level = 3
    options.add_session_config_entry(BESIDE, str(path.parent))
    options.add_session_config_entry(SPINNING, "0")
    options.enable_cpu_mem_arena = False  # each graph would keep the most it ever needed: 0.17 GB with all loaded
    onnxruntime.disable_telemetry_events()
    providers = _providers(device.upper())
    try:
        lent = _lend(options, shared) if shared and is_packed(shared) else b""
        graph = unpacked_bytes(path) if is_packed(path) else str(path)
        session = onnxruntime.InferenceSession(graph, options, providers=providers)
        del lent  # not before: the session copies out of it
        return session
    except Exception as cause:  # ONNX Runtime raises its own family of bare exceptions
        raise ModelError(f"The model file {path} cannot be loaded ({cause}). Install the model again.") from cause


def _lend(options: onnxruntime.SessionOptions, shared: Path) -> bytes:
    """Give the weights in a packed file to a graph that looks for them in the file as it was before. What is lent must
    live until the session stands."""
    held = unpacked_bytes(shared)
    options.add_external_initializers_from_files_in_memory([shared.stem], [held], [len(held)])
    return held


def _providers(device: str) -> list[str]:
    available = onnxruntime.get_available_providers()
    if device == "CUDA" and PROVIDERS["CUDA"] not in available:
        raise ModelError("This computer has no CUDA device that the app can use. Choose the CPU in the settings.")
    wanted = ("CUDA", "CPU") if device in ("AUTO", "CUDA") else ("CPU",)
    return [PROVIDERS[name] for name in wanted if PROVIDERS[name] in available]
