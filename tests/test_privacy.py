"""What tells of a person goes in, and comes out by two doors only: JSON and pickles.

Secrets are drawn from an alphabet that nothing else in this library uses, so a single letter of it
in a repr, a finding, an explanation or an error is a leak. PESELs and days of birth are looked for
by their digits.
"""

from __future__ import annotations

import json
import pickle
import pprint
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from legitymacja_rules import errors, fees, loading, mlegitymacja, pesel, photo, variants
from legitymacja_rules.errors import RulesError
from legitymacja_rules.facts import Code, PhotoFacts, PhysicalId, Pupil
from legitymacja_rules.messages import Language
from legitymacja_rules.mlegitymacja import (
    ActivationCodes,
    Application,
    Command,
    Mlegitymacja,
    Outcome,
    Reissue,
    Revoke,
)
from legitymacja_rules.outcomes import Accepted, Explained
from legitymacja_rules.pesel import Pesel
from legitymacja_rules.regulation import Regulation
from legitymacja_rules.vocabulary import Procedure, RevocationGround
from samples import DAY, SCHOOLS, activate, application, attest, picture

ALPHABET = "ЖЮЩЯЫЭФЦ"
"""Letters of no Polish text, no English text, and no text of this library."""

ESCAPED = "\\u04"
"""How any of them begins where a text is escaped."""

WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
PICTURE = picture(520, 640, dpi=(600, 600))
LATER = date(2024, 12, 1)


@dataclass(frozen=True, repr=False)
class Secrets:
    """What must not be seen."""

    words: tuple[str, ...]
    born: date
    pesel: str

    @property
    def word(self) -> str:
        return self.words[0]

    @property
    def wrong_pesel(self) -> str:
        """One that fails its check, and is still near enough to be a child's."""
        return self.pesel[:-1] + str((int(self.pesel[-1]) + 1) % 10)

    def seen_in(self, text: str) -> list[str]:
        """The secrets that stand in a text."""
        digits = (self.pesel[:6], self.born.isoformat(), repr(self.born))
        return [sign for sign in (*ALPHABET, ESCAPED, *digits) if sign in text]

    def leaks(self, texts: Iterable[str]) -> list[tuple[list[str], str]]:
        """Those texts in which a secret is seen."""
        return [(seen, text[-400:]) for text in texts if (seen := self.seen_in(text))]


def _pesel_of(born: date, serial: int) -> str:
    ten = f"{born:%y}{born.month + 20:02}{born:%d}{serial:04}"
    check = -sum(int(sign) * weight for sign, weight in zip(ten, WEIGHTS, strict=True)) % 10
    return f"{ten}{check}"


@st.composite
def _drawn(draw: st.DrawFn) -> Secrets:
    words = draw(st.lists(st.text(ALPHABET, min_size=3, max_size=20), min_size=9, max_size=9))
    born = draw(st.dates(date(2010, 1, 1), date(2013, 12, 31)))
    return Secrets(tuple(words), born, _pesel_of(born, draw(st.integers(0, 9999))))


SECRETS = _drawn()
few = settings(max_examples=10, deadline=None)


# --- people and documents made of secrets ---------------------------------------------------------


def _pupil(secret: Secrets) -> Pupil:
    return Pupil(
        first_names=secret.words[0],
        last_name=secret.words[1],
        born=secret.born,
        class_name=secret.words[2],
        pesel=Pesel(secret.pesel),
        address=secret.words[3],
        disability=True,
    )


def _card(secret: Secrets) -> PhysicalId:
    return PhysicalId(number=secret.words[4], form="id1", issued=DAY, valid_until=date(2025, 9, 30))


def _facts(secret: Secrets) -> PhotoFacts:
    return photo.inspect(PICTURE, filename=f"{'-'.join(secret.words[:3])}.jpg", face_percent=75)


def _application(secret: Secrets, school: str) -> Application:
    return application(
        school,
        pupil=_pupil(secret),
        prior_id=_card(secret),
        photo=_facts(secret),
        email=f"{secret.words[8]}@x.pl",
        deliver_by="email",
    )


def _codes(secret: Secrets, on: date = DAY) -> ActivationCodes:
    return ActivationCodes(generated=on, qr=Code(secret.words[5]), code=Code(secret.words[6]))


def _commands(secret: Secrets, school: str) -> list[Command]:
    codes = _codes(secret)
    right: dict[str, Any] = {"device": secret.words[7], "qr": codes.qr, "code": codes.code}
    return [
        activate(school, **right),
        activate(school, **{**right, "device": secret.words[0], "on": date(2024, 10, 2)}),
        activate(school, **{**right, "qr": Code(secret.words[1])}),
        *(
            Revoke(on=LATER, ground=ground, applicant="parent")
            for ground in get_args(RevocationGround)
        ),
        _reissue(secret, school),
    ]


def _reissue(secret: Secrets, school: str) -> Reissue:
    """Another one for the same pupil on the same ID, which was extended, with codes of its own."""
    extended = _card(secret).model_copy(update={"valid_until": date(2026, 9, 30)})
    fresh = [Code(f"{word}-2") for word in secret.words[5:7]]
    return Reissue(
        on=DAY,
        ground="validity_confirmed",
        application=_application(secret, school).model_copy(update={"prior_id": extended}),
        codes=ActivationCodes(generated=DAY, qr=fresh[0], code=fresh[1]),
    )


def _outcomes(secret: Secrets, school: Regulation) -> Iterator[Outcome]:
    """What comes of an application and of commands, before and after humans have spoken."""
    issue = partial(
        mlegitymacja.issue,
        _application(secret, school.slug),
        school,
        on=DAY,
        codes=_codes(secret),
    )
    yield (first := issue())
    yield (issued := issue(attested=attest(first.reasons)))
    assert isinstance(issued, Accepted)
    document = issued.document
    *commands, reissue = _commands(secret, school.slug)
    for command in commands:
        yield (first := mlegitymacja.decide(document, command, school))
        yield (outcome := _decided(document, command, first, school))
        if isinstance(outcome, Accepted):
            document = outcome.document
    for others in ((), (document,)):
        yield (first := mlegitymacja.decide(issued.document, reissue, school, others=others))
    yield (renewed := _decided(issued.document, reissue, first, school))
    assert isinstance(renewed, Accepted)
    assert renewed.successor


def _decided(
    document: Mlegitymacja, command: Command, first: Outcome, school: Regulation
) -> Outcome:
    """What becomes of a command once the head has said yes to all that waited."""
    words = attest(first.reasons, on=command.on)
    spoken = type(command)(**{**dict(command), "attested": words})
    return mlegitymacja.decide(document, spoken, school)


def _shown(thing: object) -> Iterator[str]:
    """All ways in which a thing shows itself without being asked for its secrets."""
    yield from (repr(thing), str(thing), f"{thing}", pprint.pformat(thing))
    if isinstance(thing, Explained):
        for language in get_args(Language):
            yield thing.explain(language)
            yield thing.explain_json(language)


# --- what shows nothing ---------------------------------------------------------------------------


@few
@given(SECRETS)
def test_facts_show_nothing(secret: Secrets) -> None:
    things = (_pupil(secret), _card(secret), _facts(secret), _codes(secret), Pesel(secret.pesel))
    for thing in (*things, *_commands(secret, "balin"), _application(secret, "balin")):
        assert secret.leaks(_shown(thing)) == []
        assert secret.leaks(_shown([{"in": (thing,)}])) == []


@pytest.mark.parametrize("school", SCHOOLS)
@few
@given(SECRETS)
def test_outcomes_documents_and_events_show_nothing(school: str, secret: Secrets) -> None:
    rules = variants.get(school)
    for outcome in _outcomes(secret, rules):
        assert secret.leaks(_shown(outcome)) == []
        for finding in outcome.findings:
            assert secret.leaks(_shown(finding)) == []
        if isinstance(outcome, Accepted):
            for thing in (outcome.document, *outcome.events):
                assert secret.leaks(_shown(thing)) == []
            for day in (DAY, LATER, date(2026, 1, 1)):
                reasons = mlegitymacja.available(outcome.document, rules, on=day)
                assert secret.leaks(_shown(reasons)) == []


@pytest.mark.parametrize("school", SCHOOLS)
@few
@given(SECRETS)
def test_verdicts_and_fees_show_nothing(school: str, secret: Secrets) -> None:
    rules, pupil = variants.get(school), _pupil(secret)
    for procedure in get_args(Procedure):
        asked = rules.photo_for(procedure)
        assert secret.leaks(_shown(photo.check(_facts(secret), asked, pupil=pupil))) == []
        fee = fees.fee(rules, procedure, on=DAY)
        assert secret.leaks(_shown(fee)) == []
        title = fee.transfer_title(pupil)
        assert title is None or secret.word in title, "a form's text, and only when asked for"
    for text in (secret.pesel, secret.wrong_pesel, secret.word, secret.words):
        for born in (None, secret.born, DAY):
            assert secret.leaks(_shown(pesel.check(text, on=DAY, born=born))) == []


# --- errors show nothing --------------------------------------------------------------------------

BALIN = variants.get("balin")


def _issued(secret: Secrets) -> Mlegitymacja:
    outcome = [*_outcomes(secret, BALIN)][1]
    assert isinstance(outcome, Accepted)
    return outcome.document


def _as_data(secret: Secrets, **changes: object) -> dict[Any, Any]:
    data: dict[Any, Any] = json.loads(loading.dump(_pupil(secret)))
    return {**data, **changes}


def _wrong(secret: Secrets) -> dict[Any, Any]:
    """Data of a pupil that fit nowhere."""
    return {
        "first_names": secret.word * 99,
        "last_name": [secret.word],
        "born": secret.word,
        "class_name": {secret.word: secret.word},
        "pesel": secret.wrong_pesel,
        "address": Code(secret.word),
        "disability": secret.word,
    }


def _assign(secret: Secrets) -> None:
    _pupil(secret).last_name = secret.word  # type: ignore[misc]  # frozen, and says so


def _untyped(thing: object) -> Any:
    """A thing of the wrong type, as an untyped host passes it."""
    return thing


BROKEN_LOADS: dict[str, Callable[[Secrets], object]] = {
    "values that do not fit": lambda s: loading.load(Pupil, _wrong(s)),
    "values in JSON that do not fit": lambda s: loading.load(
        Pupil, json.dumps({**_wrong(s), "address": 1})
    ),
    "a wrong PESEL": lambda s: loading.load(Pupil, _as_data(s, pesel=s.wrong_pesel)),
    "a PESEL as a number": lambda s: loading.load(Pupil, _as_data(s, pesel=int(s.pesel))),
    "an unknown field": lambda s: loading.load(Pupil, _as_data(s, **{s.word: s.word})),
    "a PESEL for a field's name": lambda s: loading.load(Pupil, _as_data(s, **{s.pesel: 1})),
    "a number for a field's name": lambda s: loading.load(
        Pupil, _untyped({**_as_data(s), int(s.pesel): s.word})
    ),
    "an unknown field deep inside": lambda s: loading.load(
        Application, {"pupil": {s.word: {s.word: s.word}}, "photo": {s.pesel: s.word}}
    ),
    "JSON that breaks off": lambda s: loading.load(Pupil, f'{{"first_names": "{s.word}'),
    "no JSON": lambda s: loading.load(Pupil, s.word),
    "no UTF-8": lambda s: loading.load(Pupil, f'{{"first_names": "{s.word}"'.encode("koi8-r")),
    "half a character": lambda s: loading.load(Pupil, f'{{"first_names": "{s.word}\ud800"}}'),
    "half a character in a dict": lambda s: loading.load(
        Pupil, _as_data(s, address=f"{s.word}\ud800")
    ),
    "no mapping": lambda s: loading.load(Pupil, _untyped([s.word, s.pesel])),
    "an unknown command": lambda s: mlegitymacja.load_command({"kind": s.word, "device": s.word}),
    "a broken command": lambda s: mlegitymacja.load_command(
        {"kind": "activate", "device": [s.word], "qr": [s.word], "code": "", "steps": [s.word]}
    ),
    "an unknown event": lambda s: mlegitymacja.load_event({"event": s.word, s.word: s.pesel}),
    "a broken event": lambda s: mlegitymacja.load_event({"event": "issued", "pupil": _wrong(s)}),
    "an unknown outcome": lambda s: mlegitymacja.load_outcome({"outcome": s.word}),
    "a broken outcome": lambda s: mlegitymacja.load_outcome(
        {"outcome": "accepted", "document": {"issued": {"pupil": _wrong(s), s.word: 1}}}
    ),
    "a school": lambda s: loading.load(Regulation, {"slug": s.word, s.word: s.word}),
    "an override": lambda s: BALIN.override({"mlegitymacja.codes.days": s.word}),
}

BROKEN_CALLS: dict[str, Callable[[Secrets], object]] = {
    "a code of signs that cannot be shown": lambda s: Code(f"{s.word}\n"),
    "a code that is too long": lambda s: Code(s.word * 4096),
    "a record bent by hand": lambda s: loading.dump(
        _pupil(s).model_copy(update={"born": s.word, "pesel": s.pesel})
    ),
    "half a character to be dumped": lambda s: loading.dump(
        _pupil(s).model_copy(update={"last_name": f"{s.word}\ud800"})
    ),
    "codes that are open, to be dumped": lambda s: loading.dump(
        _codes(s).model_copy(update={"qr": s.word})
    ),
    "no changes": lambda s: BALIN.override(_untyped([(s.word, s.word)])),
    "one thing for many": lambda s: mlegitymacja.issue(
        _application(s, "balin"), BALIN, on=DAY, codes=_codes(s), previous=_untyped(_codes(s))
    ),
    "no requirement": lambda s: photo.check(_facts(s), _untyped(s.word)),
    "no pupil": lambda s: photo.check(_facts(s), None, pupil=_untyped(_wrong(s))),
    "no PESEL": lambda s: Pesel(s.word),
    "a PESEL that fails its check": lambda s: Pesel(s.wrong_pesel),
    "a PESEL of other digits": lambda s: Pesel(s.pesel[:-1] + s.word[:1]),
    "a PESEL with spaces": lambda s: pesel.validate(f" {s.pesel}"),
    "no text for a PESEL": lambda s: Pesel(_untyped([s.pesel])),
    "a PESEL judged on no day": lambda s: pesel.check(s.pesel, on=_untyped(s.word)),
    "no application": lambda s: mlegitymacja.issue(
        _untyped(_wrong(s)), BALIN, on=DAY, codes=_codes(s)
    ),
    "no codes": lambda s: mlegitymacja.issue(
        _application(s, "balin"), BALIN, on=DAY, codes=_untyped({"qr": s.word})
    ),
    "no day": lambda s: mlegitymacja.issue(
        _application(s, "balin"), BALIN, on=_untyped(s.word), codes=_codes(s)
    ),
    "no school": lambda s: mlegitymacja.issue(
        _application(s, "balin"), _untyped(s.word), on=DAY, codes=_codes(s)
    ),
    "no document": lambda s: mlegitymacja.decide(
        _untyped(_wrong(s)), _commands(s, "balin")[0], BALIN
    ),
    "no command": lambda s: mlegitymacja.decide(_issued(s), _untyped({"device": s.word}), BALIN),
    "no document to ask about": lambda s: mlegitymacja.available(
        _untyped(_pupil(s)), BALIN, on=DAY
    ),
    "no events": lambda s: mlegitymacja.replay(_untyped([_wrong(s)])),
    "a document without its issue": lambda s: mlegitymacja.evolve(None, _untyped(_pupil(s))),
    "no bytes": lambda s: photo.inspect(_untyped(s.word), filename=s.word),
    "no file name": lambda s: photo.inspect(PICTURE, filename=_untyped([s.word])),
    "no facts": lambda s: photo.check(_untyped(_wrong(s)), None),
    "no regulation": lambda s: fees.fee(_untyped(_pupil(s)), "mlegitymacja", on=DAY),
    "an unknown procedure": lambda s: fees.fee(BALIN, _untyped(s.word), on=DAY),
    "an unknown school": lambda s: variants.get(s.word),
    "a school's name that is no text": lambda s: variants.get(_untyped([s.word])),
}

BROKEN_RECORDS: dict[str, Callable[[Secrets], object]] = {
    "a pupil of wrong values": lambda s: Pupil(**_wrong(s)),
    "a command of wrong values": lambda s: activate("balin", device=[s.word], steps=(s.word,)),
    "a new name for a frozen pupil": _assign,
    "a name taken from a frozen pupil": lambda s: delattr(_pupil(s), s.word),
    "a photo of a format that is no word": lambda s: PhotoFacts(format=_untyped(s.word), size=1),
    "a file name that is too long": lambda s: PhotoFacts(
        format="JPEG", size=1, filename=s.word * 99
    ),
}
"""What pydantic itself raises where a host builds a record by hand."""


def _caught(call: Callable[[Secrets], object], secret: Secrets) -> BaseException:
    try:
        call(secret)
    except (RulesError, ValidationError, AttributeError) as error:
        return error
    raise AssertionError("this call is broken and was answered")


def _said(error: BaseException | None) -> Iterator[str]:
    """All that an error and those behind it say."""
    if error is None:
        return
    yield from (str(error), repr(error), repr(error.args), repr(vars(error)), f"{error}")
    yield repr(getattr(error, "__notes__", ()))
    yield "".join(traceback.format_exception(error))
    yield from _said(error.__cause__)
    yield from _said(error.__context__)


@pytest.mark.parametrize("call", BROKEN_LOADS.values(), ids=[*BROKEN_LOADS])
@few
@given(SECRETS)
def test_a_load_error_names_places_and_nothing_else(
    call: Callable[[Secrets], object], secret: Secrets
) -> None:
    error = _caught(call, secret)
    assert isinstance(error, errors.LoadError)
    assert error.faults
    assert secret.leaks(_said(error)) == []
    assert error.__cause__ is None
    assert error.__context__ is None, "pydantic's own error holds its input"


@pytest.mark.parametrize("call", BROKEN_CALLS.values(), ids=[*BROKEN_CALLS])
@few
@given(SECRETS)
def test_an_error_never_repeats_what_it_was_given(
    call: Callable[[Secrets], object], secret: Secrets
) -> None:
    error = _caught(call, secret)
    assert isinstance(error, RulesError)
    assert secret.leaks(_said(error)) == []


@pytest.mark.parametrize("call", BROKEN_RECORDS.values(), ids=[*BROKEN_RECORDS])
@few
@given(SECRETS)
def test_a_record_refuses_without_repeating_what_it_was_given(
    call: Callable[[Secrets], object], secret: Secrets
) -> None:
    error = _caught(call, secret)
    assert isinstance(error, ValidationError | AttributeError)
    assert secret.leaks(_said(error)) == []


# --- the two doors --------------------------------------------------------------------------------


def _things(secret: Secrets, school: str) -> Iterator[tuple[Any, tuple[str, ...], Any]]:
    """Things, the secrets that are in them, and what reads them back."""
    words, load = secret.words, loading.load
    yield _pupil(secret), (*words[:4], secret.pesel), partial(load, Pupil)
    yield _card(secret), (words[4],), partial(load, PhysicalId)
    yield _facts(secret), words[:3], partial(load, PhotoFacts)
    yield _codes(secret), words[5:7], partial(load, ActivationCodes)
    yield _application(secret, school), (*words[:5], words[8]), partial(load, Application)
    activation, *_, reissue = _commands(secret, school)
    yield activation, words[5:8], mlegitymacja.load_command
    yield reissue, (*words[:7], words[8]), mlegitymacja.load_command
    for outcome in _outcomes(secret, variants.get(school)):
        if isinstance(outcome, Accepted):
            yield outcome, (*words[:7], secret.pesel), mlegitymacja.load_outcome
            yield outcome.document, (*words[:7], secret.pesel), partial(load, Mlegitymacja)
            for event in outcome.events:
                yield event, (), mlegitymacja.load_event


@pytest.mark.parametrize("school", SCHOOLS)
@few
@given(SECRETS)
def test_json_and_pickles_carry_all_and_lead_back(school: str, secret: Secrets) -> None:
    for thing, inside, load in _things(secret, school):
        text, pickled = loading.dump(thing), pickle.dumps(thing)
        assert load(text) == thing == pickle.loads(pickled)
        assert type(pickle.loads(pickled)) is type(thing)
        for word in inside:
            assert word in text
            assert word.encode() in pickled


@given(SECRETS)
def test_a_masked_text_is_revealed_when_asked(secret: Secrets) -> None:
    assert Code(secret.word).reveal() == secret.word
    assert Pesel(secret.pesel).reveal() == secret.pesel


EXAMPLES: list[RulesError] = [
    errors.RulesError(),
    errors.RulesError("a", 1),
    errors.UnknownSchool(("balin", "sp6")),
    errors.UnknownProcedure(("mlegitymacja",)),
    errors.UnknownInterpretation("I-x"),
    errors.InvalidPesel("length"),
    errors.InvalidPesel("digits", 3),
    errors.LoadError("Pupil", (("born", "missing"), ("", "json_invalid"))),
    errors.WrongArgument("on", "a day"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=repr)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_survives_pickling_with_all_it_says(error: RulesError, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(error, protocol))
    assert type(again) is type(error)
    assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))


def test_every_kind_of_error_is_pickled_above() -> None:
    kinds = {name for name in errors.__all__ if isinstance(getattr(errors, name), type)}
    assert {type(error).__name__ for error in EXAMPLES} == kinds


# --- controls -------------------------------------------------------------------------------------


@dataclass
class _Talkative:
    name: str
    pesel: str


@given(SECRETS)
def test_control_a_talkative_thing_is_caught(secret: Secrets) -> None:
    assert secret.leaks(_shown(_Talkative(secret.word, "")))
    assert secret.leaks(_shown(_Talkative("", secret.pesel)))
    assert secret.leaks([json.dumps(secret.word)])
    assert secret.leaks([secret.born.isoformat()])
    assert not secret.leaks(_shown(_Talkative("Anna", "44051401359")))


EMPTY: dict[str, str] = {}


def _raise_over(word: str) -> None:
    try:
        _ = EMPTY[word]
    except KeyError:
        raise errors.UnknownSchool(()) from None


@given(SECRETS)
def test_control_a_talkative_error_is_caught_however_deep(secret: Secrets) -> None:
    with pytest.raises(errors.UnknownSchool) as caught:
        _raise_over(secret.word)
    assert secret.leaks(_said(caught.value))
    noted = ValueError()
    noted.add_note(secret.word)
    assert secret.leaks(_said(noted))
