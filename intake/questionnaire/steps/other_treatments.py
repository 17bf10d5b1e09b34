"""Treatments besides medicine: ticks for those that were had, a plain word about the others, then one page about each that was had.

What was not ticked counts as not had only where the person says so: an unticked box alone is not a no. Addresses must not say which.
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import NO, helped, one_of, some_of, yes_no
from intake.questionnaire.conditions import AnyOf, Is, Ticked, Unsaid
from intake.questionnaire.shape import NONE, Choice, Question, Step


@dataclass(frozen=True)
class Treatment:
    """A treatment: its word in ids and addresses, its kind in the engine's document, what people call it."""

    slug: str
    kind: str
    name: str
    hint: str
    counted: bool = True  # whether it comes in sessions


TREATMENTS = (
    Treatment("ect", "ect", _("ECT (shock treatment)"), _("Given while you are asleep.")),
    Treatment("tms", "rtms", _("TMS"), _("Magnetic pulses to the head.")),
    Treatment("esketamine", "esketamine", _("Esketamine nose spray"), _("Also called Spravato.")),
    Treatment("ketamine", "ketamine", _("Ketamine"), _("By drip, shot, pill or lozenge.")),
    Treatment("vns", "vns", _("VNS"), _("A small device under the skin of the chest."), counted=False),
    Treatment("therapy", "psychotherapy", _("Talking therapy"), _("With a therapist or in a group.")),
)

HAD, REST, PERHAPS = "treatments.had", "treatments.rest", "treatments.perhaps"
MAYBE = "maybe"
_TICKS = tuple(Choice(each.slug, each.name, each.hint) for each in TREATMENTS)

LIST = Step(
    "other-treatments",
    _("Other treatments"),
    (
        some_of(HAD, _("Which of these have you ever had?"), *_TICKS, Choice(NONE, _("None of these")), declinable=True),
        one_of(
            REST,
            _("Have you had any of those you did not tick?"),
            Choice(NO, _("No, none of them")),
            Choice(MAYBE, _("Maybe. I'm not sure about all of them")),
            hint=_("Leave this open if you ticked “None of these” above."),
            unsure=False,
            declinable=True,
            waived=AnyOf((Ticked(HAD, (NONE,)), Unsaid(HAD))),
        ),
    ),
    why=_("Some of these count when we look at what to try next."),
)


def _had(each: Treatment) -> Ticked:
    return Ticked(HAD, (each.slug,))


def _details(each: Treatment) -> tuple[Question, ...]:
    return tuple(replace(question, when=_had(each), topic=each.name) for question in (*_own(each), *_sessions(each), *_shared(each)))


def _own(each: Treatment) -> tuple[Question, ...]:
    if each.slug == "ect":
        sides = (Choice("bilateral", _("Both sides")), Choice("unilateral", _("One side")))
        return (one_of("ect.laterality", _("Was it on one side of the head or both?"), *sides),)
    if each.slug == "therapy":
        kinds = (
            Choice("cbt", _("CBT (thoughts and habits)")),
            Choice("ipt", _("About relationships (IPT)")),
            Choice("dbt", _("DBT (skills for strong feelings)")),
            Choice("trauma", _("For trauma, like EMDR")),
            Choice("other", _("Another kind")),
        )
        return (some_of("therapy.kind", _("What kind was it?"), *kinds),)
    return ()


def _sessions(each: Treatment) -> tuple[Question, ...]:
    if not each.counted:
        return ()
    wrong = _("Enter the sessions as a number, like 8.")
    return (Question(f"{each.slug}.sessions", "number", _("About how many sessions?"), unit=_("sessions"), most=5000, wrong=wrong),)


def _shared(each: Treatment) -> tuple[Question, ...]:
    return (
        helped(f"{each.slug}.helped", _("When it helped most, how much better did your mood get?")),
        yes_no(f"{each.slug}.this_episode", _("Did you have it in this low time?"), declinable=False),
    )


_WHICH = some_of(
    PERHAPS,
    _("Which of these may you have had?"),
    *(replace(choice, hint="") for choice in _TICKS),
    hint=_("Tick each that you are not sure about. Those you leave out count as not had."),
    when=Is(REST, (MAYBE,)),
    declinable=True,
)
DETAILS = Step(
    "more-f",
    _("More about these treatments"),
    (_WHICH, *(question for each in TREATMENTS for question in _details(each))),
    when=AnyOf((Is(REST, (MAYBE,)), *(_had(each) for each in TREATMENTS))),
    section=LIST.slug,
)
