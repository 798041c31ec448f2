"""Texts as the world sends them: what is kept of them, what is refused, and that every question ends.

The oracle for what can be seen is the Unicode Character Database: the categories of `unicodedata`,
and what DerivedCoreProperties.txt lists as ignored in print, copied out by hand. Nothing here is
timed: a text of ten megabytes of marks would never end if it were put in order.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import legitymacja_rules
from legitymacja_rules import (
    calls,
    devices,
    forms,
    personalisation,
    pesel,
    photo,
    schools,
    variants,
)
from legitymacja_rules._base import ClockTime, Exact, Masked, Money, Record
from legitymacja_rules._day import Day
from legitymacja_rules._text import SPELLED, ClauseId, Line, all_seen, stored_name, tidied
from legitymacja_rules.acts import EventName, IdentityCard
from legitymacja_rules.citations import citation
from legitymacja_rules.errors import LoadError, RulesError, WrongArgument
from legitymacja_rules.facts import Code, HologramNumber, ProofOfPayment, Pupil
from legitymacja_rules.loading import dump, load, load_form, schema
from legitymacja_rules.messages import REMEDIES, Language
from legitymacja_rules.naming import (
    extension,
    file_name,
    fold,
    matches,
    subject,
    subject_matches,
)
from legitymacja_rules.pesel import Pesel
from legitymacja_rules.regulation import (
    Extensions,
    Naming,
    PaperPhoto,
    Payment,
    Regulation,
    Slug,
    Subject,
    Title,
    Version,
)
from legitymacja_rules.regulation.bases import ActName
from legitymacja_rules.regulation.wordings import Wording
from legitymacja_rules.transfers import same_account, same_title, worded
from legitymacja_rules.vocabulary import CertificateForm
from samples import ANNA, DAY, issued_id

TEN_MB = 10**7

LIGATURE = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}"
"""The sign that stands for more letters than any other: eighteen."""


def _ten_mb(of: str) -> str:
    return of * (TEN_MB // len(of.encode("utf-8", "surrogatepass")))


HUGE: dict[str, str] = {
    "10 MB: ASCII": _ten_mb("a"),
    "10 MB: digits": _ten_mb("1"),
    "10 MB: spaces": _ten_mb(" "),
    "10 MB: spaces within": f"a{_ten_mb(' ')}b",
    "10 MB: NUL": _ten_mb("\0"),
    "10 MB: marks in disorder": _ten_mb("\u0301\u0327"),
    "10 MB: one sign and its marks": "a" + _ten_mb("\u0334\u0301"),
    "10 MB: ligatures": _ten_mb(LIGATURE),
    "10 MB: separators": _ten_mb("/"),
    "10 MB: dots": _ten_mb("a."),
    "10 MB: no break": _ten_mb("\N{NO-BREAK SPACE}"),
    "10 MB: words": _ten_mb("anna "),
    "10 MB: emoji": _ten_mb("👩\N{ZERO WIDTH JOINER}"),
    "10 MB: halves": _ten_mb("\ud800"),
}

ODD: dict[str, str] = {
    "empty": "",
    "wide digits": "４４０５１４０１３５９",
    "Arabic digits": "٤٤٠٥١٤٠١٣٥٩",
    "a superscript": "4\N{SUPERSCRIPT TWO}",
    "right to left": "kowalska\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
    "a mark of direction": "Anna\N{LEFT-TO-RIGHT MARK}",
    "an isolate": "\N{LEFT-TO-RIGHT ISOLATE}Anna\N{POP DIRECTIONAL ISOLATE}",
    "Hebrew": "אנה",
    "a space without a width": "An\N{ZERO WIDTH SPACE}na",
    "a joiner": "An\N{ZERO WIDTH JOINER}na",
    "a byte order mark": "\N{ZERO WIDTH NO-BREAK SPACE}Anna",
    "a soft hyphen": "An\N{SOFT HYPHEN}na",
    "NUL": "Anna\0Kowalska",
    "escape": "\x1b[31mAnna",
    "delete": "Anna\x7f",
    "next line": "Anna\x85Kowalska",
    "a line break": "Anna\r\nBcc: x@example.org",
    "a line break at the end": "12.4\n",
    "a separator of files": "Anna\x1cMaria",
    "nothing but a separator of files": "\x1f",
    "a line separator": "Anna\N{LINE SEPARATOR}Maria",
    "a tab": "Anna\tMaria",
    "a space that does not break": "Anna\N{NO-BREAK SPACE}Maria",
    "a path": "../../etc/passwd",
    "a path of Windows": "C:\\Zdjęcia\\kowalska.jpg",
    "composed": "Łęcka-Żółć",
    "taken apart": unicodedata.normalize("NFD", "Łęcka-Żółć"),
    "a mark alone": "\u0301",
    "emoji": "Anna 🎓",
    "emoji joined": "👩\N{ZERO WIDTH JOINER}👧",
    "emoji with a selector": "❤\N{VARIATION SELECTOR-16}",
    "a flag": "🇵🇱",
    "a flag of tags": "🏴\U000e0067\U000e0062\U000e007f",
    "Turkish": "Yılmaz İpek",
    "ligatures": "ﬁﬂ æ",
    "half a sign": "Anna\ud83d",
    "the other half": "\udc00Anna",
    "private use": "Anna\ue000",
    "unassigned": "Anna\u0378",
    "no character": "Anna\uffff",
    "Korean gap": "\N{HANGUL FILLER}",
    "Braille gap": "\N{BRAILLE PATTERN BLANK}",
    "a joiner of graphemes": "An\N{COMBINING GRAPHEME JOINER}na",
    "a format": "{0} %s %(x)s {x!r}",
    "a quotation": "' OR 1=1 --",
    "JSON": '{"x": 1}',
    "a word of ours": "school",
    "a day": "2024-09-01",
    "an instant": "2024-09-01T10:00:00Z",
}
TEXTS = {**ODD, **HUGE}

ANY_TEXT = st.text() | st.sampled_from([*ODD.values()])
EVERY_SIGN = "".join(map(chr, range(0x110000)))

# --- what can be seen -----------------------------------------------------------------------------

IGNORED_IN_PRINT = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5)),
    *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8)),
    *((0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
"""Default_Ignorable_Code_Point, Unicode 15."""

UNSEEN = {chr(sign) for first, last in IGNORED_IN_PRINT for sign in range(first, last + 1)}
UNSEEN |= {"\N{BRAILLE PATTERN BLANK}"}


def seen(sign: str) -> bool:
    """By the Unicode Character Database: no control, no gap, of white space only the space."""
    return sign == " " or not (sign in UNSEEN or unicodedata.category(sign)[0] in "CZ")


def test_of_all_signs_those_can_be_seen_that_unicode_prints() -> None:
    assert [sign for sign in EVERY_SIGN if all_seen(sign) != seen(sign)] == []


def test_no_sign_is_spelled_with_more_than_four() -> None:
    assert max(len(unicodedata.normalize("NFD", sign)) for sign in EVERY_SIGN) == SPELLED


# --- a line ---------------------------------------------------------------------------------------

NAME = Annotated[str, Line(5)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Anna", "Anna"),
        (" \tAnna\r\n", "Anna"),
        ("A \t\n B", "A B"),
        ("A  B", "A B"),
        ("A\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}B", "A B"),
        ("A\x1cB", "A B"),
        ("Łęcka", "Łęcka"),
        (unicodedata.normalize("NFD", "Łęćńś"), "Łęćńś"),
        ("ﬁ", "ﬁ"),
        ("４b", "４b"),
        ("ı İ", "ı İ"),
        ("🎓🇵🇱", "🎓🇵🇱"),
        ("אנה", "אנה"),
        ("각", "각"),
        (unicodedata.normalize("NFD", "각각각각각"), "각각각각각"),
        (f"{' ' * 99}Anna{' ' * 99}", "Anna"),
    ],
)
def test_a_line_is_composed_and_has_one_space_between_its_words(text: str, kept: str) -> None:
    assert load_form(NAME, "name", json.dumps(text)) == kept
    assert TypeAdapter(NAME).validate_python(text) == kept


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "string_too_short"),
        (" \N{NO-BREAK SPACE}\n", "string_too_short"),
        ("\x1f", "not_printable"),
        ("Annaa!", "string_too_long"),
        ("ąąąąąą", "string_too_long"),
        (unicodedata.normalize("NFD", "ąąąąąą"), "string_too_long"),
        (f"A{' ' * 19}B", "string_too_long"),
        ("A\0", "not_printable"),
        ("A\N{RIGHT-TO-LEFT OVERRIDE}B", "not_printable"),
        ("\N{ZERO WIDTH SPACE}", "not_printable"),
        ("👩\N{ZERO WIDTH JOINER}👧", "not_printable"),
        ("\N{HANGUL FILLER}", "not_printable"),
        ("A\ue000", "not_printable"),
        ("A\u0378", "not_printable"),
        (None, "string_type"),
        (1, "string_type"),
    ],
)
def test_a_text_that_is_empty_too_long_or_not_to_be_seen_is_refused(
    text: object, code: str
) -> None:
    with pytest.raises(LoadError) as caught:
        load_form(NAME, "name", json.dumps(text))
    assert caught.value.faults == (("", code),)
    assert caught.value.expected == (
        {"string_too_short": "1", "string_too_long": "5"}.get(code, ""),
    )
    assert code in REMEDIES


def test_who_typed_a_sign_that_cannot_be_seen_is_told_so_and_where() -> None:
    with pytest.raises(LoadError) as caught:
        load(Pupil, {**json.loads(dump(ANNA)), "last_name": "Ł\N{RIGHT-TO-LEFT OVERRIDE}ęcka"})
    said = {language: caught.value.explain(language) for language in get_args(Language)}
    assert said["pl"].startswith("[x] last_name: usuń znaki, których nie widać")
    assert said["en"].startswith("[x] last_name: take out the signs that cannot be seen")
    assert "cka" not in str(said)


@pytest.mark.parametrize(("blanks", "kept"), [(17, True), (18, True), (19, False)])
def test_white_space_within_counts_until_it_is_looked_at(blanks: int, kept: bool) -> None:
    """Twenty signs for five, as a text that is taken apart may have."""
    try:
        assert TypeAdapter(NAME).validate_python(f"A{' ' * blanks}B") == "A B"
    except ValidationError:
        assert not kept
    else:
        assert kept


@given(ANY_TEXT)
def test_law_what_is_kept_is_kept_as_it_is_and_can_be_seen(text: str) -> None:
    line = TypeAdapter(Annotated[str, Line(200)])
    try:
        kept = line.validate_python(text)
    except ValidationError as refusal:
        codes = {fault["type"] for fault in refusal.errors()}
        assert len(codes) == 1
        assert codes <= {"string_too_short", "string_too_long", "string_unicode", "not_printable"}
        return
    assert line.validate_python(kept) == kept
    assert kept == unicodedata.normalize("NFC", kept)
    assert all(map(seen, kept))
    assert kept.split(" ") == kept.split() != []
    for form in ("NFC", "NFD"):
        assert line.validate_python(unicodedata.normalize(form, text)) == kept


def test_of_all_signs_between_two_letters_each_is_kept_composed_or_a_space_or_refused() -> None:
    """Catches a sign that passes for plain and is not."""
    line = Line(9)
    for sign in EVERY_SIGN:
        text = f"a{sign}b"
        wanted = unicodedata.normalize("NFC", text) if seen(sign) else None
        kept = None
        with suppress(ValueError):
            kept = line.kept(text)
        assert kept == ("a b" if sign.isspace() else wanted), hex(ord(sign))


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_law_the_short_way_leads_where_the_long_one_does(text: str) -> None:
    if tidied(text) and all(map(seen, tidied(text))) and len(text) <= 200:
        assert TypeAdapter(Annotated[str, Line(200)]).validate_python(text) == tidied(text)


# --- every text of every record -------------------------------------------------------------------


def _records() -> list[type[Record]]:
    """All records of the library; they are known once its modules are read.

    Not those of `calls`: they hold what goes straight to functions that take any text, and keep none.
    """
    for module in pkgutil.walk_packages(legitymacja_rules.__path__, "legitymacja_rules."):
        importlib.import_module(module.name)
    found: dict[type[Record], None] = {}
    todo: list[type[Record]] = [Record]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        home = kind.__module__
        if home.startswith("legitymacja_rules.") and home != calls.__name__ and kind is not Record:
            found[kind] = None
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


RECORDS = _records()


def _endless(told: Any, place: str = "") -> Iterator[str]:
    """The places in a schema at which a text of any length would do."""
    if isinstance(told, dict):
        if told.get("type") == "string" and not _ends(told):
            yield place
        for name, part in told.items():
            yield from _endless(part, f"{place}.{name}")
    elif isinstance(told, list):
        for at, part in enumerate(told):
            yield from _endless(part, f"{place}.{at}")


def _ends(told: dict[str, Any]) -> bool:
    """A closed word, a bound, a pattern without a sign that may repeat for ever, or an instant."""
    if {"maxLength", "enum", "const"} & told.keys() or told.get("format") == "date-time":
        return True
    return "pattern" in told and not re.search(r"[*+]|\{\d+,\}", told["pattern"])


def test_the_records_are_those_of_all_rooms() -> None:
    rooms = {kind.__module__.split(".")[1] for kind in RECORDS}
    assert rooms >= {"facts", "acts", "applications", "attestations", "holograms", "regulation"}
    assert rooms >= {"certificate", "mlegitymacja", "school_id"}


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_no_record_holds_a_text_without_an_end(kind: type[Record]) -> None:
    assert [*_endless(schema(kind))] == []


def test_control_a_planted_text_without_an_end_is_seen() -> None:
    class Noted(Record):
        note: str
        rows: tuple[Annotated[str, Line(5)] | str, ...] = ()

    assert [*_endless(schema(Noted))] == [
        ".properties.note",
        ".properties.rows.items.anyOf.1",
    ]


def _leaves(form: Any) -> Iterator[Any]:
    """The forms of single values that a field is made of."""
    origin, parts = get_origin(form), get_args(form)
    if origin is Annotated and get_origin(parts[0]):
        yield from _leaves(parts[0])
    elif origin in {Union, UnionType, tuple}:
        for part in parts:
            yield from _leaves(part)
    elif not (isinstance(form, type) and issubclass(form, Record)):
        yield form


def _forms() -> dict[str, Any]:
    """Each form of a single value for which data are a text, once."""
    fields = [field for kind in RECORDS for field in kind.model_fields.values()]
    leaves = {repr(leaf): leaf for field in fields for leaf in _leaves(field.rebuild_annotation())}
    del leaves["Ellipsis"]
    forms = {name: leaf for name, leaf in leaves.items() if leaf is not type(None)}
    return {name: leaf for name, leaf in forms.items() if _type(leaf) == "string"}


def _type(form: Any) -> object:
    return TypeAdapter(form).json_schema().get("type")


FORMS = _forms()
OPEN = {name: form for name, form in FORMS.items() if get_origin(form) is not Literal}
"""Those that are no closed list of words."""


def test_the_forms_are_those_of_texts_words_days_and_secrets() -> None:
    for form in (ClauseId, Wording, Day, Pesel, Code, IdentityCard, Money, CertificateForm):
        assert repr(form) in FORMS
    assert any(name.startswith("typing.Annotated[datetime.datetime") for name in OPEN)
    assert 15 < len(OPEN) < len(FORMS)


def _read(form: Any, data: str | bytes) -> tuple[Any, LoadError | None]:
    """The value that is read, or the refusal."""
    try:
        return load_form(form, "field", data), None
    except LoadError as refusal:
        return None, refusal


def _written(text: str) -> str:
    return json.dumps(text, ensure_ascii="\ud800" in text or "\udc00" in text or "\ud83d" in text)


@pytest.mark.parametrize("name", TEXTS)
def test_a_field_takes_a_text_that_comes_back_or_refuses_it_in_known_words(name: str) -> None:
    text = TEXTS[name]
    written = _written(text)
    for form in (OPEN if name in HUGE else FORMS).values():
        value, refusal = _read(form, written)
        if refusal:
            assert {code for _, code in refusal.faults} <= {*REMEDIES}
            _untold(text, str(refusal), refusal.explain("pl"), refusal.explain("en"))
        else:
            again = TypeAdapter(form).dump_json(value)
            assert len(again) < 5000
            assert _read(form, again) == (value, None)


@pytest.mark.parametrize("name", TEXTS)
def test_a_field_that_is_built_in_python_refuses_by_pydantic_s_own_error(name: str) -> None:
    text = TEXTS[name]
    for form in (OPEN if name in HUGE else FORMS).values():
        adapter = TypeAdapter(form)
        with suppress(ValidationError):
            value = adapter.validate_python(text)
            assert _read(form, adapter.dump_json(value)) == (value, None)


PATTERNS: tuple[tuple[Any, str], ...] = (
    *((ClockTime, "07:00"), (EventName, "handed_over"), (Slug, "sp1"), (Version, "12.4")),
    *((Day, "2024-09-01"), (Money, "9.00"), (Exact, "1.5"), (Pesel, "44051401359")),
    *((ActName, "prawo-oswiatowe"), (PaperPhoto, "35×45"), (Extensions, "jpg")),
)


def _as_written(form: Any, text: str) -> str:
    """The text alone, or in the record that holds it."""
    wholes: dict[Any, dict[str, object]] = {
        PaperPhoto: {"labels": ["last_name"], "size": text, "clause": "x:1"},
        Extensions: {"any_of": [text], "clause": "x:1"},
    }
    return json.dumps(wholes.get(form, text))


@pytest.mark.parametrize(("form", "right"), PATTERNS, ids=[right for _, right in PATTERNS])
@pytest.mark.parametrize("odd", ["\n", "\r\n", " ", "\0", "\N{ZERO WIDTH SPACE}", "٣", "３", "\nx"])
def test_a_pattern_begins_and_ends_where_the_text_does(form: Any, right: str, odd: str) -> None:
    """Catches a `$` that a line break may follow, and digits of another script."""
    assert _read(form, _as_written(form, right))[1] is None
    for wrong in (f"{right}{odd}", f"{odd}{right}"):
        assert _read(form, _as_written(form, wrong))[1] is not None


@pytest.mark.parametrize(
    ("written", "kept"), [(" H-1\n", "H-1"), ("H-1\0", None), ("H\n1", None), ("Ｈ-1", None)]
)
def test_the_number_of_a_hologram_is_ascii_on_one_line(written: str, kept: str | None) -> None:
    assert _read(HologramNumber, json.dumps(written))[0] == kept


def _untold(text: str, *told: str) -> None:
    """That a text stands in none of those that were told; of short ones nobody could say."""
    if len(text) > 20:
        assert not any(text in each for each in told)


@pytest.mark.parametrize("name", [*ODD, "10 MB: ASCII"])
def test_a_pupil_a_proof_and_a_school_are_read_or_refused_at_the_right_places(name: str) -> None:
    text = TEXTS[name]
    wholes: dict[type[Any], tuple[dict[str, Any], tuple[str, ...]]] = {
        Pupil: (
            json.loads(dump(ANNA)),
            ("first_names", "last_name", "class_name", "address", "pesel", "born"),
        ),
        ProofOfPayment: (
            {"amount": "9.00", "account": "1", "title": "x", "paid": "2024-09-01"},
            ("amount", "account", "title", "paid"),
        ),
        Regulation: ({"slug": "sp1", "school": "SP 1"}, ("slug", "school", "text")),
    }
    for kind, (whole, fields) in wholes.items():
        for field in fields:
            thing, refusal = _read(kind, json.dumps({**whole, field: text}))
            if refusal:
                assert {path for path, _ in refusal.faults} <= {field, "in_force", ""}
                _untold(text, str(refusal), refusal.explain("pl"))
            else:
                assert load(kind, dump(thing)) == thing


# --- one pupil, however it is spelled -------------------------------------------------------------

POLISH = st.text("aąbcćdeęfghijklłmnńoóprsśtuwyzźżAĄCĆEĘLŁNŃOÓSŚZŹŻ'- ", max_size=40).filter(
    lambda text: text.strip("'- ")
)
PATTERN = Naming(parts=("last_name", "first_name", "class_name"), clause="x:1")
MESSAGE = Subject(parts=("first_name", "last_name", "class_name"), word="legitymacja", clause="x:1")
DUPLICATE = Title(words="opłata za duplikat", parts=("names", "class_name"), clause="x:1")
ACCOUNT = "21124057031111000048982357"


@given(POLISH, POLISH, st.sampled_from(["4b", "1 TI", "IIIą"]))
def test_law_a_name_is_one_name_however_its_letters_are_composed(
    first: str, last: str, class_name: str
) -> None:
    spelled = [
        Pupil(
            first_names=unicodedata.normalize(form, first),
            last_name=unicodedata.normalize(form, last).replace(" ", "\N{NO-BREAK SPACE}"),
            class_name=unicodedata.normalize(form, class_name),
            born=date(2014, 3, 5),
        )
        for form in ("NFC", "NFD")
    ]
    one, other = spelled
    assert one == other
    names = [file_name(PATTERN, each, "jpg") for each in spelled]
    titles = [worded(DUPLICATE, each) for each in spelled]
    subjects = [subject(MESSAGE, each) for each in spelled]
    for built in (names, titles, subjects):
        assert built[0] == built[1]
    for apart in (False, True):
        name, title, said = (_spelled(built[0], apart) for built in (names, titles, subjects))
        assert stored_name(name) == names[0]
        assert matches(name, PATTERN, other)
        assert same_title(title, DUPLICATE, other)
        assert subject_matches(said, MESSAGE, other)


def _spelled(text: str, apart: bool) -> str:
    return unicodedata.normalize("NFD" if apart else "NFC", text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_longest_name_is_as_long_in_either_form(form: Any) -> None:
    longest = "ąć" * 100
    pupil = Pupil(first_names="A", last_name=unicodedata.normalize(form, longest), born=DAY)
    assert pupil.last_name == longest
    with pytest.raises(ValidationError, match="last_name"):
        Pupil(first_names="A", last_name=unicodedata.normalize(form, f"{longest}ą"), born=DAY)


# --- every question ends --------------------------------------------------------------------------

LECZNA = variants.get("leczna")
CARD = issued_id("grojec")


def _asked() -> dict[str, Callable[[str], object]]:
    """Each verb that takes a text from anywhere."""
    return {
        "fold": fold,
        "extension": extension,
        "matches": lambda text: matches(text, PATTERN, ANNA),
        "a name's extension": lambda text: file_name(PATTERN, ANNA, text),
        "stored_name": stored_name,
        "subject_matches": lambda text: subject_matches(text, MESSAGE, ANNA),
        "same_title": lambda text: same_title(text, DUPLICATE, ANNA),
        "same_account": lambda text: same_account(text, ACCOUNT),
        "Pesel": Pesel,
        "pesel.is_valid": pesel.is_valid,
        "pesel.check": lambda text: pesel.check(text, on=DAY).explain("pl"),
        "Code": Code,
        "IdentityCard": IdentityCard,
        "check_subject": lambda text: forms.check_subject(
            text, LECZNA, "mlegitymacja", ANNA, on=DAY
        ).explain("pl"),
        "a system's version": lambda text: devices.check(
            LECZNA, system="ios", system_version=text, on=DAY
        ).explain("pl"),
        "inspect": lambda text: photo.inspect(b"", filename=text),
        "a head's name": lambda text: personalisation.order(
            CARD, variants.get("grojec"), address="x", head=text, photo=True, on=DAY
        ),
        "variants.get": variants.get,
        "citation": citation,
        "schools.load": schools.load,
    }


ASKED = _asked()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("verb", ASKED)
def test_a_verb_answers_or_refuses_any_text_without_repeating_it(verb: str, name: str) -> None:
    text = TEXTS[name]
    try:
        ASKED[verb](text)
    except RulesError as refusal:
        _untold(text, str(refusal), repr(refusal))


@given(ANY_TEXT)
@example(HUGE["10 MB: marks in disorder"])
@example(HUGE["10 MB: ligatures"])
@example(HUGE["10 MB: words"])
def test_law_folding_takes_a_text_sign_by_sign(text: str) -> None:
    """Catches putting marks in order, which never ends for ten megabytes of them."""
    sample = text[:1000]
    assert fold(sample) == "".join(map(fold, sample))
    assert len(fold(text)) <= len(fold(LIGATURE)) * len(text)


def test_of_all_signs_each_folds_to_small_letters_and_digits_that_stay_as_they_are() -> None:
    folded = [fold(f"ł{sign}")[1:] for sign in EVERY_SIGN[:0x30000]]  # behind it none is a letter
    assert [each for each in folded if each and (fold(each), each.isalnum()) != (each, True)] == []
    assert [each for each in folded if each != each.casefold()] == []
    assert [each for each in folded if not all(map(seen, each))] == []


@pytest.mark.parametrize("text", ["a\N{ZERO WIDTH SPACE}", "\ud800", "x" * 501, "\0"])
@pytest.mark.parametrize("name", ["address", "head"])
def test_what_is_printed_on_a_card_can_be_seen(name: str, text: str) -> None:
    told = {"address": "Grójec", "head": "Maria Nowak", name: text}
    address, head = told["address"], told["head"]
    with pytest.raises(WrongArgument) as caught:
        personalisation.order(
            CARD, variants.get("grojec"), address=address, head=head, photo=True, on=DAY
        )
    assert caught.value.name == name
    assert caught.value.__context__ is None


def test_what_is_printed_on_a_card_is_a_line() -> None:
    told = personalisation.order(
        CARD,
        variants.get("grojec"),
        address=" ul. Szkolna\n1 ",
        head=unicodedata.normalize("NFD", "Łęcka"),
        photo=True,
        on=DAY,
    )
    assert (told.school_address, told.head) == ("ul. Szkolna 1", "Łęcka")


# --- accounts -------------------------------------------------------------------------------------

GROUPED = "21 1240 5703 1111 0000 4898 2357"


@pytest.mark.parametrize(
    "account", [ACCOUNT, GROUPED, GROUPED.replace(" ", "\N{NO-BREAK SPACE}"), f"\t{GROUPED}\n"]
)
def test_an_account_is_26_digits_in_whatever_groups(account: str) -> None:
    assert _payment(account).account == ACCOUNT


@pytest.mark.parametrize(
    ("account", "code"),
    [
        (ACCOUNT[:-1], "account_number"),
        (f"{ACCOUNT}0", "account_number"),
        (f"PL{ACCOUNT}", "account_number"),
        (GROUPED.replace(" ", "-"), "account_number"),
        (GROUPED.replace(" ", "."), "account_number"),
        (GROUPED.replace(" ", "\N{EN DASH}"), "account_number"),
        (ACCOUNT.translate({ord("2"): "２"}), "account_number"),
        (ACCOUNT.translate({ord("2"): "٢"}), "account_number"),
        (ACCOUNT.translate({ord("2"): "²"}), "account_number"),
        (f"{ACCOUNT}\0", "not_printable"),
        (f"{ACCOUNT}\N{ZERO WIDTH SPACE}", "not_printable"),
        ("1" * TEN_MB, "string_too_long"),
    ],
    ids=lambda value: value[:40],
)
def test_python_stdnum_s_leave_to_write_otherwise_is_not_given(account: str, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        _payment(account)
    assert caught.value.faults == (("account", code),)


def _payment(account: str) -> Payment:
    titles = [{"words": "x", "parts": [], "clause": "x:1"}]
    return load(Payment, {"account": account, "holder": "SP 1", "titles": titles, "clause": "x:1"})


# --- secrets --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("kind", [Code, IdentityCard])
def test_a_secret_is_kept_sign_by_sign_or_refused(kind: type[Masked], name: str) -> None:
    text = TEXTS[name]
    plain = 0 < len(text) <= 4096 and all(map(seen, text))
    try:
        secret = kind(text)
    except WrongArgument:
        assert not plain
    else:
        assert plain
        assert secret.reveal() == text
        assert load(kind, dump(secret)) == secret
