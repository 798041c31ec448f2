"""Readings about people: who may ask, when a pupil is of age, names, PESEL."""

from ._entry import Interpretation

__all__ = ["ENTRIES"]

ENTRIES = (
    Interpretation(
        id="I-majority",
        kind="silence",
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
        kind="silence",
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
        parameters=("mlegitymacja.applicants",),
    ),
    Interpretation(
        id="I-parents",
        kind="ambiguity",
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
        id="I-in-writing",
        kind="ambiguity",
        question="Which applications are in writing, where a text asks for that?",
        clauses=(),
        readings=(
            "those with a signature by hand or a qualified one, as article 78 of the civil code has it",
            "those on a form, filled in or handed in, and those that came by e-mail or e-register",
            "those that the school takes for one",
        ),
        taken=1,
        why=(
            "The texts set written requests against oral ones and take forms as scans; they ask for "
            "a signature where they want one. What came to the desk without a form could be either, "
            "and a human looks."
        ),
    ),
    Interpretation(
        id="I-adult-revoke",
        kind="contradiction",
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
        parameters=("mlegitymacja.revocation",),
    ),
    Interpretation(
        id="I-name-basis",
        kind="contradiction",
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
        kind="silence",
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
        parameters=("mlegitymacja.pesel",),
    ),
    Interpretation(
        id="I-consent",
        kind="contradiction",
        question=(
            "Is the consent to entering the data, which ostroleka's form asks for, a condition, if its "
            "privacy clause calls the data a duty by law?"
        ),
        clauses=(
            "ostroleka:form.declaration.4",
            "ostroleka:rodo",
        ),
        readings=(
            "it is a condition, as the form has it",
            "it is none: what the law obliges to needs no consent",
        ),
        taken=0,
        why=(
            "The form is part of the school's text and lists the declaration among those that the "
            "applicant makes. That a consent which nobody may refuse is none, the school has to mend."
        ),
        parameters=("mlegitymacja.required",),
    ),
)
