"""A file of the queue as JSON and back, for the store."""

from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from docqa_app.batch.queue import Gist, Item, Standing


def item_to_json(item: Item) -> str:
    """In ASCII, so that names which are no UTF-8 pass too."""
    return json.dumps(asdict(item), default=str)


def item_from_json(text: str) -> Item:
    """The item again; ValueError, KeyError or TypeError where it does not fit."""
    stored: dict[str, Any] = json.loads(text)
    known = {**stored, "standing": Standing(stored["standing"]), "same_as": tuple(stored["same_as"])}
    return Item(**{**known, "gist": _gist(stored["gist"])})


def _gist(stored: dict[str, Any]) -> Gist:
    total = stored["total"]
    return Gist(**{**stored, "total": None if total is None else Decimal(total)})
