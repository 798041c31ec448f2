"""People who do not exist: their PESELs, and who applies for them.

Nobody's data are here: names are common ones, numbers are made. A PESEL may belong to somebody all the
same, as any eleven right digits may; so none is shown, as everywhere in this library.

A PESEL that is broken is broken in one way and right in all others: it has a digit too few or too many;
or eleven signs of which one is no digit; or the day that its month has not, with the right check digit;
or only another check digit.

A pupil shrinks to Anna Kowalska, twelve and a half years old, of whom nothing is known that may be unknown;
where all has to be, to `PLAIN_PUPIL`. An applicant shrinks to a parent, a PESEL to the first number of its
day.
"""

from __future__ import annotations

from datetime import date
from typing import get_args, overload

from hypothesis import strategies as st
from stdnum.pl.pesel import calc_check_digit

from .._base import an_instance
from .._day import FIRST_DAY, LAST_DAY, a_day, months_after
from ..errors import PeselFault, WrongArgument
from ..facts import Pupil
from ..pesel import Pesel, Sex
from ..vocabulary import ApplicantKind, PupilAge
from .arguments import a_day_with_room, a_word
from .complete import applicants as may_apply
from .days import PLAIN_DAY, births, days, of_age_since
from .drawing import number, pick, whether

__all__ = ["PLAIN_PUPIL", "a_pesel", "a_pupil", "applicants", "digits", "pesels", "pupils"]

_CENTURIES = {18: 80, 19: 0, 20: 20, 21: 40, 22: 60}
"""The first two digits of a year → what a PESEL adds to the month."""

_NO_DIGITS = ("O", "l", " ", "-", "²", "٣", "４")
"""Signs that are taken for digits, by people or by machines, and are none of a PESEL's."""

FIRST_NAMES = ("Anna", "Jan", "Łucja", "Zoë", "Anna Maria", "Żaneta-Ąnia", "Józef Stanisław", "O")
LAST_NAMES = ("Kowalska", "Łoś", "Nowak-Żółć", "d'Arc", "von Öttingen", "Ó", "Ñandú", "Šťastná")
CLASSES = ("4b", "1 TI", "IIIa", "8", "2 Bp/f")
ADDRESSES = ("ul. Lipowa 1, Grójec", "Łęczna, os. Bobrowniki 3/12", "Wólka 7")

PLAIN_PUPIL = Pupil(
    first_names=FIRST_NAMES[0],
    last_name=LAST_NAMES[0],
    born=date(2012, 6, 3),
    class_name=CLASSES[0],
    pesel=Pesel("12260300006"),
    address=ADDRESSES[0],
    disability=False,
)
"""The plainest pupil of whom all is known."""


@overload
def pesels(*, born: date | None = None, sex: Sex | None = None) -> st.SearchStrategy[Pesel]: ...


@overload
def pesels(
    *, born: date | None = None, sex: Sex | None = None, broken: PeselFault
) -> st.SearchStrategy[str]: ...


def pesels(
    *, born: date | None = None, sex: Sex | None = None, broken: PeselFault | None = None
) -> st.SearchStrategy[Pesel] | st.SearchStrategy[str]:
    """PESELs of all centuries; or texts that are none for one reason.

    Args:
        born: the day of birth that they carry; any if None. Of one whose day is broken, the month.
        sex: the sex that they carry; either if None.
        broken: ``length``, ``digits``, ``birth_date`` or ``checksum``, the reason of `InvalidPesel`.

    Raises:
        WrongArgument: if the day is none, or a word none of these.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(pesels()).birth_date
    datetime.date(2012, 6, 3)
    >>> simplest(pesels(born=date(2012, 4, 14), broken="length"), lambda text: True)
    '1224140000'
    """
    if born is not None:
        a_day(born, "born")
    if sex is not None:
        a_word(sex, get_args(Sex), "sex")
    birth = days(since=FIRST_DAY, until=LAST_DAY) if born is None else st.just(born)
    if born is None:
        birth = births() | birth
    whole = st.builds(digits, birth, _serials(sex))
    if broken is None:
        return whole.map(Pesel)
    ways = {
        "length": st.one_of(whole.map(lambda text: text[:-1]), whole.map(lambda text: text + "0")),
        "digits": st.builds(_put, whole, st.integers(0, 10), st.sampled_from(_NO_DIGITS)),
        "birth_date": st.builds(_undated, birth, _serials(sex), st.integers(0, 3)),
        "checksum": st.builds(_off, whole, st.integers(1, 9)),
    }
    return ways[a_word(broken, ways, "broken")]


def _serials(sex: Sex | None) -> st.SearchStrategy[str]:
    """The four digits behind the day; the last is even for women."""
    halves = st.integers(0, 4999)
    if sex is None:
        return st.integers(0, 9999).map("{:04}".format)
    return halves.map(lambda half: f"{2 * half + (sex == 'male'):04}")


def digits(born: date, serial: str) -> str:
    """The PESEL of a day of birth with those four digits behind it.

    >>> digits(date(2012, 6, 3), "0000"), digits(date(1890, 6, 3), "0000")
    ('12260300006', '90860300002')
    """
    return _checked(born.year, born.month, born.day, serial)


def _checked(year: int, month: int, day: int, serial: str) -> str:
    first = f"{year % 100:02}{month + _CENTURIES[year // 100]:02}{day:02}{serial}"
    return f"{first}{calc_check_digit(first)}"


def _put(text: str, at: int, sign: str) -> str:
    return f"{text[:at]}{sign}{text[at + 1 :]}"


def _off(text: str, by: int) -> str:
    return f"{text[:-1]}{(int(text[-1]) + by) % 10}"


def _undated(born: date, serial: str, way: int) -> str:
    """With the day after the month's last, day 0, month 0 or month 13."""
    last = (months_after(born.replace(day=1), 1) - born.replace(day=1)).days
    month, day = ((born.month, last + 1), (born.month, 0), (0, born.day), (13, born.day))[way]
    return _checked(born.year, month, day, serial)


def pupils(
    *,
    born: date | None = None,
    age: PupilAge = "any",
    on: date = PLAIN_DAY,
    complete: bool = False,
) -> st.SearchStrategy[Pupil]:
    """Pupils, with and without what a school may not know of them.

    Args:
        born: their day of birth; if None one that fits the age.
        age: whether they are minors, adults, or either.
        on: the day on which they are that old.
        complete: that class, PESEL, address and disability are known of each.

    Raises:
        WrongArgument: if an argument is of another type, the age none of the words, or the day of birth
            of another age.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(pupils(complete=True)) == PLAIN_PUPIL, simplest(pupils()).pesel
    (True, None)
    >>> simplest(pupils(age="adult"), lambda pupil: pupil.pesel).pesel.birth_date
    datetime.date(2006, 12, 3)
    """
    fitting = births(on=on, age=age)
    an_instance(complete, bool, "complete")
    if born is None:
        return _pupils(fitting, complete)
    grown = a_day(born, "born") <= of_age_since(on)
    if age not in ("any", "adult" if grown else "minor"):
        raise WrongArgument("born", "a day of birth that fits the age")
    return _pupils(st.just(born), complete)


@st.composite
def _pupils(draw: st.DrawFn, day: st.SearchStrategy[date], complete: bool) -> Pupil:
    return a_pupil(draw, draw(day), complete)


def a_pupil(draw: st.DrawFn, born: date, complete: bool = True) -> Pupil:
    """A pupil born on a day, drawn by hand."""
    unknown = () if complete else (None,)
    first, last = pick(draw, FIRST_NAMES), pick(draw, LAST_NAMES)
    known = complete or whether(draw)
    return Pupil(
        first_names=first,
        last_name=last,
        born=born,
        class_name=pick(draw, (*unknown, *CLASSES)),
        pesel=a_pesel(draw, born) if known else None,
        address=pick(draw, (*unknown, *ADDRESSES)),
        disability=pick(draw, (*unknown, False, True)),
    )


def a_pesel(draw: st.DrawFn, born: date) -> Pesel:
    """A PESEL of a day of birth, drawn by hand."""
    return Pesel(digits(born, f"{number(draw, 0, 9999):04}"))


def applicants(
    *, pupil: Pupil | None = None, on: date = PLAIN_DAY
) -> st.SearchStrategy[ApplicantKind]:
    """Who applies: anybody, or who may do so for a pupil wherever a text does not say otherwise.

    Args:
        pupil: for whom; of a minor the parents and who stands in their place, of an adult the pupil.
        on: the day of the application.

    Raises:
        WrongArgument: if an argument is of another type.

    >>> from legitymacja_rules.testing import simplest
    >>> simplest(applicants()), simplest(applicants(), lambda who: who == "graduate")
    ('parent', 'graduate')
    """
    a_day_with_room(on, "on")
    kinds: tuple[ApplicantKind, ...] = get_args(ApplicantKind)
    if pupil is not None:
        kinds = may_apply((), an_instance(pupil, Pupil, "pupil"), on)
    return st.sampled_from(kinds)
