"""Rules for Polish school IDs, as a pure library.

Given a school, a document, a person, a photo and a day: may this be done, what comes of it, what
does it cost, under which clause, and if not, every reason why. No I/O and no clock: every day comes
in as an argument. What a school says is data (`variants`); what the law says lies under it.

    from legitymacja_rules import Accepted, Refused, Undecided, fees, mlegitymacja, photo, variants

The names below are light; each room is imported when it is named, and only `photo` brings Pillow:
the documents `school_id`, `mlegitymacja`, `certificate`; `coupling` and `planning` over several of them;
`fees`, `payments`, `deadlines`, `forms`, `devices`; `registers`, `personalisation`, `holograms`, `office`;
`photo`, `pesel`, `naming`, `days_off`; the schools in `variants`, any other through `schools`; two texts
side by side in `compare`, one photo at all schools in `everywhere`; `audit`, which reads a text instead of
executing it; and in `law` what lies under all of them. `calls` asks any of it in JSON.

What they are asked with stands in `facts`, `acts`, `attestations`, `regulation`, `vocabulary`, `policy`; what
they answer with in `findings`, `outcomes`, `explanation`, `messages`, `citations`, `interpretations`, `timeline`;
what is stored goes through `loading`, and what is wrong is raised from `errors`. These rooms are public: what
each lists in `__all__` is promised. Any other may change. The testing kit has an extra and a page of its own.
"""

from .errors import RulesError
from .findings import Finding, Status
from .outcomes import Accepted, Refused, Undecided, Verdict

__all__ = [
    "Accepted",
    "Finding",
    "Refused",
    "RulesError",
    "Status",
    "Undecided",
    "Verdict",
]

__version__ = "0.5.0"
