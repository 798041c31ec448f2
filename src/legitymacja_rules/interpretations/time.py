"""Readings about time: days counted, validity, from when until when a text answers."""

from ._entry import Interpretation

__all__ = ["ENTRIES"]

ENTRIES = (
    Interpretation(
        id="I-30d",
        kind="ambiguity",
        question="Which is the last day of the 30 days from the generation of the codes?",
        clauses=(
            "balin:one-device-30d",
            "sp6:one-device-30d",
            "grojec:§7.8",
            "grojec:§7.9",
            "leczna:VI.5",
            "ostroleka:form.codes",
        ),
        readings=(
            "day 30, with the day of generation not counted and no move for weekends or days off",
            "day 30, with the day of generation counted as the first",
            "thirty times 24 hours from the moment of generation",
            "day 30, moved to the next working day if it is free",
        ),
        taken=0,
        why=(
            "Counting by the civil code leaves out the day of the event, and no text gives an "
            "hour. The window is a setting of a system that works every day, not an act due at an "
            "office."
        ),
        parameters=("mlegitymacja.codes.days",),
    ),
    Interpretation(
        id="I-start",
        kind="silence",
        question="From which day do deadlines run that name no start?",
        clauses=(
            "grojec:§5.6",
            "ostroleka:§3.7",
            "leczna:IX.4",
        ),
        readings=(
            "from the lodging of the form",
            "from the day of the payment",
            "from the day when nothing is missing any more: form, attachments, proof of payment",
        ),
        taken=2,
        why=(
            "Nobody can work on an application that lacks what the text demands with it. Where a "
            "clause names its own start or condition (ostroleka §4.8, leczna VI.3), that one "
            "holds."
        ),
    ),
    Interpretation(
        id="I-working-days",
        kind="silence",
        question="Which days are 'dni robocze', a term without a general definition in law?",
        clauses=(
            "grojec:§5.6",
            "ostroleka:§3.7",
            "ostroleka:§4.8",
        ),
        readings=(
            "Monday to Saturday without statutory days off",
            "Monday to Friday without statutory days off, by the law of that date",
            "days on which lessons are held",
        ),
        taken=1,
        why=(
            "School offices work from Monday to Friday, and the civil code treats Saturday as a "
            "day off for deadlines. The list of days off has changed, so each date is judged by "
            "the list of its own day."
        ),
    ),
    Interpretation(
        id="I-act-deadline",
        kind="silence",
        question=(
            "When the school has so many calendar days to act and the last is a free day, does the "
            "deadline move?"
        ),
        clauses=(
            "leczna:VI.3",
            "leczna:IX.4",
        ),
        readings=(
            "it stays on the day that was counted",
            (
                "it moves past Saturdays, Sundays and statutory days off; the counted and the "
                "moved date are both given"
            ),
        ),
        taken=1,
        why=(
            "Article 115 of the civil code says so for acts that are due in a period. The counted "
            "day is kept beside it, for those who plan on it."
        ),
    ),
    Interpretation(
        id="I-7-14",
        kind="ambiguity",
        question="What do '7-14' working days promise at grojec?",
        clauses=("grojec:§5.6",),
        readings=(
            "ready on the 7th working day, with 14 a mere reserve",
            "not before the 7th and not after the 14th working day",
            "expected on the 7th working day, on the 14th at the latest",
        ),
        taken=2,
        why=(
            "A deadline with two ends tells the usual and the outer one. The words 'do 7-14' "
            "forbid no earlier handover."
        ),
    ),
    Interpretation(
        id="I-validity-grojec",
        kind="contradiction",
        question=(
            "Until when are an mLegitymacja of grojec and its certificate valid, when the school "
            "year and the ID end on different days?"
        ),
        clauses=(
            "grojec:§7.10",
            "grojec:§8.5",
        ),
        readings=(
            (
                "the mLegitymacja until the end of the school year or of the ID, whichever is "
                "earlier, and the certificate with it"
            ),
            "both until the date on the ID, which the bracket in §7.10 names as the measure",
            (
                "the mLegitymacja until the end of the school year, the certificate on until the "
                "date of the ID"
            ),
        ),
        taken=0,
        why=(
            "§7.10 sets an outer limit and the ID's date cannot lengthen it; a certificate that "
            "outlives the document certifies nothing. The rival reading of §8.5 stays on record."
        ),
        parameters=("mlegitymacja.validity",),
    ),
    Interpretation(
        id="I-validity-ostroleka",
        kind="contradiction",
        question=(
            "Is an mLegitymacja of ostroleka valid as long as the card or until the end of "
            "education at the school?"
        ),
        clauses=(
            "ostroleka:§2.9",
            "ostroleka:§2.12",
        ),
        readings=(
            "as long as the card",
            "until the end of education at the school",
            "until the earlier of the two",
        ),
        taken=2,
        why=(
            "Both clauses are in force and neither yields to the other, so both limits hold at "
            "once."
        ),
        parameters=("mlegitymacja.validity",),
    ),
    Interpretation(
        id="I-validity-leczna",
        kind="silence",
        question="How long is an mLegitymacja of leczna valid, as no clause says it?",
        clauses=(
            "leczna:V.1",
            "leczna:VII.1",
        ),
        readings=(
            "as long as the physical ID that it copies",
            "without a limit until it is revoked",
            "until the end of the school year",
        ),
        taken=0,
        why=(
            "The text calls it a copy and revokes it when the ID loses validity, so it cannot "
            "outlast the ID and needs no earlier end."
        ),
        parameters=("mlegitymacja.validity",),
    ),
    Interpretation(
        id="I-hologram",
        kind="ambiguity",
        question="From which day does a card become invalid for want of a new hologram?",
        clauses=(
            "grojec:§2.6",
            "leczna:II.5",
            "leczna:II.6",
        ),
        readings=(
            "from the first day of the new school year",
            "from the day after the date printed or last confirmed",
            "never: the hologram is only a sign",
        ),
        taken=1,
        why=(
            "The hologram confirms validity for a later school year, so until the last confirmed "
            "date nothing is missing. A card in its first school year needs none before its "
            "printed date."
        ),
    ),
    Interpretation(
        id="I-paper-yearly",
        kind="ambiguity",
        question=(
            "Does a paper ID that 'keeps its validity' after the cut-off day still need its yearly "
            "date?"
        ),
        clauses=(
            "grojec:§2.7",
            "leczna:I.1",
            "leczna:II.5",
        ),
        readings=(
            "no, it is valid until the end of education without any confirmation",
            "yes, the cut-off rules save the paper form, not a year that nobody confirmed",
        ),
        taken=1,
        why=(
            "The rules answer which form may still be used after the change to cards. Leczna still "
            "describes the stamping of paper IDs, which would otherwise be idle."
        ),
    ),
    Interpretation(
        id="I-stamp-fields",
        kind="law",
        question="When does leczna's paper ID end by 'skończenie się miejsca na pieczętki'?",
        clauses=("leczna:I.1",),
        readings=(
            "as soon as the last field is filled",
            "once the date of the last stamp is over, with every field used up",
            "not at all: the law knows no such end",
        ),
        taken=1,
        why=(
            "The last stamp still confirms a year, and only after it is there no way to confirm "
            "another. National law has no such limit; the difference is on record."
        ),
    ),
    Interpretation(
        id="I-in-force",
        kind="silence",
        question=(
            "From when and until when does each regulation answer, if only one of the five has "
            "dates?"
        ),
        clauses=(
            "ostroleka:§5.2",
            "grojec:§1.2",
            "grojec:§2.7",
            "leczna:basis",
            "leczna:I.2",
            "balin:agreement",
            "sp6:agreement",
        ),
        readings=(
            "the undated ones without any bounds",
            (
                "balin and sp6 from 1.09.2019, grojec and leczna from 13.07.2024, ostroleka from "
                "1.09.2024; the mLegitymacja chapters of all five to 16.09.2025 for what is issued "
                "or asked anew, the others without end"
            ),
            "only ostroleka answers, the others are undated and so not covered",
        ),
        taken=1,
        why=(
            "The starts are the days of the rules that the texts rest on, and on 17.09.2025 the "
            "application and code model that they describe ended; what was issued earlier lives on "
            "by its own terms. Outside the bounds the school does not answer and national law says "
            "what it knows; a host that knows better overrides them."
        ),
        parameters=(
            "in_force.since",
            "in_force.until",
            "mlegitymacja.in_force.since",
            "mlegitymacja.in_force.until",
        ),
    ),
    Interpretation(
        id="I-collection",
        kind="ambiguity",
        question=(
            "Does collection at leczna 'od poniedziałku do piątku w godz. 7.00-15.00' include "
            "15:00 and days off within the week?"
        ),
        clauses=("leczna:IX.5",),
        readings=(
            "15:00 is out, and a day off within the week is in as it is named",
            "15:00 still counts, but nothing is handed out on a statutory day off",
            "15:00 is out, and days off are out",
        ),
        taken=1,
        why=(
            "An hour named as the end of a span belongs to it in plain speech. On a statutory day "
            "off the office is closed, whatever the weekday."
        ),
    ),
    Interpretation(
        id="I-before-table",
        kind="silence",
        question="What did the national law say before the first day of its tables?",
        clauses=(),
        readings=(
            "nothing known here: not covered",
            "the same as on the first day of the table",
        ),
        taken=0,
        why=(
            "The tables begin on 1 September 2019, when the mLegitymacja's own rules began; that of "
            "days off begins in 1991. What held before was not looked up, and a guess would look like "
            "an answer."
        ),
    ),
)
