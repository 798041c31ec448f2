"""What an earlier version took and stored, and 0.4.0 does not: a test says of each why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from legitymacja_rules import mlegitymacja, variants
from samples import ANNA, ID_CARD
from stored import phones
from stored.lives import Life, begun

ENTERED = date(2024, 10, 1)


def lives() -> Iterator[tuple[str, Life]]:
    """A name with a sign that nobody sees; a certificate in the app where nothing was activated."""
    unseen = ANNA.model_copy(update={"last_name": "Kowal\u200bska"})
    yield "a sign that cannot be seen", phones.issued("leczna", pupil=unseen)
    if not hasattr(mlegitymacja, "take_over"):
        return
    acts = (
        phones.issued("leczna").document.issued.model_copy(update={"on": date(2024, 9, 3)}),
        mlegitymacja.CertificateCreated(
            on=date(2024, 9, 3), device="phone-1", valid_until=ID_CARD.valid_until
        ),
    )
    leczna = variants.get("leczna")
    yield (
        "a certificate without its cause",
        begun(mlegitymacja, "take_over", acts, leczna, on=ENTERED),
    )
