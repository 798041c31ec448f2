"""Names of files: `leczna:II.3.h` writes the pattern `nazwisko-imie-klasa`; others list its parts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legitymacja_rules.facts import Pupil
from legitymacja_rules.naming import extension, fold, matches
from legitymacja_rules.regulation import Naming
from samples import ANNA

PATTERN = Naming(
    parts=("last_name", "first_name", "class_name"), any_order=False, clause="leczna:II.3.h"
)
LIST = Naming(parts=("first_name", "last_name", "class_name"), clause="leczna:VI.2")

POLISH = st.text("aąbcćdeęfghijklłmnńoóprsśtuwyzźż", min_size=1, max_size=12)
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
