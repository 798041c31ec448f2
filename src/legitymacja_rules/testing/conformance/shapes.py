"""What is no answer at all: an error, a thing of another type, a word that nobody knows.

A system under test may do anything. What it answers is looked at before it is compared, and what is no
answer is told in words that stand here: never in its own, for these may name a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar, get_args

from .system import Outcome, Promise, Reply

__all__ = ["NO_ANSWER", "fault", "no_state", "plain", "raised", "told", "word"]

NO_ANSWER = "no answer"

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

W = TypeVar("W", bound=str)


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
            return word(answer.outcome, OUTCOMES)
        case Promise():
            return " to ".join(map(_day, (answer.expected, answer.latest)))
        case None:
            return repr(answer)
        case Decimal() | float() | int() | str() if _is_amount(answer):
            return repr(answer)
        case _:
            return NO_ANSWER


def word(theirs: str, words: Iterable[W]) -> W:
    """The word of ours that theirs is, which may be of a type of their own, such as an enum."""
    return next(one for one in words if one == theirs)


def plain(answer: Any) -> Any:  # noqa: ANN401  (whatever was asked for)
    """An answer in our own words, once its shape is whole."""
    if not isinstance(answer, Reply):
        return answer
    return Reply(word(answer.outcome, OUTCOMES), tuple(map(str.__str__, answer.clauses)))


def _day(one: date | None) -> str:
    return date.isoformat(one) if one else "no day"


def _is_amount(answer: Decimal | float | str) -> bool:
    """Whether it is no longer than an amount is, and so tells of no person.

    A PESEL is a number, too, and so is that of a telephone.
    """
    if type(answer) not in {Decimal, float, int, str}:
        return False
    try:
        text = str(answer)
    except ValueError:  # of so many digits that nobody writes them
        return False
    return len(text) < 9 and set(text) <= set("0123456789.,-")
