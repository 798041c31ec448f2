"""Readings about photos: size, resolution, format, the name of the file."""

from ._entry import Interpretation

__all__ = ["ENTRIES"]

ENTRIES = (
    Interpretation(
        id="I-mb",
        kind="ambiguity",
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
                "between: a human looks; a minimum the other way round, and a kilobyte likewise"
            ),
        ),
        taken=2,
        why=(
            "No text defines the unit, so only what holds under both meanings is decided by "
            "machine. A host that knows its school's meaning may fix it."
        ),
        parameters=(
            "mlegitymacja.photo.size.megabyte",
            "school_id.photo.size.megabyte",
            "id_duplicate.photo.size.megabyte",
        ),
    ),
    Interpretation(
        id="I-axes",
        kind="ambiguity",
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
        parameters=("mlegitymacja.photo.pixels",),
    ),
    Interpretation(
        id="I-dpi",
        kind="ambiguity",
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
        kind="contradiction",
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
        parameters=("mlegitymacja.photo.dpi.strict", "id_duplicate.photo.dpi.strict"),
    ),
    Interpretation(
        id="I-100dpi",
        kind="ambiguity",
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
        parameters=("id_duplicate.photo.dpi",),
    ),
    Interpretation(
        id="I-millimetres",
        kind="ambiguity",
        question="How many pixels has a photo of so many millimetres at so many dpi?",
        clauses=(),
        readings=(
            "mm / 25.4 * dpi, rounded to whole pixels, to the pixel",
            "mm / 25.4 * dpi, rounded to whole pixels, one pixel less or more on each side",
            "any number, if the shape is right, for a printer scales it",
        ),
        taken=1,
        why=(
            "A text that gives the resolution beside the size asks for pixels. Programs round them up, "
            "down or to the nearest, so one pixel of play belongs to the rule. Whether more will do, "
            "the record says."
        ),
    ),
    Interpretation(
        id="I-photo-age",
        kind="ambiguity",
        question="On which day is a photo of so many months too old?",
        clauses=(),
        readings=(
            "the day after the same date so many months later, asked of the day of lodging",
            "that day, asked of the day of issue",
            "when so many times 30 days have passed",
        ),
        taken=0,
        why=(
            "A term of months ends on the same date (article 112 of the civil code). The time that the "
            "school itself takes must not make a photo older than it was when it came."
        ),
    ),
    Interpretation(
        id="I-ratio",
        kind="ambiguity",
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
        parameters=("id_duplicate.photo.ratio.tolerance",),
    ),
    Interpretation(
        id="I-ostroleka-exact",
        kind="contradiction",
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
        kind="ambiguity",
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
        kind="ambiguity",
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
        kind="ambiguity",
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
        kind="contradiction",
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
        kind="silence",
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
)
