"""Frozen values as JSON and back, without loss: amounts, dates, states and tuples are what they were.

What is left empty is not written, keys that are no longer known are not read, so that values may grow.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What `from_json` raises on text that holds no such value."""


def to_json(value: object) -> str:
    """In ASCII: texts of broken files hold halves of characters that UTF-8 refuses."""
    return json.dumps(_plain(value), separators=(",", ":"))


def from_json(kind: type[T], text: str) -> T:
    """The value of this type; one of UNREADABLE where it is none."""
    value: T = _value(kind, json.loads(text))
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((one, getattr(value, one.name)) for one in fields(value))
        return {one.name: _plain(held) for one, held in pairs if held or one.default is MISSING or held != one.default}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _value(kind: Any, plain: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _value(hints[name], held) for name, held in plain.items() if name in hints})
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return None if plain is None else _one_of(get_args(kind), plain)
    if origin in (tuple, frozenset):
        return origin(_value(get_args(kind)[0], one) for one in plain)
    if kind is Decimal or kind is date:
        return _tagged(plain)
    return kind(plain) if isinstance(kind, type) and issubclass(kind, Enum) else plain


def _one_of(kinds: tuple[Any, ...], plain: Any) -> Any:
    """A value of one of several types: the only one, or the one that a tag names, or a plain one as it is."""
    real = [kind for kind in kinds if kind is not type(None)]
    if len(real) == 1:
        return _value(real[0], plain)
    return _tagged(plain) if isinstance(plain, dict) else plain


def _tagged(plain: dict[str, str]) -> Decimal | date:
    return Decimal(plain["decimal"]) if "decimal" in plain else date.fromisoformat(plain["date"])


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
