"""Whole lives of documents, drawn by the testing kit, for the laws that hold over them.

A family is all documents of one kind of one pupil, of whom everything is secret: letters that nothing else in
this library uses, a day of birth and a PESEL. It lived as the text wants it, into any state, and then some
steps more that were right or wrong.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from cards import UNTIL, older
from legitymacja_rules import testing, variants
from legitymacja_rules.certificate import Certificate
from legitymacja_rules.facts import Pupil
from legitymacja_rules.history import Document
from legitymacja_rules.mlegitymacja import Mlegitymacja
from legitymacja_rules.pesel import Pesel
from legitymacja_rules.school_id import SchoolId
from legitymacja_rules.testing import Step
from samples import MODULES, SCHOOLS

D = TypeVar("D", bound=Document)

ALPHABET = "ЖЮЩЯЫЭФЦ"
SECRET = Pupil(
    first_names="ЖЮЩ",
    last_name="ЯЫЭ",
    born=date(2011, 3, 17),
    class_name="ФЦ",
    pesel=Pesel("11231700003"),
    address="ЖЦ",
    disability=True,
)
GROWN = SECRET.model_copy(update={"born": date(2001, 3, 17), "pesel": Pesel("01231700004")})
"""The same, of age, as graduates are."""

SIGNS = (
    *(*ALPHABET, "\\u04", "112317", "2011-03-17", "2011, 3, 17"),
    *("012317", "2001-03-17", "2001, 3, 17"),
)
"""What would be seen of either, were it shown."""

OLDER = [
    [older(school, valid_until=UNTIL, number="Ж-1", pupil=SECRET, free_fields=1)]
    for school in SCHOOLS
]
"""IDs on paper with a field for one hologram; the kit's mostly are cards, as those that are issued today."""

days = testing.days()
"""Both sides of every boundary: of the law, a school year, a printed date."""

ON = st.sampled_from(
    (testing.PLAIN_DAY, date(2024, 10, 1), date(2025, 8, 31), date(2025, 9, 17), date(2025, 9, 30))
)
"""Days on which a family has come to its state."""

MOST = 5
"""So many more steps are taken."""

OFTEN: dict[type[Document], tuple[str, ...]] = {
    SchoolId: ("reported", "replaced", "unsettled"),
    Mlegitymacja: ("reissued", "revoked", "lapsed"),
    Certificate: ("duplicated", "replaced", "unsettled", "no_duplicate"),
}
"""States in which every second family begins: of two documents, or such as steps seldom lead to."""


def steps(family: list[D], *, blind: bool = True) -> st.SearchStrategy[Step[D]]:
    """What is asked of one of them at their school, and what becomes of it."""
    return testing.steps(family, variants.get(family[0].school), blind=blind)


@st.composite
def begun(draw: st.DrawFn, kind: type[D], pupil: Pupil = SECRET) -> list[D]:
    """All documents of a pupil, in some state."""
    often = draw(st.booleans())
    state = draw(st.sampled_from(OFTEN[kind])) if often else None
    return draw(testing.families(kind, state=state, on=draw(ON), pupil=pupil))


@st.composite
def after(draw: st.DrawFn, family: list[D]) -> list[D]:
    """The family after some steps that were accepted, or refused and changed nothing."""
    for _ in range(draw(st.integers(0, MOST))):
        family = draw(steps(family)).after(family)
    return family


@st.composite
def told(draw: st.DrawFn, family: list[D]) -> list[Step[D]]:
    """Those steps, one after the other."""
    story: list[Step[D]] = []
    for _ in range(draw(st.integers(1, MOST))):
        story.append(draw(steps(family)))
        family = story[-1].after(family)
    return story


def lived(kind: type[D], pupil: Pupil = SECRET) -> st.SearchStrategy[list[D]]:
    """All documents of a pupil after some steps."""
    return begun(kind, pupil).flatmap(after)


def stories(kind: type[D], pupil: Pupil = SECRET) -> st.SearchStrategy[list[Step[D]]]:
    """Steps in the life of a pupil's documents."""
    return begun(kind, pupil).flatmap(told)


IDS = st.one_of(begun(SchoolId), begun(SchoolId), st.sampled_from(OLDER))
"""All IDs of a pupil, in some state; those on paper among them."""


def families() -> st.SearchStrategy[list[SchoolId]]:
    """All IDs of a pupil after some steps."""
    return IDS.flatmap(after)


def id_stories() -> st.SearchStrategy[list[Step[SchoolId]]]:
    """Steps in the life of a pupil's IDs."""
    return IDS.flatmap(told)


def before_last(document: Document, day: date) -> str:
    """The state on a day as if the last act had not been entered; of older records that is all of them."""
    acts = [*document.standing()]
    while (last := acts.pop()).command is None:
        pass
    if last.event == "taken_over" or not acts:
        return "annulled"
    state: str = MODULES[type(document)].state_on(type(document)(history=tuple(acts)), day)
    return state
