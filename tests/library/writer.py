"""Another process at the same library: changes one document again and again, and tells each change once it is kept.

python -m tests.library.writer FILE COUNT: COUNT changes, or for ever where it is 0.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from docqa_app.library.library import SqliteLibrary
from tests.library.invoices import edited, extracted, invoice


def main(file: Path, count: int) -> None:
    library, document = SqliteLibrary(file), invoice()
    reviewed = library.review(document.sha256)
    if reviewed is None:
        library.keep(document, extracted(document))
    now = reviewed.extraction if reviewed else extracted(document)
    for number in range(1, count + 1) if count else itertools.count(1):
        now, entry = edited(now, "invoice_number", f"change {number}")
        library.record(document.sha256, entry)
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
