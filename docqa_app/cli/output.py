"""What verbs print on stdout."""

from __future__ import annotations

import json
from typing import Any


def print_json(value: dict[str, Any]) -> None:
    """One JSON value over several lines, as UTF-8 text."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def percent(share: float) -> str:
    return f"{share:.0%}"


def one_line(text: str) -> str:
    """A text that cannot break a table of lines: control characters, which a terminal would obey, become spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
