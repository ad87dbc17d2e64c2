"""What does not depend on the question is computed once a page, and kept while the page is among the last ones used."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from docqa_app.answering.network import EncodedPage, Network
from docqa_app.core.document import Page

KEPT_BYTES = 200_000_000


class Encodings:
    """The encodings of one network, some 12 MB a passage."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._kept: OrderedDict[Page, EncodedPage] = OrderedDict()

    def of(self, page: Page) -> EncodedPage:
        """The page's encoding; the one used longest ago goes where there are too many."""
        if page not in self._kept:
            self._kept[page] = self.network.encode(page)
        self._kept.move_to_end(page)
        while len(self._kept) > 1 and sum(e.size for e in self._kept.values()) > KEPT_BYTES:
            self._kept.popitem(last=False)
        return self._kept[page]

    def forget(self, pages: Iterable[Page]) -> None:
        """Let go of what was computed of these pages."""
        for page in pages:
            self._kept.pop(page, None)
