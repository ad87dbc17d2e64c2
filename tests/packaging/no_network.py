"""Runs a module with the network closed: neither it nor any program it starts can open an internet socket.

python no_network.py MODULE [ARGUMENT ...]
"""

from __future__ import annotations

import ctypes
import platform
import runpy
import struct
import sys

SOCKET_CALL = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By machine: the kernel's name for it, and the number of socket(2) there."""
INTERNET = (2, 10)
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
LOAD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | 13


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))


def close_network() -> None:
    """From here on, for this process and its children: on Linux by the kernel, for Python everywhere by its audit."""
    sys.addaudithook(_refuse)
    if sys.platform == "linux":
        _close_in_kernel()


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo" or (event == "socket.connect" and isinstance(arguments[1], tuple)):
        raise PermissionError(f"the network is closed: {event} {arguments[1:]}")


def _close_in_kernel() -> None:
    """A seccomp filter: socket() of an internet family fails with "permission denied"; all else goes on."""
    machine, call = SOCKET_CALL[platform.machine()]
    lines = [
        (LOAD, 0, 0, 4),
        (JUMP_IF_EQUAL, 0, 5, machine),
        (LOAD, 0, 0, 0),
        (JUMP_IF_EQUAL, 0, 3, call),
        (LOAD, 0, 0, 16),
        (JUMP_IF_EQUAL, 2, 0, INTERNET[0]),
        (JUMP_IF_EQUAL, 1, 0, INTERNET[1]),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in lines))
    program = _Program(len(lines), ctypes.cast(code, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    for request in ((NO_NEW_PRIVILEGES, 1, 0, 0, 0), (SECCOMP, FILTER, ctypes.byref(program), 0, 0)):
        if libc.prctl(*request) != 0:
            raise OSError(ctypes.get_errno(), "the kernel did not take the filter")


if __name__ == "__main__":
    close_network()
    sys.argv = sys.argv[1:]
    sys.path[0] = ""
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
