"""A start is refused while a clinic's own scale can't be asked as it stands."""

from typing import Any

from django.core.checks import CheckMessage, Error, register


@register()
def own_scales(**kwargs: Any) -> list[CheckMessage]:
    """One error for each file in SCALES_FOLDER that was not taken."""
    from intake.questionnaire.steps.licensed import PROBLEMS

    hint = "Mend the file or take it out of the folder; docs/own-scales.md says what it must hold."
    return [Error(problem, hint=hint, id="intake.E101") for problem in PROBLEMS]
