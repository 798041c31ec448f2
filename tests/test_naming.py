"""Names of files: `leczna:II.3.h` writes the pattern `nazwisko-imie-klasa`; others list its parts.

And subjects of messages, which may say more than that: names, class and a word of their own.
"""

import unicodedata
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules._text import all_seen
from legitymacja_rules.errors import LoadError, WrongArgument
from legitymacja_rules.facts import MAX_FILE_NAME, PhotoFacts, Pupil
from legitymacja_rules.loading import load
from legitymacja_rules.naming import (
    extension,
    file_name,
    fold,
    matches,
    stored_name,
    subject,
    subject_matches,
)
from legitymacja_rules.regulation import Naming, Subject
from samples import ANNA

PATTERN = Naming(
    parts=("last_name", "first_name", "class_name"), any_order=False, clause="leczna:II.3.h"
)
LIST = Naming(parts=("first_name", "last_name", "class_name"), clause="leczna:VI.2")

POLISH = st.text("aąbcćdeęfghijklłmnńoóprsśtuwyzźż", min_size=1, max_size=12)
ODD = st.text("aŁé4 ./\\:?*-_\0\r\n\u200b\u200d\u202e\u2028\ufeff\u3164\ud800한🎓\u0301ıﷺ")
"""What nobody has in a name, with a few signs that somebody has."""

PLAIN = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
"""The nine Polish letters, written out by hand."""


def pupil(first_names: str = "Anna", last_name: str = "Kowalska", class_name: str = "4b") -> Pupil:
    return Pupil(
        first_names=first_names, last_name=last_name, born=ANNA.born, class_name=class_name
    )


ZOFIA = pupil("Zofia Świętosława", "Żółkiewska-Łoś", "1 TI")
"""Two first names, a surname of two parts, a class with a space, and ł beside ż, ó, ś, ę."""


# Folding


@pytest.mark.parametrize(
    ("letter", "plain"), list(zip("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzacelnoszz", strict=True))
)
def test_a_polish_letter_folds_to_its_ascii_form(letter: str, plain: str) -> None:
    assert fold(letter) == fold(unicodedata.normalize("NFD", letter)) == plain


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Kowalska-Nowak", "kowalskanowak"),
        ("d'Arc_3.b (1)", "darc3b1"),
        ("1 TI", "1ti"),
        ("Groß", "gross"),
        ("René", "rene"),
        ("...", ""),
        ("Yılmaz", "yilmaz"),
        ("YILMAZ", "yilmaz"),
        ("İpek", "ipek"),
        ("Đorđe Łukasz Ħ Ŧ Ø Ǿ", "dordelukaszhtoo"),
        ("Æble Œuvre", "aebleoeuvre"),
        ("ﬁlip ﬂora", "filipflora"),
        ("ⅣＡ", "iva"),
        ("４ｂ", "4b"),
        ("1٣", "1٣"),
        ("A\N{HANGUL FILLER}B", "ab"),
        ("A\N{ZERO WIDTH SPACE}B\N{RIGHT-TO-LEFT OVERRIDE}C\0", "abc"),
        ("👩\N{ZERO WIDTH JOINER}👧 4b", "4b"),
        ("\ud800a", "a"),
    ],
)
def test_folding_keeps_lower_case_letters_without_marks_and_digits(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_leaves_nothing_else_and_is_idempotent(text: str) -> None:
    folded = fold(text)
    assert all(sign.isalnum() for sign in folded)
    assert fold(folded) == folded


# Extensions


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("anna.jpg", "jpg"),
        ("anna.JPG", "jpg"),
        ("anna.Jpeg", "jpeg"),
        ("anna.pdf.jpg", "jpg"),
        ("anna.jpg.pdf", "pdf"),
        ("anna", None),
        (".jpg", None),
        ("", None),
        ("anna.jpg ", "jpg "),
    ],
)
def test_the_extension_is_what_follows_the_last_dot(filename: str, expected: str | None) -> None:
    assert extension(filename) == expected


# The pattern of leczna II.3.h


@pytest.mark.clause("leczna:II.3.h")
@pytest.mark.parametrize(
    "filename",
    [
        "kowalska-anna-4b.jpg",
        "Kowalska-Anna-4B.JPG",
        "KOWALSKA_ANNA_4B.jpeg",
        "kowalska anna 4b.png",
        "kowalska.anna.4b.jpg",
        "kowalska-anna-4-b.jpg",
        "kowalska-anna-4b",
    ],
)
def test_leczna_ii_3_h_the_pattern_in_any_case_with_any_separator(filename: str) -> None:
    assert matches(filename, PATTERN, ANNA)


@pytest.mark.clause("leczna:II.3.h")
@pytest.mark.parametrize(
    "filename",
    [
        "anna-kowalska-4b.jpg",
        "4b-kowalska-anna.jpg",
        "kowalska-4b-anna.jpg",
        "kowalska-anna.jpg",
        "kowalska-4b.jpg",
        "anna-4b.jpg",
        "kowalska-anna-4a.jpg",
        "kowalska-anna-14b.jpg",
        "kowalska-joanna-4b.jpg",
        "kowalski-anna-4b.jpg",
        "kowalska-anna-4b-1.jpg",
        "kowalska-anna-4b.jpg.jpg",
        "img_2031.jpg",
        "",
        ".jpg",
    ],
)
def test_leczna_ii_3_h_another_order_or_another_part_is_no_match(filename: str) -> None:
    assert not matches(filename, PATTERN, ANNA)


@pytest.mark.clause("leczna:II.3.h")
@pytest.mark.parametrize(
    "filename",
    [
        "żółkiewska-łoś-zofia-1ti.jpg",
        "zolkiewska-los-zofia-1ti.jpg",
        "ŻÓŁKIEWSKA-ŁOŚ-ZOFIA-1TI.jpg",
        "Zolkiewska_Los_Zofia_1_TI.jpg",
        "żołkiewska-loś-zofia-1 TI.jpg",
        "zolkiewska-los-zofia-swietoslawa-1ti.jpg",
        "Żółkiewska-Łoś Zofia Świętosława 1 TI.jpg",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_leczna_ii_3_h_polish_letters_composed_or_not_and_their_ascii_forms(
    filename: str, form: str
) -> None:
    stored = unicodedata.normalize("NFD" if form == "NFC" else "NFC", ZOFIA.last_name)
    same = ZOFIA.model_copy(update={"last_name": stored})
    filename = unicodedata.normalize("NFC" if form == "NFC" else "NFD", filename)
    assert matches(filename, PATTERN, ZOFIA)
    assert matches(filename, PATTERN, same)


@pytest.mark.parametrize(
    "filename",
    [
        "zolkiewska-los-swietoslawa-1ti.jpg",  # the second first name alone
        "zolkiewska-los-swietoslawa-zofia-1ti.jpg",
        "zolkiewska-zofia-1ti.jpg",  # half a surname
        "los-zofia-1ti.jpg",
        "los-zolkiewska-zofia-1ti.jpg",
        "zokiewska-os-zofia-1ti.jpg",  # ł dropped instead of written as l
    ],
)
def test_the_first_of_several_names_and_the_whole_surname_are_needed(filename: str) -> None:
    assert not matches(filename, PATTERN, ZOFIA)
    assert not matches(filename, LIST, ZOFIA)


@pytest.mark.parametrize(
    ("class_name", "written"),
    [
        ("4b", "4B"),
        ("4 b", "4b"),
        ("1 TI", "1ti"),
        ("1 TI", "1-TI"),
        ("1TI", "1_ti"),
        ("IIIa", "iiia"),
        ("IIIa", "III a"),
        ("III A", "IIIa"),
    ],
)
def test_a_class_is_the_same_however_it_is_spaced(class_name: str, written: str) -> None:
    assert matches(f"kowalska-anna-{written}.jpg", PATTERN, pupil(class_name=class_name))


@pytest.mark.parametrize(
    ("class_name", "written"), [("4b", "4"), ("4b", "b"), ("1 TI", "1 T"), ("IIIa", "3a")]
)
def test_another_class_is_no_match(class_name: str, written: str) -> None:
    assert not matches(f"kowalska-anna-{written}.jpg", PATTERN, pupil(class_name=class_name))


@pytest.mark.parametrize("first_names", ["- Anna", "' - Anna Maria", "Anna - Maria", "-Anna"])
def test_the_first_name_is_the_first_that_has_letters(first_names: str) -> None:
    whom = pupil(first_names)
    assert file_name(PATTERN, whom, "jpg") == "kowalska-anna-4b.jpg"
    assert matches("kowalska-anna-4b.jpg", PATTERN, whom)


def test_first_names_joined_by_a_hyphen_are_one_name() -> None:
    child = pupil("Anna-Maria")
    assert matches("kowalska-anna-maria-4b.jpg", PATTERN, child)
    assert not matches("kowalska-anna-4b.jpg", PATTERN, child)


# Any order: leczna VI.2, grojec


@pytest.mark.clause("leczna:VI.2", "grojec:§4.3a", "grojec:§5.3a", "grojec:§7.4")
@pytest.mark.parametrize(
    "filename",
    [
        "anna-kowalska-4b.jpg",
        "kowalska-anna-4b.jpg",
        "4b-anna-kowalska.jpg",
        "4b-kowalska-anna.jpg",
        "Kowalska 4b Anna.jpg",
    ],
)
def test_leczna_vi_2_and_grojec_only_list_the_parts_of_the_name(filename: str) -> None:
    assert matches(filename, LIST, ANNA)


@pytest.mark.clause("leczna:VI.2")
@pytest.mark.parametrize(
    "filename", ["anna-kowalska.jpg", "anna-4b.jpg", "kowalska-4b.jpg", "anna-kowalska-4c.jpg"]
)
def test_leczna_vi_2_each_part_is_needed(filename: str) -> None:
    assert not matches(filename, LIST, ANNA)


# Length


@pytest.mark.parametrize("naming", [PATTERN, LIST])
@pytest.mark.parametrize(("length", "fits"), [(255, True), (256, False), (10**7, False)])
def test_a_name_that_no_file_system_holds_is_no_match(
    naming: Naming, length: int, fits: bool
) -> None:
    assert matches("kowalska-anna-4b.jpg".rjust(length, "_"), naming, ANNA) is fits


@pytest.mark.parametrize(("length", "fits"), [(254, True), (255, True), (256, False)])
def test_a_name_is_as_long_as_it_is_once_its_signs_are_composed(length: int, fits: bool) -> None:
    child = pupil("ć" * 100, "ś" * (length - 100 - len("--4b.jpg")))
    name = f"{child.last_name}-{child.first_names}-4b.jpg"
    assert len(name) == length
    assert matches(name, PATTERN, child) is fits
    assert matches(unicodedata.normalize("NFD", name), PATTERN, child) is fits


# Names that no file can bear, or that show themselves as another


@pytest.mark.parametrize(
    "name",
    [
        "/kowalska-anna-4b.jpg",
        "kowalska/anna/4b.jpg",
        "kowalska\\anna-4b.jpg",
        "..\\kowalska-anna-4b.jpg",
        "kowalska-anna-4b.jpg/",
        "kowalska-anna-4b\0.jpg",
        "kowalska-anna-4b.jpg\n",
        "kowalska\tanna-4b.jpg",
        "kowalska-anna-4b\N{RIGHT-TO-LEFT OVERRIDE}.jpg",
        "kowalska-anna-4b\N{RIGHT-TO-LEFT MARK}.jpg",
        "\N{FIRST STRONG ISOLATE}kowalska-anna-4b.jpg",
        "kowalska-an\N{ZERO WIDTH SPACE}na-4b.jpg",
        "kowalska-anna-4b-👩\N{ZERO WIDTH JOINER}👧.jpg",
        "\N{ZERO WIDTH NO-BREAK SPACE}kowalska-anna-4b.jpg",
        "kowalska-anna-4b\N{HANGUL FILLER}.jpg",
        "kowalska-anna-4b\ud800.jpg",
        "kowalska-anna-4b\ue000.jpg",
        "kowalska-anna-4b?.jpg",
    ],
)
def test_a_name_that_is_another_to_the_eye_or_to_a_system_is_no_match(name: str) -> None:
    assert not matches(name, PATTERN, ANNA)


@pytest.mark.parametrize("space", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\u3000"])
def test_a_space_of_another_width_is_a_space_in_a_name(space: str) -> None:
    assert matches(f"kowalska{space}anna{space}4b.jpg", PATTERN, ANNA)
    assert stored_name(f"kowalska{space}4b.jpg") == "kowalska 4b.jpg"


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("ＫＯＷＡＬＳＫＡ-anna-４ｂ.jpg", True),
        ("kowalska-anna-4\N{MODIFIER LETTER SMALL B}.jpg", True),
        ("kowalska-anna-4b-🎓.jpg", True),
        ("kowalska-anna-٤b.jpg", False),
        ("kowalska-anna-४b.jpg", False),
        ("kоwalska-anna-4b.jpg", False),  # о is Cyrillic
    ],
)
def test_another_form_of_a_sign_is_that_sign_and_another_script_is_not(
    name: str, fits: bool
) -> None:
    assert matches(name, PATTERN, ANNA) is fits
    assert matches(name, LIST, ANNA) is fits


def test_a_class_in_digits_of_another_script_is_another_class() -> None:
    assert not matches("kowalska-anna-13.jpg", PATTERN, pupil(class_name="1٣"))
    assert not subject_matches("Anna Kowalska 13 legitymacja", CARD, pupil(class_name="1٣"))
    assert matches("kowalska-anna-4b.jpg", PATTERN, pupil(class_name="４b"))
    assert file_name(PATTERN, pupil(class_name="４b"), "jpg") == "kowalska-anna-4b.jpg"


@pytest.mark.parametrize("name", ["yilmaz-isil-4b.jpg", "YILMAZ_IŞIL_4B.jpg", "Yılmaz Işıl 4b.jpg"])
def test_a_turkish_name_matches_with_and_without_its_dots(name: str) -> None:
    child = pupil("Işıl", "Yılmaz")
    assert matches(name, PATTERN, child)
    assert file_name(PATTERN, child, "jpg") == "yilmaz-isil-4b.jpg"


# What is stored


@pytest.mark.parametrize(
    ("filename", "stored"),
    [
        ("kowalska.jpg", "kowalska.jpg"),
        ("", ""),
        ("C:\\Zdjęcia\\kowalska.jpg", "kowalska.jpg"),
        ("/home/anna/kowalska.jpg", "kowalska.jpg"),
        ("a/b\\c/d\\kowalska.jpg", "kowalska.jpg"),
        ("kowalska.jpg/", ""),
        ("../..", ".."),
        (unicodedata.normalize("NFD", "łęcka-żółć.jpg"), "łęcka-żółć.jpg"),
        ("kowalska\u202egpj.exe", "kowalska?gpj.exe"),
        ("kowalska\0.jpg", "kowalska?.jpg"),
        ("kowalska.jpg\r\n", "kowalska.jpg??"),
        ("a\ud83d.jpg", "a?.jpg"),
        ("👩\u200d👧 🎓.jpg", "👩?👧 🎓.jpg"),
        ("a\u200bb\ufeffc\u2066d.jpg", "a?b?c?d.jpg"),
        ("a\u3164b\ue000c\u0378.jpg", "a?b?c?.jpg"),
        ("Zrzut 10.00\u202fAM.png", "Zrzut 10.00 AM.png"),
        ("..jpg", "..jpg"),
        ("Ｃ：＼kowalska.jpg", "Ｃ：＼kowalska.jpg"),
    ],
)
def test_of_a_name_the_last_part_is_stored_and_nothing_unseen(filename: str, stored: str) -> None:
    assert stored_name(filename) == stored
    assert load(PhotoFacts, {"format": "JPEG", "size": 1, "filename": stored}).filename == stored


@pytest.mark.parametrize(("length", "kept"), [(254, 254), (255, 255), (256, 255), (10**7, 255)])
@pytest.mark.parametrize("sign", ["x", "ą", "\N{RIGHT-TO-LEFT OVERRIDE}", "\u0327\u0301", "🎓"])
def test_of_a_long_name_the_end_is_stored(sign: str, length: int, kept: int) -> None:
    stored = stored_name((sign * length)[: length - 4] + ".jpg")
    assert len(stored) == kept
    assert stored.endswith(".jpg")
    assert stored_name("C:\\" * 10**6 + stored) == stored


@pytest.mark.parametrize("letters", [250, 251, 252])
def test_the_end_that_is_stored_is_one_however_it_is_spelled(letters: int) -> None:
    """ᾂ is taken apart into four, so four times as many signs may be needed."""
    name = "\N{GREEK SMALL LETTER ALPHA WITH PSILI AND VARIA AND YPOGEGRAMMENI}" * letters + ".jpg"
    assert stored_name(unicodedata.normalize("NFD", name)) == stored_name(name) == name[-255:]
    long = name[:-4] * 3 + ".jpg"
    assert stored_name(unicodedata.normalize("NFD", long)) == stored_name(long) == long[-255:]


@given(st.text() | ODD)
def test_law_a_stored_name_is_stored_as_it_is_and_has_nothing_unseen(filename: str) -> None:
    stored = stored_name(filename)
    assert stored_name(stored) == stored
    assert stored == unicodedata.normalize("NFC", stored)
    assert stored.isprintable()
    assert not {"/", "\\", "\0"} & {*stored}
    assert len(stored) <= MAX_FILE_NAME
    for form in ("NFC", "NFD"):
        assert stored_name(unicodedata.normalize(form, filename)) == stored


@given(ODD, st.sampled_from([PATTERN, LIST]))
def test_law_a_name_matches_as_it_is_stored_unless_it_was_a_path(
    filename: str, naming: Naming
) -> None:
    name = f"kowalska-anna-{filename}-4b.jpg"
    if not {"/", "\\"} & {*name}:
        assert matches(stored_name(name), naming, ANNA) == matches(name, naming, ANNA)
    else:
        assert not matches(name, naming, ANNA)


@pytest.mark.parametrize(("times", "fits"), [(1, True), (3, True), (4, False), (10, False)])
def test_a_name_has_no_more_parts_than_there_are(times: int, fits: bool) -> None:
    """Catches orders and spellings that grow with each part: ten have some thousand million."""
    parts = {"parts": ["first_name"] * times, "clause": "x:1"}
    for kind, data in ((Naming, parts), (Subject, {**parts, "word": "x"})):
        faults: tuple[tuple[str, str], ...] = ()
        try:
            load(kind, data)
        except LoadError as refusal:
            faults = refusal.faults
        assert faults == (() if fits else (("parts", "too_long"),))


# Laws


@given(POLISH, POLISH, st.sampled_from(["4b", "1 TI", "IIIa"]), st.sampled_from("-_ ."))
def test_law_the_pattern_and_its_ascii_form_in_capitals_always_match(
    first: str, last: str, class_name: str, separator: str
) -> None:
    child = pupil(first, last, class_name)
    filename = separator.join((last, first, class_name)) + ".jpg"
    for spelling in (filename, filename.translate(PLAIN), filename.upper()):
        for form in ("NFC", "NFD"):
            assert matches(unicodedata.normalize(form, spelling), PATTERN, child)


@given(st.text(max_size=30))
def test_law_what_fits_the_pattern_fits_the_list(filename: str) -> None:
    assert not matches(filename, PATTERN, ANNA) or matches(filename, LIST, ANNA)


@pytest.mark.parametrize("filename", ["4b.jpg", "Петренко-Оксана-4b.jpg"])
def test_a_name_without_latin_letters_does_not_match_every_name(filename: str) -> None:
    assert not matches(filename, PATTERN, pupil("Дарина", "Шевченко"))


# Building a file's name

ANY_PUPIL = st.fixed_dictionaries(
    {
        "first_names": st.text(max_size=90) | ODD,
        "last_name": st.text(max_size=90) | ODD,
        "class_name": st.none() | st.text(max_size=9) | ODD,
    }
).map(lambda names: ANNA.model_copy(update=names))
"""Pupils of any names at all; most of these no `Pupil` takes that is not made from another."""


def _parts(child: Pupil) -> tuple[str, str, str]:
    """The first of the first names, the surname, the class."""
    return (child.first_names.split() or [""])[0], child.last_name, child.class_name or ""


@pytest.mark.clause("leczna:II.3.h")
@pytest.mark.parametrize(
    ("child", "name"),
    [
        (ANNA, "kowalska-anna-4b.jpg"),
        (ZOFIA, "zolkiewska-los-zofia-1ti.jpg"),
        (pupil("Ewa Łucja", "Śpiewak Nowak", "IIIa"), "spiewak-nowak-ewa-iiia.jpg"),
        (pupil("Anna-Maria", "d'Arc"), "d-arc-anna-maria-4b.jpg"),
        (pupil(unicodedata.normalize("NFD", "Żaneta"), "Ść"), "sc-zaneta-4b.jpg"),
    ],
)
def test_leczna_ii_3_h_the_name_is_built_in_lower_case_without_marks(
    child: Pupil, name: str
) -> None:
    assert file_name(PATTERN, child, "jpg") == name


def test_a_name_is_built_in_the_order_of_its_parts_with_the_extension_in_lower_case() -> None:
    assert file_name(LIST, ANNA, "JPEG") == "anna-kowalska-4b.jpeg"
    names_only = Naming(parts=("last_name",), clause="x:1")
    assert file_name(names_only, pupil(class_name="4b"), "png") == "kowalska.png"


@given(
    ANY_PUPIL,
    st.sampled_from([PATTERN, LIST]),
    st.from_regex(r"[A-Za-z0-9]{1,5}", fullmatch=True),
)
def test_law_a_name_that_is_built_is_one_that_matches(
    child: Pupil, naming: Naming, extension: str
) -> None:
    try:
        name = file_name(naming, child, extension)
    except WrongArgument:
        folded = [*map(fold, _parts(child))]
        assert not all(folded) or len("".join(folded)) > 120
    else:
        assert matches(name, naming, child)
        assert fold(name) == fold(name.replace("-", "").replace(".", ""))
        assert name == stored_name(name) == unicodedata.normalize("NFC", name)
        assert all(sign.isalnum() or sign in "-." for sign in name)
        assert name.isprintable()
        assert len(name) <= MAX_FILE_NAME


@given(POLISH, POLISH, st.sampled_from(["4b", "1 TI", "IIIa"]))
def test_law_a_name_of_polish_letters_is_built_in_ascii(
    first: str, last: str, class_name: str
) -> None:
    name = file_name(PATTERN, pupil(first, last, class_name), "jpg")
    assert name.isascii()
    assert name == f"{last}-{first}-{class_name.replace(' ', '')}.jpg".translate(PLAIN).lower()


@pytest.mark.parametrize(
    "child",
    [
        ANNA.model_copy(update={"class_name": None}),
        pupil("..."),
        pupil(last_name="-"),
        pupil(class_name="?"),
        pupil("a" * 130, "b" * 130),
    ],
    ids=["no class", "no first name", "no surname", "no class in it", "too long"],
)
def test_a_name_that_cannot_be_built_is_a_wrong_argument(child: Pupil) -> None:
    with pytest.raises(WrongArgument, match="pupil"):
        file_name(PATTERN, child, "jpg")


@pytest.mark.parametrize(
    ("length", "fits"), [(254, True), (255, True), (256, False)], ids=["below", "at", "above"]
)
def test_a_name_is_built_as_long_as_file_systems_hold(length: int, fits: bool) -> None:
    child = pupil("a" * 100, "b" * (length - 100 - len("--4b.jpg")))
    if fits:
        assert len(file_name(PATTERN, child, "jpg")) == length
    else:
        with pytest.raises(WrongArgument):
            file_name(PATTERN, child, "jpg")


@pytest.mark.parametrize("extension", ["", ".jpg", "tar.gz", "jp g", "żpg", "-"])
def test_an_extension_is_letters_and_digits(extension: str) -> None:
    with pytest.raises(WrongArgument, match="extension"):
        file_name(PATTERN, ANNA, extension)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ((LIST.parts, ANNA, "jpg"), "naming"),
        ((LIST, "Anna", "jpg"), "pupil"),
        ((LIST, ANNA, None), "extension"),
    ],
)
def test_what_a_name_is_built_of_has_its_type(arguments: Any, name: str) -> None:
    with pytest.raises(WrongArgument) as caught:
        file_name(*arguments)
    assert caught.value.name == name


# Subjects of messages: leczna II.1, II.2, VI.2

CARD = Subject(
    parts=("first_name", "last_name", "class_name"), word="legitymacja", clause="leczna:II.1"
)
PHONE = Subject(
    parts=("first_name", "last_name", "class_name"), word="mlegitymacja", clause="leczna:VI.2"
)


@pytest.mark.clause("leczna:II.1", "leczna:II.2")
@pytest.mark.parametrize(
    "text",
    [
        "Anna Kowalska, 4b, legitymacja",
        "Kowalska Anna 4B – LEGITYMACJA",
        "legitymacja/4b/kowalska/anna",
        "anna_kowalska_4b_legitymacja",
        "Anna.Kowalska.4b.legitymacja",
        "Anna Kowalska 4 b legitymacja",
        "Anna Kowalska kl. 4-B legitymacja",
        "Anna Maria Kowalska 4b legitymacja",
        "Re: Fwd: Anna Kowalska 4b legitymacja",
        "Dzień dobry, w załączniku legitymacja: Anna Kowalska z klasy 4b. Dziękuję!",
        "Legitymacja szkolna 2024/2025 - Anna Kowalska (4b)",
        "mlegitymacja i legitymacja Anna Kowalska 4b",
        "Joanna Anna Kowalska 14b 4b legitymacja",
        "\tAnna\N{NO-BREAK SPACE}Kowalska\r\n4b legitymacja\0",
    ],
)
def test_leczna_ii_1_ii_2_all_parts_in_any_order_whatever_stands_between_them(text: str) -> None:
    assert subject_matches(text, CARD, ANNA)


@pytest.mark.clause("leczna:II.1", "leczna:II.2")
@pytest.mark.parametrize(
    "text",
    [
        "",
        "legitymacja",
        "Anna Kowalska 4b",
        "Anna Kowalska legitymacja",
        "Anna 4b legitymacja",
        "Kowalska 4b legitymacja",
        "Anna Kowalska 4a legitymacja",
        "Anna Kowalska 14b legitymacja",
        "Anna Kowalska14b legitymacja",
        "AnnaKowalska 4b legitymacja",
        "Anna Kowalska 4blegitymacja",
        "Anna Kowalska 4bc legitymacja",
        "Anna Kowalska 44b legitymacja",
        "Anna Kowalska b4 legitymacja",
        "Anna Kowalska 4 legitymacja b",
        "Joanna Kowalska 4b legitymacja",
        "Annabella Kowalska 4b legitymacja",
        "Anna Kowalski 4b legitymacja",
        "Anna Kowalskaja 4b legitymacja",
        "Anna Kowalska 4b legitymacje",
        "Anna Kowalska 4b legitymacjaszkolna",
        "Anna Kowalska 4b legitym acyjna",
    ],
)
def test_leczna_ii_1_ii_2_a_part_that_is_missing_or_glued_to_something_else(text: str) -> None:
    assert not subject_matches(text, CARD, ANNA)


@pytest.mark.clause("leczna:II.1", "leczna:II.2", "leczna:VI.2")
@pytest.mark.parametrize(
    ("word", "card", "phone"),
    [
        ("legitymacja", True, False),
        ("Legitymacja", True, False),
        ("mlegitymacja", False, True),
        ("mLegitymacja", False, True),
        ("MLEGITYMACJA", False, True),
        ("m-legitymacja", False, True),
        ("m legitymacja", False, True),
        ("elegitymacja", False, False),
        ("e-legitymacja", False, False),
        ("mmlegitymacja", False, False),
        ("legitymacja, mlegitymacja", True, True),
        ("m-legitymacja legitymacja", True, True),
    ],
)
@pytest.mark.parametrize(
    "text", ["Anna Kowalska 4b {}", "{} Anna Kowalska 4b", "Anna {} 4b Kowalska"]
)
def test_leczna_the_word_of_one_message_is_not_that_of_the_other(
    text: str, word: str, card: bool, phone: bool
) -> None:
    assert subject_matches(text.format(word), CARD, ANNA) is card
    assert subject_matches(text.format(word), PHONE, ANNA) is phone


def test_a_word_of_one_letter_before_the_word_makes_no_other_of_it() -> None:
    for lone in "aiouwz":
        assert subject_matches(f"Anna Kowalska 4b {lone} legitymacja", CARD, ANNA)
        assert not subject_matches(f"Anna Kowalska 4b {lone} legitymacja", PHONE, ANNA)


def test_a_lone_letter_before_the_word_may_be_that_of_the_class() -> None:
    text = "Anna Kowalska 1 M legitymacja"
    assert subject_matches(text, CARD, pupil(class_name="1 M"))
    assert not subject_matches(text, CARD, pupil(class_name="1"))
    assert not subject_matches(text, PHONE, pupil(class_name="1 M"))
    assert subject_matches(text, PHONE, pupil(class_name="1"))


@pytest.mark.clause("leczna:II.1", "leczna:II.2")
@pytest.mark.parametrize(
    "text",
    [
        "Zofia Żółkiewska-Łoś 1 TI legitymacja",
        "Zofia Świętosława Żółkiewska-Łoś, 1TI, legitymacja",
        "legitymacja ŻÓŁKIEWSKA ŁOŚ ZOFIA 1-TI",
        "zolkiewska-los zofia 1ti legitymacja",
        "Zofia-Swietoslawa ZolkiewskaLos 1 ti legitymacja",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_leczna_a_subject_in_polish_letters_composed_or_not_or_in_ascii(
    text: str, form: Any
) -> None:
    stored = ZOFIA.model_copy(update={"last_name": unicodedata.normalize(form, ZOFIA.last_name)})
    for spelling in (text, unicodedata.normalize("NFD", text)):
        assert subject_matches(spelling, CARD, stored)


@pytest.mark.parametrize(
    "text",
    [
        "Świętosława Żółkiewska-Łoś 1 TI legitymacja",  # the second first name alone
        "Zofia Żółkiewska 1 TI legitymacja",  # half a surname
        "Zofia Łoś-Żółkiewska 1 TI legitymacja",
        "Zofia Żółkiewska-Łoś 1 T legitymacja",
        "Zofia Żółkiewska-Łoś 1 TIA legitymacja",
        "Zofia Żółkiewska-Łoś 11 TI legitymacja",
    ],
)
def test_in_a_subject_too_the_first_name_and_the_whole_surname_are_needed(text: str) -> None:
    assert not subject_matches(text, CARD, ZOFIA)


def test_one_word_does_not_stand_for_two_parts() -> None:
    twice = pupil("Marian", "Marian")
    assert not subject_matches("Marian 4b legitymacja", CARD, twice)
    assert subject_matches("Marian Marian 4b legitymacja", CARD, twice)
    inside = pupil("Jan", "Jan-Kowalski")
    assert not subject_matches("Jan Kowalski 4b legitymacja", CARD, inside)
    assert subject_matches("Jan-Kowalski Jan 4b legitymacja", CARD, inside)
    assert subject_matches("Jan Jan Kowalski 4b legitymacja", CARD, inside)


@pytest.mark.parametrize(
    "child", [pupil("..."), pupil(last_name="-"), ANNA.model_copy(update={"class_name": None})]
)
def test_a_part_without_a_letter_is_found_in_no_subject(child: Pupil) -> None:
    assert not subject_matches("Anna Kowalska 4b legitymacja ...", CARD, child)


@pytest.mark.parametrize(
    ("length", "fits"), [(997, True), (998, True), (999, False), (10**7, False)]
)
@pytest.mark.parametrize("filling", [" ", "x", "a ", "anna "])
def test_a_subject_that_no_mail_carries_is_no_match(length: int, fits: bool, filling: str) -> None:
    text = " Anna Kowalska 4b legitymacja"
    before = (filling * length)[: length - len(text)]
    assert subject_matches(before + text, CARD, ANNA) is fits


def test_the_longest_names_in_the_longest_subject_are_soon_looked_for() -> None:
    child = pupil("a " * 90 + "a", "a" * 200, "a" * 100)
    assert not subject_matches("a " * 499, CARD, child)
    assert not subject_matches("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 998, CARD, child)


@pytest.mark.clause("leczna:II.1", "leczna:II.2", "leczna:VI.2")
@pytest.mark.parametrize(
    ("rule", "child", "text"),
    [
        (CARD, ANNA, "Anna Kowalska, 4b, legitymacja"),
        (PHONE, ANNA, "Anna Kowalska, 4b, mlegitymacja"),
        (CARD, ZOFIA, "Zofia Żółkiewska-Łoś, 1 TI, legitymacja"),
        (
            Subject(parts=("class_name", "last_name"), word="legitymacja", clause="x:1"),
            ANNA,
            "Kowalska, 4b, legitymacja",
        ),
        (
            Subject(parts=("class_name",), word="Legitymacja", clause="x:1"),
            ANNA,
            "4b, Legitymacja",
        ),
        (
            Subject(parts=("first_name",), word="legitymacja", clause="x:1"),
            ANNA.model_copy(update={"class_name": None}),
            "Anna, legitymacja",
        ),
    ],
)
def test_leczna_a_subject_is_built_of_the_parts_and_the_word(
    rule: Subject, child: Pupil, text: str
) -> None:
    assert subject(rule, child) == text


def test_a_subject_is_one_line() -> None:
    odd = {"last_name": "Kowalska\r\nBcc:\N{LINE SEPARATOR}x\0\N{SOFT HYPHEN}y"}
    child = ANNA.model_copy(update=odd)
    assert subject(CARD, child) == "Anna Kowalska Bcc: xy, 4b, legitymacja"


@given(ANY_PUPIL, st.sampled_from([CARD, PHONE]))
def test_law_a_subject_that_is_built_is_one_that_matches(child: Pupil, rule: Subject) -> None:
    other = PHONE if rule is CARD else CARD
    try:
        text = subject(rule, child)
    except WrongArgument:
        assert not all(map(fold, _parts(child)))
    else:
        assert subject_matches(text, rule, child)
        assert not subject_matches(text, other, child)
        assert all_seen(text)
        assert text.splitlines() == [text]
        assert text == unicodedata.normalize("NFC", text)


@given(
    POLISH,
    POLISH,
    st.sampled_from(["4b", "1 TI", "IIIa"]),
    st.permutations(range(4)),
    st.sampled_from(["-", "_", " ", ", ", ".", " / ", "\N{NO-BREAK SPACE}"]),
)
def test_law_a_subject_matches_in_any_order_case_and_form_with_or_without_marks(
    first: str, last: str, class_name: str, order: list[int], separator: str
) -> None:
    child = pupil(f"{first} Maria", last, class_name)
    parts = (first, last, class_name, "legitymacja")
    text = separator.join(parts[place] for place in order)
    for spelling in (text, text.translate(PLAIN), text.upper(), f"Re: {text} – dziękuję"):
        for form in ("NFC", "NFD"):
            assert subject_matches(unicodedata.normalize(form, spelling), CARD, child)


@given(st.permutations(["anna", "kowalska", "4b"]), st.sampled_from("-_ "))
def test_law_a_file_s_name_with_gaps_between_its_parts_fits_a_subject_too(
    parts: list[str], separator: str
) -> None:
    name = separator.join(parts)
    assert matches(f"{name}.jpg", LIST, ANNA)
    assert subject_matches(f"{name}.jpg legitymacja", CARD, ANNA)


@given(st.permutations(["anna", "kowalska", "4b", "legitymacja", "re", "fwd"]), st.data())
def test_law_each_part_is_needed_whatever_else_is_there(words: list[str], data: Any) -> None:
    assert subject_matches(" ".join(words), CARD, ANNA)
    missing = data.draw(st.sampled_from(["anna", "kowalska", "4b", "legitymacja"]))
    bent = data.draw(st.sampled_from(["", f"x{missing}", f"{missing}x", missing[1:], missing[:-1]]))
    left = [bent if word == missing else word for word in words]
    assert not subject_matches(" ".join(left), CARD, ANNA)


CLASSES = st.from_regex(r"1?[1-8][a-d]{0,2}", fullmatch=True)


@given(CLASSES, CLASSES)
def test_law_no_class_passes_for_another(written: str, asked: str) -> None:
    for order in permutations(["Anna", "Kowalska", written, "legitymacja"]):
        text = ", ".join(order)
        assert subject_matches(text, CARD, pupil(class_name=asked)) is (written == asked)


@pytest.mark.parametrize(("arguments", "name"), [((LIST, ANNA), "rule"), ((CARD, None), "pupil")])
def test_what_a_subject_is_built_of_has_its_type(arguments: Any, name: str) -> None:
    with pytest.raises(WrongArgument) as caught:
        subject(*arguments)
    assert caught.value.name == name


@pytest.mark.parametrize(
    "child", [pupil("..."), pupil(last_name="-"), ANNA.model_copy(update={"class_name": None})]
)
def test_a_subject_that_cannot_be_built_is_a_wrong_argument(child: Pupil) -> None:
    with pytest.raises(WrongArgument, match="pupil"):
        subject(CARD, child)
