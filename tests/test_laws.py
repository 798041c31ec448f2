"""Laws that hold over any life of any document in the same words; those of one alone stand in its own file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules import Accepted, Refused, Undecided, variants
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.findings import Status, worst
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.testing.commands import verbs_of
from lives import GROWN, id_stories, stories

STORIES: dict[str, st.SearchStrategy[Any]] = {
    "school_id": id_stories(),
    "mlegitymacja": stories(Mlegitymacja),
    "certificate": stories(Certificate, GROWN),
}

EXPECTED = {
    Status.MET: Accepted,
    Status.BREACHED: Refused,
    Status.NEEDS_REVIEW: Undecided,
    Status.NOT_COVERED: Undecided,
}


@pytest.mark.parametrize("document", STORIES)
@given(st.data())
def test_the_worst_finding_decides(document: str, data: st.DataObject) -> None:
    """Accepted iff all met, refused iff one is breached; an attestation never saves a breach."""
    for step in data.draw(STORIES[document]):
        school, decide = variants.get(step.document.school), verbs_of(step.document).module.decide
        bare = step.command.model_copy(update={"attested": ()})
        first = decide(step.document, bare, school, others=step.seen)
        for outcome in (first, step.outcome):
            assert isinstance(outcome, EXPECTED[worst(outcome.findings)])
        if isinstance(first, Refused):
            assert isinstance(step.outcome, Refused)
