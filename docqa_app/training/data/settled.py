"""One settled question a field and language: what is asked of a page and of a sentence about it alike.

Likelihoods of questions are compared on both sides. A question that could be worded in ten ways is unlikely in each of
them, and the beams are spent on wordings; one that is always worded the same way tells which fact is meant.
"""

from __future__ import annotations

from docqa_app.training.data.asking import mended
from docqa_app.training.data.labels import all_fields

FRAMES = {"en": "What is the {name}?", "de": "Wie lautet {name}?", "fr": "Quel est {name} ?"}
FRAMES_OF_WHO = {"en": "Who is the {name}?", "de": "Wer ist {name}?", "fr": "Qui est {name} ?"}
WHO = frozenset(
    (
        "seller_name", "buyer_name", "ship_to_name", "advertiser", "agency", "holder", "signatory", "sender_name",
        "recipient_name", "cashier", "account_executive", "salesperson", "contact_person", "employer",
    )
)  # fmt: skip
"""Fields that name a person or a firm."""

CALLED = {"seller_name": {"en": "seller"}, "letter_date": {"en": "date of the letter"}}
"""Names that say more than the field's first one."""


def settled_question(name: str, language: str) -> str:
    """The question for a field; "" where it has no name in this language."""
    names = all_fields()[name].names.get(language)
    if not names:
        return ""
    called = CALLED.get(name, {}).get(language, names[0])
    frames = FRAMES_OF_WHO if name in WHO else FRAMES
    return mended(frames[language].format(name=called))
