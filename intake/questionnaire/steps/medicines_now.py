"""Everything the person takes now, and what they can't take."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import some_of, yes_no
from intake.questionnaire.shape import NONE, Choice, Question, Step

STEP = Step(
    "medicines-now",
    _("What you take now"),
    (
        Question(
            "now.medicines",
            "long_text",
            _("Which medicines do you take now, for anything at all?"),
            _("Name and dose, one on each line. The labels on the bottles help."),
            optional=True,
            declinable=True,
            longest=4000,
        ),
        some_of(
            "now.supplements",
            _("Do you take any of these?"),
            Choice("st_johns_wort", _("St. John's wort")),
            Choice("same", _("SAMe")),
            Choice("5htp", _("5-HTP or tryptophan")),
            Choice("biotin", _("Biotin (hair and nails)")),
            Choice("vitamin_d", _("Vitamin D")),
            Choice("vitamin_b", _("B vitamins or folate")),
            Choice("iron", _("Iron")),
            Choice("magnesium", _("Magnesium")),
            Choice("omega_3", _("Fish oil or omega-3")),
            Choice("cbd", _("CBD or cannabis")),
            Choice("drips", _("Drips or shots of vitamins or NAD+")),
            Choice(NONE, _("None of these")),
            declinable=True,
            optional=True,
        ),
        Question("now.others", "text", _("Any other vitamin, herb or powder?"), unsure=False, optional=True),
        yes_no("allergies.any", _("Does any medicine, food or material make you ill or give you a rash?"), optional=True),
        Question(
            "allergies.what",
            "long_text",
            _("If yes: what is it, and what happened?"),
            _("Like: penicillin, a rash. Or: latex, swelling."),
            unsure=False,
            optional=True,
            longest=2000,
        ),
    ),
    part=2,
    why=_("Some medicines do not go well together. This keeps you safe."),
    minutes=3,
)
