"""Readings about documents: codes and devices, reissue, originals, fees, forms."""

from ._entry import Interpretation

__all__ = ["ENTRIES"]

ENTRIES = (
    Interpretation(
        id="I-revoke-slip",
        kind="ambiguity",
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
        kind="silence",
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
        parameters=("mlegitymacja.devices",),
    ),
    Interpretation(
        id="I-school-or-law",
        kind="silence",
        question="Which text counts where a school's and the law of the day speak and differ?",
        clauses=(),
        readings=(
            "the school's, and the difference is told",
            "the law's, and the difference is told",
            "neither, until the head has decided",
        ),
        taken=0,
        why=(
            "A school applies its own rules until it changes them, and a program that overruled them "
            "in silence would surprise the office. Which of the three holds is the host's policy."
        ),
    ),
    Interpretation(
        id="I-five-devices",
        kind="contradiction",
        question="Since 17.09.2025: may a parent's device take the place that is the pupil's?",
        clauses=(),
        readings=(
            "no: one device of the pupil's and four of the parents'",
            "yes: at most five devices, whosever they are",
            "five in all are sure; within them more than a share is left open",
        ),
        taken=2,
        why=(
            "Notices disagree: some tell of one and four, one of at most five. Where both allow it, "
            "it is allowed, where both forbid it, refused; between them nobody here decides."
        ),
        parameters=("mlegitymacja.devices.doubtful",),
    ),
    Interpretation(
        id="I-qr",
        kind="silence",
        question="For which pupils does the system make no QR codes since 20.11.2025?",
        clauses=(),
        readings=("not known: not covered", "for all", "for none"),
        taken=0,
        why=(
            "A notice tells of one group without naming it. Codes of 32 signs go on for everybody, so "
            "no activation hangs on the answer."
        ),
    ),
    Interpretation(
        id="I-7-days",
        kind="contradiction",
        question="Since 17.09.2025: for how many days does a code work that the school prints?",
        clauses=(),
        readings=("7 days, for each of them", "30 days for the first, 7 for those that follow"),
        taken=0,
        why=(
            "Most notices say 7 days; one tells of 30 for a first code. A code may be made again "
            "at any time, so the shorter window costs a pupil little."
        ),
        parameters=("mlegitymacja.codes.ways",),
    ),
    Interpretation(
        id="I-codes",
        kind="ambiguity",
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
        parameters=("mlegitymacja.one_time",),
    ),
    Interpretation(
        id="I-terms",
        kind="ambiguity",
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
        kind="silence",
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
        parameters=("mlegitymacja.after_lapse",),
    ),
    Interpretation(
        id="I-reissue",
        kind="silence",
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
        parameters=("mlegitymacja.reissue",),
    ),
    Interpretation(
        id="I-new-card",
        kind="silence",
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
        kind="silence",
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
        kind="ambiguity",
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
        kind="contradiction",
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
        kind="ambiguity",
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
        kind="silence",
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
        kind="ambiguity",
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
        kind="ambiguity",
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
        kind="contradiction",
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
        kind="law",
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
        kind="silence",
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
        kind="ambiguity",
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
        parameters=("mlegitymacja.revocation",),
    ),
    Interpretation(
        id="I-leczna-bank",
        kind="contradiction",
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
        kind="silence",
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
    Interpretation(
        id="I-silence",
        kind="silence",
        question="What follows where a school's text does not speak of a matter?",
        clauses=(),
        readings=(
            (
                "silence sets no condition; only where this very answer hangs on a rule does the law "
                "answer, and where no law is known the answer is not covered"
            ),
            "the rule of another school fills the gap",
            "whatever is not allowed is refused",
        ),
        taken=0,
        why=(
            "A school that asks nothing of a photo's width accepts any width. But whether a second "
            "device may be used depends on a rule, and one that nobody has made cannot be executed."
        ),
    ),
    Interpretation(
        id="I-sp6-channel",
        kind="silence",
        question="Until when may documents be sent to sp6 as scans 'for the time being'?",
        clauses=("sp6:docs.channel",),
        readings=(
            "as long as the notice stands, for it names no end",
            "only while schools worked under restrictions",
        ),
        taken=0,
        why="The notice gives an address and no end; a sender could not know of one.",
        parameters=("mlegitymacja.channels",),
    ),
    Interpretation(
        id="I-grojec-references",
        kind="contradiction",
        question="What do grojec's references to units that do not exist mean?",
        clauses=("grojec:§7.8", "grojec:§7.12c"),
        readings=(
            "§7.8 means the activation data of §7.7, and §7.12c the revocation of §7.11a",
            "§7.8 means the pupil's data of §7.6d, and §7.12c refers to nothing",
        ),
        taken=0,
        why=(
            "Only activation data can be active for 30 days, and §7.11a is the one revocation that "
            "parents ask for, as §7.12c takes for granted."
        ),
    ),
    Interpretation(
        id="I-end-of-education",
        kind="silence",
        question="When does a card end that no clause ends, if the pupil leaves the school?",
        clauses=("grojec:§2.5", "grojec:§2.7", "leczna:I.1", "ostroleka:§2.18.1"),
        readings=(
            "on its printed or last confirmed date",
            "with the pupil's education at the school, whatever its date",
        ),
        taken=1,
        why=(
            "An ID attests that its holder is a pupil of the school. What the texts say of paper "
            "IDs, that they last until the end of education there, holds for cards no less."
        ),
        parameters=("ids.ends",),
    ),
    Interpretation(
        id="I-exchanged-id",
        kind="silence",
        question="From when is an ID void that is exchanged for a new one?",
        clauses=("grojec:§4.3c", "leczna:III.4", "ostroleka:§3.1"),
        readings=(
            "from the day of the exchange, as it comes back with the application",
            "from the receipt of the new one, as with a duplicate",
            "never before its date",
        ),
        taken=0,
        why=(
            "Each text wants the previous ID back with the application, so its holder can no longer "
            "use it. No clause says more."
        ),
    ),
)
