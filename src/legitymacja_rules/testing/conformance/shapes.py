"""What is no answer at all: an error, a thing of another type, a word that nobody knows.

A system under test may do anything. What it answers is looked at before it is compared, and what is no
answer is told in words that stand here: never in its own, for these may name a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import get_args

from ...citations import ACTS, NOTICES, citation
from ...interpretations import REGISTER
from ...regulation import Regulation
from ...regulation.cited import cited_in
from .system import Outcome, Promise, Reply

__all__ = ["NO_ANSWER", "fault", "is_clause", "no_state", "raised", "told"]

NO_ANSWER = "no answer"

OUTCOMES = get_args(Outcome)


def raised(error: Exception) -> str:
    """An error by its type; what it says stays untold."""
    return f"the system raised {type(error).__name__}"


def fault(ours: object, theirs: object) -> str:
    """What is wrong with the shape of an answer, beside that of the rules; empty if nothing is.

    >>> fault(Reply("accepted"), Reply("ok"))
    'the system answered no outcome: it is one of accepted, refused, undecided'
    >>> fault(Reply("accepted"), Reply("refused", ("leczna:VI.5",)))
    ''
    """
    match ours:
        case Reply():
            return _no_reply(theirs)
        case Promise():
            days = (theirs.expected, theirs.latest) if isinstance(theirs, Promise) else ("",)
            return "" if all(map(_day_or_none, days)) else "the system answered no Promise of days"
        case _:
            return ""


def _no_reply(theirs: object) -> str:
    if not isinstance(theirs, Reply):
        return "the system answered no Reply"
    if theirs.outcome not in OUTCOMES:
        return f"the system answered no outcome: it is one of {', '.join(OUTCOMES)}"
    clauses: object = theirs.clauses
    whole = isinstance(clauses, tuple | list) and all(isinstance(one, str) for one in clauses)
    return "" if whole else "the clauses of a Reply are a tuple of texts"


def _day_or_none(one: object) -> bool:
    return one is None or (isinstance(one, date) and not isinstance(one, datetime))


def no_state(theirs: object, words: Iterable[str]) -> str:
    """What is wrong with a state, beside the words that its document has; empty if nothing is."""
    known = (*words,)
    whole = isinstance(theirs, str) and theirs in known
    return "" if whole else f"no word of State: {', '.join(known)}"


def told(answer: object) -> str:
    """An answer in words; of what is none, only that it is none."""
    match answer:
        case Reply():
            return answer.outcome
        case Promise():
            return f"{answer.expected or 'no day'} to {answer.latest or 'no day'}"
        case Decimal() | float() | int() | None:
            return repr(answer)
        case str() if len(answer) < 10 and set(answer) <= set("0123456789.,"):
            return repr(answer)
        case _:
            return NO_ANSWER


def is_clause(clause: str, school: Regulation) -> bool:
    """Whether a clause id points at a clause of the school's text, an act, a notice or a reading.

    >>> from legitymacja_rules import variants
    >>> [is_clause(one, variants.get("leczna")) for one in ("leczna:VI.5", "I-silence", "leczna:0")]
    [True, True, False]
    """
    one = citation(clause)
    match one.kind:
        case "act":
            return one.source in ACTS
        case "notice":
            return one.unit in NOTICES
        case "reading":
            return one.id in REGISTER
        case _:
            return any(clause in (row.clause, *row.also) for row in cited_in(school))
