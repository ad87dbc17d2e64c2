"""Documents that an export would write twice: the same file, or the same supplier, number and total."""

from __future__ import annotations

from collections.abc import Sequence

from docqa_app.core.fields import Extraction
from docqa_app.core.kept import likeness
from docqa_app.exporting.rows import file_names


def written_twice(extractions: Sequence[Extraction]) -> tuple[tuple[str, str], ...]:
    """Pairs of names: a document, and the earlier one that it seems to be again."""
    files: dict[str, str] = {}
    alike: dict[str, str] = {}
    pairs = []
    for found, name in zip(extractions, file_names([one.path for one in extractions]), strict=True):
        same = likeness(found)
        before = files.setdefault(found.sha256, name), alike.setdefault(same, name) if same else name
        earlier = next((one for one in before if one != name), None)
        if earlier is not None:
            pairs.append((name, earlier))
    return tuple(pairs)
