"""Where a text can be read in two ways: the register of readings.

A regulation is written by people for people. Now and then it is silent, says a thing twice and
differently, or disagrees with the law above it. A program that executes it must still take some
reading. What would be wrong is to take it in silence, in the branch of some rule. So each such
place is an entry here: the question, the clauses concerned, the readings that are possible, the
one this library takes, and why.

Some readings lead to a third outcome beside yes and no: what needs a human eye, or what nothing
known answers, stays undecided and is never guessed or borrowed from another school. The register
is data, not behaviour: the rules carry the readings out, and findings and documents can point
here. A host may read it all and, where a parameter carries the choice, choose otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .errors import UnknownInterpretation

__all__ = ["REGISTER", "Interpretation", "interpretation"]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One doubtful place, its readings, and the one this library takes.

    Attributes:
        id: Stable name of the entry, such as ``"I-30d"``.
        question: What is in doubt, in one sentence.
        clauses: Ids of the clauses that the question concerns, such as ``"leczna:VI.5"``.
            Empty only where no text touches the question.
        readings: The possible readings, two or more, each a short phrase.
        taken: Index into ``readings`` of the reading that the rules carry out.
        why: The reason for that reading, in one or two sentences.
        parameters: Names of the parameters by which a host may choose another reading.
            Empty where the reading is fixed.
    """

    id: str
    question: str
    clauses: tuple[str, ...]
    readings: tuple[str, ...]
    taken: int
    why: str
    parameters: tuple[str, ...] = ()

    @property
    def reading(self) -> str:
        """The reading taken, in words."""
        return self.readings[self.taken]


_ENTRIES: tuple[Interpretation, ...] = (
    # Photo: size, resolution, format, name of the file
    Interpretation(
        id="I-mb",
        question="Is a megabyte of the file limits 1 000 000 or 1 048 576 bytes?",
        clauses=(
            "balin:docs.2",
            "sp6:docs.2",
            "leczna:II.1",
            "leczna:II.3.f",
            "leczna:VI.2",
            "ostroleka:§2.8.a",
            "ostroleka:§3.4",
        ),
        readings=(
            "1 MB is 10^6 bytes",
            "1 MB is 2^20 bytes",
            (
                "within the limit at 10^6 bytes to the MB: met; over it at 2^20: breached; "
                "between: a human looks"
            ),
        ),
        taken=2,
        why=(
            "No text defines the unit, so only what holds under both meanings is decided by "
            "machine. A host that knows its school's meaning may fix it."
        ),
    ),
    Interpretation(
        id="I-axes",
        question=(
            "Which number of a pixel pair is the width and which the height, and before or after "
            "the turn that EXIF asks for?"
        ),
        clauses=(
            "grojec:§4.3a",
            "grojec:§7.4",
            "grojec:form.photo-note",
            "leczna:II.1",
            "leczna:II.3.f",
            "leczna:VI.2",
            "ostroleka:§2.8.a",
            "ostroleka:§3.4",
            "ostroleka:form.declaration.1",
        ),
        readings=(
            "the first number is the width at every school, measured as the pixels are stored",
            (
                "grojec 492 wide and 633 high, leczna 500 wide and 600 high, ostroleka 354 wide "
                "and 496 high, measured upright after EXIF orientation"
            ),
            "either order will do, so a picture lying on its side passes too",
        ),
        taken=1,
        why=(
            "Ostroleka names its axes twice, height first, and that settles its unnamed pair as "
            "well; grojec's pair has the 35:45 shape of an upright document photo. A viewer shows "
            "the picture after EXIF orientation, so that is what is measured."
        ),
    ),
    Interpretation(
        id="I-dpi",
        question=(
            "What resolution has a file whose density is not a whole number, is missing, or is "
            "stated twice and differently?"
        ),
        clauses=(
            "leczna:II.1",
            "grojec:form.photo-note",
            "ostroleka:§3.4",
        ),
        readings=(
            "the stored number as it stands, and a missing one counts as 72 dpi",
            "rounded to whole dpi; missing or contradictory values are for a human",
            "a file without one plain value breaches the bound",
        ),
        taken=1,
        why=(
            "Formats store dots per centimetre or metre, so a true 300 dpi reads as 299.72 or "
            "299.9994. A value that is absent or contradicts itself proves nothing in either "
            "direction."
        ),
    ),
    Interpretation(
        id="I-600dpi",
        question=(
            "Does the minimum of 600 dpi on grojec's forms bind although the regulation itself "
            "asks for no resolution?"
        ),
        clauses=(
            "grojec:form.photo-note",
            "grojec:§4.3a",
            "grojec:§5.3a",
            "grojec:§7.4",
        ),
        readings=(
            "it binds: a photo below 600 dpi is refused",
            "it does not bind: only the body of the regulation counts",
            (
                "below 600 dpi or without a value a human looks, at the mLegitymacja and the "
                "duplicate only; never refused on this alone"
            ),
        ),
        taken=2,
        why=(
            "The forms ask more than the paragraphs they serve, and the pixel minimum already "
            "fixes the picture. No form of the exchange is known, so nothing is asked there."
        ),
    ),
    Interpretation(
        id="I-100dpi",
        question=(
            "Is ostroleka's 'do 100 dpi' for the photo of an ID duplicate an upper bound or a slip "
            "for a lower one?"
        ),
        clauses=(
            "ostroleka:§3.4",
            "leczna:II.1",
            "grojec:form.photo-note",
        ),
        readings=(
            (
                "an upper bound: more than 100 dpi breaches it, and a file without a value is for "
                "a human"
            ),
            "a slip for at least 100 dpi",
            "a remark without force",
        ),
        taken=0,
        why=(
            "The preposition 'do' limits from above and the text is otherwise precise. That every "
            "other text with a resolution asks for a minimum is a reason to register the place, "
            "not to rewrite it."
        ),
    ),
    Interpretation(
        id="I-ratio",
        question=(
            "How exactly must a larger photo keep the shape of 354 by 496 pixels that "
            "'proporcjonalnie więcej' asks for?"
        ),
        clauses=("ostroleka:§3.4",),
        readings=(
            "to the pixel, else breached",
            (
                "kept when the width is within one pixel of height * 354 / 496, else for a human; "
                "only the minimum can be breached"
            ),
            "any picture at least that large will do",
        ),
        taken=1,
        why=(
            "Scaling to whole pixels always rounds, so one pixel of play belongs to the rule. The "
            "text says what more must look like but not that another shape is refused."
        ),
    ),
    Interpretation(
        id="I-ostroleka-exact",
        question=(
            "Must an mLegitymacja photo at ostroleka have exactly 354 by 496 pixels, as the form "
            "says, or at least that many?"
        ),
        clauses=(
            "ostroleka:§2.8.a",
            "ostroleka:form.declaration.1",
        ),
        readings=(
            "exactly, as the declaration on the form has it",
            "at least, as the regulation has it",
        ),
        taken=1,
        why=(
            "The form serves the regulation and abbreviates it; the paragraph that sets the "
            "requirement speaks of a minimum."
        ),
    ),
    Interpretation(
        id="I-jpg",
        question=(
            "Does the content of a file or its extension make it a JPG, and is '.jpeg' good where "
            "only '.jpg' is named?"
        ),
        clauses=(
            "leczna:II.1",
            "leczna:II.3.g",
            "leczna:VI.2",
            "grojec:§4.3a",
            "grojec:§7.4",
            "grojec:form.photo-note",
            "balin:docs.2",
            "sp6:docs.2",
            "ostroleka:§2.8.a",
            "ostroleka:§3.4",
        ),
        readings=(
            "the extension decides, to the letter",
            (
                "the content decides; a JPEG named .jpeg where only .jpg is named, or under "
                "another or no extension, is for a human, with the hint to rename it"
            ),
            "the content decides and the extension never matters",
        ),
        taken=1,
        why=(
            "A PDF renamed to .jpg is no picture, which is what the texts guard against, so it is "
            "breached. A true JPEG under an unexpected name is cured by renaming and needs no "
            "refusal."
        ),
    ),
    Interpretation(
        id="I-leczna-photo-scope",
        question=(
            "To which procedures of leczna do the 300 dpi of II.1 and the picture rules of II.3 "
            "apply?"
        ),
        clauses=(
            "leczna:II.1",
            "leczna:II.2",
            "leczna:II.3.a",
            "leczna:II.3.b",
            "leczna:II.3.c",
            "leczna:II.3.d",
            "leczna:II.3.e",
            "leczna:II.3.f",
            "leczna:II.3.g",
            "leczna:II.3.h",
            "leczna:II.3.i",
            "leczna:III.4",
            "leczna:IV.2",
            "leczna:VI.2",
        ),
        readings=(
            "both to every photo that the procedure mentions",
            (
                "300 dpi to the school ID alone, II.3 to it and the preschool ID; an exchange, a "
                "duplicate or an mLegitymacja is judged by the terms of its own chapter"
            ),
            "both to the school ID alone",
        ),
        taken=1,
        why=(
            "Chapter II is about issuing the two IDs and II.3 follows both of its photo clauses, "
            "while the resolution stands in the one on the school ID. Later chapters set their own "
            "photo terms or none."
        ),
    ),
    Interpretation(
        id="I-leczna-name",
        question="In which order must leczna's file name hold surname, first name and class?",
        clauses=(
            "leczna:II.3.h",
            "leczna:VI.2",
        ),
        readings=(
            "surname, first name, class for every photo",
            (
                "that order under chapter II; under chapter VI either order of the names; Polish "
                "letters and their ASCII forms alike"
            ),
            "any order everywhere",
        ),
        taken=1,
        why=(
            "II.3 gives a pattern, VI.2 only lists what the name has to contain. The pattern "
            "itself is written without Polish letters, so a pupil's name may be too."
        ),
    ),
    Interpretation(
        id="I-grojec-name-waiver",
        question=(
            "Must a photo uploaded through grojec's e-register bear the pupil's name and class in "
            "its file name?"
        ),
        clauses=(
            "grojec:§4.3a",
            "grojec:§5.3a",
            "grojec:§7.4",
            "grojec:form.photo-note",
        ),
        readings=(
            "yes, the forms demand a named file without exception",
            (
                "no, the upload stands in place of naming; elsewhere first name and surname may "
                "come in either order"
            ),
        ),
        taken=1,
        why=(
            "The paragraphs offer naming and uploading as alternatives, and an upload already "
            "shows whose photo it is. The stricter words of the forms are kept on record as the "
            "rival."
        ),
    ),
    Interpretation(
        id="I-current",
        question="How old may a 'current' ('aktualne') photo be, and who says so?",
        clauses=(
            "balin:docs.2",
            "sp6:docs.2",
            "grojec:§4.3a",
            "grojec:§5.3a",
            "grojec:form.issue",
            "grojec:form.duplicate",
            "leczna:III.4",
            "leczna:IV.2",
            "ostroleka:§3.4",
            "ostroleka:form.declaration.1",
        ),
        readings=(
            "the school attests that it is current",
            "no older than six months, as other documents have it",
            "the day in the file's metadata decides",
        ),
        taken=0,
        why=(
            "No text gives an age, and whether the pupil still looks like this is visible only to "
            "a person. A limit from another kind of document would be borrowed."
        ),
    ),
    # Time: windows, deadlines, validity, days in force
    Interpretation(
        id="I-30d",
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
    ),
    Interpretation(
        id="I-start",
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
    ),
    Interpretation(
        id="I-validity-ostroleka",
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
    ),
    Interpretation(
        id="I-validity-leczna",
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
    ),
    Interpretation(
        id="I-hologram",
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
    ),
    Interpretation(
        id="I-collection",
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
    # Persons: who is adult, who may ask, whose name
    Interpretation(
        id="I-majority",
        question="From which instant is a pupil an adult?",
        clauses=(
            "balin:revoke.4",
            "grojec:§2.4",
            "grojec:§7.6a",
            "grojec:§7.6b",
            "ostroleka:§2.6",
            "ostroleka:§2.10.1",
            "ostroleka:§3.2",
            "ostroleka:form.revoke",
        ),
        readings=(
            (
                "from the start of the 18th birthday, for those born on 29 February from 28 "
                "February; by marriage where the host states it"
            ),
            "from the day after the 18th birthday",
            "from the 18th birthday, for those born on 29 February from 1 March; never by marriage",
        ),
        taken=0,
        why=(
            "Article 112 of the civil code ends an age with the start of its last day, and a month "
            "without that day ends on its own last. Majority by marriage is a fact that only the "
            "host can know."
        ),
    ),
    Interpretation(
        id="I-applicants",
        question=(
            "Who may apply where a text names only parents, only implies an adult pupil, or names "
            "nobody?"
        ),
        clauses=(
            "balin:docs.1",
            "balin:codes",
            "balin:revoke.2",
            "balin:revoke.4",
            "sp6:docs.3",
            "sp6:codes",
            "sp6:revoke.2",
            "grojec:§4.2",
            "grojec:§5.1",
            "grojec:§7.1",
            "grojec:§7.6b",
            "leczna:III.2",
            "leczna:IV.1",
            "leczna:V.2",
            "leczna:VII.2",
            "leczna:IX.1",
            "ostroleka:§2.6",
            "ostroleka:§3.2",
            "ostroleka:§4.1",
        ),
        readings=(
            "everywhere a minor's parent or guardian and the adult pupil",
            (
                "as each text has it: balin, sp6, grojec the parent or guardian (an adult pupil: "
                "undecided); leczna parents, for a certificate a parent or the graduate; ostroleka "
                "by age, a minor's parents or an adult pupil, for an mLegitymacja, parents or the "
                "adult pupil for an ID duplicate, the pupil or graduate of any age for a "
                "certificate"
            ),
            "only persons that the clause names; everyone else is refused",
        ),
        taken=1,
        why=(
            "The texts differ from procedure to procedure and one school's list is not lent to "
            "another. Where an adult pupil is merely implied or left out, a refusal would be as "
            "much a guess as a consent."
        ),
    ),
    Interpretation(
        id="I-parents",
        question=(
            "Does 'rodzice' ask for both parents, and does it take in guardians and foster carers?"
        ),
        clauses=(
            "balin:revoke.4",
            "grojec:§2.4",
            "grojec:§4.2",
            "grojec:§5.1",
            "leczna:III.2",
            "leczna:IV.1",
            "leczna:V.2",
            "ostroleka:§2.6",
            "ostroleka:§2.10.1",
            "ostroleka:§3.2",
        ),
        readings=(
            "both parents together, and nobody in their place",
            "one parent is enough, and nobody in the parents' place",
            "one parent is enough; legal guardians and foster carers count as parents",
        ),
        taken=2,
        why=(
            "Schools use the plural for the role and print one line for the signature. Education "
            "law counts guardians and foster carers among the parents."
        ),
    ),
    Interpretation(
        id="I-adult-revoke",
        question="May an adult pupil of ostroleka ask for the revocation of the mLegitymacja?",
        clauses=(
            "ostroleka:§2.10.1",
            "ostroleka:form.revoke",
        ),
        readings=(
            "no, the regulation names only the parents of a minor",
            "yes, on the school's own form, which an adult pupil may sign",
        ),
        taken=1,
        why=(
            "The same form serves issue and revocation and provides for the signature of an adult "
            "pupil. Otherwise nobody could ask for such a pupil; the disagreement is on record."
        ),
    ),
    Interpretation(
        id="I-name-basis",
        question=(
            "Which papers prove a change of name at ostroleka, when one clause lists more than the "
            "other?"
        ),
        clauses=(
            "ostroleka:§2.2.3",
            "ostroleka:§2.10.2",
            "ostroleka:§2.11",
        ),
        readings=(
            "the wide list of §2.11 for everything",
            "the narrow list of §2.10.2 for everything",
            (
                "any paper of §2.11 serves to enter the new name, only those of §2.10.2 to revoke; "
                "a marriage certificate, in neither list, is undecided"
            ),
        ),
        taken=2,
        why=(
            "Each clause speaks of another act, so each keeps its own list. What stands in no list "
            "is neither proven nor disproven by the text."
        ),
    ),
    Interpretation(
        id="I-no-pesel",
        question="What may a pupil without a PESEL number get?",
        clauses=(
            "ostroleka:§2.3",
            "ostroleka:§2.5",
            "ostroleka:form.issue",
            "grojec:§2.2a",
            "grojec:§3.5b",
            "grojec:§7.6d",
            "grojec:form.issue",
        ),
        readings=(
            "neither a card nor an mLegitymacja anywhere",
            (
                "no mLegitymacja: refused at ostroleka, incomplete at grojec, elsewhere not "
                "covered by the school and left to national law; a card by law with another "
                "document, with a conflict reported where a card or register asks for PESEL"
            ),
            "both, with another document's number",
        ),
        taken=1,
        why=(
            "Only ostroleka makes the number a condition and grojec a datum to enter; the other "
            "schools are silent. National practice gives such a pupil a card, which a register "
            "with a compulsory PESEL cannot hold."
        ),
    ),
    # Documents: devices, codes, grounds, cards, fees, forms
    Interpretation(
        id="I-revoke-slip",
        question=(
            "What loses validity in the first revocation ground of balin and sp6, which names the "
            "mLegitymacja itself?"
        ),
        clauses=(
            "balin:revoke.1",
            "sp6:revoke.1",
        ),
        readings=(
            "the mLegitymacja: an invalid one is revoked",
            "the ID on which the mLegitymacja rests",
        ),
        taken=1,
        why=(
            "To revoke what is already invalid has no effect, and the model rule names the ID. "
            "That sp6 has it issued to the parent shows how the sentence was altered."
        ),
    ),
    Interpretation(
        id="I-device",
        question="On how many devices may one mLegitymacja be active?",
        clauses=(
            "balin:one-device-30d",
            "sp6:one-device-30d",
            "grojec:§8.3",
        ),
        readings=(
            "on one device at every school",
            (
                "on one at balin, sp6 and grojec, with that clause; at leczna and ostroleka not "
                "covered by the school, national law answers if it can"
            ),
            "on any number where the text does not say one in as many words",
        ),
        taken=1,
        why=(
            "Balin and sp6 say one device, and a certificate bound to user and device amounts to "
            "it at grojec. Two schools say nothing, and silence is not filled from a neighbour."
        ),
    ),
    Interpretation(
        id="I-codes",
        question="Which of the two secrets can be used once only, and what uses it up?",
        clauses=(
            "balin:codes",
            "sp6:codes",
            "ostroleka:form.codes",
            "grojec:§7.8",
            "grojec:§8.1g",
            "grojec:§8.1h",
            "leczna:VI.3",
            "leczna:VI.5",
        ),
        readings=(
            "both secrets at every school, used up by the first attempt",
            (
                "the secret that the text calls one-time (QR code at balin and sp6, activation "
                "code at ostroleka), used up by a successful activation; at grojec and leczna not "
                "covered by the school, national law answers if it can"
            ),
            "none: both serve until the window closes",
        ),
        taken=1,
        why=(
            "The word stands before one of the two secrets in each text. A failed attempt leaves "
            "the pupil without the document, so it cannot be the single use."
        ),
    ),
    Interpretation(
        id="I-terms",
        question=(
            "What is the 'hasło' that balin and sp6 hand out, if the steps ask for an activation "
            "code?"
        ),
        clauses=(
            "balin:codes",
            "balin:steps.8",
            "sp6:codes",
            "sp6:steps.8",
        ),
        readings=(
            "the activation code under another name",
            "a third secret, for logging in to the service",
        ),
        taken=0,
        why=(
            "The school hands out two things and the steps use two things from the school. Logging "
            "in needs nothing from the school."
        ),
    ),
    Interpretation(
        id="I-lapse",
        question="What comes next when the codes were not used within 30 days?",
        clauses=(
            "grojec:§7.9",
            "balin:one-device-30d",
            "sp6:one-device-30d",
            "leczna:VI.5",
            "ostroleka:form.codes",
        ),
        readings=(
            "a new application at every school",
            "new codes on the old application",
            (
                "a new application at grojec; elsewhere activation is refused by the window and "
                "the next step is not covered"
            ),
        ),
        taken=2,
        why=(
            "Only grojec says how to go on. The other schools close the window and leave the rest "
            "open."
        ),
    ),
    Interpretation(
        id="I-reissue",
        question=(
            "On which grounds may an mLegitymacja be issued again, and may it be after a "
            "revocation that no ground mentions?"
        ),
        clauses=(
            "balin:validity",
            "sp6:validity",
            "grojec:§7.12a",
            "grojec:§7.12b",
            "grojec:§7.12c",
            "grojec:§7.12d",
            "leczna:VIII.1",
            "leczna:VIII.2",
            "leczna:VIII.3",
            "leczna:VIII.4",
            "ostroleka:§2.2.1",
            "ostroleka:§2.2.2",
            "ostroleka:§2.2.3",
            "ostroleka:§2.6",
        ),
        readings=(
            "on the grounds of the national model at every school",
            (
                "on the grounds that the school lists, at balin and sp6 the extension alone; "
                "ostroleka's §2.2 is its list, and after a revocation there a new issue under §2.6 "
                "is open to whoever is entitled"
            ),
            (
                "only on the listed grounds, so at ostroleka never after a revocation and not even "
                "for the first time"
            ),
        ),
        taken=1,
        why=(
            "A list that a school made is taken as its list. Ostroleka's does not say 'again', yet "
            "read as closed it would leave no ground for a first issue, which §2.6 plainly allows."
        ),
    ),
    Interpretation(
        id="I-new-card",
        question=(
            "What becomes of the mLegitymacja when a duplicate or an exchange puts another card in "
            "place of the old one?"
        ),
        clauses=(
            "balin:revoke.1",
            "sp6:revoke.1",
            "grojec:§4.3c",
            "grojec:§5.7",
            "grojec:§7.2",
            "grojec:§7.11c",
            "leczna:III.4",
            "leczna:IV.5",
            "leczna:VII.1",
            "ostroleka:§2.10.3a",
            "ostroleka:§2.17",
        ),
        readings=(
            "it passes over to the new card",
            (
                "bound to the old card, it is revoked ex officio when that becomes invalid, if the "
                "school knows this ground; its successor takes the number of the new card"
            ),
            "it stays as it is until the old card's date",
        ),
        taken=1,
        why=(
            "Each mLegitymacja rests on one ID and at ostroleka bears its number. That a duplicate "
            "takes a number of its own is known of the law only from 17.09.2025, so before that "
            "the number is the host's datum."
        ),
    ),
    Interpretation(
        id="I-original-void",
        question="From when is the original void after a duplicate, where a text does not say it?",
        clauses=(
            "grojec:§5.7",
            "leczna:IV.5",
            "leczna:IX.1",
            "ostroleka:§1.5",
            "ostroleka:§3.10",
            "ostroleka:§4.3",
        ),
        readings=(
            "at the handover of the duplicate, everywhere",
            (
                "an ID at handover at grojec and leczna, a certificate at receipt at ostroleka; an "
                "ID at ostroleka and a certificate at leczna are unsettled"
            ),
            "from the report of the loss",
        ),
        taken=1,
        why=(
            "Three clauses tie the end of the original to the receipt of the duplicate. For the "
            "other two documents no text does, and the original's state is left open, with the "
            "finding."
        ),
    ),
    Interpretation(
        id="I-paper-or-card",
        question=(
            "Do clauses that name a paper, a 'traditional' or an e-ID leave out the other form?"
        ),
        clauses=(
            "balin:equal-force",
            "balin:prior-id",
            "balin:validity",
            "sp6:docs.1",
            "sp6:validity",
            "grojec:§7.10",
            "grojec:form.issue",
            "ostroleka:§2.9",
            "ostroleka:§2.10.3a",
        ),
        readings=(
            "yes, each clause holds for the form that it names",
            "no, any valid physical ID is meant",
        ),
        taken=1,
        why=(
            "The words follow the form in use when the text was written and contrast the physical "
            "ID with the one in the phone. Otherwise holders of valid IDs of the other form would "
            "have no rule."
        ),
    ),
    Interpretation(
        id="I-card-fields",
        question=(
            "Which fields does a card of grojec have, whose list knows neither the pupil's name "
            "nor the photo?"
        ),
        clauses=(
            "grojec:§2.2a",
            "grojec:§2.2b",
        ),
        readings=(
            "only those on the list",
            "those on the list and those of the official pattern",
            "only those of the official pattern",
        ),
        taken=1,
        why=(
            "The paragraph itself sends the reader to the pattern in the regulation, so the list "
            "is not closed. An ID without name and photo identifies nobody."
        ),
    ),
    Interpretation(
        id="I-proof",
        question="Is proof of the change needed when a card is exchanged for a mistake?",
        clauses=(
            "grojec:§4.1",
            "grojec:§4.2",
            "grojec:§4.3b",
            "grojec:§4.3c",
            "leczna:III.2",
            "leczna:III.4",
            "ostroleka:§3.1",
        ),
        readings=(
            "yes, the attachments are listed for every application",
            (
                "only when the pupil's data changed, not when the school erred; either way the old "
                "card comes back"
            ),
        ),
        taken=1,
        why=(
            "Where nothing in the pupil's data has changed there is no change to prove. The old "
            "card is at hand either way."
        ),
    ),
    Interpretation(
        id="I-first-name-fee",
        question=(
            "Does an exchange for a new first name cost anything where the free cases name only "
            "the address and the surname beside corrections?"
        ),
        clauses=(
            "grojec:§4.4",
            "ostroleka:§3.1",
        ),
        readings=(
            "yes, because it is not among the free cases",
            "no, it is free by national law, and that source is cited",
            "no, the surname stands for the whole name",
        ),
        taken=1,
        why=(
            "The clauses are silent on the first name rather than against it. The law frees every "
            "exchange for changed data, so nothing has to be read into the school's words."
        ),
    ),
    Interpretation(
        id="I-address",
        question=(
            "Is a new home address a ground for an exchange, although an ID-1 card shows none?"
        ),
        clauses=(
            "grojec:§4.2",
            "grojec:§4.4",
            "ostroleka:§3.1",
            "leczna:III.2",
        ),
        readings=(
            "nowhere, since the card would look the same",
            "where the text lists it (grojec, ostroleka), not at leczna",
            "everywhere, as a change of personal data",
        ),
        taken=1,
        why=(
            "A school may list more than the card shows, and leczna's own list holds names only. "
            "That the listed ground is idle for a card is on record."
        ),
    ),
    Interpretation(
        id="I-errors",
        question=(
            "In which document must the errors be that lead to a new issue, the ID or the "
            "mLegitymacja?"
        ),
        clauses=(
            "grojec:§7.12b",
            "leczna:VIII.2",
            "ostroleka:§2.2.2",
        ),
        readings=(
            "in the ID, the noun that stands nearest before 'w niej'",
            "in the mLegitymacja, the subject of the list",
            "in either",
        ),
        taken=2,
        why=(
            "Grammar allows both, and a mistake in one comes up in the other, as the data are the "
            "same."
        ),
    ),
    Interpretation(
        id="I-grojec-title",
        question=(
            "Which transfer title is right at grojec, if the regulation asks for the class and the "
            "form, in other words, does not?"
        ),
        clauses=(
            "grojec:§5.5",
            "grojec:form.title",
        ),
        readings=(
            "the regulation's alone",
            "the form's alone",
            "the regulation's is built, a payment under either is accepted",
        ),
        taken=2,
        why=(
            "The regulation ranks above its form, so its title is the one handed out. Who copied "
            "the school's own form must not suffer for it."
        ),
    ),
    Interpretation(
        id="I-fee",
        question=(
            "Is the fee for a duplicate stamp duty ('opłata skarbowa') or a fee of the same amount?"
        ),
        clauses=(
            "grojec:§5.3b",
            "grojec:§5.4",
            "grojec:form.duplicate",
            "leczna:IV.3",
            "leczna:IX.3",
            "ostroleka:§3.5",
            "ostroleka:§4.5",
        ),
        readings=(
            "stamp duty, due to the tax office of the municipality",
            (
                "a fee equal to the stamp duty, paid to the account that the school names; "
                "transfer titles stay worded as the school has them"
            ),
        ),
        taken=1,
        why=(
            "The law and the more careful clauses say 'equal to' and the money goes to the "
            "school's account. The short name in other places is a habit of speech."
        ),
    ),
    Interpretation(
        id="I-free",
        question=(
            "What do an mLegitymacja at sp6 and leczna, and a first ID or an exchange at balin and "
            "sp6, cost, when the school says nothing?"
        ),
        clauses=("leczna:V.3",),
        readings=(
            "nothing, by national law, and that source is cited",
            "not covered, as the school is silent",
            "nothing by the school's word, since the app is called free",
        ),
        taken=0,
        why=(
            "National law makes these acts free, and where a school is silent the law answers. The "
            "price of the app, which leczna mentions, is not that of the document."
        ),
    ),
    Interpretation(
        id="I-leczna-discretion",
        question=(
            "What follows where leczna says that the school 'may' reject a photo or revoke an "
            "mLegitymacja?"
        ),
        clauses=(
            "leczna:II.3.i",
            "leczna:VII.2",
            "leczna:II.1",
            "leczna:II.3.f",
            "leczna:VI.2",
        ),
        readings=(
            "the school rejects or revokes whenever the case is given",
            "nothing, until the school acts by itself",
            (
                "undecided until somebody attests what the school decided; the format, size, "
                "pixels and dpi of II.1 and VI.2 are not at its discretion"
            ),
        ),
        taken=2,
        why=(
            "'May' leaves the choice to the school and the library does not make it. II.1 and VI.2 "
            "set their figures as terms of getting the document and speak of no choice."
        ),
    ),
    Interpretation(
        id="I-leczna-bank",
        question=(
            "Which bank keeps leczna's account, if the number's bank code belongs to another bank "
            "than the text names?"
        ),
        clauses=(
            "leczna:IV.4",
            "leczna:IX.6",
        ),
        readings=(
            "the bank that is named, so the number is wrong",
            "the bank of the code, so the name is wrong",
            "open: the number is carried, no bank is named",
        ),
        taken=2,
        why=(
            "A transfer goes by the number, which passes its checksum; the name adds nothing. "
            "Which of the two is wrong cannot be seen from the text."
        ),
    ),
    Interpretation(
        id="I-missing-forms",
        question="Which fields do the annexes have that the texts refer to but that are not known?",
        clauses=(
            "balin:docs.1",
            "balin:forms",
            "sp6:docs.3",
            "grojec:§4.2",
            "leczna:III.2",
            "leczna:IV.1",
            "leczna:V.2",
            "leczna:VI.1",
            "leczna:VII.2",
            "leczna:IX.1",
        ),
        readings=(
            "those of a like form at another school",
            "what the text itself demands; further fields are not covered",
            "none: the form alone suffices",
        ),
        taken=1,
        why=(
            "What a clause demands can be checked without its form. Fields of a form that nobody "
            "here has seen would be invented."
        ),
    ),
)

REGISTER: Mapping[str, Interpretation] = MappingProxyType({entry.id: entry for entry in _ENTRIES})
"""All entries by id: photo, time, persons, documents, in this order. Read-only."""


def interpretation(id_: str) -> Interpretation:
    """Return the entry of the register with this id.

    Raises:
        UnknownInterpretation: The register has no entry of this id.

    Example:
        >>> entry = interpretation("I-7-14")
        >>> entry.clauses
        ('grojec:§5.6',)
        >>> entry.reading
        'expected on the 7th working day, on the 14th at the latest'
    """
    try:
        return REGISTER[id_]
    except KeyError:
        raise UnknownInterpretation(id_) from None
