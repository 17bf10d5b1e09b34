"""Medicines tried: the list, a few short pages a medicine, and how many more there were without a name."""

from typing import Final

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import NO, YES, helped, one_of, some_of, weeks, yes_no
from intake.questionnaire.conditions import AllOf, AnyOf, AsksFloor, Condition, HasEntries, Is, IsNot, ListedBefore, NoEntries
from intake.questionnaire.floors import all_floors, lower_floors, plain
from intake.questionnaire.longer import AsksLowerFloor, LeavesFloorOpen, also_at_floor, at_floor
from intake.questionnaire.shape import Choice, Question, Step

GROUP: Final = "medicine"
SLUG: Final = "medicines"
MOST_ENTRIES: Final = 40
WHICH_UNKNOWN: Final = "unknown_which"
UNLISTED: Final = "unlisted"

LIST = Step(
    SLUG,
    _("Medicines you have tried"),
    (
        one_of(
            "medicines.any",
            _("Did you tick none? Then choose what fits."),
            Choice("none", _("None of these. I have never taken medicine for my mood")),
            Choice(WHICH_UNKNOWN, _("I took some, but I do not remember which")),
            Choice("yes", _("I took one that is not in this list")),
            declinable=True,
            when=NoEntries(GROUP),
        ),
    ),
    why=_("What you tried, how much and how long, helps us plan what to try next."),
    minutes=6,
)

WHICH = Step(
    "which",
    _("A medicine you tried"),
    (
        Question(
            "agent",
            "medicine",
            _("Which medicine was it?"),
            _("Pick one, or type a name. A brand name or the plain name will do. Old bottles or your pharmacy's app can help."),
            wrong=_("Choose a medicine, or type its name."),
            longest=100,
        ),
    ),
    group=GROUP,
    section=SLUG,
    minutes=0,
)

TWICE: Final = "twice"
SAME = Step(
    "same",
    _("The same medicine"),
    (
        one_of(
            TWICE,
            _("Did you take it two separate times?"),
            Choice(YES, _("Yes, two separate times")),
            Choice(NO, _("No, it was one time"), _("Then we do not ask about it again.")),
        ),
    ),
    when=ListedBefore("agent"),
    group=GROUP,
    section=SLUG,
    minutes=0,
)
# What was listed twice and taken once is told of once.
ITS_OWN: Final = IsNot(TWICE, (NO,))

DOSE = Step(
    "dose",
    _("How much and how long"),
    (
        Question(
            "highest_dose",
            "dose",
            _("What was the most you took in one day?"),
            _("Add up what you took from morning to night. The bottle says how many mg a pill has."),
            unit=_("mg"),
            most=20000,
            wrong=_("Enter the dose as a number of milligrams, like 50."),
        ),
        weeks("weeks_total", _("About how long did you take it in all?")),
        yes_no("still_taking", _("Do you still take it?"), declinable=False),
        some_of(
            "purposes",
            _("What did you take it for?"),
            Choice("depression", _("Low mood or depression")),
            Choice("anxiety", _("Worry or anxiety")),
            Choice("sleep", _("Sleep")),
            Choice("pain", _("Pain")),
            Choice("other", _("Something else")),
        ),
        Question(
            "added_to",
            "entry",
            _("Was it added to another medicine, to help that one work?"),
            choices=(Choice("alone", _("No")), Choice(UNLISTED, _("Yes, to one I have not listed"))),
        ),
    ),
    when=ITS_OWN,
    group=GROUP,
    section=SLUG,
    minutes=1,
)


def _at_floor(mg: float, id: str, when: Condition) -> Question:
    name = plain(mg)
    return weeks(
        id,
        _("How long did you take {mg} mg a day or more?"),
        _("Count all weeks at {mg} mg or more. If you never took that much, choose less than 4 weeks."),
        when=when,
        fill={"mg": name},
    )


EFFECT = Step(
    "effect",
    _("What it did"),
    (
        *(_at_floor(mg, at_floor(mg), AsksFloor(mg)) for mg in all_floors()),
        one_of(
            "adherence",
            _("Did you take it most days?"),
            Choice("most_days", _("Yes, most days")),
            Choice("about_half", _("About half of the days")),
            Choice("rarely", _("Only now and then")),
            hint=_("Many people miss doses. There is no wrong answer."),
        ),
        helped("helped", _("When it helped most, how much better did your mood get?")),
        yes_no("wore_off", _("Did it help at first and then stop, while you still took it?"), declinable=False),
    ),
    when=ITS_OWN,
    group=GROUP,
    section=SLUG,
    minutes=1,
)

LONGER = Step(
    "longer",
    _("At a lower dose"),
    tuple(_at_floor(mg, also_at_floor(mg), AsksLowerFloor(mg)) for mg in lower_floors()),
    lead=_("You may have been on a lower dose for longer. Count the weeks at the higher dose too."),
    when=AllOf((ITS_OWN, LeavesFloorOpen())),
    group=GROUP,
    section=SLUG,
    minutes=0,
)

STOPPED = IsNot("still_taking", ("yes",))
_YEAR = _("Enter a year with four figures, like 2022. It can't be in the future.")
WHEN = Step(
    "when",
    _("When it was"),
    (
        some_of(
            "stopped_because",
            _("Why did you stop?"),
            Choice("no_benefit", _("It did not help enough")),
            Choice("some_benefit", _("It helped some, but we wanted more")),
            Choice("side_effects", _("Side effects")),
            Choice("missed_doses", _("It was hard to take each day")),
            Choice("cost", _("Cost, or I could not get it")),
            Choice("got_better", _("I got better")),
            Choice("pregnancy", _("Pregnancy or a plan for it")),
            Choice("other", _("Something else")),
            declinable=True,
            when=STOPPED,
        ),
        Question("start", "month", _("About when did you start it?"), _("A year is enough."), wrong=_YEAR, aids=True),
        Question("stop", "month", _("About when did you stop?"), _("A year is enough."), when=STOPPED, wrong=_YEAR, aids=True),
        yes_no(
            "this_episode",
            _("Did you take it in this low time?"),
            _("Think back to when you last felt well for two months or more. Yes means: you took it after that."),
            declinable=False,
        ),
    ),
    when=ITS_OWN,
    group=GROUP,
    section=SLUG,
    minutes=1,
)

UNNAMED = Step(
    "more-medicines",
    _("Medicines you can't name"),
    (
        one_of(
            "medicines.unnamed",
            _("Were there other medicines for your mood whose names you do not remember?"),
            Choice("0", _("No")),
            Choice("1", _("Yes, one")),
            Choice("2", _("Yes, two")),
            Choice("3", _("Yes, three")),
            Choice("4", _("Yes, four or more")),
            hint=_("A rough number is fine."),
        ),
    ),
    when=AnyOf((HasEntries(GROUP), Is("medicines.any", ("yes", WHICH_UNKNOWN)))),
    section=SLUG,
)

PAGES: Final = (WHICH, SAME, DOSE, EFFECT, LONGER, WHEN)
