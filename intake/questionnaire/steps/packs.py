"""Extra pages that a clinic may switch on (setting INTAKE_PACKS). They never feed a criterion: nothing but the record reads them."""

from typing import Final

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import some_of
from intake.questionnaire.shape import NONE, Choice, Question, Step

WHY: Final = _("This clinic looks at the whole body too. These answers do not change how we look at your low mood.")


def _page(pack: str, title: str, label: str, *choices: Choice) -> Step:
    ticks = some_of(f"{pack}.fits", label, *choices, Choice(NONE, _("None of these")), declinable=True, optional=True)
    more = Question(f"{pack}.more", "text", _("Anything else about this?"), unsure=False, optional=True)
    return Step(f"extra-{pack}", title, (ticks, more), part=2, why=WHY, pack=pack)


STEPS: Final = (
    _page(
        "metabolic",
        _("Sugar and weight"),
        _("Do any of these fit you?"),
        Choice("gain", _("I gained weight from a medicine")),
        Choice("thirst", _("I am very thirsty and pass a lot of water")),
        Choice("sugar", _("A doctor told me my sugar was high")),
        Choice("fats", _("A doctor told me my blood fats were high")),
    ),
    _page(
        "gut",
        _("Stomach and gut"),
        _("Do any of these bother you often?"),
        Choice("bloated", _("A bloated belly")),
        Choice("loose", _("Loose stools")),
        Choice("hard", _("Hard stools")),
        Choice("after_meals", _("Pain after meals")),
        Choice("surgery", _("I had surgery on my stomach or gut")),
    ),
    _page(
        "infection",
        _("Past infections"),
        _("Have you had any of these?"),
        Choice("covid", _("I have not felt well since COVID")),
        Choice("mono", _("Mono (kissing fever)")),
        Choice("tick", _("A tick bite with a round rash")),
        Choice("other", _("I was ill and have not felt well since then")),
    ),
    _page(
        "toxic",
        _("Things around you"),
        _("Do any of these fit your home or your work, now or before?"),
        Choice("metal", _("Work with lead, mercury or other metals")),
        Choice("solvents", _("Work with strong glue, paint or cleaning fluids")),
        Choice("old_paint", _("A very old house with paint that peels")),
        Choice("damp", _("Damp walls at home")),
        Choice("fish", _("I eat big sea fish more than twice a week")),
    ),
)
NAMES: Final = tuple(step.pack for step in STEPS)
