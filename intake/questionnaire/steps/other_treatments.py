"""Treatments besides medicine: which ones, then one page about those that were had. Its address must not say which."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import helped, one_of, some_of, yes_no
from intake.questionnaire.conditions import AnyOf, Is
from intake.questionnaire.shape import Choice, Question, Step


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

LIST = Step(
    "other-treatments",
    _("Other treatments"),
    tuple(yes_no(f"treatments.{each.slug}", each.name, each.hint) for each in TREATMENTS),
    why=_("Some of these count when we look at what to try next."),
    lead=_("Have you ever had any of these?"),
)


def _had(each: Treatment) -> Is:
    return Is(f"treatments.{each.slug}", ("yes",))


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


DETAILS = Step(
    "treatment-details",
    _("More about these treatments"),
    tuple(question for each in TREATMENTS for question in _details(each)),
    when=AnyOf(tuple(_had(each) for each in TREATMENTS)),
    section=LIST.slug,
)
