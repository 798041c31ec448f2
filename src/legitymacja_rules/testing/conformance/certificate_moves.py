"""What may be asked of a certificate: its issue, and every command on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from hypothesis import strategies as st

from ...acts import GiveBack, HandOver, Replace, ReportFound
from ...certificate import Application, Certificate, Duplicate, Original
from ...vocabulary import CertificateKind
from ..complete import rules_on
from .choices import begins, likely, mostly, one_of, wished
from .common_moves import Drawn, plain, take_back
from .moves import Move, another, decide, issue, words_of
from .situation import Now, dated, when
from .wishes import Wish, application, twists

__all__ = ["on_certificate"]


@st.composite
def _first_certificate(draw: st.DrawFn, now: Now) -> Move:
    on = draw(when(now)).day
    name = another(now.rules.documents, "certificate")
    original = Original(pupil=now.pupil, kind="school", school_name="SP", year=on.year, number=name)
    return issue(name, on, original, Wish({}), None)


@st.composite
def on_certificate(draw: st.DrawFn, now: Now) -> Move:
    """A certificate, or what may be done with one."""
    names = now.named(Certificate)
    if begins(draw, now, names):
        return draw(_first_certificate(now))
    name = one_of(draw, now, names)
    kind = likely(draw, now, name, ("hand_over", "hand_over", "duplicate", *PAPER))
    return draw(PAPER[kind](dated(draw, now, name), name))


@st.composite
def _collect(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    whole = Wish({"on": on, "to": "graduate", "at": "10:00", "noticed": True, "signed": True})
    receivers = ("pupil", "parent", "authorised", "foster_carer")
    changes = [whole.but(f"to: {to}", "collection.receiver", to=to) for to in receivers]
    changes += [
        whole.but(f"at {at}", "collection.hours", at=at)
        for at in ("06:59", "07:00", "15:00", "15:01")
    ]
    changes += [
        whole.but(f"by {way}", "collection.way", way=way) for way in ("post", "registered_letter")
    ]
    wish = draw(wished(whole, changes))
    return decide(name, now, HandOver(**wish.fields), wish.said, *wish.aims)


@st.composite
def _certificate_duplicate(draw: st.DrawFn, now: Now, name: str) -> Move:
    on = draw(when(now)).day
    document = now.rules.documents[name]
    assert isinstance(document, Certificate)  # noqa: S101  (it was named as one)
    school = now.text(on)
    rules = rules_on(school, "certificate_duplicate", on)
    whole = application(school, "certificate_duplicate", now.pupil, on).having(
        standing="graduate",
        applicant="graduate",
        certificate_kind="school",
        certificate_year=document.issued.year,
    )
    wish = draw(wished(whole, [*twists(rules, whole), *_of_another(whole)]))
    records = draw(mostly("sufficient", ("insufficient", "none")))
    form = draw(mostly("form_of_the_time", ("computer_made", None)))
    command = Duplicate(
        on=on,
        application=Application(**wish.fields),
        records=records,
        form=form,
        number=f"copy of {name}",
    )
    said = words_of(wish.said, f"records {records}")
    return decide(name, now, command, said, *wish.aims, "duplicate.records", "duplicate.form")


def _of_another(whole: Wish) -> Iterator[Wish]:
    """The wish for another certificate, and for one that it does not name."""
    kind, year = whole.fields["certificate_kind"], whole.fields["certificate_year"]
    for other in get_args(CertificateKind):
        if other != kind:
            said = f"for a certificate of kind {other}"
            yield whole.but(said, "application.same_certificate", certificate_kind=other)
    said = f"for a certificate of {year - 1}"
    yield whole.but(said, "application.same_certificate", certificate_year=year - 1)
    yield whole.but("for a certificate of no year", "application.data", certificate_year=None)


PAPER: dict[str, Drawn] = {
    "hand_over": _collect,
    "duplicate": _certificate_duplicate,
    "replace": plain(Replace),
    "report_found": plain(ReportFound),
    "give_back": plain(GiveBack),
    "correct": take_back,
}
"""What can be asked of a certificate."""
