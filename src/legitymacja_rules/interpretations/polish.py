"""The register in Polish, for those who read an audit: the question of each entry and its readings.

In the order of the entries' own readings, so that the one taken has the same place in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["POLISH", "InPolish"]


@dataclass(frozen=True, slots=True)
class InPolish:
    """One entry's question and readings in Polish."""

    question: str
    readings: tuple[str, ...]


POLISH: Mapping[str, InPolish] = MappingProxyType(
    {
        "I-mb": InPolish(
            "Czy megabajt w limicie pliku to 1 000 000, czy 1 048 576 bajtów?",
            (
                "1 MB to 10^6 bajtów",
                "1 MB to 2^20 bajtów",
                (
                    "w limicie przy 10^6 bajtów na MB: spełnione; ponad limitem przy 2^20: "
                    "niespełnione; pomiędzy: ogląda człowiek"
                ),
            ),
        ),
        "I-axes": InPolish(
            (
                "Która liczba pary pikseli to szerokość, a która wysokość, i czy mierzy się przed, czy "
                "po obrocie, którego żąda EXIF?"
            ),
            (
                (
                    "pierwsza liczba to w każdej szkole szerokość, mierzona tak, jak zapisano "
                    "piksele"
                ),
                (
                    "grojec 492 szerokości i 633 wysokości, leczna 500 i 600, ostroleka 354 i 496, "
                    "mierzone na zdjęciu obróconym według EXIF"
                ),
                "wystarczy dowolna kolejność, więc przejdzie i zdjęcie leżące na boku",
            ),
        ),
        "I-dpi": InPolish(
            (
                "Jaką rozdzielczość ma plik, w którym nie jest ona liczbą całkowitą, brak jej albo "
                "podano ją dwa razy różnie?"
            ),
            (
                "liczbę zapisaną w pliku, a brak liczy się jako 72 dpi",
                ("zaokrągloną do pełnych dpi; brak albo wartości sprzeczne rozstrzyga człowiek"),
                "plik bez jednej jasnej wartości nie spełnia wymogu",
            ),
        ),
        "I-600dpi": InPolish(
            (
                "Czy minimum 600 dpi z formularzy szkoły grojec wiąże, skoro sam regulamin nie żąda "
                "rozdzielczości?"
            ),
            (
                "wiąże: zdjęcie poniżej 600 dpi jest odrzucane",
                "nie wiąże: liczy się tylko treść regulaminu",
                (
                    "poniżej 600 dpi albo bez wartości ogląda człowiek, tylko przy mLegitymacji i "
                    "duplikacie; samo to nigdy nie wystarcza do odmowy"
                ),
            ),
        ),
        "I-100dpi": InPolish(
            (
                "Czy „do 100 dpi” przy zdjęciu do duplikatu w szkole ostroleka to górna granica, czy "
                "pomyłka zamiast dolnej?"
            ),
            (
                (
                    "górna granica: więcej niż 100 dpi jej nie spełnia, a plik bez wartości ogląda "
                    "człowiek"
                ),
                "pomyłka zamiast „co najmniej 100 dpi”",
                "uwaga bez mocy",
            ),
        ),
        "I-ratio": InPolish(
            (
                "Jak dokładnie większe zdjęcie ma zachować kształt 354 na 496 pikseli, którego żąda "
                "„proporcjonalnie więcej”?"
            ),
            (
                "co do piksela, inaczej niespełnione",
                (
                    "zachowany, gdy szerokość różni się najwyżej o piksel od wysokości * 354 / 496, "
                    "inaczej ogląda człowiek; niespełnione może być tylko minimum"
                ),
                "wystarczy każde zdjęcie co najmniej tej wielkości",
            ),
        ),
        "I-ostroleka-exact": InPolish(
            (
                "Czy zdjęcie do mLegitymacji w szkole ostroleka ma mieć dokładnie 354 na 496 pikseli, "
                "jak na formularzu, czy co najmniej tyle?"
            ),
            (
                "dokładnie, jak w oświadczeniu na formularzu",
                "co najmniej, jak w regulaminie",
            ),
        ),
        "I-jpg": InPolish(
            (
                "Czy o tym, że plik jest JPG, decyduje treść, czy rozszerzenie, i czy „.jpeg” jest "
                "dobre tam, gdzie wymieniono tylko „.jpg”?"
            ),
            (
                "decyduje rozszerzenie, co do litery",
                (
                    "decyduje treść; JPEG nazwany .jpeg tam, gdzie wymieniono tylko .jpg, albo z innym "
                    "rozszerzeniem lub bez niego ogląda człowiek, z radą zmiany nazwy"
                ),
                "decyduje treść, a rozszerzenie nigdy nie ma znaczenia",
            ),
        ),
        "I-leczna-photo-scope": InPolish(
            (
                "Do których procedur szkoły leczna stosuje się 300 dpi z II.1 i zasady zdjęcia z II.3?"
            ),
            (
                "oba do każdego zdjęcia w całej procedurze",
                (
                    "300 dpi tylko do legitymacji szkolnej, II.3 do niej i do przedszkolnej; wymiana, "
                    "duplikat i mLegitymacja według własnych rozdziałów"
                ),
                "oba tylko do legitymacji szkolnej",
            ),
        ),
        "I-leczna-name": InPolish(
            "W jakiej kolejności nazwa pliku w szkole leczna ma podawać nazwisko, imię i klasę?",
            (
                "nazwisko, imię, klasa przy każdym zdjęciu",
                (
                    "ta kolejność w rozdziale II; w rozdziale VI imię i nazwisko w dowolnej; polskie "
                    "litery i ich postać ASCII na równi"
                ),
                "wszędzie dowolna",
            ),
        ),
        "I-grojec-name-waiver": InPolish(
            (
                "Czy plik zdjęcia wgrany przez e-dziennik szkoły grojec musi mieć w nazwie imię, "
                "nazwisko i klasę?"
            ),
            (
                "tak, formularze żądają podpisanego pliku bez wyjątku",
                ("nie, wgranie zastępuje podpis; poza tym imię i nazwisko w dowolnej kolejności"),
            ),
        ),
        "I-current": InPolish(
            "Jak stare może być „aktualne” zdjęcie i kto to stwierdza?",
            (
                "szkoła poświadcza, że jest aktualne",
                "nie starsze niż sześć miesięcy, jak przy innych dokumentach",
                "decyduje dzień w metadanych pliku",
            ),
        ),
        "I-30d": InPolish(
            "Który dzień jest ostatnim z 30 dni od wygenerowania kodów?",
            (
                ("30. dzień, bez liczenia dnia wygenerowania i bez przesunięcia na dzień roboczy"),
                "30. dzień, licząc dzień wygenerowania jako pierwszy",
                "trzydzieści razy 24 godziny od chwili wygenerowania",
                "30. dzień, przesunięty na następny roboczy, jeżeli jest wolny",
            ),
        ),
        "I-start": InPolish(
            "Od którego dnia biegną terminy, które nie nazywają początku?",
            (
                "od złożenia formularza",
                "od dnia zapłaty",
                ("od dnia, w którym nic już nie brakuje: wniosku, załączników, dowodu wpłaty"),
            ),
        ),
        "I-working-days": InPolish(
            "Które dni są „dniami roboczymi”, skoro prawo nie zna ich ogólnej definicji?",
            (
                "od poniedziałku do soboty bez dni ustawowo wolnych",
                "od poniedziałku do piątku bez dni ustawowo wolnych, według prawa tego dnia",
                "dni, w których odbywają się lekcje",
            ),
        ),
        "I-act-deadline": InPolish(
            (
                "Czy termin na czynność szkoły liczony w dniach kalendarzowych przesuwa się, gdy "
                "ostatni dzień jest wolny?"
            ),
            (
                "zostaje w dniu, który wyliczono",
                ("przesuwa się za soboty, niedziele i dni ustawowo wolne; podaje się obie daty"),
            ),
        ),
        "I-7-14": InPolish(
            "Co obiecuje „7-14” dni roboczych w szkole grojec?",
            (
                "gotowe w 7. dniu roboczym, a 14 to tylko zapas",
                "nie wcześniej niż w 7. i nie później niż w 14. dniu roboczym",
                "spodziewane w 7. dniu roboczym, najpóźniej w 14.",
            ),
        ),
        "I-validity-grojec": InPolish(
            (
                "Do kiedy ważne są mLegitymacja szkoły grojec i jej certyfikat, skoro rok szkolny i "
                "legitymacja kończą się w różnych dniach?"
            ),
            (
                (
                    "mLegitymacja do końca roku szkolnego albo ważności legitymacji, zależnie od tego, "
                    "co wcześniej, a certyfikat razem z nią"
                ),
                "obie do daty na legitymacji, którą nawias w §7.10 podaje jako miarę",
                ("mLegitymacja do końca roku szkolnego, certyfikat dalej, do daty na legitymacji"),
            ),
        ),
        "I-validity-ostroleka": InPolish(
            (
                "Czy mLegitymacja szkoły ostroleka jest ważna tak długo jak karta, czy do końca "
                "kształcenia w szkole?"
            ),
            (
                "tak długo jak karta",
                "do końca kształcenia w szkole",
                "do wcześniejszego z tych dni",
            ),
        ),
        "I-validity-leczna": InPolish(
            "Jak długo ważna jest mLegitymacja szkoły leczna, skoro żaden przepis tego nie mówi?",
            (
                "tak długo jak legitymacja, której jest kopią",
                "bez końca, aż do unieważnienia",
                "do końca roku szkolnego",
            ),
        ),
        "I-hologram": InPolish(
            "Od którego dnia karta bez nowego hologramu jest nieważna?",
            (
                "od pierwszego dnia nowego roku szkolnego",
                "od dnia po dacie nadrukowanej albo ostatnio potwierdzonej",
                "nigdy: hologram jest tylko znakiem",
            ),
        ),
        "I-paper-yearly": InPolish(
            (
                "Czy legitymacja papierowa, która po dniu granicznym „zachowuje ważność”, nadal "
                "potrzebuje corocznej daty?"
            ),
            (
                "nie, jest ważna do końca nauki bez potwierdzania",
                ("tak, przepis ratuje postać papierową, a nie rok, którego nikt nie potwierdził"),
            ),
        ),
        "I-stamp-fields": InPolish(
            (
                "Kiedy legitymacja papierowa szkoły leczna kończy się przez „skończenie się miejsca na "
                "pieczętki”?"
            ),
            (
                "gdy tylko zapełni się ostatnie pole",
                "gdy minie data ostatniej pieczęci, a wszystkie pola są zapełnione",
                "wcale: prawo nie zna takiego końca",
            ),
        ),
        "I-in-force": InPolish(
            (
                "Od kiedy i do kiedy odpowiada każdy z regulaminów, skoro tylko jeden z pięciu ma "
                "daty?"
            ),
            (
                "te bez dat bez żadnych granic",
                (
                    "balin i sp6 od 1.09.2019, grojec i leczna od 13.07.2024, ostroleka od 1.09.2024; "
                    "rozdziały o mLegitymacji wszystkich pięciu do 16.09.2025 dla tego, co wydaje się "
                    "lub o co wnosi się na nowo, pozostałe bez końca"
                ),
                "odpowiada tylko ostroleka, pozostałe jako niedatowane niczego nie regulują",
            ),
        ),
        "I-collection": InPolish(
            (
                "Czy odbiór w szkole leczna „od poniedziałku do piątku w godz. 7.00–15.00” obejmuje "
                "15:00 i dni wolne w tygodniu?"
            ),
            (
                "bez 15:00, a dzień wolny w tygodniu tak, bo jest nazwany",
                "15:00 jeszcze tak, ale w dni ustawowo wolne nic się nie wydaje",
                "bez 15:00 i bez dni wolnych",
            ),
        ),
        "I-before-table": InPolish(
            "Co mówiło prawo krajowe przed pierwszym dniem tablic?",
            (
                "nic tu nie wiadomo: nieuregulowane",
                "to samo co w pierwszym dniu tablicy",
            ),
        ),
        "I-majority": InPolish(
            "Od której chwili uczeń jest pełnoletni?",
            (
                (
                    "od początku 18. urodzin, urodzony 29 lutego od 28 lutego; przez małżeństwo, gdy "
                    "poda to pytający"
                ),
                "od dnia po 18. urodzinach",
                "od 18. urodzin, urodzony 29 lutego od 1 marca; nigdy przez małżeństwo",
            ),
        ),
        "I-applicants": InPolish(
            (
                "Kto może wnioskować, gdy tekst wymienia tylko rodziców, pełnoletniego ucznia tylko "
                "zakłada albo nie wymienia nikogo?"
            ),
            (
                "wszędzie rodzic lub opiekun niepełnoletniego i uczeń pełnoletni",
                (
                    "jak w każdym tekście: balin, sp6, grojec rodzic lub opiekun (uczeń pełnoletni: "
                    "nierozstrzygnięte); leczna rodzice, o świadectwo rodzic albo absolwent; ostroleka "
                    "według wieku, o mLegitymację rodzice niepełnoletniego albo uczeń pełnoletni, o "
                    "duplikat legitymacji rodzice albo uczeń pełnoletni, o świadectwo uczeń albo "
                    "absolwent w każdym wieku"
                ),
                "tylko osoby wymienione w przepisie; każdemu innemu się odmawia",
            ),
        ),
        "I-parents": InPolish(
            (
                "Czy „rodzice” to oboje rodzice i czy słowo to obejmuje opiekunów oraz rodziców "
                "zastępczych?"
            ),
            (
                "oboje rodzice razem i nikt w ich miejsce",
                "wystarczy jedno z rodziców i nikt w ich miejsce",
                (
                    "wystarczy jedno z rodziców; opiekunowie prawni i rodzice zastępczy liczą się jak "
                    "rodzice"
                ),
            ),
        ),
        "I-adult-revoke": InPolish(
            "Czy pełnoletni uczeń szkoły ostroleka może wnosić o unieważnienie mLegitymacji?",
            (
                "nie, regulamin wymienia tylko rodziców niepełnoletniego",
                "tak, na własnym formularzu szkoły, który uczeń pełnoletni może podpisać",
            ),
        ),
        "I-name-basis": InPolish(
            (
                "Które dokumenty dowodzą w szkole ostroleka zmiany nazwiska, skoro jeden przepis "
                "wymienia ich więcej niż drugi?"
            ),
            (
                "szeroka lista z §2.11 do wszystkiego",
                "wąska lista z §2.10.2 do wszystkiego",
                (
                    "każdy dokument z §2.11 do wpisania nowego nazwiska, tylko te z §2.10.2 do "
                    "unieważnienia; akt małżeństwa, którego nie ma na żadnej liście: nierozstrzygnięte"
                ),
            ),
        ),
        "I-no-pesel": InPolish(
            "Co może dostać uczeń bez numeru PESEL?",
            (
                "nigdzie ani karty, ani mLegitymacji",
                (
                    "żadnej mLegitymacji: odmowa w szkole ostroleka, wniosek niekompletny w szkole "
                    "grojec, gdzie indziej szkoła tego nie reguluje i odpowiada prawo; kartę według "
                    "prawa z innym dokumentem, a gdzie karta lub ewidencja żąda PESEL, podaje się "
                    "sprzeczność"
                ),
                "jedno i drugie, z numerem innego dokumentu",
            ),
        ),
        "I-consent": InPolish(
            (
                "Czy zgoda na wprowadzenie danych, o którą prosi formularz szkoły ostroleka, jest "
                "warunkiem, skoro klauzula informacyjna nazywa dane obowiązkiem z przepisu?"
            ),
            (
                "jest warunkiem, jak na formularzu",
                "nie jest: do czego zobowiązuje prawo, na to nie trzeba zgody",
            ),
        ),
        "I-revoke-slip": InPolish(
            (
                "Co traci ważność w pierwszej podstawie unieważnienia w szkołach balin i sp6, która "
                "nazywa samą mLegitymację?"
            ),
            (
                "mLegitymacja: nieważną się unieważnia",
                "legitymacja, na której mLegitymacja się opiera",
            ),
        ),
        "I-device": InPolish(
            "Na ilu urządzeniach może działać jedna mLegitymacja?",
            (
                "w każdej szkole na jednym",
                (
                    "na jednym w szkołach balin, sp6 i grojec, z tym przepisem; w szkołach leczna i "
                    "ostroleka szkoła tego nie reguluje, odpowiada prawo, jeżeli może"
                ),
                "na dowolnej liczbie tam, gdzie tekst nie mówi wprost o jednym",
            ),
        ),
        "I-millimetres": InPolish(
            "Ile pikseli ma zdjęcie o podanych milimetrach przy podanej liczbie dpi?",
            (
                "mm / 25,4 * dpi, po zaokrągleniu do pełnych pikseli, co do piksela",
                (
                    "mm / 25,4 * dpi, po zaokrągleniu do pełnych pikseli, o jeden piksel mniej lub "
                    "więcej na każdym boku"
                ),
                "ile zechce, byle o dobrych proporcjach, bo drukarka je przeskaluje",
            ),
        ),
        "I-photo-age": InPolish(
            "Od którego dnia zdjęcie sprzed tylu a tylu miesięcy jest za stare?",
            (
                "od dnia po tej samej dacie tyle miesięcy później, liczonego na dzień złożenia",
                "od tego samego dnia, liczonego na dzień wydania",
                "gdy minie tyle razy po 30 dni",
            ),
        ),
        "I-in-writing": InPolish(
            "Które wnioski są pisemne, gdy przepisy tego wymagają?",
            (
                "te z podpisem własnoręcznym albo kwalifikowanym, jak w art. 78 Kodeksu cywilnego",
                (
                    "te na formularzu, wypełnionym lub złożonym, i te, które przyszły e-mailem albo "
                    "przez dziennik elektroniczny"
                ),
                "te, które szkoła za takie uzna",
            ),
        ),
        "I-school-or-law": InPolish(
            (
                "Które przepisy rozstrzygają, gdy szkoła i prawo obowiązujące w tym dniu mówią o tym "
                "samym co innego?"
            ),
            (
                "przepisy szkoły, a różnica jest podawana",
                "prawo, a różnica jest podawana",
                "żadne, dopóki nie rozstrzygnie dyrektor",
            ),
        ),
        "I-five-devices": InPolish(
            "Czy od 17.09.2025 urządzenie rodzica może zająć miejsce urządzenia ucznia?",
            (
                "nie: jedno urządzenie ucznia i cztery rodziców",
                "tak: najwyżej pięć urządzeń, obojętnie czyich",
                "pewne jest pięć łącznie; przekroczenie udziału w tych granicach pozostaje otwarte",
            ),
        ),
        "I-qr": InPolish(
            "Dla których uczniów system od 20.11.2025 nie tworzy kodów QR?",
            ("nie wiadomo: nieuregulowane", "dla wszystkich", "dla nikogo"),
        ),
        "I-7-days": InPolish(
            "Ile dni od 17.09.2025 działa kod wydrukowany przez szkołę?",
            ("7 dni, każdy z nich", "30 dni pierwszy, 7 dni następne"),
        ),
        "I-codes": InPolish(
            "Którego z dwóch kodów można użyć tylko raz i co go zużywa?",
            (
                "obu w każdej szkole, zużytych pierwszą próbą",
                (
                    "tego, który tekst nazywa jednorazowym (kod QR w szkołach balin i sp6, kod "
                    "aktywacyjny w szkole ostroleka), zużytego udaną aktywacją; w szkołach grojec i "
                    "leczna szkoła tego nie reguluje, odpowiada prawo, jeżeli może"
                ),
                "żadnego: oba służą, aż minie termin",
            ),
        ),
        "I-terms": InPolish(
            (
                "Czym jest „hasło”, które wydają szkoły balin i sp6, skoro kroki pytają o kod "
                "aktywacyjny?"
            ),
            (
                "kodem aktywacyjnym pod inną nazwą",
                "trzecim sekretem, do logowania w usłudze",
            ),
        ),
        "I-lapse": InPolish(
            "Co dalej, gdy kodów nie użyto w ciągu 30 dni?",
            (
                "w każdej szkole nowy wniosek",
                "nowe kody na podstawie starego wniosku",
                (
                    "w szkole grojec nowy wniosek; gdzie indziej termin zamyka aktywację, a dalszy "
                    "krok jest nieuregulowany"
                ),
            ),
        ),
        "I-reissue": InPolish(
            (
                "Z jakich przyczyn mLegitymację można wydać ponownie i czy można po unieważnieniu, o "
                "którym żadna nie mówi?"
            ),
            (
                "w każdej szkole z przyczyn wzoru krajowego",
                (
                    "z przyczyn, które szkoła wymienia, w szkołach balin i sp6 tylko z przedłużenia; "
                    "listą szkoły ostroleka jest §2.2, a po unieważnieniu uprawnionemu zostaje tam "
                    "nowe wydanie z §2.6"
                ),
                (
                    "tylko z przyczyn wymienionych, a więc w szkole ostroleka nigdy po unieważnieniu i "
                    "nawet nie pierwszy raz"
                ),
            ),
        ),
        "I-new-card": InPolish(
            (
                "Co dzieje się z mLegitymacją, gdy duplikat lub wymiana daje nową kartę w miejsce "
                "starej?"
            ),
            (
                "przechodzi na nową kartę",
                (
                    "związana ze starą kartą, jest unieważniana z urzędu, gdy ta traci ważność, jeżeli "
                    "szkoła zna tę podstawę; następna nosi numer nowej karty"
                ),
                "zostaje, jak jest, do daty starej karty",
            ),
        ),
        "I-original-void": InPolish(
            "Od kiedy po duplikacie nieważny jest oryginał, gdy tekst tego nie mówi?",
            (
                "wszędzie z chwilą wydania duplikatu",
                (
                    "legitymacja z wydaniem w szkołach grojec i leczna, świadectwo z odbiorem w szkole "
                    "ostroleka; legitymacja w szkole ostroleka i świadectwo w szkole leczna "
                    "nierozstrzygnięte"
                ),
                "od zgłoszenia utraty",
            ),
        ),
        "I-paper-or-card": InPolish(
            (
                "Czy przepisy, które wymieniają legitymację papierową, „tradycyjną” albo e-legitymację, "
                "pomijają drugą postać?"
            ),
            (
                "tak, każdy dotyczy tylko postaci, którą wymienia",
                "nie, chodzi o każdą ważną legitymację fizyczną",
            ),
        ),
        "I-card-fields": InPolish(
            (
                "Jakie pola ma karta szkoły grojec, skoro jej lista nie zna imienia i nazwiska ani "
                "zdjęcia ucznia?"
            ),
            (
                "tylko te z listy",
                "te z listy i te z urzędowego wzoru",
                "tylko te z urzędowego wzoru",
            ),
        ),
        "I-proof": InPolish(
            "Czy przy wymianie karty z powodu błędu trzeba dowodu zmiany danych?",
            (
                "tak, załączniki wymieniono dla każdego wniosku",
                (
                    "tylko gdy zmieniły się dane ucznia, nie gdy pomyliła się szkoła; starą kartę "
                    "zwraca się tak czy inaczej"
                ),
            ),
        ),
        "I-first-name-fee": InPolish(
            (
                "Czy wymiana z powodu nowego imienia kosztuje, skoro wśród bezpłatnych wymieniono obok "
                "sprostowań tylko adres i nazwisko?"
            ),
            (
                "tak, bo nie ma jej wśród bezpłatnych",
                "nie, jest bezpłatna z mocy prawa i to źródło się podaje",
                "nie, nazwisko oznacza imię i nazwisko",
            ),
        ),
        "I-address": InPolish(
            (
                "Czy nowy adres zamieszkania jest przyczyną wymiany, choć karta ID-1 adresu nie "
                "pokazuje?"
            ),
            (
                "nigdzie, bo karta wyglądałaby tak samo",
                "tam, gdzie tekst ją wymienia (grojec, ostroleka), nie w szkole leczna",
                "wszędzie, jako zmiana danych osobowych",
            ),
        ),
        "I-errors": InPolish(
            (
                "W którym dokumencie muszą być błędy, które prowadzą do nowego wydania: w legitymacji "
                "czy w mLegitymacji?"
            ),
            (
                "w legitymacji, rzeczowniku najbliższym przed „w niej”",
                "w mLegitymacji, podmiocie całej listy",
                "w którymkolwiek",
            ),
        ),
        "I-grojec-title": InPolish(
            (
                "Który tytuł przelewu szkoły grojec jest właściwy, skoro regulamin chce klasy, a "
                "formularz, innymi słowami, nie?"
            ),
            (
                "tylko ten z regulaminu",
                "tylko ten z formularza",
                "buduje się ten z regulaminu, a wpłatę z każdym się przyjmuje",
            ),
        ),
        "I-fee": InPolish(
            "Czy opłata za duplikat jest opłatą skarbową, czy opłatą w tej samej kwocie?",
            (
                "opłatą skarbową, należną organowi podatkowemu gminy",
                (
                    "opłatą równą opłacie skarbowej, wpłacaną na rachunek, który wskazuje szkoła; "
                    "tytuły przelewów zostają w brzmieniu szkoły"
                ),
            ),
        ),
        "I-free": InPolish(
            (
                "Ile kosztuje mLegitymacja w szkołach sp6 i leczna oraz pierwsza legitymacja albo "
                "wymiana w szkołach balin i sp6, gdy szkoła milczy?"
            ),
            (
                "nic, z mocy prawa, i to źródło się podaje",
                "nieuregulowane, bo szkoła milczy",
                "nic z woli szkoły, bo aplikację nazwano bezpłatną",
            ),
        ),
        "I-leczna-discretion": InPolish(
            (
                "Co wynika z tego, że szkoła leczna „może” odrzucić zdjęcie albo unieważnić "
                "mLegitymację?"
            ),
            (
                "szkoła odrzuca albo unieważnia zawsze, gdy zajdzie ten przypadek",
                "nic, dopóki szkoła sama nie zadziała",
                (
                    "nierozstrzygnięte, dopóki ktoś nie poświadczy decyzji szkoły; format, rozmiar, "
                    "piksele i dpi z II.1 i VI.2 nie są do jej uznania"
                ),
            ),
        ),
        "I-leczna-bank": InPolish(
            (
                "Który bank prowadzi rachunek szkoły leczna, skoro numer banku w rachunku należy do "
                "innego niż nazwany w tekście?"
            ),
            (
                "bank nazwany, więc numer jest błędny",
                "bank z numeru, więc nazwa jest błędna",
                "otwarte: podaje się numer, a banku się nie nazywa",
            ),
        ),
        "I-missing-forms": InPolish(
            "Jakie pola mają załączniki, do których teksty odsyłają, a których nie znamy?",
            (
                "takie jak podobny formularz innej szkoły",
                "to, czego żąda sam tekst; dalsze pola są nieuregulowane",
                "żadne: wystarczy sam formularz",
            ),
        ),
        "I-silence": InPolish(
            "Co wynika z tego, że tekst szkoły o jakiejś sprawie milczy?",
            (
                (
                    "milczenie nie stawia warunku; tylko gdy od reguły zależy sama odpowiedź, odpowiada "
                    "prawo, a gdzie prawa nie znamy, odpowiedź jest nieuregulowana"
                ),
                "lukę wypełnia reguła innej szkoły",
                "czego nie dozwolono, tego się odmawia",
            ),
        ),
        "I-sp6-channel": InPolish(
            "Do kiedy można przesyłać szkole sp6 skany „w chwili obecnej”?",
            (
                "dopóki informacja obowiązuje, bo końca nie podaje",
                "tylko w czasie ograniczeń pracy szkół",
            ),
        ),
        "I-grojec-references": InPolish(
            "Co znaczą odesłania szkoły grojec do jednostek, których nie ma?",
            (
                ("§7.8 mówi o danych aktywacyjnych z §7.7, a §7.12c o unieważnieniu z §7.11a"),
                "§7.8 mówi o danych ucznia z §7.6d, a §7.12c nie odsyła do niczego",
            ),
        ),
        "I-end-of-education": InPolish(
            ("Kiedy kończy się karta, której żaden przepis nie kończy, gdy uczeń opuszcza szkołę?"),
            (
                "w dacie nadrukowanej albo ostatnio potwierdzonej",
                "z końcem kształcenia w szkole, bez względu na datę",
            ),
        ),
        "I-exchanged-id": InPolish(
            "Od kiedy nieważna jest legitymacja wymieniona na nową?",
            (
                "od dnia wymiany, bo zwraca się ją z wnioskiem",
                "od odbioru nowej, jak przy duplikacie",
                "nigdy przed jej datą",
            ),
        ),
        "I-opt-out": InPolish(
            (
                "Czy do mLegitymacji potrzeba wniosku, jak w tekstach, skoro według ustawy wydaje się "
                "ją, chyba że rodzice się sprzeciwią?"
            ),
            (
                "potrzeba, dopóki żąda go tekst szkoły, a różnicę się podaje",
                "nie potrzeba, bo ustawa stoi ponad tekstem",
            ),
        ),
        "I-no-new-card": InPolish(
            (
                "Czy nową mLegitymację można wydać z powodu nowej karty, na przykład duplikatu, choć "
                "żaden tekst tej przyczyny nie wymienia?"
            ),
            (
                "nie, tekst wymienia swoje przyczyny, a tej wśród nich nie ma",
                "tak, z mocy prawa, i to źródło się podaje",
            ),
        ),
        "I-preschool-year": InPolish(
            (
                "Czy szkoła leczna wydaje legitymację przedszkolną każdemu dziecku niepełnosprawnemu w "
                "oddziale przedszkolnym, czy, jak ustawa, w roku obowiązkowego przygotowania?"
            ),
            (
                "każdemu takiemu dziecku, jak w tekście, a różnicę się podaje",
                "tylko w roku obowiązkowego przygotowania",
            ),
        ),
        "I-computer-made": InPolish(
            (
                "Czy duplikat świadectwa można sporządzić na komputerze, jak w szkole ostroleka, obok "
                "druku obowiązującego w dniu wydania oryginału?"
            ),
            (
                "tak albo tak, jak w tekście, a różnicę się podaje",
                "tylko na druku z tamtego dnia",
            ),
        ),
    }
)
