"""The pages of scales that the clinic holds a licence for, from its own files; none where it has none."""

from typing import Final

from django.conf import settings
from django.utils.translation import gettext_noop as _

from intake.questionnaire.licensed import licensed
from intake.questionnaire.shape import Step
from intake.questionnaire.steps.scale import pages

OWN, PROBLEMS = licensed(settings.SCALES_FOLDER)
STEPS: Final[tuple[Step, ...]] = tuple(
    step
    for own in OWN
    for step in pages(
        own.scale, own.heading, _("Your answers help us to see how you have been."), minutes=own.minutes, more=f"own-{own.scale.id}"
    )
)
