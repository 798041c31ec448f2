"""What mends data that were refused: a text for each code of a fault."""

from ._text import Remedy, Text

__all__ = ["REMEDIES", "UNKNOWN", "WHOLE"]

WHOLE = Text("(całość)", "(whole)")
"""Instead of a path, where the whole does not fit."""

UNKNOWN = Remedy(Text("wartość nie pasuje do tego pola", "the value does not fit this field"))
"""For a code that no remedy stands for."""

_DAY = Remedy(
    Text(
        "podaj istniejący dzień jako tekst, np. 2024-09-01",
        "give a day that exists as text, such as 2024-09-01",
    )
)
_INSTANT = Remedy(
    Text(
        "podaj chwilę jako tekst, np. 2025-10-26T02:30:00+01:00",
        "give an instant as text, such as 2025-10-26T02:30:00+01:00",
    )
)
_WHOLE_NUMBER = Remedy(
    Text(
        "podaj liczbę całkowitą: bez cudzysłowu i bez części ułamkowej",
        "give a whole number, without quotes and without a fraction",
    )
)
_LIST = Remedy(
    Text("podaj listę w nawiasach kwadratowych", "give a list in square brackets"),
)
_OBJECT = Remedy(
    Text("podaj obiekt w nawiasach klamrowych", "give an object in curly brackets"),
)
_JSON = Remedy(Text("to nie jest poprawny JSON", "this is no valid JSON"))
_TOO_SHORT = Remedy(
    Text("to pole nie może być puste", "this field may not be empty"),
    Text("za mało; najmniej: {}", "too few; at least: {}"),
)

_WORD = Remedy(
    Text("słowo spoza listy", "a word that is not on the list"),
    Text("słowo spoza listy; dozwolone: {}", "a word that is not on the list; allowed: {}"),
)
_EXACT = Remedy(
    Text(
        "podaj liczbę jako tekst, np. 1.5 w cudzysłowie",
        "give the number as text, such as 1.5 in quotes",
    )
)

REMEDIES: dict[str, Remedy] = {
    "missing": Remedy(Text("to pole jest wymagane", "this field is needed")),
    "extra_forbidden": Remedy(
        Text("nie ma takiego pola; usuń je", "there is no such field; leave it out"),
        Text("nie ma takiego pola; podobne to: {}", "there is no such field; a similar one is: {}"),
    ),
    "literal_error": _WORD,
    "enum": _WORD,
    "union_tag_invalid": _WORD,
    "union_tag_not_found": Remedy(
        Text("brakuje pola z rodzajem", "the field that tells the kind is missing"),
        Text("podaj rodzaj w polu {}", "give the kind in the field {}"),
    ),
    "greater_than": Remedy(
        Text("za mało", "too little"),
        Text("podaj więcej niż {}", "give more than {}"),
    ),
    "greater_than_equal": Remedy(
        Text("za mało", "too little"),
        Text("podaj co najmniej {}", "give at least {}"),
    ),
    "less_than": Remedy(
        Text("za dużo", "too much"),
        Text("podaj mniej niż {}", "give less than {}"),
    ),
    "less_than_equal": Remedy(
        Text("za dużo", "too much"),
        Text("podaj najwyżej {}", "give at most {}"),
    ),
    "money": Remedy(
        Text(
            "podaj kwotę jako tekst z dokładnie dwoma miejscami po kropce, np. 9.00 w cudzysłowie",
            "give the amount as text with exactly two places, such as 9.00 in quotes",
        )
    ),
    "exact_number": _EXACT,
    "decimal_type": _EXACT,
    "decimal_parsing": _EXACT,
    "account_number": Remedy(
        Text(
            "podaj 26 cyfr polskiego rachunku; suma kontrolna musi się zgadzać",
            "give the 26 digits of a Polish account; its check digits have to be right",
        )
    ),
    "string_pattern_mismatch": Remedy(
        Text("tekst ma inną postać, niż trzeba", "the text has another form than it needs"),
        Text("tekst musi pasować do wzorca {}", "the text has to match the pattern {}"),
    ),
    "string_too_short": _TOO_SHORT,
    "too_short": _TOO_SHORT,
    "too_long": Remedy(
        Text("za dużo pozycji", "too many items"),
        Text("za dużo pozycji; najwięcej: {}", "too many items; at most: {}"),
    ),
    "string_too_long": Remedy(
        Text("za długi tekst", "the text is too long"),
        Text("za długi tekst; najwięcej znaków: {}", "the text is too long; signs at most: {}"),
    ),
    "string_type": Remedy(Text("podaj tekst w cudzysłowie", "give text in quotes")),
    "string_unicode": Remedy(
        Text("tekst zawiera połówki znaków", "the text holds halves of signs"),
    ),
    "bool_type": Remedy(
        Text("podaj true albo false, bez cudzysłowu", "give true or false, without quotes")
    ),
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "finite_number": _WHOLE_NUMBER,
    "tuple_type": _LIST,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "dict_type": _OBJECT,
    "dataclass_type": _OBJECT,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "datetime_from_date_parsing": _INSTANT,
    "datetime_parsing": _INSTANT,
    "instant": _INSTANT,
    "other_day": Remedy(
        Text("chwila (at) leży w innym dniu", "the instant (at) lies on another day"),
    ),
    "json_invalid": _JSON,
    "not_json": _JSON,
    "no_such_path": Remedy(
        Text("ta ścieżka donikąd nie prowadzi", "this path leads nowhere"),
    ),
    "reserved_slug": Remedy(
        Text(
            "to słowo oznacza w bibliotece akty prawne i logikę; nazwij szkołę inaczej",
            "this word stands for acts and logic in the library; name the school otherwise",
        )
    ),
    "no_since": Remedy(
        Text(
            "szkoła coś stanowi: podaj w since, od którego dnia",
            "the school says something: give in since from which day on",
        )
    ),
    "one_unit": Remedy(
        Text(
            "podaj albo dni (days), albo minuty (minutes)",
            "give either days or minutes, and not both",
        )
    ),
    "asks_nothing": Remedy(
        Text(
            "wymaganie nie wymaga niczego; usuń je albo wpisz warunek",
            "the requirement asks nothing; leave it out or give a condition",
        )
    ),
    "min_above_max": Remedy(
        Text(
            "minimum większe niż maksimum; popraw jedno z nich",
            "the minimum is above the maximum; mend one of them",
        )
    ),
    "no_bound": Remedy(
        Text("podaj przynajmniej jedną granicę", "give at least one bound"),
    ),
    "two_units": Remedy(
        Text("jedną granicę podaj w jednej jednostce", "give one bound in one unit"),
    ),
    "not_printable": Remedy(
        Text(
            "usuń znaki, których nie widać (sterujące, kierunku pisma, zerowej szerokości,"
            " także te w emoji), albo wpisz tekst od nowa",
            "take out the signs that cannot be seen (controls, marks of direction, signs without"
            " a width, those in emoji as well), or type the text anew",
        )
    ),
    "masked_text": Remedy(
        Text(
            "podaj jeden wiersz, najwyżej 4096 znaków, które widać",
            "give one line of at most 4096 signs that can be seen",
        )
    ),
    "pesel_length": Remedy(
        Text("PESEL ma 11 cyfr, bez spacji i myślników", "a PESEL has 11 digits and nothing else")
    ),
    "pesel_digits": Remedy(
        Text("PESEL ma same cyfry od 0 do 9", "a PESEL has nothing but digits from 0 to 9")
    ),
    "pesel_birth_date": Remedy(
        Text(
            "w tym numerze nie ma istniejącego dnia urodzenia; sprawdź cyfry od 1. do 6.",
            "this number holds no day of birth that exists; look at its digits 1 to 6",
        )
    ),
    "pesel_checksum": Remedy(
        Text(
            "cyfra kontrolna się nie zgadza; sprawdź, czy żadna cyfra nie jest przestawiona",
            "the check digit is wrong; see whether two digits changed places",
        )
    ),
    "other_without_wording": Remedy(
        Text(
            "do powodu other dopisz słowa przepisów (wording)",
            "with the ground other give the text's words (wording)",
        )
    ),
    "wording_without_other": Remedy(
        Text("wording pasuje tylko do powodu other", "wording stands with the ground other only")
    ),
    "other_not_alone": Remedy(
        Text("powód other wpisz w osobnym wierszu", "give the ground other a row of its own")
    ),
    "other_twice": Remedy(
        Text(
            "każdemu powodowi other daj osobny clause", "give each ground other a clause of its own"
        )
    ),
    "way_twice": Remedy(
        Text("każdy sposób (way) podaj raz", "give each way once"),
    ),
    "repeated_key": Remedy(
        Text("to pole stoi dwa razy; zostaw jedno", "this field stands twice; leave one of them")
    ),
    "foreign_heading": Remedy(
        Text(
            "slug, school, text i in_force podaj wprost, nie w changes",
            "give slug, school, text and in_force themselves, not in changes",
        )
    ),
    "reversed_period": Remedy(
        Text(
            "okres kończy się przed początkiem: popraw since albo until",
            "the period ends before it begins: mend since or until",
        )
    ),
    "overlapping_periods": Remedy(
        Text(
            "okres zachodzi na poprzedni: zakończ poprzedni (until) dzień przed tym since",
            "the period overlaps the one before: end that (until) the day before this since",
        )
    ),
    "not_in_order": Remedy(
        Text(
            "to brzmienie jest starsze niż poprzednie: ułóż je według dni",
            "this edition is older than the one before: put them in the order of their days",
        )
    ),
    "other_school": Remedy(
        Text(
            "to brzmienie należy do innej szkoły: slug musi być ten sam",
            "this edition is another school's: the slug has to be the same",
        )
    ),
    "foreign_clause": Remedy(
        Text(
            "jednostka musi zaczynać się od slug szkoły i dwukropka",
            "the clause has to begin with the school's slug and a colon",
        )
    ),
    "repeated_clause": Remedy(
        Text("ta jednostka jest już na liście", "this clause stands on the list already"),
    ),
    "unknown_clause": Remedy(
        Text(
            "tej jednostki nie ma w clauses: dopisz ją albo popraw",
            "this clause does not stand in clauses: add it there or mend it",
        )
    ),
    "begins_otherwise": Remedy(
        Text(
            "historia zaczyna się od wystawienia (issued)",
            "a history begins with the issue (issued)",
        )
    ),
    "impossible_act": Remedy(
        Text(
            "w ówczesnym stanie dokumentu nie można było tego zrobić: sprawdź kolejność i dni",
            "in the state of that day this could not be done: check the order and the days",
        )
    ),
    "act_before_last": Remedy(
        Text(
            "ten dzień jest wcześniejszy niż ostatnia czynność: popraw dzień (on) albo kolejność",
            "this day lies before the last act: mend the day (on) or the order",
        )
    ),
    "not_the_last_act": Remedy(
        Text(
            "cofnąć można tylko ostatnią czynność: act i done muszą ją wskazywać",
            "only the last act can be taken back: act and done have to name it",
        )
    ),
    "without_cause": Remedy(
        Text(
            "to zdarzenie stoi tuż za czynnością, z której wynika, z jej dniem i danymi",
            "this stands right behind the act from which it follows, with its day and data",
        )
    ),
    "inconsistent": Remedy(
        Text(
            "ruchy się nie bilansują: dni po kolei, każdy hologram raz przyjęty i raz wydany",
            "the movements do not add up: days in order, each hologram in once and out once",
        )
    ),
}
