"""One pupil, one photo, five schools, and then the life of one mLegitymacja.

Run it: it draws a picture, saves it as a real JPEG in memory, asks every shipped school, and goes on
with the one in Grójec. Nothing is read from disk or clock; every day is an argument.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

from PIL import Image, ImageDraw

from legitymacja_rules import Accepted, fees, mlegitymacja, photo, variants
from legitymacja_rules.attestations import Attestation
from legitymacja_rules.facts import Code, PhotoFacts, PhysicalId, Pupil
from legitymacja_rules.findings import Finding
from legitymacja_rules.mlegitymacja import (
    Activate,
    ActivationCodes,
    Application,
    Mlegitymacja,
    Reissue,
    Revoke,
)
from legitymacja_rules.pesel import Pesel

TODAY = date(2024, 10, 1)

ANNA = Pupil(
    first_names="Anna",
    last_name="Kowalska",
    born=date(2012, 4, 14),
    class_name="4b",
    pesel=Pesel("12241400000"),
    address="ul. Lipowa 1",
    disability=False,
)
PAPER_ID = PhysicalId(
    number="17/2023", form="paper", issued=date(2023, 9, 4), valid_until=date(2025, 9, 30)
)
STEPS = (
    "log_in",
    "choose_add",
    "read_information",
    "accept_terms",
    "read_privacy",
    "grant_permission",
    "enter_qr",
    "enter_code",
    "load_data",
)
GROJEC = variants.get("grojec")


def draw(width: int, height: int, dpi: int) -> bytes:
    """A JPEG that looks a little like a portrait."""
    picture = Image.new("RGB", (width, height), "#e8ecef")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((width * 0.28, height * 0.15, width * 0.72, height * 0.65), fill="#d9a98b")
    pen.ellipse((width * 0.10, height * 0.72, width * 0.90, height * 1.40), fill="#39506b")
    out = io.BytesIO()
    picture.save(out, "JPEG", dpi=(dpi, dpi), quality=90)
    return out.getvalue()


def application(facts: PhotoFacts, received: date) -> Application:
    """What Anna's mother lodges at the office: all that any of the five schools asks for."""
    return Application(
        received=received,
        applicant="parent",
        pupil=ANNA,
        prior_id=PAPER_ID,
        photo=facts,
        handed_in=(
            "form",
            "id_scan",
            "declaration_photo",
            "declaration_terms",
            "declaration_report_loss",
            "declaration_data_entry",
        ),
    )


def codes(generated: date, suffix: str) -> ActivationCodes:
    """The two secrets that the ministry's system made on that day."""
    return ActivationCodes(
        generated=generated, qr=Code(f"QR-{suffix}"), code=Code(f"CODE-{suffix}")
    )


def confirmed(findings: Iterable[Finding], on: date) -> tuple[Attestation, ...]:
    """The office looks at the photo and the papers, and confirms what waited for a human."""
    return tuple(
        Attestation(condition=finding.code, subject=finding.subject, role="office", on=on)
        for finding in findings
        if finding.who == "office"
    )


def say(title: str, outcome: mlegitymacja.Outcome) -> None:
    """A headline, and all the reasons if there are any."""
    print(f"\n{title}: {outcome.explain('en', reasons_only=True)}")


def ask_every_school(facts: PhotoFacts) -> None:
    """The same application at five schools."""
    print("== One pupil, one photo, five schools ==")
    print("Marks: [x] not met, [~] no known text answers, [?] waits for a human, [+] met")
    print("In brackets: the clause; I-... is a reading of a doubtful place (docs/readings.md)")
    print(f"The photo: {facts.format}, {facts.width} x {facts.height} px, {facts.dpi} dpi")
    for name in variants.names():
        school = variants.get(name)
        price = fees.fee(school, "mlegitymacja", on=TODAY)
        outcome = mlegitymacja.issue(
            application(facts, TODAY), school, on=TODAY, codes=codes(TODAY, "1")
        )
        say(f"{name}, {price.amount} PLN [{price.basis}]", outcome)
    print("\n-- the refusal at grojec, as the clerk reads it --")
    refused = mlegitymacja.issue(
        application(facts, TODAY), GROJEC, on=TODAY, codes=codes(TODAY, "1")
    )
    print(refused.explain("pl", reasons_only=True))


def issue_at_grojec() -> Mlegitymacja:
    """A larger photo, and the office's word on what only a human can see."""
    print("\n== A new photo for grojec ==")
    facts = photo.inspect(draw(520, 669, 600), filename="anna-kowalska-4b.jpg")
    ask = application(facts, TODAY)
    first = mlegitymacja.issue(ask, GROJEC, on=TODAY, codes=codes(TODAY, "1"))
    say("before the office has looked", first)
    outcome = mlegitymacja.issue(
        ask,
        GROJEC,
        on=TODAY,
        codes=codes(TODAY, "1"),
        attested=confirmed(first.findings, TODAY),
    )
    say("after", outcome)
    assert isinstance(outcome, Accepted)
    card = outcome.document
    print(f"codes work until {card.issued.codes_until}, valid until {card.issued.valid_until}")
    return card


def live_on(card: Mlegitymacja) -> None:
    """Day 30, day 31, a second device, a lost phone, a new mLegitymacja."""
    print("\n== Its life ==")
    day_30, day_31 = date(2024, 10, 31), date(2024, 11, 1)

    def activate(on: date, device: str) -> Activate:
        secrets = card.issued.codes
        assert secrets is not None
        return Activate(
            on=on, device=device, system="android", qr=secrets.qr, code=secrets.code, steps=STEPS
        )

    say("activated on day 31", mlegitymacja.decide(card, activate(day_31, "phone"), GROJEC))
    in_time = mlegitymacja.decide(card, activate(day_30, "phone"), GROJEC)
    say("activated on day 30", in_time)
    assert isinstance(in_time, Accepted)
    card = in_time.document

    say("a second device", mlegitymacja.decide(card, activate(day_30, "tablet"), GROJEC))

    lost = Revoke(on=date(2024, 11, 5), ground="device_lost_or_damaged", applicant="parent")
    revoked = mlegitymacja.decide(card, lost, GROJEC)
    say("the phone is lost, the mother asks to revoke", revoked)
    assert isinstance(revoked, Accepted)
    card = revoked.document
    assert card.revoked is not None
    print(f"revoked under {card.revoked.clause}")
    say("the old phone again", mlegitymacja.decide(card, activate(lost.on, "phone"), GROJEC))

    again = issue_again(card, date(2024, 11, 6))
    print(f"\nwhat the old one is now: {mlegitymacja.state_on(again.document, date(2024, 11, 6))}")
    new = again.successor
    assert new is not None
    print(f"the new one's codes work until {new.document.issued.codes_until}")
    print("what may be done with it on 6 November:")
    for kind, reasons in mlegitymacja.available(new.document, GROJEC, on=date(2024, 11, 6)).items():
        print(f"  {kind}: {'yes' if not reasons else [reason.clause for reason in reasons]}")


def issue_again(card: Mlegitymacja, on: date) -> Accepted[Mlegitymacja, mlegitymacja.Event]:
    """A new application after the revocation."""
    facts = photo.inspect(draw(520, 669, 600), filename="anna-kowalska-4b.jpg")
    command = Reissue(
        on=on, ground="after_revocation", application=application(facts, on), codes=codes(on, "2")
    )
    waiting = mlegitymacja.decide(card, command, GROJEC)
    settled = command.model_copy(update={"attested": confirmed(waiting.findings, on)})
    outcome = mlegitymacja.decide(card, settled, GROJEC)
    say("a new one on a new application", outcome)
    assert isinstance(outcome, Accepted)
    assert outcome.document.reissued is not None
    print(f"issued again under {outcome.document.reissued.clause}")
    return outcome


def main() -> None:
    """The whole story."""
    ask_every_school(photo.inspect(draw(500, 600, 300), filename="kowalska-anna-4b.jpg"))
    live_on(issue_at_grojec())


if __name__ == "__main__":
    main()
