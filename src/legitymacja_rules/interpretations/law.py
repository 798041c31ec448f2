"""Readings where a school's text and the law above it differ, and neither is silent."""

from ._entry import Interpretation

__all__ = ["ENTRIES"]

ENTRIES = (
    Interpretation(
        id="I-opt-out",
        kind="law",
        question=(
            "Is an application needed for an mLegitymacja, as the texts have it, if the statute has "
            "it issued unless the parents object?"
        ),
        clauses=(
            "balin:docs.1",
            "balin:codes",
            "sp6:docs.3",
            "sp6:codes",
            "grojec:§7.1",
            "grojec:§7.6b",
            "leczna:V.2",
            "leczna:VI.1",
            "ostroleka:§1.1",
            "ostroleka:§2.6",
        ),
        readings=(
            "it is needed as long as the school's text demands it, and the difference is told",
            "it is not, since the statute ranks above the text",
        ),
        taken=0,
        why=(
            "What a school says decides here, and many schools kept the application until the codes "
            "of the old system ended. An audit tells whoever can change the text."
        ),
        parameters=("mlegitymacja.consent.model",),
    ),
    Interpretation(
        id="I-no-new-card",
        kind="law",
        question=(
            "May a new mLegitymacja be issued because of a new card, such as a duplicate, although no "
            "text lists that ground?"
        ),
        clauses=(
            "balin:validity",
            "sp6:validity",
            "grojec:§7.12a",
            "leczna:VIII.1",
            "ostroleka:§2.2.1",
        ),
        readings=(
            "no, each text lists its grounds and this is none of them",
            "yes, by the law, and that source is cited",
        ),
        taken=1,
        why=(
            "No text forbids it, and where a list is silent the law answers. Without it the holder of "
            "a duplicate would have no mLegitymacja until the next confirmation."
        ),
        parameters=("mlegitymacja.reissue",),
    ),
    Interpretation(
        id="I-preschool-year",
        kind="law",
        question=(
            "Does leczna give a preschool ID to every child with a disability in a preschool group, "
            "or, as the statute, to one in its compulsory preparatory year?"
        ),
        clauses=("leczna:II.2",),
        readings=(
            "to every such child, as the text has it, and the difference is told",
            "to one in the preparatory year only",
        ),
        taken=0,
        why=(
            "The school's text decides here and names no year. Its circle is wider than the "
            "statute's, which is for the school to mend."
        ),
        parameters=("preschool_id.eligible",),
    ),
    Interpretation(
        id="I-computer-made",
        kind="law",
        question=(
            "May the duplicate of a certificate be made by computer, as ostroleka has it, beside the "
            "form that was in force on the day of the original's issue?"
        ),
        clauses=("ostroleka:§4.7",),
        readings=(
            "either, as the text has it, and the difference is told",
            "on the form of that day alone",
        ),
        taken=0,
        why=(
            "The text offers both and the library records which was chosen. The law is known to have "
            "set the form of the day of the original, so the choice is for the school to mend."
        ),
        parameters=("certificate_duplicate.forms",),
    ),
)
